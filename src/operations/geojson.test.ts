import { expect, test } from 'vitest';
import { geojson } from './geojson.ts';

test('a row is a feature at its own point, or nowhere', () => {
  const rows = [
    { code: 'a', latitude: 34.2, longitude: 41.6 },
    { code: 'b', latitude: null, longitude: null },
    { code: 'c', latitude: 0, longitude: 0 },
  ];
  const made = geojson({ rule: { id: 'r', version: 2 }, n: 7, cutoff: null, notices: [{ en: 'say so' }], rows });
  expect(made).toEqual({
    type: 'FeatureCollection',
    daybook: { rule: 'r@2', n: 7, cutoff: null, notices: ['say so'] },
    features: [
      { type: 'Feature', geometry: { type: 'Point', coordinates: [41.6, 34.2] }, properties: { code: 'a' } },
      { type: 'Feature', geometry: null, properties: { code: 'b' } },
      { type: 'Feature', geometry: { type: 'Point', coordinates: [0, 0] }, properties: { code: 'c' } },
    ],
  });
});
