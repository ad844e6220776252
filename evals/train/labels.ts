import type { Attribution } from '../adapters/polnear.ts';

type Spans = readonly (readonly [number, number])[];

/** Words and marks of a text as the scorer counts them: offsets [from, to). */
export type Cut = readonly (readonly [number, number])[];

export const cut = (text: string): Cut =>
  [...text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)].map((m) => [m.index, m.index + m[0].length]);

/** Index of the first word that ends after the offset. */
function wordAt(words: Cut, offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]![1] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Indexes of the words that the spans touch. */
export function touched(words: Cut, spans: Spans): Set<number> {
  const out = new Set<number>();
  for (const [from, to] of spans)
    for (let i = wordAt(words, from); i < words.length && words[i]![0] < to; i++) out.add(i);
  return out;
}

/** Whether two sets share half of their words (Jaccard). */
export function alike(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const both = [...a].filter((x) => b.has(x)).length;
  return both > 0 && both * 2 >= a.size + b.size - both;
}

/** An attribution of the gold as sets of words. */
export type Label = Readonly<Record<keyof Attribution, ReadonlySet<number>>>;

export const labelOf = (words: Cut, a: Attribution): Label => ({
  source: touched(words, a.source),
  cue: touched(words, a.cue),
  content: touched(words, a.content),
});
