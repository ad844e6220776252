import { hash } from '../../src/resolve/shingles.ts';

/** A run of words that stands in several documents over so many days is the page's own, not the story's. */
const RUN = 5;
const HOLDERS = 3;
const APART = 60;
const WORD = /[\p{L}\p{N}]+/gu;

interface Dated {
  /** Days since 1970. */
  day: number;
  text: string;
}

/** First and last day of a run of words, and how many documents hold it. */
class Runs {
  readonly #seen = new Map<number, { first: number; last: number; holders: number; holder: number }>();

  add(run: number, day: number, document: number): void {
    const known = this.#seen.get(run);
    if (!known) {
      this.#seen.set(run, { first: day, last: day, holders: 1, holder: document });
      return;
    }
    known.first = Math.min(known.first, day);
    known.last = Math.max(known.last, day);
    if (known.holder !== document) known.holders++;
    known.holder = document;
  }

  isFurniture(run: number): boolean {
    const { first, last, holders } = this.#seen.get(run)!;
    return holders >= HOLDERS && last - first >= APART;
  }
}

/** The texts without the words that stand around every story of their pages ("sign up for our newsletter …"). */
export function withoutFurniture(documents: readonly Dated[]): string[] {
  const words = documents.map((d) => [...d.text.matchAll(WORD)]);
  const runs = words.map((list) => {
    const folded = list.map(([w]) => w.toLowerCase());
    return Array.from({ length: Math.max(0, folded.length - RUN + 1) }, (_, i) =>
      hash(folded.slice(i, i + RUN).join(' ')),
    );
  });
  const all = new Runs();
  documents.forEach((d, i) => {
    for (const run of runs[i]!) all.add(run, d.day, i);
  });
  return documents.map((d, i) => {
    const gone = new Uint8Array(words[i]!.length);
    runs[i]!.forEach((run, at) => all.isFurniture(run) && gone.fill(1, at, at + RUN));
    return spoken(d.text, words[i]!, gone);
  });
}

/** The words that stay, with what stood before each. */
function spoken(text: string, words: readonly RegExpExecArray[], gone: Uint8Array): string {
  const kept: string[] = [];
  let end = 0;
  words.forEach((m, k) => {
    if (!gone[k]) kept.push(text.slice(end, m.index) + m[0]);
    end = m.index + m[0].length;
  });
  return kept.join('');
}
