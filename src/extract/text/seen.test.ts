import { expect, test } from 'vitest';
import { Seen } from './seen.ts';

const again = (...parts: string[]): boolean[] => {
  const text = parts.join('|');
  const seen = new Seen(text);
  let from = 0;
  return parts.map((p) => {
    const had = seen.has(from, from + p.length);
    from += p.length + 1;
    return had;
  });
};

test.each<[string[], boolean[]]>([
  [
    ['A drone fell.', 'A drone fell.'],
    [false, true],
  ],
  [
    ['A drone fell.', 'A\n  drone\u00a0fell.'],
    [false, true],
  ],
  [
    ['A drone fell.', 'A drone fel l.'],
    [false, false],
  ],
  [
    ['A drone fell.', 'A drones fell.', 'A drone fell.'],
    [false, false, true],
  ],
])('%j', (parts, expected) => {
  expect(again(...parts)).toEqual(expected);
});
