import type { Judgement } from '../model/judgement.ts';
import type { Mention } from '../model/mention.ts';
import { MAYBE } from './evidence.ts';
import { Heap } from './heap.ts';
import type { Pair } from './pairs.ts';
import { Union } from './union.ts';

export interface Merging {
  /** In founding order; pairs and groups speak of positions here. */
  all: readonly Mention[];
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
  const links = linksBetween(units, input);
  const state: State = {
    links,
    groups: new Map([...sets.keys()].map((u) => [u, [u]])),
    may: new Map([...links].map(([u, to]) => [u, new Set(to.keys())])),
    parted: partedUnits(units, input),
    bridges: new Set([...sets].filter(([, set]) => set.length > 1).map(([u]) => u)),
  };
  const queue = new Heap<Join>(stronger);
  for (const [a, to] of links) for (const [b, link] of to) if (a < b) offer(queue, a, b, link);
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { a, b, link } = next;
    if (links.get(a)?.get(b) !== link) continue;
    join(state, a, b);
    for (const [c, renewed] of links.get(a)!) offer(queue, Math.min(a, c), Math.max(a, c), renewed);
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

function offer(queue: Heap<Join>, a: number, b: number, link: Between): void {
  if (link.bits >= MAYBE) queue.push({ a, b, link });
}

/** The group `b` becomes part of `a`: only groups that may be one with both stay linked. */
function join(state: State, a: number, b: number): void {
  const { links, groups } = state;
  const [toA, toB] = [links.get(a)!, links.get(b)!];
  groups.set(a, [...groups.get(a)!, ...groups.get(b)!]);
  groups.delete(b);
  links.delete(b);
  toA.delete(b);
  toB.delete(a);
  for (const c of new Set([...toA.keys(), ...toB.keys()])) {
    const [one, other] = [toA.get(c), toB.get(c)];
    links.get(c)!.delete(b);
    if ((one && other) || bridged(state, a, c)) {
      const renewed = { bits: Math.max(one?.bits ?? -Infinity, other?.bits ?? -Infinity) };
      toA.set(c, renewed);
      links.get(c)!.set(a, renewed);
    } else {
      toA.delete(c);
      links.get(c)!.delete(a);
    }
  }
}

/** Whether every two units of the groups may be one, or both may be one with what people joined among them. */
function bridged({ groups, may, parted, bridges }: State, a: number, c: number): boolean {
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
function linksBetween(units: Union, { all, pairs, at, judgements }: Merging): Links {
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
  for (const [u, others] of partedUnits(units, { all, at, judgements }))
    for (const v of others) links.get(u)!.delete(v);
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
  for (const claim of claims(all).values()) for (const x of claim) for (const y of claim) if (x < y) part(x, y);
  return parted;
}

/** Positions of the mentions of each claim that has several. */
function claims(all: readonly Mention[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  all.forEach((m, i) => {
    const key = `${m.report_id}.${m.claim_no}`;
    const known = found.get(key);
    if (known) known.push(i);
    else found.set(key, [i]);
  });
  return found;
}
