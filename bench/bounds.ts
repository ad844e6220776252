/**
 * How often our bounds hold what really happened, in 1,000 synthetic worlds of a month in two countries, beside what one
 * would print instead: the best count alone, and the best count give or take a tenth.
 */
import { boundsOf, holds, type Bounds } from './worlds/counted.ts';
import { world } from './worlds/world.ts';

const WORLDS = Number(process.env.DAYBOOK_BENCH_WORLDS ?? 1000);
const SIZE = { countries: 2, sites: 8, days: 30, daily: 0.8 };
const BARS = { inside: 0.99, error: 0.03 };

const share = (all: readonly Bounds[]): string => `${((100 * all.filter(holds).length) / all.length).toFixed(1)} %`;
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;

export function bench(): Promise<void> {
  const all = Array.from({ length: WORLDS }, (_, seed) => boundsOf(world(seed + 1, SIZE)));
  const around = (b: Bounds, by: number): Bounds => ({ ...b, low: b.best * (1 - by), high: b.best * (1 + by) });
  const error = median(all.map((b) => Math.abs(b.best - b.truth) / b.truth));
  const width = median(all.map((b) => b.high / Math.max(b.low, 1)));
  const inside = all.filter(holds).length / all.length;
  const verdict = (met: boolean, bar: string): string => (met ? `bar met: ${bar}` : `BAR NOT MET: ${bar}`);
  const lines = [
    [`bounds, ${WORLDS} worlds: truth inside [low, high]`, share(all), verdict(inside >= BARS.inside, '99 %')],
    ['  best alone', share(all.map((b) => around(b, 0))), ''],
    ['  best give or take a tenth', share(all.map((b) => around(b, 0.1))), ''],
    ['best off by, median', `${(100 * error).toFixed(1)} %`, verdict(error <= BARS.error, '3 %')],
    ['high over low, median', width.toFixed(2), ''],
  ];
  for (const [what, value, bar] of lines) console.log(`${what!.padEnd(52)}${value!.padStart(10)}  ${bar}`);
  return Promise.resolve();
}
