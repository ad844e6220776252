import { readLines, shared } from '../labelled.ts';
import { stem } from '../../src/extract/text/stem.ts';

interface Text {
  text: string;
}

const WORD = /[A-Za-z]{2,}/g;

/** How often news in mixed case write a word small, and inside a sentence with a capital. */
function written(texts: readonly Text[]): Map<string, { small: number; capital: number }> {
  const out = new Map<string, { small: number; capital: number }>();
  for (const { text } of texts)
    for (const m of text.matchAll(WORD)) {
      const key = m[0].toLowerCase();
      const n = out.get(key) ?? { small: 0, capital: 0 };
      if (m[0] === key) n.small++;
      else if (/[a-z,] $/.test(text.slice(Math.max(0, m.index - 2), m.index))) n.capital++;
      out.set(key, n);
    }
  return out;
}

/**
 * Stems of common words: in at least three of the documents, and written small in news rather than as a name.
 * The news are the training texts of PolNeAR and TimeBank; of them only this list of single words is kept.
 */
export function commonWords(documents: readonly Text[]): string[] {
  const news = ['polnear', 'timex'].flatMap((set) => readLines<Text>(shared('data', set, 'train.jsonl')));
  const counts = written(news);
  const seen = new Map<string, number>();
  for (const { text } of documents)
    for (const w of new Set(text.toLowerCase().match(WORD))) seen.set(w, (seen.get(w) ?? 0) + 1);
  const common = [...seen].filter(([w, n]) => {
    const { small, capital } = counts.get(w) ?? { small: 0, capital: 0 };
    return n >= 3 && small >= 2 && small >= capital / 2;
  });
  return [...new Set(common.map(([w]) => stem(w)))].sort();
}
