import type { Scene } from '../scene.ts';

/** Words as they stand in an id: small letters and numbers, joined by hyphens. */
export const slug = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll('.', '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/** Words between a post and its body: "for the", "في". */
export const joins = (s: Scene, i: number): boolean =>
  s.covers('bridge', i) !== undefined || s.covers('locative', i) !== undefined || /^(the|a|an)$/.test(s.key(i));

interface Word {
  text: string;
  /** Places come first in an id, then other words, nations, fields and posts: both languages say it alike. */
  rank: number;
}

const NATIONS = /^(american|iranian|iraqi|kurdish|syrian|turkish|western)$/;
const RANKS = ['place', 'field', 'post'] as const;

/** A word of a table by its value, another as it is written. */
function wordsOf(s: Scene, from: number, to: number): Word[] {
  const out: Word[] = [];
  for (let i = from; i < to; i++) {
    const cat = RANKS.find((c) => (s.starts(c, i)?.to ?? Infinity) <= to && !(c === 'field' && ends(s, i, to)));
    const known = cat && s.starts(cat, i);
    if (cat && known && !qualifies(s, cat, known.to, to)) {
      // "U.S. Army Central": letters stay letters.
      const letters = known.to === i + 1 && s.tokens[i]!.form.case === 2;
      out.push({
        text: letters ? slug(s.words(i, i + 1)) : known.value.replace(/-governorate$/, ''),
        rank: NATIONS.test(known.value) ? 1.5 : { place: 0, field: 2, post: 3 }[cat],
      });
      i = known.to - 1;
    } else if (s.tokens[i]!.form.kind === 'word' && !joins(s, i) && !COUNTS.test(s.key(i)))
      out.push({ text: slug(s.words(i, i + 1)), rank: 1 });
  }
  return out;
}

/** "The town's hospital": a field at the end of its phrase is the body itself. */
const ends = (s: Scene, i: number, to: number): boolean =>
  s.language === 'en' && s.starts('post', i) !== undefined && (i + 1 === to || joins(s, i + 1));

/** "Port workers' union": a post before another word of its phrase is a part of that name. */
const qualifies = (s: Scene, cat: string, next: number, to: number): boolean =>
  cat === 'post' && s.language === 'en' && next < to && s.tokens[next]!.form.kind === 'word' && !joins(s, next);

const joined = (words: readonly Word[]): string => words.map((w) => w.text).join('-');
const ranked = (words: readonly Word[]): Word[] => [...words].sort((a, b) => a.rank - b.rank);

/**
 * The id of a speaker whom no table knows: body, field and post ("anbar-security-source"), alike in both languages where
 * the words are known; a name or phrase without a post becomes a slug of its words.
 */
export function strangerId(s: Scene, from: number, to: number): string {
  for (let i = from + 1; i < to - 1; i++)
    if (/^(and|or)$/.test(s.key(i)) && s.has('post', from, i) && s.has('post', i, to))
      return `${strangerId(s, from, i)}-and-${strangerId(s, i + 1, to)}`;
  const post = s.all('post', from, to).find((p) => !qualifies(s, 'post', p.to, to)) ?? s.all('post', from, to)[0];
  if (!post) return joined(wordsOf(s, from, to));
  const before = wordsOf(s, from, post.from);
  const after = wordsOf(s, post.to, to);
  // "people familiar with the matter": no body is named, the words stay as they are.
  if (s.language === 'en' && !joins(s, post.to)) return joined([...before, { text: post.value, rank: 3 }, ...after]);
  // "مصدر أمني في الأنبار": the field is the source's own unless another body has it.
  const own = after.some((w) => w.rank === 3) ? [] : after.filter((w) => w.rank > 1 && w.rank < 3);
  const body = after.filter((w) => !own.includes(w));
  return joined([...ranked(body), ...ranked([...before, ...own]), { text: post.value, rank: 3 }]);
}

const COUNTS =
  /^(a|an|the|one|two|three|four|five|second|third|several|some|many|other|another|unnamed|anonymous|this|these|that|his|her|their)$/;
