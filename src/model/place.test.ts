import { describe, expect, test } from 'vitest';
import { Gazetteer, Place } from './place.ts';

const place = (id: string, kind: string, within: string | null, more: object = {}): Place =>
  Place.parse({ id, name: { en: id }, kind, within, lat: 33, lon: 44, ...more });

const PLACES = [
  place('iraq', 'country', null, { zone: 'Asia/Baghdad', lat: 33.2, lon: 43.7 }),
  place('syria', 'country', null, { zone: 'Asia/Damascus' }),
  place('anbar', 'governorate', 'iraq'),
  place('ain-al-asad', 'base', 'anbar', { lat: 33.8, lon: 42.4 }),
  place('al-tanf', 'base', 'syria', { lat: 33.5, lon: 38.6 }),
  place('middle-east', 'region', null),
];
const gazetteer = new Gazetteer(PLACES);

describe('the gazetteer', () => {
  test.each<[string, string[]]>([
    ['ain-al-asad', ['ain-al-asad', 'anbar', 'iraq']],
    ['iraq', ['iraq']],
    ['nowhere-known', ['nowhere-known']],
  ])('path of %s', (id, path) => expect(gazetteer.path(id)).toEqual(path));

  test.each<[string, string, boolean, boolean]>([
    ['ain-al-asad', 'iraq', true, true],
    ['iraq', 'ain-al-asad', false, true],
    ['iraq', 'iraq', true, true],
    ['al-tanf', 'iraq', false, false],
    ['nowhere-known', 'iraq', false, false],
  ])('%s inside %s', (inner, outer, inside, compatible) => {
    expect([gazetteer.inside(inner, outer), gazetteer.compatible(inner, outer)]).toEqual([inside, compatible]);
  });

  test('the only place of a kind within another', () => {
    expect(gazetteer.only('base', 'iraq')).toBe('ain-al-asad');
    expect(gazetteer.only('base', 'middle-east')).toBeNull();
    expect(gazetteer.only('airport', 'iraq')).toBeNull();
  });

  test.each<[string | null, string]>([
    ['ain-al-asad', 'Asia/Baghdad'],
    ['al-tanf', 'Asia/Damascus'],
    ['middle-east', 'UTC'],
    ['nowhere-known', 'UTC'],
    [null, 'UTC'],
  ])('zone of %s', (id, zone) => expect(gazetteer.zone(id)).toBe(zone));

  test('countries are what lies within nothing', () => {
    expect(gazetteer.countries()).toEqual(['iraq', 'syria', 'middle-east']);
    expect(gazetteer.country('ain-al-asad')).toBe('iraq');
  });
  test('a circle of places ends', () => {
    const round = new Gazetteer([place('a', 'area', 'b'), place('b', 'area', 'c'), place('c', 'area', 'a')]);
    expect(round.path('a')).toEqual(['a', 'b', 'c']);
    expect(round.zone('a')).toBe('UTC');
    expect(round.inside('a', 'c')).toBe(true);
  });
  test('distances go over the sphere, and there is none to the unknown', () => {
    expect(gazetteer.km('ain-al-asad', 'al-tanf')!).toBeGreaterThan(330);
    expect(gazetteer.km('ain-al-asad', 'al-tanf')!).toBeLessThan(370);
    expect(gazetteer.km('iraq', 'iraq')).toBe(0);
    expect(gazetteer.km('iraq', 'nowhere-known')).toBeNull();
  });
  test('decimals that an entry holds as strings are numbers again', () => {
    expect(Place.parse({ ...PLACES[0], lat: '33.2', lon: '43.7' })).toMatchObject({ lat: 33.2, lon: 43.7 });
  });
});

describe('a place is refused', () => {
  test.each<[string, object]>([
    ['without a name', { name: undefined }],
    ['of a kind that nobody knows', { kind: 'galaxy' }],
    ['beyond the pole', { lat: 91 }],
    ['beyond the date line', { lon: -181 }],
    ['without a word about what it lies within', { within: undefined }],
    ['within nothing named', { within: '' }],
  ])('%s', (_, change) => expect(Place.safeParse({ ...PLACES[0], ...change }).success).toBe(false));
});
