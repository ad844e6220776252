import { expect, test } from 'vitest';
import { stem } from './stem.ts';

test.each([
  [['murder', 'murders', 'murdered', 'murdering'], 'murder'],
  [['kidnap', 'kidnapped', 'kidnapping', 'kidnappings'], 'kidnap'],
  [['city', 'cities'], 'cit'],
  [['kill', 'killed', 'kills'], 'kill'],
  [['press'], 'press'],
  [['red'], 'red'],
])('%s', (words, expected) => {
  expect(words.map(stem)).toEqual(words.map(() => expected));
});
