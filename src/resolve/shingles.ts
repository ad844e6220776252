/** Words of a text, folded for comparison: lower case, no marks, Arabic letters and digits in one spelling. */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** 32-bit FNV-1a over UTF-16 code units: stable across machines, good enough to tell shingles apart. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

const LENGTH = 3;
const MOST = 64;

/** Three-word shingles of the text as sorted hashes; of a long text only the 64 smallest (a bottom-k sketch, Broder 1997). */
export function shinglesOf(text: string): number[] {
  const words = wordsOf(text);
  const found = new Set<number>();
  if (words.length < LENGTH) return words.length ? [hash(words.join(' '))] : [];
  for (let i = 0; i + LENGTH <= words.length; i++) found.add(hash(words.slice(i, i + LENGTH).join(' ')));
  return [...found].sort((a, b) => a - b).slice(0, MOST);
}

/** Estimated share of shingles that two texts have in common, 0…1; needs two shingles each, fewer words prove nothing. */
export function resemblance(a: readonly number[], b: readonly number[]): number {
  if (a.length < 2 || b.length < 2) return 0;
  const union: number[] = [];
  const k = a.length < MOST && b.length < MOST ? Infinity : MOST;
  let both = 0;
  for (let i = 0, j = 0; (i < a.length || j < b.length) && union.length < k;) {
    const x = a[i] ?? Infinity;
    const y = b[j] ?? Infinity;
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
    union.push(Math.min(x, y));
  }
  return union.length ? both / union.length : 0;
}
