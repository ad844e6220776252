import { expect, test } from 'vitest';
import { Linear } from './linear.ts';

const model = new Linear({ bias: -1, weights: { '1.5': 'a b', '-0.5': 'c' } });

test.each([
  [[], -1],
  [['a'], 0.5],
  [['a', 'b', 'c'], 1.5],
  [['unheard'], -1],
])('%j', (features, expected) => {
  expect(model.score(features)).toBe(expected);
});

test('without a model nothing is likely', () => {
  expect(new Linear(undefined).score(['a'])).toBe(-Infinity);
});
