import * as z from 'zod';
import { Aliases, Name } from './names.ts';
import type { Noun } from './noun.ts';
import { PLACE_WIDTHS } from './precision.ts';

export const PLACE_KINDS = Object.keys(PLACE_WIDTHS) as [string, ...string[]];

/** Kinds of place that name one site; the others are areas that may hold many incidents of one day. */
export const SITE_KINDS: ReadonlySet<string> = new Set([
  'base',
  'airport',
  'diplomatic mission',
  'government building',
  'infrastructure',
  'camp',
  'field',
  'town',
  'city',
]);

export const Place = z.object({
  id: z.string().min(1).max(200),
  name: Name,
  aliases: Aliases,
  kind: z.enum(PLACE_KINDS),
  /** The next wider place; the chain ends in a country, territory, region or sea. */
  within: z.string().min(1).nullable(),
  /** Degrees, to 0.1: nothing finer is stored or shown. */
  lat: z.coerce.number().min(-90).max(90),
  lon: z.coerce.number().min(-180).max(180),
  /** IANA zone; inherited along `within` where absent. */
  zone: z.string().optional(),
  /** Actors whose forces the place houses: an attack there is on them unless the text names another target. */
  hosts: z.array(z.string()).optional(),
});
export type Place = z.infer<typeof Place>;

export const PlaceNoun: Noun = {
  name: 'place',
  label: { en: 'Place', ar: 'مكان' },
  description: 'A gazetteer entry with names in both scripts, kind, what it lies within, and a coarse point.',
  schema: Place,
};

/** The places in force, with the walks along `within` that linking and counting need. */
export class Gazetteer {
  readonly #byId: ReadonlyMap<string, Place>;
  readonly #paths = new Map<string, readonly string[]>();
  readonly #only = new Map<string, string | null>();

  constructor(places: Iterable<Place>) {
    this.#byId = new Map([...places].map((p) => [p.id, p]));
  }

  get(id: string): Place | undefined {
    return this.#byId.get(id);
  }

  all(): IterableIterator<Place> {
    return this.#byId.values();
  }

  /** The place itself, then everything it lies within, widest last; an unknown id is its own path. */
  path(id: string): readonly string[] {
    const known = this.#paths.get(id);
    if (known) return known;
    const path: string[] = [];
    for (let at: string | null | undefined = id; at && !path.includes(at); at = this.#byId.get(at)?.within)
      path.push(at);
    this.#paths.set(id, path);
    return path;
  }

  /** Whether `inner` is `outer` or lies within it. */
  inside(inner: string, outer: string): boolean {
    return this.path(inner).includes(outer);
  }

  /** The one place of a kind that lies within another; null where there is none, or more than one. */
  only(kind: string, within: string): string | null {
    const key = `${kind}\t${within}`;
    const known = this.#only.get(key);
    if (known !== undefined) return known;
    const all = [...this.#byId.values()].filter((p) => p.kind === kind && this.inside(p.id, within));
    const found = all.length === 1 ? all[0]!.id : null;
    this.#only.set(key, found);
    return found;
  }

  /** Whether one may be the other: equal, or one lies within the other. */
  compatible(a: string, b: string): boolean {
    return this.inside(a, b) || this.inside(b, a);
  }

  /** The widest place of the path: a country, or a sea or region that belongs to none. */
  country(id: string): string {
    return this.path(id).at(-1)!;
  }

  /** Everything that lies within nothing: countries, seas, and regions that belong to none. */
  countries(): string[] {
    return [...this.#byId.values()].filter((p) => p.within === null).map((p) => p.id);
  }

  /** IANA zone of the place, inherited along `within`; UTC where none is known. */
  zone(id: string | null | undefined): string {
    if (id) for (const step of this.path(id)) if (this.#byId.get(step)?.zone) return this.#byId.get(step)!.zone!;
    return 'UTC';
  }

  /** Great-circle distance in kilometres; null when either is unknown. */
  km(a: string, b: string): number | null {
    const x = this.#byId.get(a);
    const y = this.#byId.get(b);
    if (!x || !y) return null;
    const rad = Math.PI / 180;
    const h =
      Math.sin(((y.lat - x.lat) * rad) / 2) ** 2 +
      Math.cos(x.lat * rad) * Math.cos(y.lat * rad) * Math.sin(((y.lon - x.lon) * rad) / 2) ** 2;
    return 12_742 * Math.asin(Math.sqrt(h));
  }
}
