import type { MapPlace } from '../operations/outputs.ts';

/** Width of a map in its own units; heights follow from what it shows. */
export const WIDTH = 360;
const HEIGHTS = { least: 200, most: 340 } as const;
/** Degrees around the outermost points, and the least that is shown. */
const MARGIN = 0.7;
const LEAST = { lat: 3, lon: 4.2 } as const;
const KM_A_DEGREE = 111.2;

/** What a map shows and how degrees become its units: one degree is as long north as east in its middle. */
export interface Frame {
  west: number;
  east: number;
  south: number;
  north: number;
  height: number;
  x(lon: number): number;
  y(lat: number): number;
  /** Units of one kilometre. */
  km: number;
}

export function frameOf(points: readonly Pick<MapPlace, 'lat' | 'lon'>[]): Frame {
  const lats = widened(
    points.map((p) => p.lat),
    LEAST.lat,
  );
  const lons = widened(
    points.map((p) => p.lon),
    LEAST.lon,
  );
  const shrink = Math.cos((((lats.from + lats.to) / 2) * Math.PI) / 180);
  const ratio = (lats.to - lats.from) / ((lons.to - lons.from) * shrink);
  const height = Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, WIDTH * ratio));
  // Whichever direction is too short for the frame is shown wider.
  const [lat, lon] =
    WIDTH * ratio < height
      ? [stretched(lats, ((lons.to - lons.from) * shrink * height) / WIDTH), lons]
      : [lats, stretched(lons, ((lats.to - lats.from) * WIDTH) / height / shrink)];
  const scale = height / (lat.to - lat.from);
  return {
    west: lon.from,
    east: lon.to,
    south: lat.from,
    north: lat.to,
    height: Math.round(height),
    x: (degrees) => round((degrees - lon.from) * shrink * scale),
    y: (degrees) => round((lat.to - degrees) * scale),
    km: scale / KM_A_DEGREE,
  };
}

interface Span {
  from: number;
  to: number;
}
const widened = (values: readonly number[], least: number): Span => {
  const span = { from: Math.min(...values) - MARGIN, to: Math.max(...values) + MARGIN };
  return span.to - span.from < least ? stretched(span, least) : span;
};
const stretched = ({ from, to }: Span, width: number): Span => {
  const more = Math.max(0, width - (to - from)) / 2;
  return { from: from - more, to: to + more };
};
const round = (n: number): number => Math.round(n * 10) / 10;

/** The longest round distance that takes no more than a quarter of the width. */
export const scaleKm = ({ km }: Frame): number =>
  [1000, 500, 200, 100, 50, 20, 10].find((d) => d * km <= WIDTH / 4) ?? 10;

/** Whole degrees at which lines are drawn: about three to six of them. */
export function degrees(from: number, to: number): number[] {
  const step = [1, 2, 5, 10].find((s) => (to - from) / s <= 6) ?? 20;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step);
}

/** A label beside its point: where it begins or ends. */
export interface Label {
  place: MapPlace;
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'end' | 'middle';
}
interface Box {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}

const CHARACTER = 5.8;
const LINE = 11;
const meet = (a: Box, b: Box): boolean => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

/** How large the mark of a place is: its area grows with the incidents there. */
export const radius = ({ incidents, doubtful }: MapPlace): number =>
  incidents + doubtful === 0 ? 2 : Math.min(14, 3.5 + 1.5 * Math.sqrt(incidents + doubtful));

/** Labels that find room, the places with most incidents first: right, left, above or below their point. What finds none stands in the list. */
export function labels(frame: Frame, places: readonly MapPlace[], textOf: (p: MapPlace) => string): Label[] {
  const taken: Box[] = places.filter((p) => p.incidents + p.doubtful > 0).map((p) => boxOf(frame, p));
  return places.flatMap((place) => {
    const text = textOf(place);
    const width = text.length * CHARACTER;
    const [px, py, r] = [frame.x(place.lon), frame.y(place.lat), radius(place) + 3];
    const tries = [
      { x: px + r, y: py + 3.5, anchor: 'start', x1: px + r },
      { x: px - r, y: py + 3.5, anchor: 'end', x1: px - r - width },
      { x: px, y: py - r - 1, anchor: 'middle', x1: px - width / 2 },
      { x: px, y: py + r + 9, anchor: 'middle', x1: px - width / 2 },
    ] as const;
    for (const { x1, ...at } of tries) {
      const box = { x1, x2: x1 + width, y1: at.y - LINE + 2, y2: at.y + 2 };
      const inside = box.x1 >= 2 && box.x2 <= WIDTH - 2 && box.y1 >= 2 && box.y2 <= frame.height - 18;
      if (!inside || taken.some((t) => meet(t, box))) continue;
      taken.push(box);
      return [{ place, text, ...at }];
    }
    return [];
  });
}

function boxOf(frame: Frame, p: MapPlace): Box {
  const [x, y, r] = [frame.x(p.lon), frame.y(p.lat), radius(p)];
  return { x1: x - r, x2: x + r, y1: y - r, y2: y + r };
}
