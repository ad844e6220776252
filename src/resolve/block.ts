import { DAY, type Instant } from '../model/instant.ts';
import type { Interval } from '../model/interval.ts';
import type { Mention } from '../model/mention.ts';
import type { Gazetteer } from '../model/place.ts';
import { isBoundless, relation } from './sites.ts';

/** Region of a mention that names no known place: it may be anywhere, so it shares a block with everything. */
export const ANYWHERE = '*';

/** Where and when the rows lie that a mention could link with. Two mentions that could link always share a block. */
export interface Block extends Interval {
  /** Sorted region labels; two blocks meet when they share one, or when either holds `*`. */
  regions: readonly string[];
  from: Instant | null;
  to: Instant | null;
}

/** The block of a mention: regions that its place may lie in, and its own interval. */
export function blockOf(mention: Pick<Mention, 'site' | 'from' | 'to'>, gazetteer: Gazetteer): Block {
  return { regions: regionsOf(mention.site, gazetteer), from: mention.from, to: mention.to };
}

/** Whether two mentions of these blocks could be one incident as far as place and time go. */
export function share(a: Block, b: Block): boolean {
  const open = a.regions.includes(ANYWHERE) || b.regions.includes(ANYWHERE);
  if (!open && !a.regions.some((r) => b.regions.includes(r))) return false;
  return (a.from ?? -Infinity) < (b.to ?? Infinity) && (b.from ?? -Infinity) < (a.to ?? Infinity);
}

const known = new WeakMap<Gazetteer, Map<string, readonly string[]>>();

/** First-level division of a place under its country: the label of everything inside it. */
function division(id: string, gazetteer: Gazetteer): string {
  const path = gazetteer.path(id);
  return path.at(-2) ?? path[0]!;
}

/** Divisions of all places that may be the same place as this one. */
export function regionsOf(site: string | null, gazetteer: Gazetteer): readonly string[] {
  if (site === null || isBoundless(site, gazetteer)) return [ANYWHERE];
  const cache = known.get(gazetteer) ?? new Map<string, readonly string[]>();
  known.set(gazetteer, cache);
  const found = cache.get(site);
  if (found) return found;
  const regions = new Set([division(site, gazetteer)]);
  for (const p of gazetteer.all())
    if (relation(site, p.id, gazetteer) !== 'different site') regions.add(division(p.id, gazetteer));
  const sorted = [...regions].sort();
  cache.set(site, sorted);
  return sorted;
}

/** Mentions wider than this many days gather in coarse cells of the index, so that a vague claim costs no cell a day. */
const NARROW = 6;
const COARSE = 32;
const OPEN = 400;

/**
 * Cells of an index over many mentions: a mention is filed under `own` and meets what is filed under its `seek`.
 * Narrow mentions meet each other by day; wide ones everybody by span of 32 days; open ones everybody of their regions.
 */
export function cellsOf(block: Block): { own: string[]; seek: string[] } {
  const anywhere = block.regions.includes(ANYWHERE);
  const filed = anywhere ? [ANYWHERE] : [...block.regions, 'any'];
  const sought = anywhere ? [ANYWHERE, 'any'] : [...block.regions, ANYWHERE];
  const { own, seek } = timesOf(block);
  return { own: cross(filed, own), seek: cross(sought, seek) };
}

const cross = (regions: readonly string[], times: readonly string[]): string[] =>
  regions.flatMap((r) => times.map((t) => `${r} ${t}`));

function timesOf({ from, to }: Interval): { own: string[]; seek: string[] } {
  if (from === null || to === null || to - from > OPEN * DAY) return { own: ['open', 'all'], seek: ['all'] };
  const spans = steps(from, to, COARSE);
  const filed = ['all', ...spans.map((s) => `s${s}`)];
  if (to - from > NARROW * DAY)
    return { own: [...filed, ...spans.map((s) => `w${s}`)], seek: ['open', ...spans.map((s) => `s${s}`)] };
  const days = steps(from, to, 1).map((d) => `d${d}`);
  return { own: [...filed, ...days], seek: ['open', ...spans.map((s) => `w${s}`), ...days] };
}

function steps(from: Instant, to: Instant, days: number): number[] {
  const step = days * DAY;
  const first = Math.floor(from / step);
  const last = Math.floor((to - 1) / step);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
