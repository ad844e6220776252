import { mentionKey, type Mention } from '../model/mention.ts';
import { blockOf, cellsOf } from './block.ts';
import { weigh } from './evidence.ts';
import { Lookup, type World } from './facts.ts';

/** Two mentions, by position in founding order (`a` < `b`), that may be one incident. */
export interface Pair {
  a: number;
  b: number;
  score: number;
  /** The link stands whatever else is doubted: a copy, or evidence past the sure threshold. */
  sure: boolean;
}

/** All pairs of the mentions that may be one incident, found cell by cell: cost grows with what lies close, not with the square. */
export function pairsOf(mentions: readonly Mention[], world: World, lookup = new Lookup(world)): Pair[] {
  const facts = mentions.map((m) => lookup.facts(m));
  const filed = new Map<string, number[]>();
  const met = new Int32Array(mentions.length).fill(-1);
  const found: Pair[] = [];
  mentions.forEach((m, b) => {
    const { own, seek } = cellsOf(blockOf(m, world.gazetteer));
    for (const cell of seek)
      for (const a of filed.get(cell) ?? []) {
        if (met[a] === b) continue;
        met[a] = b;
        const weight = weigh(facts[a]!, facts[b]!, lookup);
        if (weight) found.push({ a, b, ...weight });
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
