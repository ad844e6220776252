import * as z from 'zod';
import type { CountedIncident } from '../model/answer.ts';
import { ask, type Asked } from './asking.ts';
import { question } from './inputs.ts';
import { operation } from './operation.ts';
import { IncidentLine, RuleView } from './outputs.ts';
import { incidentLine, ruleView, when } from './present.ts';

const Side = z.object({
  rule: RuleView,
  window: z.object({ since: z.string().nullable(), until: z.string().nullable(), zone: z.string() }),
  low: z.int(),
  best: z.int(),
  high: z.int().nullable(),
});

/** Two rules asked at one point: what one counts and the other does not, with the other's reason. */
export const RuleComparison = z.object({
  n: z.int(),
  cutoff: z.string().nullable(),
  first: Side,
  second: Side,
  both: z.int().describe('incidents that both count alike'),
  difference: z.int().describe('second.best − first.best; the differences sum to it'),
  differences: z.array(
    z.object({
      by: z.int().describe('what it adds to the second best count over the first'),
      counted: z.enum(['first', 'second', 'both']),
      incident: IncidentLine,
      why: z.array(z.string()).describe('why the other rule does not count it, or counts it otherwise'),
    }),
  ),
});
export type RuleComparison = z.infer<typeof RuleComparison>;

const { rule: _rule, ...asking } = question;

export const compare = operation({
  name: 'compare',
  summary: 'Sets two counting rules side by side: which incidents one counts and the other does not, and why.',
  input: z.object({
    first: z.string().min(1).describe('a counting rule, RULE or RULE@VERSION'),
    second: z.string().min(1).describe('another, or another version of it'),
    ...asking,
  }),
  output: RuleComparison,
  positional: ['first', 'second'],
  right: 'reader',
  writes: false,
  examples: ['daybook compare attacks-on-us-forces attacks-on-us-forces-hits --as-of 2023-11-08'],
  run: ({ store }, { first, second, ...asked }) =>
    store.read(async (q) => {
      const a = await ask(q, { ...asked, rule: first }, store);
      const b = await ask(q, { ...asked, rule: second }, store);
      const differences = differencesOf(a, b);
      return {
        n: a.point.n,
        cutoff: when(a.point.cutoff),
        first: side(a),
        second: side(b),
        both: counted(a).size - differences.filter((d) => d.counted !== 'second').length,
        difference: b.answer.best - a.answer.best,
        differences,
      };
    }),
  show: (c) =>
    [
      `${c.first.rule.label.en}: ${c.first.best}; ${c.second.rule.label.en}: ${c.second.best} (${signed(c.difference)}); ${c.both} counted by both alike (record point ${c.n}).`,
      ...c.differences.map(
        (d) => `  ${signed(d.by)} ${d.incident.code}: counted by ${told(d.counted)}; ${d.why.join(', ')}`,
      ),
    ].join('\n'),
});

const signed = (n: number): string => (n > 0 ? `+${n}` : String(n));
const told = (counted: string): string => (counted === 'both' ? 'both' : `the ${counted} alone`);

const side = ({ rule, answer: { window, low, best, high } }: Asked): z.input<typeof Side> => ({
  rule: ruleView(rule),
  window,
  low,
  best,
  high,
});

/** The best-set of an answer, by code. */
const counted = ({ answer }: Asked): Map<string, CountedIncident> =>
  new Map(answer.incidents.flatMap((i) => (i.set === 'high' ? [] : [[i.code, i] as const])));

/** What an incident that was never near a question is told with: its country or its time is another. */
const FAR = 'beyond the places and days asked about';
const OTHERWISE = 'another amount';

/** Why an answer does not count this incident in best. */
function whyNot({ answer }: Asked, code: string): string[] {
  const doubtful = answer.incidents.find((i) => i.code === code);
  return [...(doubtful ?? answer.out.find((o) => o.code === code) ?? { why: [FAR] }).why];
}

type Difference = RuleComparison['differences'][number];

function differencesOf(a: Asked, b: Asked): Difference[] {
  const [first, second] = [counted(a), counted(b)];
  const left = [...first.values()].flatMap((i): Difference[] => {
    const other = second.get(i.code);
    const by = (other?.amount.best ?? 0) - i.amount.best;
    const incident = incidentLine(i, a.tables);
    if (!other) return [{ by, counted: 'first', incident, why: whyNot(b, i.code) }];
    return by === 0 ? [] : [{ by, counted: 'both', incident, why: [OTHERWISE] }];
  });
  const right = [...second.values()].flatMap((i): Difference[] =>
    first.has(i.code)
      ? []
      : [{ by: i.amount.best, counted: 'second', incident: incidentLine(i, b.tables), why: whyNot(a, i.code) }],
  );
  return [...left, ...right];
}
