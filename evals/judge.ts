import { barOf } from './bars.ts';
import { draws, interval, worseShare, type Paired } from './bootstrap.ts';
import { unpacked, type Last } from './last.ts';
import type { Measured, Row } from './row.ts';

export type Verdict = 'aim met' | 'met' | 'not met' | 'worse' | 'reported';

/** A line of the table, judged. */
export interface Line {
  set: string;
  metric: string;
  n: number;
  /** Better when smaller. */
  smaller: boolean;
  value: number | null;
  interval: [number, number] | null;
  first: number | null;
  aim: number | null;
  last: number | null;
  /** Share of paired draws in which it is worse than last time; null without a last result. */
  worse: number | null;
  verdict: Verdict;
}

/** Worse at 95 %: in so many of the paired draws. */
const SURE = 0.95;

/** Reports measured then and now; a set that grew is compared on what it had. */
function paired(m: Measured, row: Row, last: Last): Paired | null {
  const held = last[m.set];
  const line = held?.figures[row.metric]?.parts;
  if (!held || line === undefined) return null;
  const parts = unpacked(line);
  const then = new Map(held.units.split(' ').map((u, i) => [u, parts[i] ?? []]));
  const both = m.units.flatMap((u, i) => (then.has(u) ? [{ now: row.parts[i]!, then: then.get(u)! }] : []));
  return both.length ? { now: both.map((b) => b.now), then: both.map((b) => b.then) } : null;
}

const reached = (row: Row, value: number, bar: number): boolean =>
  row.smaller ? Math.abs(value) <= bar + 1e-9 : value >= bar - 1e-9;

function verdict(
  row: Row,
  value: number | null,
  x: { first: number | null; aim: number | null; worse: number | null },
): Verdict {
  if (x.worse !== null && x.worse >= SURE) return 'worse';
  if (x.first === null) return 'reported';
  if (value === null || !reached(row, value, x.first)) return 'not met';
  return x.aim !== null && reached(row, value, x.aim) ? 'aim met' : 'met';
}

/** Every figure of a set with its interval, against its bars and against the last result. */
export function judge(m: Measured, last: Last): Line[] {
  const all = draws(m.units.length);
  return m.rows.map((row) => {
    const value = row.figure(row.parts);
    const bar = barOf(m.set, row.metric);
    const pair = row.derived ? null : paired(m, row, last);
    const before = pair ? draws(pair.now.length) : all;
    const x = { first: bar?.first ?? null, aim: bar?.aim ?? null, worse: pair ? worseShare(row, pair, before) : null };
    return {
      set: m.set,
      metric: row.metric,
      n: row.n,
      smaller: row.smaller === true,
      value,
      interval: interval(row, all),
      ...x,
      last: last[m.set]?.figures[row.metric]?.value ?? null,
      verdict: verdict(row, value, x),
    };
  });
}
