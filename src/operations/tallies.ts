import * as z from 'zod';
import { comparisonsOf } from '../count/comparison.ts';
import { ask } from './asking.ts';
import { comparisonView, TalliesView } from './comparison-view.ts';
import { reportsById } from '../record/reports.ts';
import { question } from './inputs.ts';
import { operation } from './operation.ts';
import type { TallyView } from './outputs.ts';
import { actorNamed, ruleView, tallyView, when } from './present.ts';
import { showComparison, showTally } from './show-answer.ts';

export const tallies = operation({
  name: 'tallies',
  summary: 'Lists what others count that may be set beside a rule, per voice, with their words.',
  input: z.object({
    ...question,
    per: z.string().optional().describe('only this voice (an actor id, e.g. pentagon)'),
    latest: z.boolean().optional().describe('only the latest of each voice'),
  }),
  output: TalliesView,
  positional: ['rule'],
  right: 'reader',
  writes: false,
  examples: [
    'daybook tallies attacks-on-us-forces --per pentagon --as-of 2023-11-08',
    'daybook tallies attacks-on-us-forces --latest',
  ],
  run: ({ store }, input) =>
    store.read(async (q) => {
      const { answer, incidents, rule, tables, point } = await ask(q, input, store);
      const voice = input.per === undefined ? null : tables.actors.voice(input.per);
      let kept = answer.tallies.filter((t) => voice === null || t.voice === voice || t.voice === input.per);
      if (input.latest) kept = [...new Map(kept.map((t) => [t.voice, t])).values()];
      const reports = await reportsById(q, [...new Set(kept.map((t) => t.report_id))], point.n);
      return {
        rule: ruleView(rule),
        window: answer.window,
        n: point.n,
        cutoff: when(point.cutoff),
        tallies: kept.map((t) => tallyView(t, reports, tables)),
        findings: answer.findings
          .filter((f) => voice === null || f.voice === voice)
          .map((f) => ({ ...f, voice: actorNamed(f.voice, tables), claims: [...f.claims] })),
        comparisons: comparisonsOf(rule, incidents, { ...tables, window: answer.window, tallies: kept }).map((c) =>
          comparisonView(c, tables),
        ),
      };
    }),
  show: ({ tallies, findings, comparisons, n }) =>
    [
      tallies.length ? `${tallies.length} tallies (record point ${n}):` : `No tally matches (record point ${n}).`,
      ...tallies.map(showTally),
      ...notices(tallies).map((n) => `Note: ${n}`),
      ...findings.map((f) => `  ! ${f.kind}: ${f.note} (${f.claims.join(', ')})`),
      ...(comparisons.length ? ['Beside ours, for the same days:', ...comparisons.map(showComparison)] : []),
    ].join('\n'),
});

const notices = (list: readonly TallyView[]): string[] => [
  ...new Set(list.flatMap((t) => (t.source.notice ? [t.source.notice.en] : []))),
];
