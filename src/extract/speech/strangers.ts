import type { Voice } from './voice.ts';
import type { Hearing } from './hearing.ts';
import { sourceFeatures } from '../sayings/saying-features.ts';
import type { Hit, Scene } from '../scene.ts';
import { sourceOptions, type SourceOption } from '../sayings/source-options.ts';
import { Utterance } from '../text/utterance.ts';
import { score } from '../text/weights.ts';

/** Names of an unknown speaker are cut here: longer ones are no names. */
const LONGEST = 12;

const slug = (words: string): string =>
  words
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/** Words between a post and its body: "for the", "في". */
const joins = (s: Scene, i: number): boolean =>
  s.covers('bridge', i) !== undefined || s.covers('locative', i) !== undefined || /^(the|a|an)$/.test(s.key(i));

interface Word {
  text: string;
  /** Places come first in an id, then other words, fields and posts: both languages say it alike. */
  rank: number;
}

const RANKS = ['place', 'field', 'post'] as const;

/** A word of a table by its value, another as it is written. */
function wordsOf(s: Scene, from: number, to: number): Word[] {
  const out: Word[] = [];
  for (let i = from; i < to; i++) {
    const cat = RANKS.find((c) => (s.starts(c, i)?.to ?? Infinity) <= to);
    if (cat) {
      const known = s.starts(cat, i)!;
      out.push({ text: known.value, rank: { place: 0, field: 2, post: 3 }[cat] });
      i = known.to - 1;
    } else if (s.tokens[i]!.form.kind === 'word' && !joins(s, i) && !COUNTS.test(s.key(i)))
      out.push({ text: slug(s.words(i, i + 1)), rank: 1 });
  }
  return out;
}

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
  const post = s.all('post', from, to)[0];
  if (!post) return joined(wordsOf(s, from, to));
  const before = wordsOf(s, from, post.from);
  const after = wordsOf(s, post.to, to);
  // "people familiar with the matter": no body is named, the words stay as they are.
  if (s.language === 'en' && !joins(s, post.to)) return joined([...before, { text: post.value, rank: 3 }, ...after]);
  // "مصدر أمني في الأنبار": the field is the source's own unless another body has it.
  const own = after.some((w) => w.rank === 3) ? [] : after.filter((w) => w.rank === 2);
  const body = after.filter((w) => !own.includes(w));
  return joined([...ranked(body), ...ranked([...before, ...own]), { text: post.value, rank: 3 }]);
}

const COUNTS =
  /^(a|an|the|one|two|three|four|five|several|some|many|other|another|unnamed|anonymous|this|these|that|his|her|their)$/;

/** What no speaker is: an attack, a weapon, harm. */
const MUTE = ['act', 'deed', 'blast', 'weapon', 'harm', 'month', 'weekday', 'say'];

/** Whether the words can name a speaker: somebody in a post, or a name of at least two words with capitals. */
function speaks(s: Scene, from: number, to: number, h: Hearing): boolean {
  if (to - from > LONGEST || s.covers('pronoun', to - 1) || /^(i|we|you)$/.test(s.key(to - 1))) return false;
  if (s.has('post', from, to)) return !MUTE.some((c) => s.has(c, from, to));
  const capitals = s.tokens.slice(from, to).filter((t) => t.form.case === 1).length;
  if (to - from === 1 && capitals === 1) return h.memory.known(slug(s.words(from, to))) !== slug(s.words(from, to));
  return capitals >= 2 && !s.has('place', to - 1, to) && !MUTE.some((c) => s.has(c, from, to));
}

/** The name in an apposition: "Ann Reed" of "the mayor, Ann Reed" and of "Ann Reed, a former aide"; else the whole. */
function nameIn(s: Scene, from: number, to: number): { from: number; to: number } {
  for (let a = from, i = from; i <= to; i++) {
    if (i < to && !s.isMark(i, ',(')) continue;
    const capitals = s.tokens.slice(a, i).filter((t) => t.form.case === 1).length;
    if (i - from < to - from && capitals >= 2 && capitals === i - a) return { from: a, to: i };
    if (a > from && capitals >= 2 && capitals === i - a) return { from: a, to: i };
    a = i + 1;
  }
  return { from, to };
}

/** Titles and articles stand before a name and are no part of it. */
function trimmed(s: Scene, from: number, to: number): number {
  let k = from;
  const posts = s.all('post', from, to);
  if (posts.some((h) => joins(s, h.to)) || (posts.length > 0 && s.tokens[to - 1]!.form.case === 0)) return k;
  while (k < to - 1 && (s.covers('title', k) || /^(of|for|and|the|a|an)$/.test(s.key(k)))) k++;
  return k;
}

/** "A spokesman for the council": who stands in a post before the body speaks, and not the body. */
const withPost = (s: Scene, o: SourceOption, options: readonly SourceOption[]): SourceOption =>
  options.find((p) => p.to === o.to && p.from < o.from && s.all('post', p.from, o.from).some((h) => joins(s, h.to))) ??
  o;

/** The voice of the likeliest option; options that lie right at the verb only. */
function likeliest(s: Scene, v: number, fits: (o: SourceOption) => boolean, h: Hearing): Voice | null {
  const { grammar, sayings } = h.lexicon;
  const u = new Utterance(s.text, s.range, s.tokens, { quotes: h.quotes, grammar, cues: sayings.cues });
  const options = sourceOptions(u, v).filter((o) => fits(o) && speaks(s, o.from, o.to, h));
  let best: { o: SourceOption; odds: number } | null = null;
  for (const o of options) {
    const odds = score(sayings.source, sourceFeatures(u, v, o));
    if (!best || odds > best.odds) best = { o, odds };
  }
  if (!best) return null;
  const o = withPost(s, best.o, options);
  const name = nameIn(s, o.from, o.to);
  const id = strangerId(s, trimmed(s, name.from, name.to), name.to);
  return id.length > 3 ? { from: trimmed(s, o.from, o.to), to: o.to, id: h.memory.known(id) } : null;
}

/** An unknown subject of an English verb. */
export const strangerOf = (s: Scene, verb: Hit, h: Hearing): Voice | null =>
  likeliest(s, verb.from, (o) => /^(subject 0|apposed 0|name of apposed 0|segment)/.test(o.name), h);

/** An unknown speaker right after an English verb. */
export const strangerRight = (s: Scene, verb: Hit, h: Hearing): Voice | null =>
  likeliest(s, verb.from, (o) => o.from === verb.to, h);

/** An unknown speaker after "according to": up to the next mark where that is near, for nothing else follows. */
export function strangerAfter(s: Scene, lead: Hit, h: Hearing): Voice | null {
  let mark = lead.to;
  while (mark < s.length && !s.isMark(mark)) mark++;
  const whole = likeliest(s, lead.from, (o) => o.from === lead.to && o.to === mark, h);
  return whole ?? likeliest(s, lead.from, (o) => o.from === lead.to, h);
}

/**
 * An unknown speaker of an Arabic verb or lead: a post or a title right after it, with what goes with it up to "that",
 * a mark or the outlet told.
 */
export function arabicStranger(s: Scene, from: number): Voice | null {
  const lead = s.starts('post', from) ?? s.starts('title', from);
  if (!lead) return null;
  const titled = lead.cat === 'title';
  const most = Math.min(s.length, lead.to + (titled ? 4 : LONGEST));
  let to = lead.to;
  while (to < most && !s.isMark(to) && s.tokens[to]!.form.kind === 'word' && !CLOSING.some((c) => s.covers(c, to)))
    to++;
  while (to > lead.to && joins(s, to - 1)) to--;
  const id = strangerId(s, titled ? lead.to : lead.from, to);
  return id ? { from: lead.from, to, id } : null;
}

/** An unknown speaker who stands before a colon, in the words from `from` on: somebody in a post, the outlet told left out. */
export function labelStranger(s: Scene, from: number, colon: number, h: Hearing): Voice | null {
  if (h.language === 'ar') {
    const post = s.all('post', from, colon)[0];
    return post ? arabicStranger(s, post.from) : null;
  }
  return s.has('post', from, colon) && speaks(s, from, colon, h)
    ? { from, to: colon, id: strangerId(s, from, colon) }
    : null;
}

/** What ends the name of an Arabic speaker. */
const CLOSING = ['that', 'audience', 'weekday', 'say', 'act', 'deed', 'actor', 'channel', 'dayword', 'relay'];
