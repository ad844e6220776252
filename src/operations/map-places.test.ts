import { expect, test } from 'vitest';
import { Gazetteer, type Place } from '../model/place.ts';
import type { Tables } from '../record/small-tables.ts';
import { coarse, mapPlaces } from './map-places.ts';

const place = (id: string, kind: string, lat: number, lon: number): Place => ({
  id,
  name: { en: id },
  aliases: { en: [], ar: [] },
  kind,
  within: null,
  lat,
  lon,
});
const tables = {
  gazetteer: new Gazetteer([
    place('ford-depot', 'base', 34.24, 41.57),
    place('long-pier', 'base', 34.9, 42.44),
    place('qaraba', 'region', 35, 42),
    place('ford-city', 'city', 34.5, 42),
    place('far-city', 'city', 40, 60),
    place('near-camp', 'camp', 34.4, 41.8),
  ]),
} as unknown as Tables;
const sited = (site: string | null, doubtful = false) => ({ site, doubtful });

test('nothing finer than a tenth of a degree leaves', () => {
  expect([34.24, 41.57, -0.04, 33].map(coarse)).toEqual([34.2, 41.6, 0, 33]);
  for (const { lat, lon } of mapPlaces([sited('ford-depot'), sited('long-pier')], tables))
    for (const degrees of [lat, lon]) expect(String(degrees)).toMatch(/^-?\d+(\.\d)?$/);
});

test('places with most incidents come first, cities near them follow, nothing else does', () => {
  const found = mapPlaces(
    [sited('long-pier'), sited('ford-depot'), sited('ford-depot', true), sited('ford-depot'), sited('qaraba', true)],
    tables,
  );
  expect(found.map((p) => [p.id, p.incidents, p.doubtful, p.wide])).toEqual([
    ['ford-depot', 2, 1, false],
    ['long-pier', 1, 0, false],
    ['qaraba', 0, 1, true],
    ['ford-city', 0, 0, false],
  ]);
});

test('where no place is known there is nothing to draw', () => {
  expect(mapPlaces([sited(null), sited('nowhere')], tables)).toEqual([]);
});
