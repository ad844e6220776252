import { FLOOR } from '../../src/resolve/weights.ts';
import { merge } from '../../src/resolve/merge.ts';
import type { Pair } from '../../src/resolve/pairs.ts';
import { wordsOf } from '../../src/resolve/shingles.ts';
import { withoutFurniture } from './furniture.ts';
import { counted, Likeness } from './likeness.ts';

/** A document that tells of one incident; nothing else of it is looked at. */
export interface Document {
  id: string;
  /** Day of publication. */
  dct: string;
  title: string;
  text: string;
}

/** What two documents have in common: likeness of words and of names (people, places) as logarithms, days between, and one. */
export type Features = readonly [words: number, names: number, days: number, one: number];

/**
 * Bits for two documents telling of one incident, learnt by evals/train/documents.ts from the training documents of the
 * Gun Violence Corpus (Vossen et al., LREC 2018): numbers only.
 */
export const WEIGHTS: Features = [6.6, 2.7, -1.2, 18.4];

/** Words with a capital inside a sentence: names of people and places. */
const NAME = /(?<=[a-z,;0-9] )\p{Lu}[\p{L}'’]+/gu;
/** What two texts have in common that share nothing, so that the logarithm ends somewhere. */
const NOTHING = 0.02;
const DAY = 86_400_000;

/** Documents with all that is compared between them. */
export class Documents {
  readonly #days: readonly number[];
  readonly #words: Likeness;
  readonly #names: Likeness;

  constructor(documents: readonly Document[]) {
    this.#days = documents.map((d) => Date.parse(d.dct.slice(0, 10)) / DAY);
    const texts = withoutFurniture(documents.map((d, i) => ({ day: this.#days[i]!, text: d.text })));
    const told = documents.map((d, i) => `${d.title}\n${texts[i]!}`);
    this.#words = new Likeness(told.map((t) => counted(wordsOf(t))));
    this.#names = new Likeness(told.map((t) => counted(t.match(NAME) ?? [])));
  }

  /** What a document has in common with each of them. */
  with(i: number): Features[] {
    const [words, names] = [this.#words.with(i), this.#names.with(i)];
    return this.#days.map((day, j) => {
      const apart = Math.log1p(Math.abs(day - this.#days[i]!));
      return [Math.log(words[j]! + NOTHING), Math.log(names[j]! + NOTHING), apart, 1];
    });
  }

  /** Bits, for every two of them, for their telling of one incident. */
  bits(weights: Features = WEIGHTS): Float64Array[] {
    return this.#days.map((_, i) =>
      Float64Array.from(this.with(i), (x) => x.reduce((t, v, k) => t + v * weights[k]!, 0)),
    );
  }
}

/** Groups of documents, by position, that tell of one incident: merged as mentions are, at the same thresholds. */
export function groupsOf(bits: readonly Float64Array[]): number[][] {
  const pairs = bits.flatMap((row, b) => {
    const found: Pair[] = [];
    for (let a = 0; a < b; a++) if (row[a]! >= FLOOR) found.push({ a, b, score: row[a]!, sure: false });
    return found;
  });
  const all = bits.map((_, i) => ({ report_id: i + 1, claim_no: 1 }));
  return merge({ all, pairs, at: new Map(), judgements: [] });
}
