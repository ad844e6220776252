import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DAY,
  EARLIEST,
  HOUR,
  LATEST,
  MINUTE,
  SECOND,
  fromLocal,
  isZone,
  offsetAt,
  parseCutoff,
  parseInstant,
  parseWall,
  showDay,
  showInstant,
  showWall,
  toLocal,
} from './instant.ts';

const utc = (s: string): number => parseInstant(`${s}Z`)!;
const instants = fc.integer({ min: EARLIEST, max: LATEST - 1 });
const ZONES = [
  'UTC',
  'Asia/Baghdad',
  'Asia/Damascus',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Asia/Tehran',
];

describe('instants', () => {
  test.each<[string, number]>([
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00Z', 0],
    ['1970-01-01T00:00:00.000001Z', 1],
    ['1970-01-01T00:00:00.5Z', 500_000],
    ['1969-12-31T23:59:59.999999Z', -1],
    ['1970-01-01T03:00:00+03:00', 0],
    ['1969-12-31T19:30:00-04:30', 0],
    ['2024-02-29T00:00:00Z', 19_782 * DAY],
  ])('%s', (text, at) => expect(parseInstant(text)).toBe(at));

  test.each([
    '2023-11-08',
    '2023-11-08T12:30',
    '2023-11-08T12:30:00',
    '2023-11-08 12:30:00Z',
    '2023-02-29T00:00:00Z',
    '2023-13-01T00:00:00Z',
    '2023-11-31T00:00:00Z',
    '2023-11-08T24:00:00Z',
    '2023-11-08T12:60:00Z',
    '2023-11-08T12:30:61Z',
    '2023-11-08T12:30:00.1234567Z',
    '1899-12-31T23:59:59Z',
    '2200-01-01T00:00:00Z',
    'yesterdayZ',
    '',
    '٢٠٢٣-١١-٠٨T12:30:00Z',
  ])('“%s” is none', (text) => expect(parseInstant(text)).toBeNull());

  test('the first and the last microsecond that the record can hold', () => {
    expect(parseInstant('1900-01-01T00:00:00Z')).toBe(EARLIEST);
    expect(parseInstant('2199-12-31T23:59:59.999999Z')).toBe(LATEST - 1);
  });
  test('what is shown is read back, to the microsecond', () => {
    fc.assert(fc.property(instants, (at) => void expect(parseInstant(showInstant(at))).toBe(at)));
  });
  test('order of instants is order of what is shown', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        const plain = (at: number): string => showInstant(Math.floor(at / SECOND) * SECOND);
        if (Math.floor(a / SECOND) < Math.floor(b / SECOND)) expect(plain(a) < plain(b)).toBe(true);
      }),
    );
  });
  test.each<[string, string]>([
    ['2023-11-08T12:30:00Z', '2023-11-08T12:30:00Z'],
    ['2023-11-08T12:30:00.000001Z', '2023-11-08T12:30:00.000001Z'],
    ['1969-12-31T23:59:59.999999Z', '1969-12-31T23:59:59.999999Z'],
  ])('%s is shown as it is written', (text, shown) => expect(showInstant(parseInstant(text)!)).toBe(shown));
});

describe('local time', () => {
  test.each<[string, string, number]>([
    ['Baghdad has no summer time', 'Asia/Baghdad', 3 * HOUR],
    ['New York in winter', 'America/New_York', -5 * HOUR],
    ['Kathmandu, three quarters of an hour', 'Asia/Kathmandu', 5.75 * HOUR],
    ['Damascus keeps summer time since 2022', 'Asia/Damascus', 3 * HOUR],
    ['UTC', 'UTC', 0],
  ])('%s', (_, zone, offset) => expect(offsetAt(utc('2023-12-01T00:00:00'), zone)).toBe(offset));

  test('offsets are right at the moment they change', () => {
    const change = utc('2023-11-05T06:00:00');
    expect(offsetAt(change - 1, 'America/New_York')).toBe(-4 * HOUR);
    expect(offsetAt(change, 'America/New_York')).toBe(-5 * HOUR);
  });
  test('a time inside a spring gap moves forward', () => {
    const at = fromLocal(parseWall('2023-03-12T02:30')!, 'America/New_York');
    expect(showInstant(at)).toBe('2023-03-12T07:00:00Z');
    expect(showWall(toLocal(at, 'America/New_York'))).toBe('2023-03-12T03:00');
  });
  /** Days on which clocks change in one of the zones, so that every run looks where it is hard. */
  const CHANGES = ['2023-03-12', '2023-11-05', '2023-03-26', '2023-10-29', '2023-04-02', '2023-10-01', '2023-07-01'];
  test.each(['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'America/St_Johns'])(
    'local order is kept in %s, across gaps too',
    (zone) => {
      fc.assert(
        fc.property(
          fc.constantFrom(...CHANGES),
          fc.integer({ min: 0, max: 24 * 4 }),
          fc.integer({ min: 0, max: 8 }),
          (day, quarter, later) => {
            const wall = parseWall(day)! + quarter * 15 * MINUTE;
            const [from, to] = [fromLocal(wall, zone), fromLocal(wall + later * 15 * MINUTE, zone)];
            expect(from).toBeLessThanOrEqual(to);
          },
        ),
        { numRuns: 2000 },
      );
    },
  );
  test('a time that happens twice in autumn is one of the two', () => {
    const at = fromLocal(parseWall('2023-11-05T01:30')!, 'America/New_York');
    expect(['2023-11-05T05:30:00Z', '2023-11-05T06:30:00Z']).toContain(showInstant(at));
  });
  test.each(ZONES)('an instant told in %s and read back is the same, but for the hour that happens twice', (zone) => {
    fc.assert(
      fc.property(fc.integer({ min: utc('1990-01-01T00:00:00'), max: utc('2040-01-01T00:00:00') }), (at) => {
        const back = fromLocal(toLocal(at, zone), zone);
        expect(toLocal(back, zone)).toBe(toLocal(at, zone));
        expect(Math.abs(back - at)).toBeLessThanOrEqual(HOUR);
      }),
    );
  });
  test.each(['Asia/Baghdad', 'UTC', 'America/New_York'])('%s is a zone', (zone) => expect(isZone(zone)).toBe(true));
  test.each(['Asia/Baghdat', '', 'three hours'])('“%s” is none', (zone) => expect(isZone(zone)).toBe(false));
  test.each<[string, string, string]>([
    ['2023-11-08', '2023-11-08T00:00', '2023-11-08'],
    ['2023-11-08T23:59', '2023-11-08T23:59', '2023-11-08'],
    ['1969-12-31T23:59:59', '1969-12-31T23:59', '1969-12-31'],
  ])('wall time %s', (text, minute, day) => {
    expect([showWall(parseWall(text)!), showDay(parseWall(text)!)]).toEqual([minute, day]);
  });
});

describe('cutoffs', () => {
  test.each<[string, string | null]>([
    ['2023-11-07', '2023-11-08T00:00:00Z'],
    ['2024-02-29', '2024-03-01T00:00:00Z'],
    ['2023-11-07T12:00:00Z', '2023-11-07T12:00:00.000001Z'],
    ['2023-11-07T12:00:00+03:00', '2023-11-07T09:00:00.000001Z'],
    ['2023-02-30', null],
    ['last week', null],
  ])('%s ends before %s', (text, end) => {
    expect(parseCutoff(text)).toBe(end === null ? null : parseInstant(end));
  });
  test('a day holds its last microsecond and not the next one', () => {
    const end = parseCutoff('2023-11-07')!;
    expect(utc('2023-11-07T23:59:59.999999') < end).toBe(true);
    expect(utc('2023-11-08T00:00:00') < end).toBe(false);
    expect(end - utc('2023-11-07T00:00:00')).toBe(24 * 60 * MINUTE);
  });
});
