/**
 * Spelling variants that a reader takes for the same word are made the same: case, marks, tashkeel, tatweel,
 * apostrophes, alef, ya and ta-marbuta variants, Persian letters, both Arabic digit sets.
 */
const LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ک: 'ك',
  گ: 'ك',
  ڤ: 'ف',
  پ: 'ب',
};

const plain = /^[a-z0-9]*$/;
const dropped = /[\p{M}\p{Cf}\u0640'’‘`´ʿʾʻʼ-]/gu;
const arabic = /[\u0600-\u06ff]/;

/** The value of a decimal digit in ASCII, Arabic-Indic or Persian form; -1 for anything else. */
export function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x660 && code <= 0x669) return code - 0x660;
  if (code >= 0x6f0 && code <= 0x6f9) return code - 0x6f0;
  return -1;
}

const fitted = (c: string): string => {
  const d = c.length === 1 ? digitOf(c.charCodeAt(0)) : -1;
  return d >= 0 ? String(d) : (LETTERS[c] ?? c);
};

/** The form of a word under which it is looked up. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (plain.test(lower)) return lower;
  // Marks go after the letter table: NFKD would split the hamza off its alef and leave ئ as a bare ya.
  let out = '';
  for (const c of arabic.test(lower) ? lower.normalize('NFC') : lower) out += fitted(c);
  return out.normalize('NFKD').replace(dropped, '').replace('اميرك', 'امريك');
}

const ARTICLE = 'ال';

/** Whether the folded word is written in Arabic letters. */
export const isArabic = (folded: string): boolean => {
  const c = folded.charCodeAt(0);
  return c >= 0x600 && c <= 0x6ff;
};

/** An Arabic word without its article, so that lexicon and text agree. */
export const bare = (folded: string): string =>
  folded.startsWith(ARTICLE) && folded.length > 4 ? folded.slice(2) : folded;

const SUFFIXES = [
  ...['ناها', 'هما', 'تها', 'تهم', 'تان', 'تين', 'وها', 'وهم', 'ناه', 'ها', 'هم', 'وا', 'وه', 'نا', 'ته', 'تا'],
  ...['ان', 'ين', 'ون', 'ات', 'ت', 'ه', 'ا', 'ي'],
];

/**
 * Readings of an Arabic word in the order in which they are tried: as it stands, without conjunction,
 * preposition and article, and last without a pronoun or ending.
 */
export function readings(folded: string): string[] {
  const heads = new Set([folded, bare(folded)]);
  for (const first of [folded, /^[وف]/.test(folded) && folded.length > 2 ? folded.slice(1) : folded]) {
    heads.add(bare(first));
    if (first.startsWith('لل') && first.length > 4) heads.add(first.slice(2));
    if (/^[بلك]/.test(first) && first.length > 3) heads.add(bare(first.slice(1)));
  }
  return [...heads];
}

/** Readings with an ending taken off; only asked for when no reading is known as it stands. */
export function stems(folded: string): string[] {
  const out: string[] = [];
  for (const head of readings(folded))
    for (const end of SUFFIXES)
      if (head.endsWith(end) && head.length - end.length >= 4) out.push(head.slice(0, -end.length));
  return out;
}
