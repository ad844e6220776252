import { expect, test } from 'vitest';
import { Claim } from '../model/claim.ts';
import { showInstant } from '../model/instant.ts';
import { mentionsOf, type Told } from './mentions.ts';
import { utc, world } from './world.test-support.ts';

const told: Told = {
  code: 'r-1',
  published: utc('2023-11-08T12:00'),
  source: 'wire',
  voice: 'wire',
  zone: null,
  text: 'Another drone was shot down at the base.',
};
const claim = (over: object = {}): Claim =>
  Claim.parse({
    kind: 'incident',
    evidence: [[0, 39]],
    event: 'Air/drone strike',
    stage: 'ACCOMPLISHED',
    time: { from: '2023-11-07', to: '2023-11-07' },
    place: { id: 'asad' },
    ...over,
  });
const of = (c: Claim, report: Partial<Told> = {}) =>
  mentionsOf({ report: { ...told, ...report }, report_id: 7, claim_no: 2, claim: c, review: 'suggested' }, world);

test.each([
  ['one', {}, [1]],
  ['three', { count: { low: 3, high: 3 } }, [1, 2, 3]],
  ['at least two', { count: { low: 2, high: null } }, [1, 2]],
  ['some', { count: { low: null, high: null } }, [1]],
  ['none, so one', { count: { low: 0, high: 4 } }, [1]],
  ['historical', { auxiliary: 'historical' }, []],
  ['negated', { auxiliary: 'negated' }, []],
  ['a threat', { stance: 'threatens' }, []],
])('%s: mentions %j', (_, over, ks) => {
  expect(of(claim(over)).map((m) => m.k)).toEqual(ks);
});

test.each([
  ['a whole local day of the place', {}, null, '2023-11-06T21:00:00Z', '2023-11-07T21:00:00Z'],
  [
    'minutes are closed',
    { time: { from: '2023-11-07T09:00', to: '2023-11-07T09:00' } },
    null,
    '2023-11-07T06:00:00Z',
    '2023-11-07T06:01:00Z',
  ],
  ['the report’s zone without a place', { place: null }, 'Asia/Tehran', '2023-11-06T20:30:00Z', '2023-11-07T20:30:00Z'],
  ['UTC without either', { place: null }, null, '2023-11-07T00:00:00Z', '2023-11-08T00:00:00Z'],
  [
    'a day named in Washington covers both days',
    {},
    'America/New_York',
    '2023-11-06T21:00:00Z',
    '2023-11-08T05:00:00Z',
  ],
  [
    'a clock time is the place’s, whoever names it',
    { time: { from: '2023-11-07T09:00', to: '2023-11-07T10:00' } },
    'America/New_York',
    '2023-11-07T06:00:00Z',
    '2023-11-07T07:01:00Z',
  ],
])('%s', (_, over, zone, ...fromTo) => {
  const [m] = of(claim(over), { zone });
  expect([showInstant(m!.from!), showInstant(m!.to!)]).toEqual(fromTo);
});

test('another zone’s day never reaches past publication', () => {
  const [m] = of(claim(), { zone: 'America/New_York', published: utc('2023-11-07T22:00') });
  expect(showInstant(m!.to!)).toBe('2023-11-07T22:00:00Z');
});

test('an undated claim stays open, and never takes the day of publication', () => {
  const [m] = of(claim({ time: { from: null, to: null } }));
  expect([m!.from, m!.to]).toEqual([null, null]);
});

test.each([
  ['own voice', [], [], 'wire', 'wire'],
  ['quoting itself', ['wire'], [], 'wire', 'wire'],
  ['a spokesperson', ['press-secretary'], ['pentagon'], 'pentagon', 'usa'],
  ['a chain', ['paper', 'leader'], ['paper', 'brigade'], 'brigade', 'resistance'],
])('%s', (_, speakers, ...expected) => {
  const [m] = of(claim({ attribution: speakers.map((speaker) => ({ speaker })) }));
  expect([m!.chain, m!.voice, m!.party]).toEqual(expected);
});

test('a place that nobody knows is kept as its words', () => {
  const [m] = of(claim({ place: { id: null, text: 'a hill' } }));
  expect([m!.site, m!.site_text]).toEqual([null, 'a hill']);
});

test('words that part are seen', () => expect(of(claim())[0]!.parted).toBe(true));
