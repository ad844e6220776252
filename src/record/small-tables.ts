import { voiceOf, type Source } from '../model/source.ts';
import type { Actor } from '../model/actor.ts';
import { Gazetteer, type Place } from '../model/place.ts';
import { Actors } from '../resolve/actors.ts';
import { zonesOf } from '../resolve/zones.ts';
import type { Query } from '../store/connection.ts';
import type { NounRow } from './rows.ts';

/** The small shared tables as linking and counting use them. */
export interface Tables {
  actors: Actors;
  gazetteer: Gazetteer;
  sources: ReadonlyMap<string, Source>;
  /** In which zone an actor speaks, where a source of its says so. */
  zoneOf: (actor: string) => string | undefined;
}

export function tablesFrom(rows: { actors: NounRow[]; places: NounRow[]; sources: NounRow[] }): Tables {
  // In order of ids: what follows from the tables must not depend on the order in which rows were loaded.
  const byId = <T>(list: NounRow[]): T[] =>
    [...list].sort((a, b) => (a.id < b.id ? -1 : 1)).map((r) => r.body as unknown as T);
  const sources = byId<Source>(rows.sources);
  const actors = new Actors(byId<Actor>(rows.actors));
  return {
    actors,
    gazetteer: new Gazetteer(byId<Place>(rows.places)),
    sources: new Map(sources.map((s) => [s.id, s])),
    zoneOf: zonesOf(sources, actors),
  };
}

/** The actor who speaks when this source speaks. */
export const speakerOf = (tables: Tables, sourceId: string): string => {
  const source = tables.sources.get(sourceId);
  return source ? voiceOf(source) : sourceId;
};

/** Small tables by the entry that last changed them, for each store (`scope`). */
const known = new WeakMap<object, Map<number, Tables>>();

/** Sources, actors and places in force at point `n`. */
export async function tablesAt(q: Query, n: number, scope: object): Promise<Tables> {
  const last = (kind: string): string => `(select max(seq) from entry where kind = '${kind}' and seq <= $1)`;
  const [row] = await q<{ v: number | null }>(
    `select greatest(${['source.noted', 'actor.noted', 'place.noted'].map(last).join(', ')}) as v`,
    [n],
  );
  const changed = row!.v ?? 0;
  const kept = known.get(scope) ?? new Map<number, Tables>();
  known.set(scope, kept);
  const hit = kept.get(changed);
  if (hit) return hit;
  const rows = (t: string): Promise<NounRow[]> =>
    q<NounRow>(`select id, file, body from ${t} where since <= $1 and (until is null or until > $1) order by id`, [n]);
  const tables = tablesFrom({
    actors: await rows('actor'),
    places: await rows('place'),
    sources: await rows('source'),
  });
  if (kept.size > 8) kept.clear();
  kept.set(changed, tables);
  return tables;
}
