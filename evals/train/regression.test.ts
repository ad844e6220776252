import { expect, test } from 'vitest';
import { alike, cut, touched } from './labels.ts';
import { fit, type Example, type Fit } from './regression.ts';

const HOW: Fit = { rounds: 5, step: 0.5, lasso: 0.5, least: 2 };

/** "yes" speaks for it, "no" against, "both" stands everywhere, "rare" once. */
const examples: Example[] = Array.from({ length: 60 }, (_, i) => ({
  features: ['both', i % 2 ? 'yes' : 'no', ...(i === 7 ? ['rare'] : [])],
  right: i % 2 === 1,
}));

test('weights follow what is right, and what is rare weighs nothing', () => {
  const weights = fit(examples, HOW);
  expect(weights.get('yes')).toBeGreaterThan(0.5);
  expect(weights.get('no')).toBeLessThan(-0.5);
  expect(weights.has('rare')).toBe(false);
});

test('a strong lasso leaves nothing', () => {
  expect(fit(examples, { ...HOW, lasso: 100 }).size).toBe(0);
});

test('the same examples give the same weights', () => {
  expect(fit(examples, HOW)).toEqual(fit(examples, HOW));
});

test('spans are alike that share half of their words', () => {
  const words = cut('The mayor said “no” twice.');
  expect(words).toHaveLength(8);
  const [whole, half, other] = [touched(words, [[0, 9]]), touched(words, [[4, 9]]), touched(words, [[15, 19]])];
  expect([alike(whole, half), alike(half, other), alike(new Set(), new Set())]).toEqual([true, false, false]);
});
