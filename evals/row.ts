import type { Found, Right } from './scorers.ts';

/** What one report adds to a figure: a few numbers, meaningless alone. */
export type Part = readonly number[];

/** One line of the table: the parts of its reports, and how parts make the figure. */
export interface Row {
  metric: string;
  /** Items that the figure rests on: labelled ones for F1, matched pairs for accuracies. */
  n: number;
  parts: readonly Part[];
  figure(parts: readonly Part[]): number | null;
  /** Figures that are better when smaller: errors, gaps, false claims. */
  smaller?: boolean;
  /** A gap is no result of its own: its two sides are compared with the last result, it is not. */
  derived?: boolean;
}

/** A set measured: its reports by name, and its rows. */
export interface Measured {
  set: string;
  units: readonly string[];
  rows: readonly Row[];
}

const sum = (parts: readonly Part[], i: number): number => {
  let t = 0;
  for (const p of parts) t += p[i] ?? 0;
  return t;
};

/** Per cent of what was right; nothing to measure is no figure. */
export const share = (parts: readonly Part[]): number | null => {
  const of = sum(parts, 1);
  return of ? (100 * sum(parts, 0)) / of : null;
};

const total = (parts: readonly Part[]): number => sum(parts, 0);

/** Points by which the second share stands behind the first. */
const gap = (parts: readonly Part[]): number | null => {
  const [a, b] = [share(parts), share(parts.map((p) => p.slice(2)))];
  return a === null || b === null ? null : a - b;
};

const add = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** F1 pooled over reports: twice the right ones over predicted and labelled. */
export const f1 = (metric: string, found: readonly Found[]): Row => ({
  metric,
  n: add(found.map((f) => f.gold)),
  parts: found.map((f) => [2 * f.tp, f.pred + f.gold]),
  figure: share,
});

export const precision = (metric: string, found: readonly Found[]): Row => ({
  metric,
  n: add(found.map((f) => f.pred)),
  parts: found.map((f) => [f.tp, f.pred]),
  figure: share,
});

export const accuracy = (metric: string, right: readonly Right[]): Row => ({
  metric,
  n: add(right.map((r) => r.of)),
  parts: right.map((r) => [r.right, r.of]),
  figure: share,
});

/** A plain number of things that should not be there, over `n` reports that could have them. */
export const count = (metric: string, each: readonly number[], n: number): Row => ({
  metric,
  n,
  parts: each.map((x) => [x]),
  figure: total,
  smaller: true,
});

/** The same figure for the reports of each side, and how far the second stands behind the first. */
export function beside(row: Row, sides: readonly [string, string], side: (report: number) => string): Row[] {
  const [first, second] = sides;
  const only = (name: string): Part[] => row.parts.map((p, i) => (side(i) === name ? p : [0, 0]));
  const [a, b] = [only(first), only(second)];
  const reports = row.parts.filter((_, i) => side(i) === second).length;
  return [
    { ...row, metric: `${row.metric}, ${second} alone`, n: reports, parts: b },
    {
      metric: `${row.metric}, ${first} − ${second}`,
      n: reports,
      parts: a.map((p, i) => [...p, ...b[i]!]),
      figure: gap,
      smaller: true,
      derived: true,
    },
  ];
}
