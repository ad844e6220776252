import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, parseInstant, showInstant } from './instant.ts';
import {
  covers,
  daysBetween,
  fromContract,
  holds,
  hull,
  intersection,
  meets,
  midpoint,
  toContract,
  width,
  type ContractTime,
  type Interval,
} from './interval.ts';

const side = fc.option(fc.integer({ min: -50, max: 50 }), { nil: null });
/** Intervals that hold something, open ones among them; small numbers, so that ends often coincide. */
const intervals = fc
  .tuple(side, side)
  .filter(([from, to]) => from === null || to === null || from < to)
  .map(([from, to]): Interval => ({ from, to }));
const instants = fc.integer({ min: -60, max: 60 });
const i = (from: number | null, to: number | null): Interval => ({ from, to });

describe('the algebra of intervals', () => {
  test('meeting is symmetric, and means that an instant is shared', () => {
    fc.assert(
      fc.property(intervals, intervals, instants, (a, b, at) => {
        expect(meets(a, b)).toBe(meets(b, a));
        expect(meets(a, a)).toBe(true);
        if (holds(a, at) && holds(b, at)) expect(meets(a, b)).toBe(true);
      }),
    );
  });
  test('covering is reflexive, transitive and antisymmetric', () => {
    fc.assert(
      fc.property(intervals, intervals, intervals, (a, b, c) => {
        expect(covers(a, a)).toBe(true);
        if (covers(a, b) && covers(b, c)) expect(covers(a, c)).toBe(true);
        if (covers(a, b) && covers(b, a)) expect(a).toEqual(b);
        if (covers(a, b)) expect(meets(a, b)).toBe(true);
      }),
    );
  });
  test('the intersection lies in both and holds exactly what both hold; none where they do not meet', () => {
    fc.assert(
      fc.property(intervals, intervals, instants, (a, b, at) => {
        const both = intersection(a, b);
        expect(both === null).toBe(!meets(a, b));
        expect(both).toEqual(intersection(b, a));
        if (both) expect(covers(a, both) && covers(b, both)).toBe(true);
        expect(both !== null && holds(both, at)).toBe(holds(a, at) && holds(b, at));
      }),
    );
  });
  test('the hull covers both, and nothing narrower does', () => {
    fc.assert(
      fc.property(intervals, intervals, intervals, (a, b, c) => {
        const both = hull(a, b);
        expect(both).toEqual(hull(b, a));
        expect(covers(both, a) && covers(both, b)).toBe(true);
        if (covers(c, a) && covers(c, b)) expect(covers(c, both)).toBe(true);
        expect(width(both)).toBeGreaterThanOrEqual(Math.max(width(a), width(b)));
      }),
    );
  });
  test('the midpoint lies inside, where there is one', () => {
    fc.assert(
      fc.property(intervals, (a) => {
        const middle = midpoint(a);
        if (middle === null) expect(a).toEqual(i(null, null));
        else expect(holds(a, middle)).toBe(true);
      }),
    );
  });
  test.each<[string, Interval, Interval, boolean]>([
    ['touching ends do not meet', i(0, 5), i(5, 9), false],
    ['one unit shared', i(0, 6), i(5, 9), true],
    ['open to the left', i(null, 5), i(4, 9), true],
    ['open to the left, apart', i(null, 4), i(4, 9), false],
    ['open on both sides', i(null, null), i(4, 9), true],
  ])('%s', (_, a, b, out) => expect(meets(a, b)).toBe(out));
});

describe('the contract’s closed minutes and our half open instants', () => {
  test.each<[string, ContractTime, string, [string | null, string | null]]>([
    [
      'a point is one minute long',
      { from: '2023-11-08T12:30', to: '2023-11-08T12:30' },
      'Asia/Baghdad',
      ['2023-11-08T09:30:00Z', '2023-11-08T09:31:00Z'],
    ],
    [
      'a bare date is the whole local day',
      { from: '2023-11-08', to: '2023-11-08' },
      'Asia/Baghdad',
      ['2023-11-07T21:00:00Z', '2023-11-08T21:00:00Z'],
    ],
    [
      'day to minute',
      { from: '2023-11-08', to: '2023-11-08T06:00' },
      'UTC',
      ['2023-11-08T00:00:00Z', '2023-11-08T06:01:00Z'],
    ],
    ['open begin', { from: null, to: '2023-11-08' }, 'UTC', [null, '2023-11-09T00:00:00Z']],
    ['open end', { from: '2023-11-08', to: null }, 'UTC', ['2023-11-08T00:00:00Z', null]],
    [
      'a day of 23 hours',
      { from: '2023-03-12', to: '2023-03-12' },
      'America/New_York',
      ['2023-03-12T05:00:00Z', '2023-03-13T04:00:00Z'],
    ],
    [
      'a day of 25 hours',
      { from: '2023-11-05', to: '2023-11-05' },
      'America/New_York',
      ['2023-11-05T04:00:00Z', '2023-11-06T05:00:00Z'],
    ],
    [
      'a minute inside the gap of spring',
      { from: '2023-03-12T02:30', to: '2023-03-12T02:30' },
      'America/New_York',
      ['2023-03-12T07:00:00Z', '2023-03-12T07:01:00Z'],
    ],
  ])('%s', (_, time, zone, [from, to]) => {
    const got = fromContract(time, zone)!;
    expect([got.from, got.to].map((at) => (at === null ? null : showInstant(at)))).toEqual([from, to]);
  });
  test.each<[string, ContractTime]>([
    ['no date', { from: 'yesterday', to: null }],
    ['no such day', { from: '2023-02-30', to: null }],
    ['an instant with its offset', { from: null, to: '2023-11-08T12:30:00Z' }],
  ])('%s is no time', (_, time) => expect(fromContract(time, 'UTC')).toBeNull());

  const minute = fc.integer({
    min: parseInstant('2000-01-01T00:00:00Z')! / MINUTE,
    max: parseInstant('2040-01-01T00:00:00Z')! / MINUTE,
  });
  test.each(['UTC', 'Asia/Baghdad', 'Asia/Kathmandu'])('there and back in %s, where no hour happens twice', (zone) => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 60 * 24 * 40 }), (start, minutes) => {
        // Baghdad had summer time until 2007; the hour that happens twice cannot be told apart in local minutes.
        const from = Math.max(start * MINUTE, parseInstant('2008-01-01T00:00:00Z')!);
        const time = { from, to: from + minutes * MINUTE };
        expect(fromContract(toContract(time, zone), zone)).toEqual(time);
      }),
    );
  });
  test.each(['America/New_York', 'Europe/London', 'Asia/Damascus', 'Australia/Lord_Howe'])(
    'back and there in %s gives the same local times, whatever the clock did',
    (zone) => {
      fc.assert(
        fc.property(minute, fc.integer({ min: 1, max: 60 * 24 * 40 }), (start, minutes) => {
          const told = toContract({ from: start * MINUTE, to: (start + minutes) * MINUTE }, zone);
          const again = fromContract(told, zone)!;
          expect(toContract(again, zone)).toEqual(told);
          expect(Math.abs(again.from! - start * MINUTE)).toBeLessThanOrEqual(HOUR);
        }),
      );
    },
  );
  test('open sides stay open', () => {
    expect(toContract(i(null, null), 'Asia/Baghdad')).toEqual({ from: null, to: null });
    expect(fromContract({ from: null, to: null }, 'Asia/Baghdad')).toEqual(i(null, null));
  });
  test('days are local and both included', () => {
    const days = daysBetween('2023-10-17', '2023-10-18', 'Asia/Baghdad');
    expect(width(days)).toBe(2 * DAY);
    expect(showInstant(days.from!)).toBe('2023-10-16T21:00:00Z');
    expect(daysBetween(null, null, 'Asia/Baghdad')).toEqual(i(null, null));
  });
});
