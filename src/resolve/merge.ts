import type { Judgement } from '../model/judgement.ts';
import type { Mention } from '../model/mention.ts';
import { MAYBE } from './weights.ts';
import { Heap } from './heap.ts';
import type { Pair } from './pairs.ts';
import { Union } from './union.ts';

/** What is grouped: all that matters of it is which claim tells it. */
export type Told = Pick<Mention, 'report_id' | 'claim_no'>;

export interface Merging {
  /** In founding order; pairs and groups speak of positions here. */
  all: readonly Told[];
  pairs: readonly Pair[];
  at: ReadonlyMap<string, number>;
  /** Without contradictions, both mentions known. */
  judgements: readonly Judgement[];
}

/** What stands between two groups: the bits of the pair that speaks most for one incident. A new value after each join. */
interface Between {
  bits: number;
}
type Links = Map<number, Map<number, Between>>;

/**
 * The strongest pair joins first, but two groups become one only when every pair of their units may be one (complete
 * linkage on FLOOR) and some pair speaks for it (MAYBE): a vague mention neither holds a group together nor splits it.
 * Mentions that people joined are one unit from the start, and bridge what fits them, so that joining two incidents keeps
 * the other mentions of both. Ties go to those founded earlier. Groups come out by first member, each in founding order.
 */
export function merge(input: Merging): number[][] {
  const units = joinedUnits(input);
  const sets = new Map(units.sets().map((set) => [set[0]!, set]));
  const parted = partedUnits(units, input);
  const links = linksBetween(units, parted, input);
  const bridges = new Set([...sets].filter(([, set]) => set.length > 1).map(([u]) => u));
  const state: State = {
    links,
    groups: new Map([...sets.keys()].map((u) => [u, [u]])),
    // Only where people joined mentions does anybody ask.
    may: new Map(bridges.size ? [...links].map(([u, to]) => [u, new Set(to.keys())]) : []),
    parted,
    bridges,
  };
  const queue = new Heap<Join>(stronger);
  for (const [a, to] of links) for (const [b, link] of to) if (a < b) offer(queue, { a, b, link });
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { a, b, link } = next;
    if (links.get(a)?.get(b) !== link) continue;
    for (const renewed of join(state, a, b)) offer(queue, renewed);
  }
  return [...state.groups.values()]
    .map((g) => g.flatMap((u) => sets.get(u)!).sort((x, y) => x - y))
    .sort((x, y) => x[0]! - y[0]!);
}

interface State {
  links: Links;
  /** Units of each group, by the first of them. */
  groups: Map<number, number[]>;
  /** Units that may be one with a unit, as first found. */
  may: ReadonlyMap<number, ReadonlySet<number>>;
  /** Units that a person or a claim keeps apart from a unit. */
  parted: ReadonlyMap<number, ReadonlySet<number>>;
  /** Units of several mentions, joined by people. */
  bridges: ReadonlySet<number>;
}

interface Join {
  a: number;
  b: number;
  link: Between;
}
const stronger = (x: Join, y: Join): boolean =>
  x.link.bits !== y.link.bits ? x.link.bits > y.link.bits : x.a !== y.a ? x.a < y.a : x.b < y.b;

function offer(queue: Heap<Join>, next: Join): void {
  if (next.link.bits >= MAYBE) queue.push(next);
}

/** The group `b` becomes part of `a`: only groups that may be one with both stay linked. Gives the links that are new. */
function join(state: State, a: number, b: number): Join[] {
  const { links, groups } = state;
  const [toA, toB] = [links.get(a)!, links.get(b)!];
  const renewed: Join[] = [];
  const renew = (c: number, bits: number): void => {
    const link = { bits };
    toA.set(c, link);
    links.get(c)!.set(a, link);
    renewed.push({ a: Math.min(a, c), b: Math.max(a, c), link });
  };
  groups.get(a)!.push(...groups.get(b)!);
  groups.delete(b);
  links.delete(b);
  toA.delete(b);
  toB.delete(a);
  for (const [c, { bits }] of toA) {
    const other = toB.get(c);
    if (other && other.bits > bits) renew(c, other.bits);
    else if (!other && !bridged(state, a, c)) unlink(links, a, c);
  }
  for (const [c, { bits }] of toB) {
    links.get(c)!.delete(b);
    if (!toA.has(c) && bridged(state, a, c)) renew(c, bits);
  }
  return renewed;
}

function unlink(links: Links, a: number, c: number): void {
  links.get(a)!.delete(c);
  links.get(c)!.delete(a);
}

/** Whether every two units of the groups may be one, or both may be one with what people joined among them. */
function bridged({ groups, may, parted, bridges }: State, a: number, c: number): boolean {
  if (!bridges.size) return false;
  const [x, y] = [groups.get(a)!, groups.get(c)!];
  const between = [...x, ...y].filter((u) => bridges.has(u));
  if (!between.length) return false;
  const fits = (u: number, v: number): boolean =>
    may.get(u)!.has(v) ||
    (!parted.get(u)?.has(v) && between.some((w) => (w === u || may.get(w)!.has(u)) && (w === v || may.get(w)!.has(v))));
  return x.every((u) => y.every((v) => fits(u, v)));
}

function joinedUnits({ all, at, judgements }: Merging): Union {
  const units = new Union(all.length);
  for (const j of judgements) if (j.verdict === 'POSITIVE') units.join(at.get(j.a)!, at.get(j.b)!);
  return units;
}

/** Links between units that may be one: some pair of their mentions may, and no person and no claim parts them. */
function linksBetween(units: Union, parted: State['parted'], { pairs }: Merging): Links {
  const links: Links = new Map(units.sets().map((set) => [set[0]!, new Map<number, Between>()]));
  for (const pair of pairs) {
    const [u, v] = [units.find(pair.a), units.find(pair.b)];
    if (u === v) continue;
    const known = links.get(u)!.get(v);
    if (known && known.bits >= pair.score) continue;
    const link = { bits: pair.score };
    links.get(u)!.set(v, link);
    links.get(v)!.set(u, link);
  }
  for (const [u, others] of parted) for (const v of others) links.get(u)!.delete(v);
  return links;
}

/** Units that people, or one claim that tells of several, keep apart. */
function partedUnits(units: Union, { all, at, judgements }: Omit<Merging, 'pairs'>): Map<number, Set<number>> {
  const parted = new Map<number, Set<number>>();
  const part = (x: number, y: number): void => {
    const [u, v] = [units.find(x), units.find(y)];
    parted.set(u, (parted.get(u) ?? new Set()).add(v));
    parted.set(v, (parted.get(v) ?? new Set()).add(u));
  };
  for (const j of judgements) if (j.verdict === 'NEGATIVE') part(at.get(j.a)!, at.get(j.b)!);
  for (const [from, to] of claims(all)) for (let x = from; x < to; x++) for (let y = x + 1; y < to; y++) part(x, y);
  return parted;
}

/** Ranges of the mentions of each claim that has several: in founding order they stand together. */
function claims(all: readonly Told[]): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let from = 0, to = 1; from < all.length; from = to, to++) {
    const { report_id, claim_no } = all[from]!;
    while (to < all.length && all[to]!.report_id === report_id && all[to]!.claim_no === claim_no) to++;
    if (to - from > 1) found.push([from, to]);
  }
  return found;
}
