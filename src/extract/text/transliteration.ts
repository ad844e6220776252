/** Letters that writers choose among for one Arabic letter. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/dj/g, 'j'],
  [/ph/g, 'f'],
  [/[ck]h/g, 'x'],
  [/([gdt])h/g, '$1'],
  [/[qc]/g, 'k'],
  [/v/g, 'f'],
];

/** Shorter names, and names of fewer consonants, are too like those of other people and things. */
const SHORTEST = 7;
const CONSONANTS = 3;

/**
 * What the spellings of an Arabic name in Latin letters share ("Sulaymaniyah", "Suleimaniya"): its consonants, with a
 * mark where vowels stand. Null for a word too short to tell a name by.
 */
export function skeleton(folded: string): string | null {
  if (folded.length < SHORTEST || !/^[a-z]+$/.test(folded)) return null;
  let word = folded;
  for (const [from, to] of LETTERS) word = word.replace(from, to);
  const bones = word
    .replace(/[aeiouyw]+h?$/, '.')
    .replace(/[aeiouyw]+/g, '.')
    .replace(/([a-z])\1+/g, '$1');
  return bones.replaceAll('.', '').length < CONSONANTS ? null : bones;
}

/** Least number of letters added, left out or changed that makes one word the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let k = 1; k <= b.length; k++)
      next.push(Math.min(row[k]! + 1, next[k - 1]! + 1, row[k - 1]! + (a[i - 1] === b[k - 1] ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}

/** Whether two words of one skeleton are near enough to be one name: they differ in a quarter of their letters at most. */
export const respells = (a: string, b: string): boolean =>
  a.length <= 24 && distance(a, b) <= Math.max(a.length, b.length) / 4;
