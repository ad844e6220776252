import { describe, expect, test } from 'vitest';
import type { Incident } from '../model/incident.ts';
import { parseCutoff, parseInstant, type Instant } from '../model/instant.ts';
import { fromContract } from '../model/interval.ts';
import { actors, gazetteer, mention, utc } from '../resolve/world.test-support.ts';
import { summarise } from '../resolve/summary.ts';
import { answer } from './answer.ts';
import { figure, incident, rule } from './incidents.test-support.ts';
import { sinceOfTest, untilOfTest } from './boundaries.test-support.ts';

const tables = { actors, gazetteer };
type Place = 'low' | 'best' | 'high' | 'out';
const ask = (i: Incident, over: object = {}, r = rule()) =>
  answer(r, { incidents: [i], figures: [] }, { n: 1, cutoff: null, reviewedOnly: false, ...tables, ...over });
const stand = (i: Incident, over: object = {}, r = rule()): Place => ask(i, over, r).incidents[0]?.set ?? 'out';
const at = (from: string | null, to: string | null): Incident =>
  incident({ from: from === null ? null : utc(from), to: to === null ? null : utc(to) });

// Baghdad and Damascus keep UTC+3 in 2023 all year: the local day of 17 October runs from 16 Oct 21:00 to 17 Oct 21:00 UTC.
describe('since 17 October, included, in Baghdad', () => {
  test.each<[string, string | null, string | null, Place]>([
    ['the whole of 17 October', '2023-10-16T21:00', '2023-10-17T21:00', 'low'],
    ['the first minute', '2023-10-16T21:00', '2023-10-16T21:01', 'low'],
    ['the minute before', '2023-10-16T20:59', '2023-10-16T21:00', 'out'],
    ['ends at the instant it opens', '2023-10-16T18:00', '2023-10-16T21:00', 'out'],
    ['one microsecond inside', '2023-10-16T18:00', '2023-10-16T21:00:00.000001', 'high'],
    ['middle on the instant it opens', '2023-10-16T20:00', '2023-10-16T22:00', 'best'],
    ['middle a microsecond earlier', '2023-10-16T19:59:59.999998', '2023-10-16T22:00', 'high'],
    ['mostly inside', '2023-10-16T20:00', '2023-10-17T21:00', 'best'],
    ['mostly outside', '2023-10-15T21:00', '2023-10-16T22:00', 'high'],
    ['UTC’s 17 October', '2023-10-17T00:00', '2023-10-18T00:00', 'low'],
    ['UTC’s 16 October', '2023-10-16T00:00', '2023-10-17T00:00', 'high'],
    ['beginning unknown, ends inside', null, '2023-10-18T00:00', 'best'],
    ['beginning unknown, ends before', null, '2023-10-16T00:00', 'out'],
    ['end unknown, begins inside', '2023-10-18T00:00', null, 'low'],
    ['nothing known', null, null, 'high'],
  ])('%s', (_, from, to, set) => expect(stand(at(from, to))).toBe(set));
});

describe('until 7 November, included, in Baghdad', () => {
  test.each<[string, string | null, string | null, Place]>([
    ['the whole of 7 November', '2023-11-06T21:00', '2023-11-07T21:00', 'low'],
    ['the last minute', '2023-11-07T20:59', '2023-11-07T21:00', 'low'],
    ['the minute after', '2023-11-07T21:00', '2023-11-07T21:01', 'out'],
    ['begins at the instant it closes', '2023-11-07T21:00', '2023-11-08T21:00', 'out'],
    ['one microsecond inside', '2023-11-07T20:59:59.999999', '2023-11-08T21:00', 'high'],
    ['middle on the instant it closes', '2023-11-07T20:00', '2023-11-07T22:00', 'high'],
    ['middle a microsecond earlier', '2023-11-07T20:00', '2023-11-07T21:59:59.999998', 'best'],
    ['one microsecond over', '2023-11-06T21:00', '2023-11-07T21:00:00.000001', 'best'],
    ['end unknown, begins inside', '2023-11-07T00:00', null, 'best'],
    ['end unknown, begins after', '2023-11-08T00:00', null, 'out'],
    ['two days, the second outside', '2023-11-06T21:00', '2023-11-08T21:00', 'high'],
    ['two days and a microsecond less', '2023-11-06T21:00', '2023-11-08T20:59:59.999998', 'best'],
  ])('%s', (_, from, to, set) => expect(stand(at(from, to), { until: '2023-11-07' })).toBe(set));
});

describe('windows', () => {
  const noon = at('2023-11-07T09:00', '2023-11-07T09:01');
  test.each<[string, object, Place]>([
    ['one day', { since: '2023-11-07', until: '2023-11-07' }, 'low'],
    ['the day before', { since: '2023-11-06', until: '2023-11-06' }, 'out'],
    ['the day after', { since: '2023-11-08', until: '2023-11-08' }, 'out'],
    ['open on both sides', { since: null, until: null }, 'low'],
    ['open before', { since: null, until: '2023-11-07' }, 'low'],
    ['turned round holds nothing', { since: '2023-11-08', until: '2023-11-06' }, 'out'],
    ['the rule’s own', {}, 'low'],
  ])('%s', (_, window, set) => expect(stand(noon, window)).toBe(set));
});

describe('the zone of the rule', () => {
  const night = at('2023-11-07T22:00', '2023-11-07T23:00'); // 8 November 01:00 in Baghdad, 7 November in London and New York
  test.each<[string, string, Place]>([
    ['Asia/Baghdad', '2023-11-07', 'out'],
    ['Asia/Baghdad', '2023-11-08', 'low'],
    ['Asia/Damascus', '2023-11-08', 'low'],
    ['UTC', '2023-11-07', 'low'],
    ['UTC', '2023-11-08', 'out'],
    ['America/New_York', '2023-11-07', 'low'],
    ['Asia/Tehran', '2023-11-08', 'low'],
  ])('%s, %s', (zone, day, set) => expect(stand(night, { since: day, until: day }, rule({ zone }))).toBe(set));

  test.each([
    ['New York’s longest day has 25 hours', 'America/New_York', '2023-11-05', 25],
    ['its shortest has 23', 'America/New_York', '2023-03-12', 23],
    ['Damascus gave summer time up: 28 October 2022 has 24', 'Asia/Damascus', '2022-10-28', 24],
  ])('%s', (_, zone, day, hours) => {
    const i = fromContract({ from: day, to: day }, zone)!;
    expect((i.to! - i.from!) / 3_600_000_000).toBe(hours);
  });
});

describe('the cutoff', () => {
  const said = (published: string): number =>
    answer(
      rule(),
      { incidents: [], figures: [figure({ published: parseInstant(published)! })] },
      { n: 1, cutoff: parseCutoff('2023-11-08'), reviewedOnly: false, ...tables },
    ).tallies.length;
  test.each<[string, number]>([
    ['2023-11-08T00:00:00Z', 1],
    ['2023-11-08T23:59:59.999999Z', 1],
    ['2023-11-09T00:00:00Z', 0],
    ['2023-11-09T02:59:00+03:00', 1],
    ['2023-11-09T03:00:00+03:00', 0],
    ['2023-11-08T19:00:00-05:00', 0],
  ])('published %s', (published, n) => expect(said(published)).toBe(n));

  test.each<[string, Instant | null]>([
    ['2023-11-08', utc('2023-11-09')],
    ['2023-11-08T18:00:00Z', utc('2023-11-08T18:00') + 1],
    ['2024-02-29', utc('2024-03-01')],
    ['2023-02-29', null],
    ['8 November', null],
  ])('--as-of %s', (text, instant) => expect(parseCutoff(text)).toBe(instant));

  test('a report published at the very instant of the cutoff is in', () => {
    const cutoff = parseCutoff('2023-11-08T12:00:00Z')!;
    expect(
      answer(rule(), { incidents: [], figures: [figure()] }, { n: 1, cutoff, reviewedOnly: false, ...tables }).tallies,
    ).toHaveLength(1);
  });
});

describe('precision of what is told', () => {
  test.each<[string, string | null, string | null, Place]>([
    ['a minute of the day', '2023-11-07T12:00', '2023-11-07T12:00', 'low'],
    ['the day', '2023-11-07', '2023-11-07', 'low'],
    ['the evening into the night', '2023-11-07T18:00', '2023-11-08T03:59', 'best'],
    ['the night into the day', '2023-11-06T18:00', '2023-11-07T07:00', 'best'],
    ['the week', '2023-11-06', '2023-11-12', 'high'],
    ['the month', '2023-11-01', '2023-11-30', 'high'],
    ['the year', '2023-01-01', '2023-12-31', 'high'],
    ['the week around it', '2023-11-04', '2023-11-10', 'best'],
    ['another month', '2023-10-01', '2023-10-31', 'out'],
  ])('%s against one day', (_, from, to, set) => {
    const i = fromContract({ from, to }, 'Asia/Baghdad')!;
    expect(stand(incident(i), { since: '2023-11-07', until: '2023-11-07' })).toBe(set);
  });
});

describe('equal instants and late reports', () => {
  test('a report long after the event counts on the day of the event', () => {
    const told = mention({ published: utc('2024-05-01') });
    const i = incident({ ...summarise([told], tables)!, grade: 'Confirmed' });
    expect(stand(i, { since: '2023-11-07', until: '2023-11-07' })).toBe('low');
  });
  test.each<[string, Incident[], number]>([
    [
      'two at one instant of one site',
      [at('2023-11-07T09:00', '2023-11-07T09:01'), at('2023-11-07T09:00', '2023-11-07T09:01')],
      1,
    ],
    ['two that touch', [at('2023-11-07T09:00', '2023-11-07T10:00'), at('2023-11-07T10:00', '2023-11-07T11:00')], 2],
    [
      'two that share a microsecond',
      [at('2023-11-07T09:00', '2023-11-07T10:00:00.000001'), at('2023-11-07T10:00', '2023-11-07T11:00')],
      1,
    ],
    [
      'two at one instant of two sites',
      [
        at('2023-11-07T09:00', '2023-11-07T09:01'),
        { ...at('2023-11-07T09:00', '2023-11-07T09:01'), site: 'tanf', path: gazetteer.path('tanf') },
      ],
      2,
    ],
  ])('low of %s', (_, list, low) => {
    const incidents = list.map((i, n) => ({ ...i, incident_id: n + 1, code: `i-${n}` }));
    expect(answer(rule(), { incidents, figures: [] }, { n: 1, cutoff: null, reviewedOnly: false, ...tables }).low).toBe(
      low,
    );
  });
});

describe('tallies at the edge of the window', () => {
  test.each(sinceOfTest)('from %s against since %s: %s', (from, since, matches) => {
    const { tallies } = answer(
      rule(),
      // Words that name no start: what is unsaid is told apart from what is said and cannot be dated.
      { incidents: [], figures: [figure({ from, words: 'at least 41 attacks' })] },
      { n: 1, cutoff: null, reviewedOnly: false, ...tables, since },
    );
    expect(tallies.map((t) => t.understood)).toEqual(matches === 'no' ? [] : [matches === 'understood']);
  });
  test.each(untilOfTest)('to %s against until %s: %s', (to, until, matches) => {
    const { tallies } = answer(
      rule(),
      { incidents: [], figures: [figure({ to, published: utc('2023-11-07T12:00') })] },
      { n: 1, cutoff: null, reviewedOnly: false, ...tables, until },
    );
    expect(tallies.map((t) => t.understood)).toEqual(matches === 'no' ? [] : [matches === 'understood']);
  });
});
