import { expect, test } from 'vitest';
import { alike, cut, touched } from './labels.ts';

test('spans are alike that share half of their words', () => {
  const words = cut('The mayor said “no” twice.');
  expect(words).toHaveLength(8);
  const [whole, half, other] = [touched(words, [[0, 9]]), touched(words, [[4, 9]]), touched(words, [[15, 19]])];
  expect([alike(whole, half), alike(half, other), alike(new Set(), new Set())]).toEqual([true, false, false]);
});
