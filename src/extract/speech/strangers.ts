import type { Voice } from './voice.ts';
import type { Hearing } from './hearing.ts';
import { localOffice } from './lands.ts';
import { sourceFeatures } from '../sayings/saying-features.ts';
import type { Hit, Scene } from '../scene.ts';
import type { SourceOption } from '../sayings/source-options.ts';
import type { Utterance } from '../text/utterance.ts';
import { score } from '../text/weights.ts';
import { joins, slug, strangerId } from './stranger-ids.ts';

/** Names of an unknown speaker are cut here: longer ones are no names. */
const LONGEST = 12;

/** What no speaker is: an attack, a weapon, harm. */
const MUTE = ['act', 'deed', 'blast', 'weapon', 'harm', 'month', 'weekday', 'say'];

/** Whether the words can name a speaker: somebody in a post, or a name of at least two words with capitals. */
function speaks(s: Scene, from: number, to: number, h: Hearing): boolean {
  if (to - from > LONGEST || s.covers('pronoun', to - 1) || /^(i|we|you)$/.test(s.key(to - 1))) return false;
  // "A source in the operations command": a word of attack within the name of a post is none.
  const telling = (c: string): boolean => s.all(c, from, to).some((x) => !s.covers('post', x.from));
  if (s.has('post', from, to)) return !MUTE.some(telling);
  const capitals = s.tokens.slice(from, to).filter((t) => t.form.case === 1).length;
  if (to - from === 1 && capitals === 1) return h.memory.known(slug(s.words(from, to))) !== slug(s.words(from, to));
  return capitals >= 2 && !s.has('place', to - 1, to) && !MUTE.some((c) => s.has(c, from, to));
}

/** "A worker who asked not to be named": what tells more of somebody is no part of the name. */
function plain(s: Scene, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) if (/^(who|which|whose|speaking|asking)$/.test(s.key(i))) return i;
  return to;
}

/** "A group calling itself Sons of the South", "a group using the name …": the name begins behind those words. */
function self(s: Scene, from: number, to: number): number {
  for (let i = to - 1; i > from; i--)
    if (/^(itself|themselves|himself|name|called|named)$/.test(s.key(i - 1)) && s.tokens[i]!.form.case === 1) return i;
  return from;
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

/** "The interior ministry", "متحدث باسم وزارة الدفاع": the ministry of the land spoken of, or an official of it. */
function ministryOf(s: Scene, { from, to }: { from: number; to: number }, h: Hearing): string | null {
  const posts = s.all('post', from, to);
  const what = s.all('portfolio', from, to)[0];
  if (!what || !h.memory.land || s.has('place', from, to) || !posts.some((p) => p.value === 'ministry')) return null;
  const id = `${h.memory.land}-${what.value}-ministry`;
  const post = posts.find((p) => p.value !== 'ministry');
  // What a ministry's spokesman says, the ministry says, unless a table has him.
  const office = post && `${id}-${post.value}`;
  return office && (post.value !== 'spokesperson' || h.cast.kind(office)) ? office : id;
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
  const ministry = ministryOf(s, name, h);
  // "The Islamic Resistance" in a post of the "Islamic Resistance in Iraq" is itself.
  const self = [...h.self].find((x) => x.startsWith(`${id}-in-`));
  return { ...all, id: ministry ?? self ?? h.memory.known(localOffice(id, h)) };
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
  const name = shortened(s, nameIn(s, self(s, o.from, o.to), plain(s, o.from, o.to)));
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
  // "قيادي فيها": of the group told of.
  const group = /^(فيها|فيه)$/.test(s.key(lead.to)) ? h.memory.resolve('group') : null;
  if (group) return { from: lead.from, to: lead.to + 1, id: group, recalled: true };
  const most = Math.min(s.length, lead.to + (titled ? 4 : LONGEST));
  let to = lead.to;
  while (to < most && !s.isMark(to) && s.tokens[to]!.form.kind === 'word' && !closes(s, to)) to++;
  while (to > lead.to && joins(s, to - 1)) to--;
  const name = { from: titled ? lead.to : lead.from, to };
  return to > name.from ? voiceOf(s, name, { from: lead.from, to }, h) : null;
}

/** Whether the name of an Arabic speaker ends before token `i`; "عمليات" after a post is what it is for, and no attack. */
const closes = (s: Scene, i: number): boolean =>
  /^(عن|ل|لـ|فيها|فيه|منها)$/.test(s.key(i)) ||
  // Where a post is ends its name: "قائد عمليات بغداد إخلاء …".
  (i > 0 && s.ends('place', i) !== undefined && !s.covers('place', i)) ||
  (!s.covers('field', i) && CLOSING.some((c) => s.covers(c, i) && !(c === 'actor' && s.covers('field', i - 1))));

/** Longest name of a speaker who stands before an Arabic verb. */
const FRONTED = 6;

/** "قائمقام قضاء … أوضح أن": somebody in a post whose name fills the clause up to the verb. */
export function arabicFronted(s: Scene, verb: number, h: Hearing): Voice | null {
  for (let i = verb - 1; i >= Math.max(0, verb - FRONTED) && !s.isMark(i) && !closes(s, i); i--) {
    const first = i === 0 || s.isMark(i - 1);
    if (s.starts('post', i) && first) return voiceOf(s, { from: i, to: verb }, { from: i, to: verb }, h);
  }
  return null;
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
  const posts = s.all('post', from, colon);
  // "People of the south: …" speaks to them.
  return posts.some((x) => x.value !== 'people') && speaks(s, from, colon, h)
    ? { from, to: colon, id: strangerId(s, from, colon) }
    : null;
}

/** What ends the name of an Arabic speaker. */
const CLOSING = ['that', 'audience', 'weekday', 'say', 'act', 'deed', 'actor', 'channel', 'dayword', 'relay'];
