import { expect, test } from 'vitest';
import { bound, interval, number, offset, startDay, utc, wallRange } from './format.ts';
import type { Page } from './page.ts';

const page = (language: 'en' | 'ar'): Page => ({
  language,
  path: '/',
  search: '',
  zone: 'Asia/Baghdad',
  style: '',
  icon: '',
});
const [en, ar] = [page('en'), page('ar')];

test.each([
  ['2031-03-10T21:00:00Z', '2031-03-11T21:00:00Z', '11 March 2031'],
  ['2031-03-10T21:00:00Z', '2031-03-13T21:00:00Z', '11–13 March 2031'],
  ['2031-03-11T02:10:00Z', '2031-03-11T02:11:00Z', '11 March 2031 at 05:10'],
  ['2031-03-11T02:10:00Z', '2031-03-11T04:00:00Z', '11 March 2031 at 05:10–06:59'],
  ['2031-03-10T21:00:00Z', null, 'since 11 March 2031'],
  [null, '2031-03-10T21:00:00Z', 'until 10 March 2031'],
  [null, null, 'time unsaid'],
])('from %s to %s is told as %s', (from, to, told) => {
  expect(plain(interval(en, from, to))).toBe(told);
});

/** Spaces and dashes differ between versions of the locale data. */
const plain = (s: string): string =>
  s
    .replace(/\s?[–-]\s?/g, '–')
    .replace(/[\u2009\u202f]/g, ' ')
    .replace(/, (\d\d:)/g, ' at $1');

test('Arabic has its own months and western digits', () => {
  expect(interval(ar, '2031-03-10T21:00:00Z', '2031-03-11T21:00:00Z')).toBe('11 مارس 2031');
  expect(number(ar, 12345)).toBe('12,345');
  expect(startDay(ar, '2031-03-11T15:00:00Z', '2031-03-12T03:00:00Z')).toBe('11 مارس 2031');
});

test('publication times are in UTC and say so', () => {
  expect(plain(utc(en, '2031-03-11T02:10:00Z'))).toBe('11 March 2031 at 02:10 UTC');
});

test.each([
  [{ low: 41, high: null }, 'at least 41', '41 على الأقل'],
  [{ low: null, high: 5 }, 'at most 5', '5 على الأكثر'],
  [{ low: 55, high: 56 }, '55 to 56', 'بين 55 و56'],
  [{ low: 3, high: 3 }, '3', '3'],
  [{ low: null, high: null, about: 2500 }, 'about 2,500', 'نحو 2,500'],
  [{ low: null, high: null }, 'an unknown number', 'عدد غير معلوم'],
])('the bound %o', (b, english, arabic) => {
  expect([bound(en, b), bound(ar, b)]).toEqual([english, arabic]);
});

test('local minutes of a claim: whole days as days, the rest as local time', () => {
  expect(wallRange(en, '2031-03-11T00:00', '2031-03-11T23:59')).toBe('11 March 2031');
  expect(wallRange(en, '2031-03-11T18:00', '2031-03-12T05:59')).toContain('(local time)');
  expect(wallRange(en, null, null)).toBeNull();
});

test('the offset of a zone', () => {
  expect([offset('Asia/Baghdad', null), offset('Asia/Kolkata', null), offset('UTC', null)]).toEqual([
    'UTC+3',
    'UTC+5:30',
    'UTC+0',
  ]);
});
