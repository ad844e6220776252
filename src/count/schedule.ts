import type { Interval } from '../model/interval.ts';

/** An incident as scheduling sees it. */
export interface Slot extends Interval {
  id: number;
  /** How much it counts. */
  weight: number;
  /** Ids of slots that are judged or told as others even where they meet in time. */
  distinct: readonly number[];
}

/** Slots that are known to be different incidents, taken together: they count `weight` over their span. */
interface Item {
  from: number;
  to: number;
  weight: number;
}

/**
 * How many incidents there are at least: the largest weight of slots and known-distinct families whose spans don't meet.
 * Exact weighted interval scheduling over subset-closed families, so another slot never lowers it.
 */
export function atLeast(slots: readonly Slot[]): number {
  const items = [...slots.map((s) => item([s])), ...families(slots).flatMap(spans)];
  items.sort((a, b) => a.to - b.to || a.from - b.from);
  const ends = items.map((i) => i.to);
  const best = [0];
  for (const [n, it] of items.entries()) best.push(Math.max(best[n]!, best[endedBy(ends, it.from, n)]! + it.weight));
  return best.at(-1)!;
}

const start = (s: Interval): number => s.from ?? -Infinity;
const end = (s: Interval): number => s.to ?? Infinity;
const item = (set: readonly Slot[]): Item => ({
  from: Math.min(...set.map(start)),
  to: Math.max(...set.map(end)),
  weight: weightOf(set),
});

const weightOf = (set: readonly Slot[]): number => set.reduce((sum, s) => sum + s.weight, 0);

/** How many of the first `n` items end by then: half open spans that touch don't meet. */
function endedBy(ends: readonly number[], by: number, n: number): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! <= by) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The largest sets of slots that may all be counted although some of them meet: within each group that distinct slots
 * which meet hold together, the maximal cliques of "apart" (Bron and Kerbosch 1973, with pivot). Two of a set may be
 * apart by time alone, so a long slot stands beside two short ones that follow each other within it.
 */
function families(slots: readonly Slot[]): Slot[][] {
  const byId = new Map(slots.map((s) => [s.id, s]));
  const told = new Map(slots.map((s) => [s.id, new Set(s.distinct.filter((d) => byId.has(d)))]));
  for (const [id, others] of told) for (const other of others) told.get(other)!.add(id);
  const meet = (a: number, b: number): boolean =>
    start(byId.get(a)!) < end(byId.get(b)!) && start(byId.get(b)!) < end(byId.get(a)!);
  const apart = (a: number, b: number): boolean => told.get(a)!.has(b) || !meet(a, b);
  const found: number[][] = [];
  for (const group of groups(told, meet)) {
    const near = new Map(group.map((id) => [id, new Set(group.filter((x) => x !== id && apart(id, x)))]));
    grow({ near, found }, [], group, []);
  }
  return found.map((clique) => clique.map((id) => byId.get(id)!));
}

/** Slots in one group: each meets another of it that it is told apart from. */
function groups(
  told: ReadonlyMap<number, ReadonlySet<number>>,
  meet: (a: number, b: number) => boolean,
): readonly number[][] {
  const seen = new Set<number>();
  const found: number[][] = [];
  for (const first of [...told.keys()].sort((a, b) => a - b)) {
    if (seen.has(first)) continue;
    seen.add(first);
    const group = [first];
    for (const id of group)
      for (const other of told.get(id)!)
        if (!seen.has(other) && meet(id, other)) {
          seen.add(other);
          group.push(other);
        }
    if (group.length > 1) found.push(group.sort((a, b) => a - b));
  }
  return found;
}

/** Enough for any desk; more families than this would be an attack, and fewer only lower a lower bound. */
const MOST_FAMILIES = 20_000;

interface Growing {
  near: ReadonlyMap<number, ReadonlySet<number>>;
  found: number[][];
}

function grow(g: Growing, clique: readonly number[], open: readonly number[], done: readonly number[]): void {
  if (g.found.length >= MOST_FAMILIES) return;
  if (!open.length) {
    if (!done.length && clique.length > 1) g.found.push([...clique]);
    return;
  }
  const pivot = [...open, ...done].reduce((best, id) => (g.near.get(id)!.size > g.near.get(best)!.size ? id : best));
  const rest = new Set(open);
  const passed = [...done];
  for (const id of open) {
    const near = g.near.get(id)!;
    if (id !== pivot && g.near.get(pivot)!.has(id)) continue;
    grow(
      g,
      [...clique, id],
      [...rest].filter((x) => near.has(x)),
      passed.filter((x) => near.has(x)),
    );
    rest.delete(id);
    passed.push(id);
  }
}

/** Every part of a family that lies within a span from one member's start to another's end. */
function spans(family: readonly Slot[]): Item[] {
  const found: Item[] = [];
  const starts = [...new Set(family.map(start))];
  const ends = [...new Set(family.map(end))];
  for (const from of starts)
    for (const to of ends) {
      const inside = family.filter((s) => start(s) >= from && end(s) <= to);
      if (inside.length > 1) found.push({ from, to, weight: weightOf(inside) });
    }
  return found;
}
