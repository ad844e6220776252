import * as z from 'zod';
import { changes as explain } from '../count/changes.ts';
import { parseInstant } from '../model/instant.ts';
import { recordPoint } from '../record/points.ts';
import { ask } from './asking.ts';
import { changeEntries, entriesBetween, entryView } from './entries.ts';
import { at, rule, since, until } from './inputs.ts';
import { operation } from './operation.ts';
import { ChangesView } from './outputs.ts';
import { ruleView, when } from './present.ts';

export const changes = operation({
  name: 'changes',
  summary:
    'Says what moved a count between two points of the record, or two cutoffs, and why; the list sums to the difference.',
  input: z.object({
    rule,
    from: at.optional().describe('earlier record point (default: 0)'),
    to: at.optional().describe('later record point (default: the last)'),
    fromAsOf: z.string().optional().describe('cutoff of the earlier answer'),
    toAsOf: z.string().optional().describe('cutoff of the later answer'),
    since: since.optional(),
    until: until.optional(),
  }),
  output: ChangesView,
  positional: ['rule'],
  right: 'reader',
  writes: false,
  examples: [
    'daybook changes attacks-on-us-forces --from 2023-11-08 --to 2023-11-09',
    'daybook changes attacks-on-us-forces --from-as-of 2023-11-07 --to-as-of 2023-11-08',
  ],
  run: ({ store }, input) =>
    store.read(async (q) => {
      const byCutoff = input.fromAsOf !== undefined || input.toAsOf !== undefined;
      const to = await recordPoint(q, input.to);
      const from = await recordPoint(q, input.from ?? (byCutoff ? to : 0));
      const window = { rule: input.rule, since: input.since, until: input.until };
      const before = await ask(q, { ...window, at: from, asOf: input.fromAsOf }, store);
      const after = await ask(q, { ...window, at: to, asOf: input.toAsOf }, store);
      const [low, high] = from <= to ? [from, to] : [to, from];
      const entries = await entriesBetween(q, low, high);
      const earlier = before.point.cutoff ?? (entries[0] ? parseInstant(entries[0].at)! : 0);
      const found = explain(before.answer, after.answer, await changeEntries(q, entries, earlier));
      const bySeq = new Map(entries.map((e) => [e.seq, e]));
      const side = (a: typeof before) => ({
        n: a.point.n,
        cutoff: when(a.point.cutoff),
        low: a.answer.low,
        best: a.answer.best,
        high: a.answer.high,
      });
      return {
        rule: ruleView(after.rule),
        before: side(before),
        after: side(after),
        difference: found.difference,
        changes: found.items.map((i) => ({
          by: i.delta,
          cause: i.cause,
          incident: i.code,
          note: i.note,
          entries: i.entry === null ? [] : [entryView(bySeq.get(i.entry)!)],
        })),
      };
    }),
  show: (c) =>
    [
      `${c.rule.label.en}: ${c.before.best} (entry ${c.before.n}) → ${c.after.best} (entry ${c.after.n}): ${signed(c.difference)}`,
      ...c.changes.map(
        (i) =>
          `  ${signed(i.by)} ${i.incident}: ${i.cause}; ${i.note}${i.entries.map((e) => ` [entry ${e.seq} by ${e.by}]`).join('')}`,
      ),
    ].join('\n'),
});

const signed = (n: number): string => (n > 0 ? `+${n}` : String(n));
