import { expect, test } from 'vitest';
import { claimOf, spans } from './claims.ts';
import type { FigureDraft, Range } from './draft.ts';

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

test.each([NaN, Infinity, -8.64e15, 8.64e15, Date.UTC(10_000, 0, 1)])(
  'a day that no calendar holds (%s) is unsaid',
  (wall) => {
    const draft = {
      kind: 'tally',
      evidence: [[0, 9]],
      chain: [],
      stance: 'reports',
      hedged: false,
      auxiliary: null,
      unit: 'attack',
      bound: { low: 1, high: 1, about: null },
      wording: '1',
      window: { from: wall, to: Date.UTC(2023, 10, 7) },
      places: [],
      target: null,
      perpetrator: null,
      parts: [],
      excludes: null,
    } as unknown as FigureDraft;
    expect(claimOf(draft, '1 attack.')).toMatchObject({ tally: { from: null, to: '2023-11-07' } });
  },
);
