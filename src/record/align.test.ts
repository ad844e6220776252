import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Claim } from '../model/claim.ts';
import type { Review } from '../model/codes.ts';
import { align, type LiveClaim } from './align.ts';

type Short = [from: number, to: number, speaker?: string, gist?: string];
const claim = ([from, to, speaker, gist = '']: Short): Claim =>
  Claim.parse({ kind: 'statement', evidence: [[from, to]], attribution: speaker ? [{ speaker }] : [], gist });
const live = (no: number, words: Short, review: Review = 'suggested'): LiveClaim => ({
  no,
  claim: claim(words),
  review,
});

describe('a new reading meets the live claims of its report', () => {
  type Expected = { claims: number[]; numbers: number[]; vanished: number[] };
  const table: [string, LiveClaim[], Short[], number, Expected][] = [
    [
      'first reading: numbers from 1',
      [],
      [
        [0, 10],
        [20, 30],
      ],
      0,
      { claims: [1, 2], numbers: [1, 2], vanished: [] },
    ],
    ['same reading: nothing to record', [live(1, [0, 10])], [[0, 10]], 1, { claims: [], numbers: [1], vanished: [] }],
    [
      'other content, same words: a new version',
      [live(1, [0, 10])],
      [[0, 10, undefined, 'x']],
      1,
      { claims: [1], numbers: [1], vanished: [] },
    ],
    [
      'half of the words shared: the same claim',
      [live(1, [0, 10])],
      [[0, 20]],
      1,
      { claims: [1], numbers: [1], vanished: [] },
    ],
    ['less than half: another claim', [live(1, [0, 9])], [[0, 20]], 1, { claims: [2], numbers: [2], vanished: [1] }],
    [
      'another origin: another claim',
      [live(1, [0, 10, 'a'])],
      [[0, 10, 'b']],
      1,
      { claims: [2], numbers: [2], vanished: [1] },
    ],
    ['a number that ended is not given again', [], [[0, 10]], 7, { claims: [8], numbers: [8], vanished: [] }],
    [
      'the better pair wins',
      [live(1, [0, 10]), live(2, [0, 14])],
      [[0, 14, undefined, 'x']],
      2,
      { claims: [2], numbers: [2], vanished: [1] },
    ],
    [
      'order of the reading is no matter',
      [live(1, [0, 10]), live(2, [50, 60])],
      [
        [50, 60],
        [0, 10],
      ],
      2,
      { claims: [], numbers: [2, 1], vanished: [] },
    ],
    [
      'what a person touched stays as the person left it',
      [live(1, [0, 10], 'rejected')],
      [[0, 10, undefined, 'x']],
      1,
      { claims: [], numbers: [1], vanished: [] },
    ],
    [
      'what a person touched is told as vanished, for its flag',
      [live(1, [0, 10], 'accepted')],
      [],
      1,
      { claims: [], numbers: [], vanished: [1] },
    ],
  ];
  test.each(table)('%s', (...row) => {
    const [, before, reading, last, expected] = row;
    const found = align(before, reading.map(claim), last);
    expect({ ...found, claims: found.claims.map((c) => c.no) }).toEqual(expected);
  });

  test('a document whose keys the database gave back in another order is the same', () => {
    const c = claim([0, 10, 'a', 'g']);
    const shuffled = Object.fromEntries(Object.entries(c).reverse()) as unknown as Claim;
    expect(align([{ no: 1, claim: shuffled, review: 'suggested' }], [c], 1).claims).toEqual([]);
  });

  test('numbers are never reused, never doubled, and every live claim is aligned or vanished', () => {
    const words = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 12 })).map(([at, n]): Short => [at, at + n]);
    const readings = fc.array(fc.array(words, { maxLength: 6 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(readings, (all) => {
        let held: LiveClaim[] = [];
        const ever = new Set<number>();
        for (const reading of all) {
          const last = Math.max(0, ...ever);
          const { claims, numbers, vanished } = align(held, reading.map(claim), last);
          expect(new Set(numbers).size).toBe(reading.length);
          const was = new Set(held.map((l) => l.no));
          for (const no of numbers) expect(was.has(no) || no > last).toBe(true);
          expect(vanished.filter((no) => numbers.includes(no))).toEqual([]);
          expect([...vanished, ...numbers].filter((no) => was.has(no)).sort()).toEqual([...was].sort());
          for (const c of claims) ever.add(c.no);
          held = numbers.map((no, i) => ({ no, claim: claim(reading[i]!), review: 'suggested' }));
        }
      }),
      { numRuns: 300 },
    );
  });
});
