import type { ContentOption } from './content-options.ts';
import { verbGroup, type SourceOption } from './source-options.ts';
import type { Utterance } from '../text/utterance.ts';

const GRAMMATICAL = new Set([
  'determiner',
  'pronoun',
  'preposition',
  'conjunction',
  'subordinator',
  'auxiliary',
  'modal',
]);

/** A word of grammar as it stands, of others only the class: names never become features. */
function word(u: Utterance, i: number): string {
  const is = u.class(i);
  if (is === 'mark') return u.key(i);
  if (GRAMMATICAL.has(is)) return u.key(i);
  return is !== 'edge' && u.tokens[i]!.form.case > 0 ? 'Name' : is;
}

const bucket = (n: number): string => (n < 4 ? String(n) : n < 7 ? '4-6' : n < 12 ? '7-11' : n < 25 ? '12-24' : '25+');

/** What speaks for an option of who says it. */
export function sourceFeatures(u: Utterance, v: number, o: SourceOption): string[] {
  const first = word(u, o.from);
  const last = word(u, o.to - 1);
  const before = word(u, o.from - 1);
  const gap = o.to <= v ? bucket(v - o.to) : `-${bucket(o.from - v)}`;
  return [
    o.name,
    `${o.name} ${u.key(v)}`,
    `${o.name} > ${word(u, v - 1)}`,
    `${o.name} < ${word(u, v + 1)}`,
    `${o.name} first ${first}`,
    `${o.name} last ${last}`,
    `${o.name} before ${before}`,
    `${o.name} after ${word(u, o.to)}`,
    `${o.name} gap ${gap}`,
    `${o.name} words ${bucket(o.to - o.from)}`,
    `${o.name} as ${u.class(v)}`,
    `${first} ${before}`,
    `${o.name} ${ending(u.key(v))} ${word(u, v - 1)}`,
    `quotes ${u.quoted[o.from] === u.quoted[v]} ${u.quoted[v] !== undefined}`,
    `verbs ${verbs(u, o.from, o.to)}`,
  ];
}

/** Ending of a verb's form. */
const ending = (key: string): string => /(ing|ed|s)$/.exec(key)?.[0] ?? '';

function verbs(u: Utterance, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++)
    if (u.class(i) === 'verb' || u.class(i) === 'auxiliary' || u.class(i) === 'modal') n++;
  return Math.min(n, 2);
}

/** What speaks for an option of what is said. */
export function contentFeatures(u: Utterance, v: number, o: ContentOption): string[] {
  const [a, b] = o.tokens;
  const first = word(u, a);
  const end = word(u, b);
  const marks = `${u.isMark(v - 1) ? u.key(v - 1) : u.quoted[v - 1] !== u.quoted[v] ? 'quote' : ''}`;
  const open = u.quoted[a] !== undefined && u.quoted[a] !== u.quoted[v];
  // How many words are read over between the cue and what is said.
  const over = `over ${o.side} ${a > v ? bucket(a - v - 1) : bucket(v - b)}`;
  const whole = open && u.quoted[a] === u.quoted[b - 1];
  return [
    o.name,
    `${o.name} ${u.key(v)}`,
    `${o.side} ${u.key(v)}`,
    `${o.name} next ${word(u, v + 1)}`,
    `${o.name} then ${word(u, v + 1)} ${word(u, v + 2)}`,
    `${o.name} first ${first}`,
    `${o.side} first ${first} ${word(u, a + 1)}`,
    `${o.name} end ${end}`,
    `${o.side} end ${end} ${word(u, b + 1)}`,
    `${o.name} words ${bucket(b - a)}`,
    `${o.name} marks ${marks}`,
    `${o.name} quote ${open} ${whole} ${u.quoted[v] !== undefined}`,
    `${o.name} as ${u.class(v)} ${word(u, v - 1)}`,
    `verbs ${o.side} ${verbs(u, a, b)} ${bucket(b - a)}`,
    `before ${o.side} ${word(u, a - 1)}`,
    `${o.name.split(' ', 1)[0]!} begins ${u.class(a)}`,
    `${o.side} begins ${u.class(a)} ${u.class(a - 1)}`,
    `${over} ${u.key(v)}`,
    `${over} ${first}`,
    `${over} ${word(u, v + 1)} ${open}`,
  ];
}

/** An option with the log of its odds, and whether it is the best of its kind. */
export interface Weighed<T> {
  option: T;
  odds: number;
  first: boolean;
}

/** What tells whether the cue word attributes at all, given a source and a content. */
export function cueFeatures(
  u: Utterance,
  v: number,
  who: Weighed<SourceOption>,
  what: Weighed<ContentOption>,
): string[] {
  const [s, c] = [who.option, what.option];
  const key = u.key(v);
  const [next, last] = [word(u, v + 1), word(u, v - 1)];
  const g = verbGroup(u, v);
  const level = (x: number): string => String(Math.max(-4, Math.min(6, Math.round(x * 1.5))));
  const first = word(u, s.from);
  return [
    'cue',
    key,
    `${key} next ${next}`,
    `${key} last ${last}`,
    `${key} ${s.name}`,
    `${key} ${c.side}`,
    `${key} ${c.name}`,
    `${last} _ ${next}`,
    `group ${word(u, g)} ${word(u, g - 1)}`,
    `as ${u.class(v)} ${next}`,
    `as ${u.class(v)} last ${last}`,
    `next ${next} ${word(u, v + 2)}`,
    `who ${s.name} ${c.side}`,
    `who ${first} ${s.to - s.from === 1}`,
    `what ${c.name}`,
    `what ${word(u, c.tokens[0])} ${c.side}`,
    `length ${c.side} ${bucket(c.tokens[1] - c.tokens[0])}`,
    `odds of source ${level(who.odds)}`,
    `odds of content ${level(what.odds)}`,
    `odds ${level(Math.min(who.odds, what.odds))}`,
    `quote ${u.quoted[v] !== undefined} ${u.quoted[c.tokens[0]] !== u.quoted[v]}`,
    `case ${u.tokens[v]!.form.case}`,
    `top ${who.first} ${what.first}`,
    `form ${ending(key)} ${c.side} ${last}`,
    `side ${s.from > v} ${c.side} ${next}`,
    `apart ${c.tokens[0] >= s.to || c.tokens[1] <= s.from} ${s.name}`,
  ];
}
