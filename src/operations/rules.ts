import * as z from 'zod';
import { unitsBeside, type Rule } from '../model/rule.ts';
import { rules as rulesHeld } from '../record/holdings.ts';
import { tablesAt } from '../record/small-tables.ts';
import { lastEntry } from '../record/points.ts';
import type { Tables } from '../record/small-tables.ts';
import { operation } from './operation.ts';
import { Named, RuleView } from './outputs.ts';
import { actorNamed, placeNamed, ruleView } from './present.ts';

/** A rule as it is written, with names; null = any. */
const RuleDetail = RuleView.extend({
  versions: z.array(z.int()).describe('every version that the record holds, newest first'),
  unit: z.string(),
  events: z.array(z.string()).nullable(),
  stages: z.array(z.string()),
  outcomes: z.array(z.string()).nullable(),
  places: z.array(Named),
  targets: z.array(Named).nullable(),
  perpetrators: z.array(Named).nullable(),
  members: z.boolean().describe('whether those who belong to a perpetrator count as it'),
  known: z.array(z.string()).nullable(),
  window: z.object({ since: z.string().nullable(), until: z.string().nullable(), zone: z.string() }),
  knowledge: z.object({ low: z.array(z.string()), best: z.array(z.string()) }).describe('grades that each set takes'),
  compares: z.array(z.string()).describe('units of the tallies that it is set beside'),
});
export const RulesView = z.object({ n: z.int(), rules: z.array(RuleDetail) });
export type RulesView = z.infer<typeof RulesView>;

export const rules = operation({
  name: 'rules',
  summary: 'Lists the counting rules in force: what each counts, which grades it takes, and its versions.',
  input: z.object({}),
  output: RulesView,
  positional: [],
  right: 'reader',
  writes: false,
  examples: ['daybook rules'],
  run: ({ store }) =>
    store.read(async (q) => {
      const n = await lastEntry(q);
      const tables = await tablesAt(q, n, store);
      const all = await rulesHeld(q);
      const newest = [...new Map(all.toReversed().map((r) => [r.id, r])).values()];
      const versions = (id: string): number[] => all.filter((r) => r.id === id).map((r) => r.version);
      return { n, rules: newest.toReversed().map((r) => detail(r, versions(r.id), tables)) };
    }),
  show: ({ rules: list }) =>
    list
      .map((r) =>
        [
          `${r.id} v${r.version}: ${r.label.en}${r.note ? ` (${r.note.en})` : ''}`,
          `  ${r.description.en}`,
          `  counts ${r.unit}s from ${r.window.since ?? 'the beginning'}, ${r.window.zone}; low takes ${r.knowledge.low.join(', ')}; best takes ${r.knowledge.best.join(', ')}`,
        ].join('\n'),
      )
      .join('\n') || 'No rule yet; run “daybook load”.',
});

function detail(r: Rule, versions: number[], tables: Tables): z.input<typeof RuleDetail> {
  const actors = (ids: readonly string[] | undefined): Named[] | null =>
    ids ? ids.map((id) => actorNamed(id, tables)) : null;
  return {
    ...ruleView(r),
    versions,
    unit: r.unit,
    events: r.event ?? null,
    stages: r.stage,
    outcomes: r.outcome ?? null,
    places: r.place.map((p) => placeNamed(p, tables)),
    targets: actors(r.target),
    perpetrators: actors(r.perpetrator),
    members: r.members,
    known: r.known ?? null,
    window: { ...r.window, zone: r.zone },
    knowledge: r.knowledge,
    compares: [...unitsBeside(r)],
  };
}
