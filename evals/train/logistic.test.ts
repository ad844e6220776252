import { expect, test } from 'vitest';
import { fit, type Fit, type Seen } from './logistic.ts';

const HOW: Fit = { rounds: 5, rate: 0.1, sparse: 1e-3, least: 2 };

/** "yes" speaks for it, "no" against, "both" stands everywhere, "rare" once. */
const seen: Seen[] = Array.from({ length: 60 }, (_, i) => ({
  features: ['both', i % 2 ? 'yes' : 'no', ...(i === 7 ? ['rare'] : [])],
  is: i % 2 === 1,
}));
const alone = seen.map((a) => [a]);

test('weights follow what is right, and what is rare weighs nothing', () => {
  const weights = fit(alone, HOW);
  expect(weights.get('yes')).toBeGreaterThan(0.3);
  expect(weights.get('no')).toBeLessThan(-0.3);
  expect(weights.has('rare')).toBe(false);
});

test('a strong penalty leaves nothing', () => {
  expect(fit(alone, { ...HOW, sparse: 10 }).size).toBe(0);
});

test('what may not be learnt is not', () => {
  expect([...fit(alone, { ...HOW, may: (f) => f !== 'yes' }).keys()]).not.toContain('yes');
});

test('the same examples give the same weights', () => {
  expect(fit(alone, HOW)).toEqual(fit(alone, HOW));
});

test('of several answers the right one comes to weigh more, and what all share weighs nothing', () => {
  const questions = Array.from({ length: 40 }, (_, i): Seen[] => [
    { features: ['all', 'near'], is: true },
    { features: ['all', 'far'], is: false },
    { features: ['all', i % 2 ? 'late' : 'far'], is: false },
  ]);
  const weights = fit(questions, HOW);
  expect(weights.get('near')).toBeGreaterThan(0.5);
  expect(weights.get('far')).toBeLessThan(0);
  expect(Math.abs(weights.get('all') ?? 0)).toBeLessThan(0.2);
});

test('a question without a right answer teaches nothing', () => {
  expect(
    fit(
      [
        [seen[0]!, seen[2]!],
        [seen[4]!, seen[6]!],
      ],
      HOW,
    ).size,
  ).toBe(0);
});
