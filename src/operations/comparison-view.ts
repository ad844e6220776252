import * as z from 'zod';
import type { Comparison } from '../model/answer.ts';
import type { Tables } from '../record/small-tables.ts';
import { FindingView, Named, RuleView, TallyView } from './outputs.ts';
import { actorNamed } from './present.ts';

/** A total, or the step between two totals of one voice, beside what we hold for the same days. */
export const ComparisonView = z.object({
  kind: z.enum(['total', 'step']),
  claims: z.array(z.string()).describe('the total, or the earlier and the later one'),
  voice: Named,
  from: z.string().nullable().describe('local day, included; null = open'),
  to: z.string().describe('local day, included'),
  theirs: z.object({ low: z.int().nullable(), high: z.int().nullable(), about: z.int().nullable() }),
  ours: z.object({ low: z.int(), best: z.int(), high: z.int().nullable() }),
  stands: z
    .enum(['inside', 'below', 'above'])
    .describe('inside: some number that they allow lies within our bounds; else on which side of them'),
  gaps: z
    .array(z.object({ why: z.string(), incidents: z.array(z.string()) }))
    .describe('incidents of ours that explain a difference, each under the first reason that applies'),
});
export type ComparisonView = z.infer<typeof ComparisonView>;

/** What others count that may be set beside a rule: each total, what does not add up, and how it stands to ours. */
export const TalliesView = z.object({
  rule: RuleView,
  window: z.object({ since: z.string().nullable(), until: z.string().nullable(), zone: z.string() }),
  n: z.int(),
  cutoff: z.string().nullable(),
  tallies: z.array(TallyView),
  findings: z.array(FindingView),
  comparisons: z.array(ComparisonView),
});
export type TalliesView = z.infer<typeof TalliesView>;

export const comparisonView = (c: Comparison, tables: Tables): ComparisonView => ({
  ...c,
  claims: [...c.claims],
  voice: actorNamed(c.voice, tables),
  theirs: { low: c.theirs.low, high: c.theirs.high, about: c.theirs.about ?? null },
  gaps: c.gaps.map((g) => ({ why: g.why, incidents: [...g.incidents] })),
});
