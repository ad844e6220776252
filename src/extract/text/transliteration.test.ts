import { expect, test } from 'vitest';
import { respells, skeleton } from './transliteration.ts';

test.each([
  ['sulaymaniyah', 'suleimaniya'],
  ['mayadin', 'mayadeen'],
  ['qamishli', 'kamishly'],
  ['shaddadi', 'shaddadeh'],
])('%s and %s are one name', (a, b) => {
  expect(skeleton(a)).toBe(skeleton(b));
  expect(respells(a, b)).toBe(true);
});

test('words that only share their consonants are not', () => {
  expect(skeleton('michael')).toBe(skeleton('makhoul'));
  expect(respells('michael', 'makhoul')).toBe(false);
});

test('short words and other scripts have no skeleton', () => {
  expect(skeleton('hit')).toBeNull();
  expect(skeleton('bashar')).toBeNull();
  expect(skeleton('القائم')).toBeNull();
});
