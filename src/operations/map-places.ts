import type { Place } from '../model/place.ts';
import { ucdpWhere } from '../model/precision.ts';
import type { Tables } from '../record/small-tables.ts';
import type { MapPlace } from './outputs.ts';

/** Places that help to find others are told within so many degrees around them, and no more than so many. */
const AROUND = 2;
const LANDMARKS = 30;

/** Degrees to 0.1, whatever stands in the gazetteer: nothing finer leaves. */
export const coarse = (degrees: number): number => Math.round(degrees * 10) / 10 || 0;

/** An incident as a map tells it. */
interface Sited {
  site: string | null;
  /** It belongs to the high count alone. */
  doubtful: boolean;
}

/** Where incidents are, most of them first, then cities and countries around for orientation. Empty where no place is known. */
export function mapPlaces(incidents: readonly Sited[], { gazetteer }: Tables): MapPlace[] {
  const at = new Map<string, { incidents: number; doubtful: number }>();
  for (const { site, doubtful } of incidents) {
    if (site === null || !gazetteer.get(site)) continue;
    const there = at.get(site) ?? { incidents: 0, doubtful: 0 };
    there[doubtful ? 'doubtful' : 'incidents']++;
    at.set(site, there);
  }
  const told = [...at].map(([id, numbers]) => pointOf(gazetteer.get(id)!, numbers)).sort(mostFirst);
  if (!told.length) return [];
  const near = [...gazetteer.all()].filter((p) => isLandmark(p) && !at.has(p.id) && isNear(p, told));
  return [...told, ...near.slice(0, LANDMARKS).map((p) => pointOf(p, { incidents: 0, doubtful: 0 }))];
}

function pointOf(p: Place, numbers: Pick<MapPlace, 'incidents' | 'doubtful'>): MapPlace {
  const { id, name, kind } = p;
  return { id, name, kind, lat: coarse(p.lat), lon: coarse(p.lon), wide: ucdpWhere(kind) > 2, ...numbers };
}

const mostFirst = (a: MapPlace, b: MapPlace): number =>
  b.incidents - a.incidents || b.doubtful - a.doubtful || (a.id < b.id ? -1 : 1);

const isLandmark = ({ kind }: Place): boolean => kind === 'city' || kind === 'country';

function isNear({ lat, lon }: Place, points: readonly MapPlace[]): boolean {
  const [lats, lons] = [points.map((p) => p.lat), points.map((p) => p.lon)];
  const inside = (x: number, all: readonly number[]): boolean =>
    x >= Math.min(...all) - AROUND && x <= Math.max(...all) + AROUND;
  return inside(lat, lats) && inside(lon, lons);
}
