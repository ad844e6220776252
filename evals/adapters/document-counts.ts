/** How many incidents documents tell of: at least, as grouped, at most. */
export interface Counted {
  low: number;
  best: number;
  high: number;
}

export interface Doubts {
  /** Chance that two groups are one incident though nothing that is compared says so. */
  missed: number;
  /** Chance that a link is false though all that is compared speaks for it. */
  mistaken: number;
  /** Chance that is left beyond either bound. */
  tail: number;
}

/** Set by hand where bounds hold on the training documents (GVC) and the development ones (longtail) and stay narrow: on others they may hold less often. */
export const DOUBTS: Doubts = { missed: 0.04, mistaken: 0.1, tail: 0.08 };

/** Chance that bits in favour mean what they say. */
const chance = (bits: number): number => 1 / (1 + 2 ** -bits);
const most = (of: readonly number[]): number => of.reduce((a, b) => Math.max(a, b), -Infinity);

/**
 * Bounds from the chances of single links: every group may be one with an earlier one, every document of a group may be
 * another incident. Both numbers are sums of unlike coin throws (Poisson's binomial); the bounds are its quantiles.
 */
export function countOf(
  groups: readonly (readonly number[])[],
  bits: readonly Float64Array[],
  { missed, mistaken, tail }: Doubts = DOUBTS,
): Counted {
  const joins = groups.slice(1).map((group, i) => {
    const apart = groups.slice(0, i + 1).map((other) => {
      const best = most(group.flatMap((x) => other.map((y) => bits[x]![y]!)));
      return (1 - chance(best)) * (1 - missed);
    });
    return 1 - apart.reduce((a, b) => a * b, 1);
  });
  const parts = groups.flatMap((group) =>
    group.slice(1).map((x, i) => 1 - (1 - mistaken) * chance(most(group.slice(0, i + 1).map((y) => bits[x]![y]!)))),
  );
  const best = groups.length;
  return { low: best - quantile(joins, 1 - tail), best, high: best + quantile(parts, 1 - tail) };
}

/** Smallest number of successes that is not exceeded with this chance. */
export function quantile(chances: readonly number[], level: number): number {
  let exactly = [1];
  for (const p of chances) {
    const next = new Array<number>(exactly.length + 1).fill(0);
    exactly.forEach((q, n) => {
      next[n]! += q * (1 - p);
      next[n + 1]! += q * p;
    });
    exactly = next;
  }
  let sum = 0;
  const n = exactly.findIndex((q) => (sum += q) >= level - 1e-12);
  return n < 0 ? chances.length : n;
}
