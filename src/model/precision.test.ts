import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from './instant.ts';
import { acledGeo, acledTime, PLACE_WIDTHS, ucdpDate, ucdpWhere } from './precision.ts';

const wide = (width: number): { from: number; to: number } => ({ from: 0, to: width });

describe('precision of time follows from how wide the interval is', () => {
  test.each<[string, number, number, number]>([
    ['a minute', HOUR / 60, 1, 1],
    ['a day', DAY, 1, 1],
    ['a night, into the next day', 1.25 * DAY, 1, 1],
    ['two days', 2 * DAY, 1, 2],
    ['three days', 3 * DAY, 2, 2],
    ['a week', 7 * DAY, 2, 3],
    ['a fortnight', 14 * DAY, 3, 4],
    ['a month', 31 * DAY, 3, 4],
    ['two months', 61 * DAY, 3, 5],
  ])('%s', (_, width, acled, ucdp) => {
    expect([acledTime(wide(width)), ucdpDate(wide(width))]).toEqual([acled, ucdp]);
  });
  test('an open interval is as imprecise as can be said', () => {
    expect([acledTime({ from: 0, to: null }), ucdpDate({ from: null, to: 0 })]).toEqual([3, 5]);
  });
  test('a wider interval is never more precise', () => {
    const widths = [HOUR, DAY, 1.5 * DAY, 2 * DAY, 6.5 * DAY, 7 * DAY, 8 * DAY, 31 * DAY, 32 * DAY];
    for (const code of [acledTime, ucdpDate]) {
      const codes = widths.map((w) => code(wide(w)));
      expect(codes).toEqual([...codes].sort((a, b) => a - b));
    }
  });
});

describe('precision of place follows from what kind of place it is', () => {
  test.each<[string, number, number]>([
    ['base', 1, 1],
    ['town', 1, 1],
    ['area', 2, 2],
    ['district', 2, 3],
    ['governorate', 3, 4],
    ['region', 3, 5],
    ['country', 3, 6],
    ['sea', 3, 7],
    ['a kind that nobody knows', 3, 6],
  ])('%s', (kind, acled, ucdp) => {
    expect([acledGeo(kind), ucdpWhere(kind)]).toEqual([acled, ucdp]);
  });
  test('the two lists never disagree on which of two kinds is wider', () => {
    const kinds = Object.values(PLACE_WIDTHS).sort((a, b) => a.ucdp - b.ucdp);
    expect(kinds.map((k) => k.acled)).toEqual([...kinds.map((k) => k.acled)].sort((a, b) => a - b));
  });
});
