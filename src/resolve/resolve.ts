import type { Judgement } from '../model/judgement.ts';
import type { Mention } from '../model/mention.ts';
import { clusterOf, distinctOf, type Grouped } from './cluster.ts';
import { consistent } from './constraints.ts';
import { Lookup, type World } from './facts.ts';
import { merge } from './merge.ts';
import { inOrder } from './order.ts';
import { pairsOf, positions, type Pair } from './pairs.ts';
import type { Partition } from './partition.ts';

/**
 * Mentions and judgements → partition. Pure: order, batching and duplicates of the input change nothing.
 * A cluster is complete, never a chain: every two of its units may be one incident (a unit = mentions that people joined).
 */
export function resolve(mentions: Iterable<Mention>, judgements: Iterable<Judgement>, world: World): Partition {
  const all = inOrder(mentions);
  const at = positions(all);
  const { kept, ignored } = consistent(judgements);
  const known = kept.filter((j) => at.has(j.a) && at.has(j.b));
  const lookup = new Lookup(world);
  const pairs = pairsOf(all, world, lookup);
  const groups = merge({ all, pairs, at, judgements: known });
  const grouped = inGroups(groups, pairs, known, at);
  const clusters = groups.map((g) => clusterOf(g, { all, world, lookup, ...grouped }));
  const distinct = distinctOf(clusters, known);
  return {
    clusters: clusters.map((c) => ({ ...c, distinct: [...(distinct.get(c.founding) ?? [])].sort() })),
    ignored,
  };
}

/** Pairs and POSITIVE judgements that lie inside one group, filed under its first position. */
function inGroups(
  groups: readonly number[][],
  pairs: readonly Pair[],
  judgements: readonly Judgement[],
  at: ReadonlyMap<string, number>,
): Pick<Grouped, 'pairs' | 'joined'> {
  const home = new Map(groups.flatMap((g) => g.map((i) => [i, g[0]!] as const)));
  const inside = new Map<number, Pair[]>();
  const joined = new Map<number, (readonly [number, number])[]>();
  const file = <T>(map: Map<number, T[]>, key: number, value: T): unknown =>
    map.get(key)?.push(value) ?? map.set(key, [value]);
  for (const p of pairs) if (home.get(p.a) === home.get(p.b)) file(inside, home.get(p.a)!, p);
  for (const j of judgements) {
    if (j.verdict !== 'POSITIVE') continue;
    const [x, y] = [at.get(j.a)!, at.get(j.b)!];
    file(joined, home.get(x)!, [Math.min(x, y), Math.max(x, y)] as const);
  }
  return { pairs: inside, joined };
}
