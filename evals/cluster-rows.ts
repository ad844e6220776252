import type { Part, Row } from './row.ts';
import { scorer, type ClusterScore, type ClusterScorer } from './scorers.ts';

/** Stands for the cluster that the other side does not have: an item that we did not find, or that gold does not hold. */
export const NONE = -1;

/** The items of parts, `width` numbers each, gold's cluster and ours first. What is drawn twice counts once: its copies would only be linked to themselves. */
export function items(parts: readonly Part[], width: number): Part[] {
  const out: Part[] = [];
  for (const p of new Set(parts)) for (let i = 0; i < p.length; i += width) out.push(p.slice(i, i + width));
  return out;
}

/** How far our clusters are gold's: CoNLL F1, precision and recall of pairs, adjusted Rand index. */
export async function clusterRows(parts: readonly Part[], width: number): Promise<Row[]> {
  const { scoreClusters } = await scorer<ClusterScorer>('cluster');
  const score = (of: readonly Part[]): ClusterScore => {
    const list = items(of, width);
    const side = (k: 0 | 1): Map<string, number> =>
      new Map(list.flatMap((m, i): [string, number][] => (m[k] === NONE ? [] : [[String(i), m[k]!]])));
    return scoreClusters(side(0), side(1));
  };
  const n = parts.reduce((t, p) => t + p.length / width, 0);
  return [
    { metric: 'CoNLL F1', n, parts, figure: (of) => 100 * score(of).conll },
    { metric: 'pairwise precision', n, parts, figure: (of) => 100 * score(of).pairwise.p },
    { metric: 'pairwise recall', n, parts, figure: (of) => 100 * score(of).pairwise.r },
    { metric: 'ARI × 100', n, parts, figure: (of) => 100 * score(of).ari },
  ];
}
