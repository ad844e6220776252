import type { Cell } from './csv.ts';

interface Table {
  rule: { id: string; version: number };
  n: number;
  cutoff: string | null;
  notices: readonly { en: string }[];
  rows: readonly Readonly<Record<string, Cell>>[];
}

/** Rows as GeoJSON (RFC 7946): the point is the row's own latitude and longitude, null where its place is unsaid. */
export function geojson({ rule, n, cutoff, notices, rows }: Table): object {
  return {
    type: 'FeatureCollection',
    daybook: { rule: `${rule.id}@${rule.version}`, n, cutoff, notices: notices.map((x) => x.en) },
    features: rows.map(({ latitude, longitude, ...properties }) => ({
      type: 'Feature',
      geometry: typeof latitude === 'number' ? { type: 'Point', coordinates: [longitude, latitude] } : null,
      properties,
    })),
  };
}
