import type { Judgement } from '../model/judgement.ts';
import { mentionKey, type Mention } from '../model/mention.ts';
import { evidence } from './evidence.ts';
import type { Lookup, World } from './facts.ts';
import { inOrder } from './order.ts';
import { pairsOf, positions, type Pair } from './pairs.ts';
import type { Cluster, Member } from './partition.ts';
import { Union } from './union.ts';

/** Weight that a person's verdict is shown with; it decides whatever the evidence says. */
export const JUDGED = 99;

export interface Grouped {
  world: World;
  /** What was looked up to find the pairs. */
  lookup: Lookup;
  all: readonly Mention[];
  /** The pairs inside each group, by its first position. */
  pairs: ReadonlyMap<number, readonly Pair[]>;
  /** POSITIVE judgements as positions, both in one group. */
  joined: ReadonlyMap<number, readonly (readonly [number, number])[]>;
}

/** A group of positions as a cluster: members with what ties them, and the parts that only sure links hold together. */
export function clusterOf(group: readonly number[], grouped: Grouped): Omit<Cluster, 'distinct'> {
  const inside = grouped.pairs.get(group[0]!) ?? [];
  const judged = grouped.joined.get(group[0]!) ?? [];
  const best = new Map<number, Pair>();
  for (const p of inside) if (p.score > (best.get(p.b)?.score ?? -Infinity)) best.set(p.b, p);
  const told = new Map<number, number>();
  for (const [a, b] of judged) if (!told.has(b)) told.set(b, a);
  const members = group.map((i) => memberOf(i, { told: told.get(i), best: best.get(i) }, grouped));
  const index = new Map(group.map((i, n) => [i, n]));
  const sure = new Union(group.length);
  for (const p of inside) if (p.sure) sure.join(index.get(p.a)!, index.get(p.b)!);
  for (const [a, b] of judged) sure.join(index.get(a)!, index.get(b)!);
  const parts = sure.sets().map((set) => set.map((n) => members[n]!.key));
  return { founding: members[0]!.key, members, parts };
}

/** The groups, as keys, that remain of these mentions of one cluster when only sure links hold. */
export function partsOf(mentions: Iterable<Mention>, judgements: Iterable<Judgement>, world: World): string[][] {
  const all = inOrder(mentions);
  const at = positions(all);
  const sure = new Union(all.length);
  for (const p of pairsOf(all, world)) if (p.sure) sure.join(p.a, p.b);
  for (const j of judgements) {
    const [a, b] = [at.get(j.a), at.get(j.b)];
    if (j.verdict === 'POSITIVE' && a !== undefined && b !== undefined) sure.join(a, b);
  }
  return sure.sets().map((set) => set.map((i) => mentionKey(all[i]!)));
}

/** What ties a member to one told before it: a person's word first, else the evidence that fits it best. */
function memberOf(
  i: number,
  { told, best }: { told: number | undefined; best: Pair | undefined },
  { all, world, lookup }: Grouped,
): Member {
  const mention = all[i]!;
  const key = mentionKey(mention);
  if (told !== undefined) {
    const reasons = [{ name: 'judged the same', weight: JUDGED }];
    return { mention, key, score: JUDGED, reasons, tied: mentionKey(all[told]!) };
  }
  if (!best) return { mention, key, score: 0, reasons: [], tied: null };
  const { reasons } = evidence(all[best.a]!, mention, world, lookup);
  return { mention, key, score: best.score, reasons, tied: mentionKey(all[best.a]!) };
}

/** Founding mentions of the clusters that are judged other, or that one claim tells apart, for each cluster. */
export function distinctOf(
  clusters: readonly Omit<Cluster, 'distinct'>[],
  judgements: readonly Judgement[],
): Map<string, Set<string>> {
  const home = new Map<string, string>();
  const claims = new Map<string, Set<string>>();
  for (const c of clusters)
    for (const m of c.members) {
      home.set(m.key, c.founding);
      if (m.mention.count.low === 1 && m.mention.k === 1) continue;
      const claim = `${m.mention.report_id}.${m.mention.claim_no}`;
      claims.set(claim, (claims.get(claim) ?? new Set()).add(c.founding));
    }
  const distinct = new Map<string, Set<string>>();
  const tell = (a: string, b: string): void => {
    if (a !== b) distinct.set(a, (distinct.get(a) ?? new Set()).add(b));
  };
  for (const set of claims.values()) for (const a of set) for (const b of set) tell(a, b);
  for (const j of judgements) {
    if (j.verdict !== 'NEGATIVE') continue;
    const [a, b] = [home.get(j.a), home.get(j.b)];
    if (a === undefined || b === undefined) continue;
    tell(a, b);
    tell(b, a);
  }
  return distinct;
}
