import { expect, test } from 'vitest';
import { across, bar, ticks } from './axis.ts';
import { ANSWER, EMPTY } from './fixtures.ts';
import { pageCache } from './page-cache.ts';
import { seriesOf } from './series.ts';

test.each([
  [1, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [16, [0, 5, 10, 15, 20]],
  [41, [0, 10, 20, 30, 40, 50]],
  [230, [0, 50, 100, 150, 200, 250]],
])('the scale up to %i', (most, steps) => {
  expect(ticks(most)).toEqual(steps);
});

test('Arabic pages read from the right', () => {
  expect([across({ language: 'en' }, 0.25), across({ language: 'ar' }, 0.25)]).toEqual([25, 75]);
  expect(bar({ language: 'en' }, 0.2, 0.5)).toEqual({ x: '20%', width: '30%' });
  expect(bar({ language: 'ar' }, 0.2, 0.5)).toEqual({ x: '50%', width: '30%' });
});

test('a series covers the window, every day and every tally that has a number', () => {
  const series = seriesOf(ANSWER)!;
  expect(series.steps.at(-1)).toBe(20);
  expect(series.tallies.map((t) => t.value)).toEqual([14, 9, 20, 4]);
  expect(series.voices.map((v) => v.id)[0]).toBe('northern-command');
  for (const at of [...series.days, ...series.tallies].map((x) => x.at)) {
    expect(at).toBeGreaterThanOrEqual(series.from);
    expect(at).toBeLessThanOrEqual(series.to);
  }
  expect(seriesOf(EMPTY)).toBeNull();
});

test('the cache of pages stays within its size and drops what was not used for longest', () => {
  const cache = pageCache(80);
  for (const [i, page] of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].entries()) cache.set(page, String(i).repeat(10));
  cache.get('a');
  cache.set('i', 'x'.repeat(10));
  expect([cache.get('a'), cache.get('b'), cache.get('i')]).toEqual(['0000000000', undefined, 'xxxxxxxxxx']);
  cache.set('big', 'x'.repeat(11));
  expect(cache.get('big')).toBeUndefined();
});
