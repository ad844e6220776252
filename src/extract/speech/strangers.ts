import type { Voice } from './voice.ts';
import type { Hearing } from './hearing.ts';
import { sourceFeatures } from '../sayings/saying-features.ts';
import type { Hit, Scene } from '../scene.ts';
import type { SourceOption } from '../sayings/source-options.ts';
import type { Utterance } from '../text/utterance.ts';
import { score } from '../text/weights.ts';

/** Names of an unknown speaker are cut here: longer ones are no names. */
const LONGEST = 12;

const slug = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll('.', '')
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
    const cat = RANKS.find((c) => (s.starts(c, i)?.to ?? Infinity) <= to && !(c === 'field' && ends(s, i, to)));
    const known = cat && s.starts(cat, i);
    if (cat && known && !qualifies(s, cat, known.to, to)) {
      // "U.S. Army Central": letters stay letters.
      const letters = known.to === i + 1 && s.tokens[i]!.form.case === 2;
      out.push({ text: letters ? slug(s.words(i, i + 1)) : known.value, rank: { place: 0, field: 2, post: 3 }[cat] });
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

/** "A worker who asked not to be named": what tells more of somebody is no part of the name. */
function plain(s: Scene, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) if (/^(who|which|whose|speaking|asking)$/.test(s.key(i))) return i;
  return to;
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

/** "Police in the town, reached by telephone": what a comma sets off is no part of who it is. */
function shortened(s: Scene, name: { from: number; to: number }): { from: number; to: number } {
  for (let i = name.from + 1; i < name.to; i++) if (s.isMark(i, ',')) return { from: name.from, to: i };
  return name;
}

/** Titles and articles stand before a name and are no part of it. */
function trimmed(s: Scene, from: number, to: number): number {
  let k = from;
  // "Oil ministry spokesman Ann Reed": the name alone, where one is told.
  let name = to;
  while (name > from && s.tokens[name - 1]!.form.case === 1 && !s.covers('post', name - 1)) name--;
  if (name > from && to - name >= 2 && s.covers('post', name - 1)) return name;
  const posts = s.all('post', from, to);
  if (posts.some((h) => joins(s, h.to)) || (posts.length > 0 && s.tokens[to - 1]!.form.case === 0)) return k;
  while (k < to - 1 && (s.covers('title', k) || /^(of|for|and|the|a|an)$/.test(s.key(k)))) k++;
  return k;
}

/** A stranger by name; "the interior ministry" alone is that of the land spoken of. */
function voiceOf(
  s: Scene,
  name: { from: number; to: number },
  all: { from: number; to: number },
  h: Hearing,
): Voice | null {
  const id = strangerId(s, name.from, name.to);
  if (id.length <= 3) return null;
  const portfolio = s.all('portfolio', name.from, name.to)[0];
  const ministry = portfolio && h.memory.land && id.startsWith(`${portfolio.value}-ministry`);
  // "The Islamic Resistance" in a post of the "Islamic Resistance in Iraq" is itself.
  const self = [...h.self].find((x) => x.startsWith(`${id}-in-`));
  return { ...all, id: ministry ? `${h.memory.land}-${id}` : (self ?? h.memory.known(id)) };
}

/** "A spokesman for the council": who stands in a post before the body speaks, and not the body. */
const withPost = (s: Scene, o: SourceOption, options: readonly SourceOption[]): SourceOption =>
  options.find((p) => p.to === o.to && p.from < o.from && s.all('post', p.from, o.from).some((h) => joins(s, h.to))) ??
  o;

/** The likeliest of several options. */
function weighed(u: Utterance, v: number, options: readonly SourceOption[], h: Hearing): SourceOption | undefined {
  let best: SourceOption | undefined;
  let most = -Infinity;
  for (const o of options) {
    const odds = score(h.lexicon.sayings.source, sourceFeatures(u, v, o));
    if (odds > most) [best, most] = [o, odds];
  }
  return best;
}

/** The voice of the likeliest option; options that lie right at the verb only. */
function likeliest(s: Scene, v: number, fits: (o: SourceOption) => boolean, h: Hearing): Voice | null {
  const { utterance, options: all } = h.sources(s, v);
  const options = all.filter((o) => fits(o) && speaks(s, o.from, o.to, h));
  const best = options.length > 1 ? weighed(utterance, v, options, h) : options[0];
  if (!best) return null;
  const o = withPost(s, best, options);
  const name = shortened(s, nameIn(s, o.from, plain(s, o.from, o.to)));
  return voiceOf(
    s,
    { from: trimmed(s, name.from, name.to), to: name.to },
    { from: trimmed(s, o.from, o.to), to: o.to },
    h,
  );
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
export function arabicStranger(s: Scene, from: number, h: Hearing): Voice | null {
  const lead = s.starts('post', from) ?? s.starts('title', from);
  if (!lead) return null;
  const titled = lead.cat === 'title';
  const most = Math.min(s.length, lead.to + (titled ? 4 : LONGEST));
  let to = lead.to;
  while (to < most && !s.isMark(to) && s.tokens[to]!.form.kind === 'word' && !CLOSING.some((c) => s.covers(c, to)))
    to++;
  while (to > lead.to && joins(s, to - 1)) to--;
  const name = { from: titled ? lead.to : lead.from, to };
  return to > name.from ? voiceOf(s, name, { from: lead.from, to }, h) : null;
}

/** Somebody unknown who is named by tokens [from, to). */
export function strangerBetween(s: Scene, from: number, to: number, h: Hearing): Voice | null {
  if (to <= from || !speaks(s, from, to, h)) return null;
  return voiceOf(s, { from: trimmed(s, from, to), to }, { from, to }, h);
}

/** An unknown speaker who stands before a colon, in the words from `from` on: somebody in a post, the outlet told left out. */
export function labelStranger(s: Scene, from: number, colon: number, h: Hearing): Voice | null {
  if (h.language === 'ar') {
    const post = s.all('post', from, colon)[0];
    return post ? arabicStranger(s, post.from, h) : null;
  }
  return s.has('post', from, colon) && speaks(s, from, colon, h)
    ? { from, to: colon, id: strangerId(s, from, colon) }
    : null;
}

/** What ends the name of an Arabic speaker. */
const CLOSING = ['that', 'audience', 'weekday', 'say', 'act', 'deed', 'actor', 'channel', 'dayword', 'relay'];
