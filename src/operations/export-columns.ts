import { showInstant, type Instant } from '../model/instant.ts';
import type { Tables } from '../record/small-tables.ts';
import type { Cell } from './csv.ts';
import { coarse } from './map-places.ts';
import { named } from './present.ts';

/** One column of an export: its name, what stands in it, and how it is taken from a row. */
export interface Column<T> {
  name: string;
  says: string;
  of(row: T): Cell;
}

/** Several values in one cell. */
export const many = (values: Iterable<string>): string => [...new Set(values)].join('; ');
export const when = (at: Instant | null): string | null => (at === null ? null : showInstant(at));
export const english = (ids: Iterable<string>, tables: Tables): string[] =>
  [...ids].map((id) => named(id, tables).name.en);

export const point = (site: string | null, tables: Tables): { lat: number | null; lon: number | null } => {
  const place = site === null ? undefined : tables.gazetteer.get(site);
  return place ? { lat: coarse(place.lat), lon: coarse(place.lon) } : { lat: null, lon: null };
};
export const pointColumns = <T extends { tables: Tables }>(siteOf: (row: T) => string | null): Column<T>[] => [
  { name: 'latitude', says: 'degrees, to 0.1', of: (r) => point(siteOf(r), r.tables).lat },
  { name: 'longitude', says: 'degrees, to 0.1', of: (r) => point(siteOf(r), r.tables).lon },
];

/** A column that a shape has and we have nothing for. */
export const empty = <T>(name: string): Column<T> => ({ name, says: 'empty: we do not code it', of: () => null });
