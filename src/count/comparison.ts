import type { Amount, Comparison, FigureRow, Gap, MatchedTally } from '../model/answer.ts';
import { reach, type Bound } from '../model/bound.ts';
import { DAY, parseWall, showDay } from '../model/instant.ts';
import type { Countable } from '../model/incident.ts';
import type { Rule } from '../model/rule.ts';
import { byText } from '../resolve/order.ts';
import { bestOf, highOf, lowOf, placed, scoped, within, type Placed, type Scoped } from './sets.ts';
import { numberOf, totalsOf, upTo, type Asking } from './tallies.ts';
import { countsAs } from './scope.ts';

/**
 * What others count beside what we hold for the very days that they speak of: each total, and each step between two totals
 * of one voice. What explains the difference is told incident by incident, from the first reason that applies.
 */
export function comparisonsOf(
  rule: Rule,
  incidents: readonly Countable[],
  { tallies, ...asking }: Asking & { tallies: readonly MatchedTally[] },
): Comparison[] {
  const all = scoped(rule, incidents, asking);
  const totals = totalsOf(tallies);
  const at = { rule, all, asking };
  return [...totals.map((t) => total(t, at)), ...stepsOf(totals).map(([a, b]) => step(a, b, at))];
}

interface At {
  rule: Rule;
  all: readonly Scoped[];
  asking: Asking;
}

const nameOf = (f: FigureRow): string => `${f.report_code}.${f.claim_no}`;
const boundOf = ({ low, high, about }: FigureRow): Bound => ({ low, high, about: about ?? undefined }) as Bound;

function total(t: MatchedTally, at: At): Comparison {
  const days = { from: t.from?.slice(0, 10) ?? at.asking.window.since, to: upTo(t) };
  return compared({ kind: 'total', claims: [nameOf(t)], voice: t.voice, ...days, theirs: boundOf(t) }, t, at);
}

/** Consecutive totals of one voice, by the day that they run up to; the last said of a day is what stands. */
function stepsOf(totals: readonly MatchedTally[]): [MatchedTally, MatchedTally][] {
  const series = new Map<string, Map<string, MatchedTally>>();
  for (const t of totals) series.set(t.voice, (series.get(t.voice) ?? new Map()).set(upTo(t), t));
  return [...series].flatMap(([, days]) => {
    const list = [...days].sort(([a], [b]) => byText(a, b)).map(([, t]) => t);
    return list.slice(1).map((t, i): [MatchedTally, MatchedTally] => [list[i]!, t]);
  });
}

/** What a voice added between two of its totals, on the days after the one up to the other. */
function step(a: MatchedTally, b: MatchedTally, at: At): Comparison {
  const [x, y] = [reach(boundOf(a)), reach(boundOf(b))];
  const low = Math.max(0, y.low - Math.min(x.high, numberOf(a)!));
  const high = Number.isFinite(y.high) ? Math.max(0, y.high - x.low) : null;
  const from = showDay((parseWall(upTo(a)) ?? 0) + DAY);
  const claims = [nameOf(a), nameOf(b)];
  return compared({ kind: 'step', claims, voice: b.voice, from, to: upTo(b), theirs: { low, high } }, b, at);
}

function compared(
  said: Omit<Comparison, 'ours' | 'stands' | 'gaps'>,
  t: MatchedTally,
  { rule, all, asking }: At,
): Comparison {
  const there = placed(rule, all, { since: said.from, until: said.to, zone: rule.zone });
  const best = within(there, 'low', 'best');
  const ours = {
    low: lowOf(within(there, 'low'), asking),
    best: bestOf(best),
    high: highOf(within(there, 'low', 'best', 'high')),
  };
  const theirs = reach(said.theirs);
  const gaps =
    theirs.high < ours.best ? leftOut(t, best, { rule, asking }) : theirs.low > ours.best ? doubtful(there) : [];
  return { ...said, ours, stands: standsTo(theirs, ours), gaps };
}

/** Whether some number that they allow lies within our bounds; else on which side of them. */
function standsTo(theirs: { low: number; high: number }, ours: Amount): Comparison['stands'] {
  if (theirs.high < ours.low) return 'below';
  return theirs.low > (ours.high ?? Infinity) ? 'above' : 'inside';
}

/** Why one of ours may not be among theirs, in the order in which it is told. */
const REASONS: readonly (readonly [
  Gap['why'],
  (p: Placed, t: MatchedTally, at: Pick<At, 'rule' | 'asking'>) => boolean,
])[] = [
  ['told after it', ({ incident }, t) => incident.first > t.published],
  ['claimed only', ({ incident }) => incident.knowledge === 'claimed only'],
  ['outside their definition', outside],
  ['reported only', ({ incident }) => incident.knowledge === 'reported only'],
];

/** Another place, target or perpetrator than the tally names, or what it says that it leaves out: what missed or was stopped. */
function outside(
  { incident: i }: Placed,
  t: MatchedTally,
  { rule, asking: { actors, gazetteer } }: Pick<At, 'rule' | 'asking'>,
): boolean {
  const apart = (told: readonly string[], wanted: string | null): boolean =>
    wanted !== null && told.length > 0 && !told.some((id) => actors.belongs(id, wanted) || actors.belongs(wanted, id));
  const elsewhere = t.place.length > 0 && i.site !== null && !t.place.some((p) => gazetteer.compatible(i.site!, p));
  const missed = t.excludes !== null && (i.outcome === 'intercepted' || i.outcome === 'missed');
  const foreign =
    rule.perpetrator !== undefined && t.perpetrator === null && !i.perpetrator.some((p) => countsAs(p, rule, actors));
  return elsewhere || missed || foreign || apart(i.target, t.target) || apart(i.perpetrator, t.perpetrator);
}

/** Where they have fewer: ours that they may leave out, each under the first reason that applies. */
function leftOut(t: MatchedTally, best: readonly Placed[], at: Pick<At, 'rule' | 'asking'>): Gap[] {
  return REASONS.flatMap(([why], n) => {
    const first = (p: Placed): boolean => REASONS.findIndex(([, applies]) => applies(p, t, at)) === n;
    return gap(why, best.filter(first));
  });
}

/** Where they have more: what only our high count holds. */
const doubtful = (there: readonly Placed[]): Gap[] => gap('in our high count only', within(there, 'high'));

const gap = (why: Gap['why'], of: readonly Placed[]): Gap[] =>
  of.length ? [{ why, incidents: of.map((p) => p.incident.code).sort(byText) }] : [];
