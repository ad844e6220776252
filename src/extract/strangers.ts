import type { Voice } from './actors.ts';
import type { Hearing } from './hearing.ts';
import { sourceFeatures } from './saying-features.ts';
import type { Hit, Scene } from './scene.ts';
import { sourceOptions, type SourceOption } from './source-options.ts';
import { Utterance } from './utterance.ts';
import { score } from './weights.ts';

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

/** A place by its id, another word as it is written. */
function wordsOf(s: Scene, from: number, to: number): string[] {
  const out: string[] = [];
  for (let i = from; i < to; i++) {
    const place = s.starts('place', i);
    const known = place && place.to <= to ? place : s.starts('field', i);
    if (known && known.to <= to) {
      out.push(known.value);
      i = known.to - 1;
    } else if (s.tokens[i]!.form.kind === 'word' && !joins(s, i)) out.push(slug(s.words(i, i + 1)));
  }
  return out;
}

/**
 * The id of a speaker whom no table knows: body, field and post ("anbar-security-source"), alike in both languages where
 * the words are known; a name or phrase without a post becomes a slug of its words.
 */
export function strangerId(s: Scene, from: number, to: number): string | null {
  const post = s.all('post', from, to)[0];
  if (!post) return slug(wordsOf(s, from, to).join(' ')) || null;
  const before = wordsOf(s, from, post.from).filter((w) => !COUNTS.test(w));
  const after = wordsOf(s, post.to, to);
  const fields = s.all('field', post.to, to).map((h) => h.value);
  const own = after.filter((w) => fields.includes(w));
  const body = after.filter((w) => !fields.includes(w));
  // "people familiar with the matter": no body is named, the words stay as they are.
  if (!joins(s, post.to) && own.length === 0) return [...before, post.value, ...body].join('-');
  return [...body, ...before, ...own, post.value].join('-');
}

const COUNTS = /^(one|two|three|four|five|several|some|many|other|another|unnamed|anonymous|this|these|that|his|her|their)$/;

/** What no speaker is: an attack, a weapon, harm. */
const MUTE = ['act', 'deed', 'blast', 'weapon', 'harm', 'month', 'weekday', 'say'];

/** Whether the words can name a speaker: somebody in a post, or a name of at least two words with capitals. */
function speaks(s: Scene, from: number, to: number): boolean {
  if (to - from > LONGEST || s.covers('pronoun', to - 1)) return false;
  if (s.has('post', from, to)) return !MUTE.some((c) => s.has(c, from, to));
  const capitals = s.tokens.slice(from, to).filter((t) => t.form.case === 1).length;
  return capitals >= 2 && !s.has('place', to - 1, to) && !MUTE.some((c) => s.has(c, from, to));
}

/** Titles and articles stand before a name and are no part of it. */
function trimmed(s: Scene, from: number, to: number): number {
  let k = from;
  if (s.has('post', from, to) && s.tokens[to - 1]!.form.case === 0) return k;
  while (k < to - 1 && (s.covers('title', k) || /^(of|for|and|the|a|an)$/.test(s.key(k)))) k++;
  return k;
}

/** The voice of the likeliest option; options that lie right at the verb only. */
function likeliest(s: Scene, v: number, fits: (o: SourceOption) => boolean, h: Hearing): Voice | null {
  const u = new Utterance(s.text, s.range, s.tokens, h.quotes, h.lexicon.grammar, h.lexicon.sayings.cues);
  let best: { o: SourceOption; odds: number } | null = null;
  for (const o of sourceOptions(u, v)) {
    if (!fits(o) || !speaks(s, o.from, o.to)) continue;
    const odds = score(h.lexicon.sayings.source, sourceFeatures(u, v, o));
    if (!best || odds > best.odds) best = { o, odds };
  }
  if (!best) return null;
  const from = trimmed(s, best.o.from, best.o.to);
  const id = strangerId(s, from, best.o.to);
  return id && id.length > 3 ? { from, to: best.o.to, id } : null;
}

/** An unknown speaker of an English verb: its subject, or after a comma what follows it ("…, said a local official"). */
export const strangerOf = (s: Scene, verb: Hit, h: Hearing): Voice | null =>
  likeliest(
    s,
    verb.from,
    (o) => /^(subject 0|apposed 0|name of apposed 0|segment)/.test(o.name) || (o.from === verb.to && s.isMark(verb.from - 1)),
    h,
  );

/** An unknown speaker after "according to". */
export const strangerAfter = (s: Scene, lead: Hit, h: Hearing): Voice | null =>
  likeliest(s, lead.from, (o) => o.from === lead.to, h);

/** An unknown speaker of an Arabic verb or lead: a post right after it, with what goes with it up to "that" or a mark. */
export function arabicStranger(s: Scene, from: number): Voice | null {
  const post = s.starts('post', from) ?? s.starts('post', from + 1);
  if (!post) return null;
  let to = post.to;
  while (
    to < Math.min(s.length, post.from + LONGEST) &&
    !s.isMark(to) &&
    !CLOSING.some((c) => s.covers(c, to)) &&
    s.tokens[to]!.form.kind === 'word' &&
    !/^لل?وكال/.test(s.key(to))
  )
    to++;
  while (to > post.to && joins(s, to - 1)) to--;
  const id = strangerId(s, post.from, to);
  return id ? { from: post.from, to, id } : null;
}

/** What ends the name of an Arabic speaker. */
const CLOSING = ['that', 'audience', 'weekday', 'say', 'act', 'deed', 'actor', 'channel', 'dayword', 'relay'];
