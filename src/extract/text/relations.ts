import { nounPhrases, type Grammar, type NounPhrase, type WordClass } from './phrases.ts';
import { stem } from './stem.ts';
import type { Token } from './tokens.ts';

/** A sentence in words, classes and noun phrases; `at` is the phrase that covers a token, -1 for none. */
export interface Parse {
  tokens: readonly Token[];
  classes: readonly WordClass[];
  phrases: readonly NounPhrase[];
  at: Int16Array;
}

export function parse(tokens: readonly Token[], grammar: Grammar): Parse {
  const classes = grammar.classes(tokens);
  const phrases = nounPhrases(tokens, classes);
  const at = new Int16Array(tokens.length).fill(-1);
  phrases.forEach((p, n) => at.fill(n, p.from, p.to));
  return { tokens, classes, phrases, at };
}

const key = (s: Parse, i: number): string => s.tokens[i]?.form.key ?? '';
export const stemAt = (s: Parse, i: number): string => stem(key(s, i));
const isVerbal = (c: WordClass | undefined): boolean => c === 'verb' || c === 'participle';
const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'am']);
const SKIP: ReadonlySet<string> = new Set(['"', "'", '“', '”', '‘', '’']);

/** Index of the next token at or after `i` in direction `step` that is no adverb and no quotation mark. */
function plain(s: Parse, i: number, step: 1 | -1): number {
  while (i >= 0 && i < s.tokens.length && (s.classes[i] === 'adverb' || SKIP.has(key(s, i)))) i += step;
  return i;
}

/** Whether a form of "be" stands before the verb at `i`. */
function passive(s: Parse, i: number): boolean {
  const k = plain(s, i - 1, -1);
  return s.classes[k] === 'auxiliary' && BE.has(key(s, k));
}

/** How deep chains of "of" and of lists are followed. */
const DEPTH = 3;

/** What governs a phrase from the left: its verb as object, a preposition with its verb or noun, the list it stands in. */
function leftward(s: Parse, n: number, depth: number, out: Set<string>): void {
  const i = plain(s, s.phrases[n]!.from - 1, -1);
  const is = s.classes[i];
  if (isVerbal(is)) out.add(passive(s, i) ? `after:${stemAt(s, i)}` : `obj:${stemAt(s, i)}`);
  else if (is === 'preposition') prepositional(s, i, depth, out);
  else if (depth > 0 && (is === 'conjunction' || key(s, i) === ',')) {
    const k = is === 'conjunction' && key(s, i - 1) === ',' ? i - 2 : i - 1;
    const before = s.at[k] ?? -1;
    if (before >= 0) {
      out.add(is === 'conjunction' ? 'and' : 'comma');
      leftward(s, before, depth - 1, out);
    } else if (is === 'conjunction' && isVerbal(s.classes[plain(s, i - 1, -1)])) out.add('and');
  } else if (n > 0 && s.phrases[n - 1]!.owner && s.phrases[n - 1]!.to === s.phrases[n]!.from) out.add(`of-owner`);
  else if (key(s, i) === '(' || key(s, i) === '[') {
    const before = s.at[i - 1] ?? -1;
    if (before >= 0 && depth > 0) {
      out.add('bracket');
      leftward(s, before, depth - 1, out);
    }
  }
}

function prepositional(s: Parse, i: number, depth: number, out: Set<string>): void {
  const prep = key(s, i);
  const j = plain(s, i - 1, -1);
  if (isVerbal(s.classes[j])) {
    out.add(`${passive(s, j) ? 'pp' : 'vp'}:${stemAt(s, j)}_${prep}`);
    return;
  }
  const g = s.at[j] ?? -1;
  if (g < 0) {
    out.add(`p:${prep}`);
    return;
  }
  const q = s.phrases[g]!;
  out.add(`np:${stemAt(s, q.head)}_${prep}`);
  if (depth === 0) return;
  const further = new Set<string>();
  leftward(s, g, depth - 1, further);
  for (const f of further)
    out.add(prep === 'of' ? f.replace(/^(of>)*/, 'of>') : f.startsWith('obj:') ? `vo:${f.slice(4)}_${prep}` : '');
  out.delete('');
}

/** End of prepositional attachments and brackets that follow token `i`. */
function attached(s: Parse, i: number): number {
  for (let step = 0; step < DEPTH; step++) {
    const open = key(s, i) === '(' || key(s, i) === '[';
    const next = s.at[i + 1] ?? -1;
    if (open) {
      let k = i + 1;
      while (k < s.tokens.length && k < i + 12 && key(s, k) !== ')' && key(s, k) !== ']') k++;
      i = k + 1;
    } else if (s.classes[i] === 'preposition' && next >= 0 && s.phrases[next]!.from === i + 1) i = s.phrases[next]!.to;
    else return i;
  }
  return i;
}

/** What a phrase does or what is done to it: the verb on its right, over relative pronouns, auxiliaries and attachments. */
function rightward(s: Parse, n: number, depth: number, out: Set<string>): void {
  const p = s.phrases[n]!;
  let i = attached(s, p.to);
  if (key(s, i) === ',' && s.classes[i + 1] === 'pronoun') i++;
  if (s.classes[i] === 'pronoun' && /^(who|which|that)$/.test(key(s, i))) i++;
  let be = false;
  for (; i < s.tokens.length && ['auxiliary', 'modal', 'adverb'].includes(s.classes[i]!); i++)
    be = be || BE.has(key(s, i));
  if (isVerbal(s.classes[i])) {
    const by = key(s, i + 1) === 'by';
    out.add(`${be || by ? 'sp' : 'sa'}:${stemAt(s, i)}`);
    const prep = s.classes[i + 1] === 'preposition' || s.classes[i + 1] === 'adverb' ? key(s, i + 1) : '';
    const object = s.at[i + 1] ?? -1;
    if (prep) out.add(`${be ? 'sp' : 'sa'}:${stemAt(s, i)}_${prep}`);
    if (object >= 0 && !be) out.add(`svo:${stemAt(s, i)}_${stemAt(s, s.phrases[object]!.head)}`);
  } else if (be && (s.at[i] ?? -1) >= 0) out.add('is');
  else if (depth > 0 && (s.classes[i] === 'conjunction' || key(s, i) === ',')) {
    const k = s.classes[i + 1] === 'conjunction' ? i + 2 : i + 1;
    const next = s.at[k] ?? -1;
    if (next >= 0 && s.phrases[next]!.from === k) rightward(s, next, depth - 1, out);
    else if (key(s, i) === ',' && isVerbal(s.classes[k])) out.add(`sp:${stemAt(s, k)}`);
  }
}

/**
 * Relations of a noun phrase to the verbs and nouns around it, each at most three words (after AutoSlog-TS, Riloff 1996):
 * `sp:murder` is the subject of "was murdered", `obj:kill` the object of "killed", `np:murder_of` stands after "murder of".
 */
export function relations(s: Parse, n: number): Set<string> {
  const out = new Set<string>();
  leftward(s, n, DEPTH, out);
  rightward(s, n, DEPTH, out);
  return out;
}
