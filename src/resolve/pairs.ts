import { mentionKey, type Mention } from '../model/mention.ts';
import { blockOf, cellsOf } from './block.ts';
import { FLOOR, SURE, evidence, type World } from './evidence.ts';

/** Two mentions, by position in founding order (`a` < `b`), that may be one incident. */
export interface Pair {
  a: number;
  b: number;
  score: number;
  /** The link stands whatever else is doubted: a copy, or evidence past the sure threshold. */
  sure: boolean;
}

/** All pairs of the mentions that may be one incident, found cell by cell: cost grows with what lies close, not with the square. */
export function pairsOf(mentions: readonly Mention[], world: World): Pair[] {
  const filed = new Map<string, number[]>();
  const found: Pair[] = [];
  mentions.forEach((m, b) => {
    const { own, seek } = cellsOf(blockOf(m, world.gazetteer));
    const seen = new Set<number>();
    for (const cell of seek) for (const a of filed.get(cell) ?? []) seen.add(a);
    for (const a of seen) {
      const e = evidence(mentions[a]!, m, world);
      if (e.score < FLOOR) continue;
      const sure = e.score >= SURE || e.reasons.some((r) => r.name === 'shared text');
      found.push({ a, b, score: e.score, sure });
    }
    for (const cell of own) {
      const list = filed.get(cell);
      if (list) list.push(b);
      else filed.set(cell, [b]);
    }
  });
  return found;
}

/** Position of each mention by its key. */
export const positions = (mentions: readonly Mention[]): Map<string, number> =>
  new Map(mentions.map((m, i) => [mentionKey(m), i]));
