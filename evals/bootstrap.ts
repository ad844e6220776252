import type { Part, Row } from './row.ts';

export const RESAMPLES = 1000;
const SEED = 0x5eed;

/** Mulberry32 (T. Ettinger, public domain): small, seeded, good enough to draw reports with. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Draws of `units` reports with replacement: the same ones at every call. */
export function draws(units: number, resamples = RESAMPLES): number[][] {
  const next = random(SEED);
  return Array.from({ length: resamples }, () => Array.from({ length: units }, () => Math.floor(next() * units)));
}

/** The value below which share `q` of the sorted list lies. */
const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(q * (sorted.length - 1))))]!;

const drawn = (parts: readonly Part[], draw: readonly number[]): Part[] => draw.map((i) => parts[i]!);

/** 90 % bootstrap interval of a figure by report; null where no draw gives one. */
export function interval(row: Row, all: readonly (readonly number[])[]): [number, number] | null {
  const values = all.flatMap((draw) => row.figure(drawn(row.parts, draw)) ?? []).sort((a, b) => a - b);
  return values.length ? [quantile(values, 0.05), quantile(values, 0.95)] : null;
}

/** Parts of one figure, then and now, report by report. */
export interface Paired {
  now: readonly Part[];
  then: readonly Part[];
}

/**
 * Share of paired draws (the same reports on both sides) in which the figure is worse than it was. Equal is not worse:
 * an engine that did not change never fails.
 */
export function worseShare(row: Row, { now, then }: Paired, all: readonly (readonly number[])[]): number {
  let [worse, of] = [0, 0];
  for (const draw of all) {
    const a = row.figure(drawn(now, draw));
    const b = row.figure(drawn(then, draw));
    if (a === null || b === null) continue;
    of += 1;
    const less = row.smaller ? b - a : a - b;
    if (less < -1e-9) worse += 1;
  }
  return of ? worse / of : 0;
}
