import { describe, expect, test } from 'vitest';
import { draws, interval, worseShare } from './bootstrap.ts';
import { judge } from './judge.ts';
import { accept, packed, unpacked } from './last.ts';
import { accuracy, beside, count, f1, precision, share, type Measured, type Row } from './row.ts';

const right = (each: readonly number[], of = 10): Row =>
  accuracy(
    'stage',
    each.map((r) => ({ right: r, of })),
  );
const measured = (row: Row): Measured => ({ set: 'gold', units: row.parts.map((_, i) => `r${i}`), rows: [row] });
const by = { engine: 'rules/1', date: '2024-01-12' };
const TWENTY = Array.from({ length: 20 }, (_, i) => 5 + (i % 4));

describe('figures', () => {
  const found = [
    { tp: 2, pred: 3, gold: 4 },
    { tp: 1, pred: 1, gold: 0 },
  ];
  test.each<[string, Row, number, number]>([
    ['F1 is pooled over reports', f1('x', found), 4, (100 * 2 * 3) / (4 + 4)],
    ['precision looks at what was predicted', precision('x', found), 4, 75],
    ['accuracy looks at what matched', right([3, 8]), 20, 55],
    ['a count is a plain sum', count('x', [0, 2, 1], 3), 3, 3],
  ])('%s', (_, row, n, value) => {
    expect(row.n).toBe(n);
    expect(row.figure(row.parts)).toBeCloseTo(value);
  });

  test('nothing to measure is no figure', () => {
    expect(share([[0, 0], []])).toBeNull();
  });

  test('two languages side by side: the second alone, and how far it is behind', () => {
    const [alone, gap] = beside(right([9, 5, 7]), ['en', 'ar'], (i) => (i === 1 ? 'ar' : 'en'));
    expect(alone!.figure(alone!.parts)).toBe(50);
    expect(gap!.figure(gap!.parts)).toBe(30);
    expect(gap).toMatchObject({ metric: 'stage, en − ar', n: 1, smaller: true, derived: true });
  });
});

describe('the bootstrap', () => {
  test('draws the same reports at every call', () => {
    expect(draws(5, 3)).toEqual(draws(5, 3));
    expect(new Set(draws(50, 20).flat()).size).toBe(50);
  });

  test('gives an interval around the value, narrower for more reports', () => {
    const [few, many] = [right(TWENTY), right([...TWENTY, ...TWENTY, ...TWENTY, ...TWENTY])];
    const [a, b] = interval(few, draws(few.parts.length))!;
    const [c, d] = interval(many, draws(many.parts.length))!;
    const value = few.figure(few.parts)!;
    expect(a).toBeLessThan(value);
    expect(b).toBeGreaterThan(value);
    expect(d - c).toBeLessThan(b - a);
  });

  test.each<[string, Row, Row, [number, number]]>([
    ['the same', right(TWENTY), right(TWENTY), [0, 0]],
    ['one less in every report', right(TWENTY.map((x) => x - 1)), right(TWENTY), [1, 1]],
    ['one more in every report', right(TWENTY.map((x) => x + 1)), right(TWENTY), [0, 0]],
    ['less in one report of twenty', right([4, ...TWENTY.slice(1)]), right(TWENTY), [0.4, 0.94]],
    ['a false claim more in every report', count('x', [2, 2, 2], 3), count('x', [1, 1, 1], 3), [1, 1]],
    ['a false claim less in every report', count('x', [1, 1, 1], 3), count('x', [2, 2, 2], 3), [0, 0]],
  ])('is worse with %s', (_, now, then, [from, to]) => {
    const worse = worseShare(now, { now: now.parts, then: then.parts }, draws(now.parts.length));
    expect(worse).toBeGreaterThanOrEqual(from);
    expect(worse).toBeLessThanOrEqual(to);
  });
});

describe('the verdict', () => {
  const last = accept({}, [measured(right(TWENTY))], by);
  test.each<[string, Row, string]>([
    ['the aim', right(TWENTY.map(() => 10)), 'aim met'],
    ['the first bar', right(TWENTY.map(() => 9)), 'met'],
    ['no bar', right(TWENTY), 'not met'],
    ['less than last time', right(TWENTY.map((x) => x - 1)), 'worse'],
  ])('with %s', (_, row, verdict) => {
    expect(judge(measured(row), last)[0]).toMatchObject({ verdict, first: 88, aim: 96, last: 65 });
  });

  test('compares only reports that were measured then, too', () => {
    const grown = right([...TWENTY, ...TWENTY.map(() => 0)]);
    expect(judge(measured(grown), last)[0]).toMatchObject({ worse: 0, verdict: 'not met' });
  });

  test('without a last result nothing is worse', () => {
    expect(judge(measured(right(TWENTY)), {})[0]).toMatchObject({ worse: null, last: null, verdict: 'not met' });
  });

  test('a gap is judged by its bar, never as worse', () => {
    const rows = (ar: number): Measured => ({
      ...measured(right(TWENTY)),
      rows: beside(right(TWENTY.map((x, i) => (i % 2 ? ar : x))), ['en', 'ar'], (i) => (i % 2 ? 'ar' : 'en')),
    });
    const before = accept({}, [rows(8)], by);
    expect(judge(rows(4), before).map((l) => l.verdict)).toEqual(['worse', 'reported']);
  });
});

test('parts are kept as one short line and come back as they were', () => {
  const parts = [[2, 4], [], [0.33333, 1], [7]];
  expect(packed(parts)).toBe('2/4 - 0.3333/1 7');
  expect(unpacked(packed(parts))).toEqual([[2, 4], [], [0.3333, 1], [7]]);
});
