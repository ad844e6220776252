import { expect, test } from 'vitest';
import { boundsOf, holds } from '../bench/worlds/counted.ts';
import { world } from '../bench/worlds/world.ts';

const SIZE = { countries: 2, sites: 6, days: 20, daily: 0.8 };
const worlds = Array.from({ length: 25 }, (_, seed) => boundsOf(world(seed + 1, SIZE)));

test('in synthetic worlds what happened lies within our bounds', () => {
  expect(worlds.filter((b) => !holds(b))).toEqual([]);
});

test('best alone would miss it: the worlds are noisy enough to tell', () => {
  expect(worlds.filter(({ truth, best }) => truth !== best).length).toBeGreaterThan(worlds.length / 2);
});

test('the same seed makes the same world', () => {
  const told = (): unknown => world(3, SIZE).tellings;
  expect(told()).toEqual(told());
  expect(world(4, SIZE).tellings).not.toEqual(told());
});
