import { SITE_KINDS, type Gazetteer } from '../model/place.ts';

/** Sites that a text names on purpose: two of them are two places, however near. */
const NAMED: ReadonlySet<string> = new Set(['base', 'airport', 'diplomatic mission', 'government building']);
/** How far (km) the edge of an area may lie from its point; wide, because texts say "western" loosely. */
const REACH: Readonly<Record<string, number>> = {
  zone: 55,
  area: 40,
  district: 40,
  governorate: 120,
  region: 220,
  territory: 120,
};
/** Two sites this near may be one place told under two names (a town and the base beside it). */
export const NEAR_KM = 25;

export type Relation = 'same site' | 'within' | 'near' | 'unsaid' | 'different site';

/** Whether the place is one site rather than an area. */
export function isSite(id: string | null, gazetteer: Gazetteer): boolean {
  const kind = id === null ? undefined : gazetteer.get(id)?.kind;
  return kind !== undefined && SITE_KINDS.has(kind);
}

/** Whether the place is a base, airport or mission: what a town beside it is often told for. */
export const isNamed = (id: string, gazetteer: Gazetteer): boolean => NAMED.has(gazetteer.get(id)?.kind ?? '');

/** A region across countries ("the Middle East"): it says no more than no place at all. */
export function isBoundless(id: string, gazetteer: Gazetteer): boolean {
  const place = gazetteer.get(id);
  return place !== undefined && place.kind === 'region' && place.within === null;
}

/** How two places stand to each other, for the question whether two mentions may be one incident. */
export function relation(a: string | null, b: string | null, gazetteer: Gazetteer): Relation {
  if (a === null || b === null || isBoundless(a, gazetteer) || isBoundless(b, gazetteer)) return 'unsaid';
  if (a === b) return isSite(a, gazetteer) ? 'same site' : 'within';
  if (gazetteer.compatible(a, b)) return 'within';
  const km = gazetteer.km(a, b);
  if (km === null) return 'different site';
  if (isSite(a, gazetteer) && isSite(b, gazetteer)) {
    const named = NAMED.has(gazetteer.get(a)!.kind) && NAMED.has(gazetteer.get(b)!.kind);
    return km <= NEAR_KM && !named ? 'near' : 'different site';
  }
  return km <= reach(a, gazetteer) + reach(b, gazetteer) && meetsAcross(a, b, gazetteer) ? 'within' : 'different site';
}

const reach = (id: string, gazetteer: Gazetteer): number => REACH[gazetteer.get(id)?.kind ?? ''] ?? 0;

/** Two governorates, or areas of two countries, never overlap, however near their points lie. */
function meetsAcross(a: string, b: string, gazetteer: Gazetteer): boolean {
  const kinds = [gazetteer.get(a)!.kind, gazetteer.get(b)!.kind];
  if (kinds.every((k) => k === 'governorate')) return false;
  if (kinds.some((k) => k === 'country' || k === 'sea')) return false;
  if (kinds.includes('governorate') && (isSite(a, gazetteer) || isSite(b, gazetteer))) return false;
  return gazetteer.country(a) === gazetteer.country(b);
}

/**
 * The site under which an incident is scheduled for the low bound: the outermost site around it, or the named base
 * within 25 km that it may be another name of. Null for areas: they may be any site. Depends on the gazetteer alone.
 */
export function anchor(id: string | null, gazetteer: Gazetteer): string | null {
  if (id === null || !isSite(id, gazetteer)) return null;
  const outer = gazetteer
    .path(id)
    .filter((p) => isSite(p, gazetteer))
    .at(-1)!;
  if (NAMED.has(gazetteer.get(outer)!.kind)) return outer;
  return nearestBase(outer, gazetteer) ?? outer;
}

const nearest = new WeakMap<Gazetteer, Map<string, string | null>>();
function nearestBase(id: string, gazetteer: Gazetteer): string | null {
  const known = nearest.get(gazetteer) ?? new Map<string, string | null>();
  nearest.set(gazetteer, known);
  const found = known.get(id);
  if (found !== undefined) return found;
  let best: { id: string; km: number } | null = null;
  for (const p of gazetteer.all()) {
    if (!NAMED.has(p.kind) || gazetteer.inside(p.id, id)) continue;
    const km = gazetteer.km(id, p.id);
    if (km === null || km > NEAR_KM) continue;
    if (!best || km < best.km || (km === best.km && p.id < best.id)) best = { id: p.id, km };
  }
  known.set(id, best?.id ?? null);
  return best?.id ?? null;
}
