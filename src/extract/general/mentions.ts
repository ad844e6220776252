import type { NounPhrase } from '../text/phrases.ts';
import { relations, type Parse } from '../text/relations.ts';
import type { Words } from '../text/words.ts';

/** A noun phrase, or what stands before its head, that may fill a role of an incident. */
export interface Mention {
  /** Index of the sentence among those read. */
  sentence: number;
  /** Range of the words in the text. */
  span: readonly [number, number];
  /** Its last word, singular, as entities of one text are told apart by it. */
  head: string;
  /** It only stands before the head of a phrase: "dynamite" in "dynamite charges". */
  modifier: boolean;
  features: string[];
}

/** Heads are compared without a plural s. */
export const singular = (key: string): string => (key.length > 3 && key.endsWith('s') ? key.slice(0, -1) : key);

const PLACES = [0, 1, 3, 7, 14] as const;
const position = (i: number): string => `si=${PLACES.findLast((p) => i >= p)}`;

/** Words and pairs of words of a sentence, names and numbers left out. */
export function sentenceFeatures(s: Parse, words: Words): string[] {
  const out = new Set<string>();
  let before = '';
  s.tokens.forEach((t) => {
    const word = t.form.kind === 'word' ? words.of(t.form.key) : null;
    if (word?.common) {
      out.add(`w=${word.stem}`);
      if (before) out.add(`b=${before}_${word.stem}`);
    }
    before = word?.common ? word.stem : '';
  });
  return [...out];
}

/** Classes of a phrase: those of its head; names are N, names with a title NT, the rest O. */
function classesOf(s: Parse, n: number, words: Words): readonly string[] {
  const p = s.phrases[n]!;
  const head = words.of(s.tokens[p.head]!.form.key);
  if (head.classes.length > 0) return head.classes;
  if (head.common) return ['O'];
  for (let i = p.from; i < p.head; i++) if (words.of(s.tokens[i]!.form.key).classes.includes('person')) return ['NT'];
  return ['N'];
}

const leadOf = (s: Parse, i: number): string =>
  s.classes[i] === 'determiner' ? s.tokens[i]!.form.key : s.classes[i] === 'number' ? '#' : '-';

/** What the phrase is made of. */
function inner(s: Parse, n: number, from: number, words: Words): string[] {
  const out: string[] = [];
  const p = s.phrases[n]!;
  const sign = (i: number): string => words.sign(s.tokens[i], s.classes[i] !== 'noun');
  const head = sign(p.head);
  const key = s.tokens[p.head]!.form.key;
  const lead = leadOf(s, p.from);
  const classes = classesOf(s, n, words);
  out.push(`h=${head}`, `d=${lead}`);
  if (head !== 'NAME') out.push(`hf=${key}`, `suf=${key.slice(-3)}`, key.endsWith('s') ? 'plural' : 'one');
  let names = 0;
  for (let i = from; i < p.head; i++) {
    const m = sign(i);
    if (m === 'NAME') names++;
    else out.push(`m=${m}`);
  }
  out.push(p.head > from ? `hm=${sign(p.head - 1)}_${head}` : 'single', `names=${Math.min(2, names)}`);
  for (const c of classes) out.push(`c=${c}`, `c=${c}&d=${lead}`);
  if (names > 0 && head !== 'NAME') out.push(`nm&${classes[0]}`);
  return out;
}

/** What stands around the phrase. */
function outer(s: Parse, n: number, words: Words, related: ReadonlySet<string>): string[] {
  const out: string[] = [];
  const p = s.phrases[n]!;
  const sign = (i: number): string => words.sign(s.tokens[i], s.classes[i] !== 'noun');
  for (const c of classesOf(s, n, words)) for (const r of related) out.push(`${c}&${r}`);
  out.push(...related);
  out.push(`l1=${sign(p.from - 1)}`, `l2=${sign(p.from - 2)}_${sign(p.from - 1)}`);
  out.push(`r1=${sign(p.to)}`, `r2=${sign(p.to)}_${sign(p.to + 1)}`);
  return out;
}

function modifier(s: Parse, p: NounPhrase, words: Words, related: ReadonlySet<string>): string[] {
  const sign = (i: number): string => words.sign(s.tokens[i], s.classes[i] !== 'noun');
  const out = ['M', `M:of=${sign(p.head)}`, `M:h=${sign(p.head - 1)}`, `M:n=${Math.min(3, p.head - p.from)}`];
  for (const c of words.of(s.tokens[p.head]!.form.key).classes) out.push(`M:oc=${c}`);
  for (const c of words.of(s.tokens[p.head - 1]!.form.key).classes) out.push(`M:c=${c}`);
  for (const r of related) out.push(`M:${r}`);
  return out;
}

/** Every mention of a sentence with what tells of its role. Cost is linear in the sentence. */
export function mentions(s: Parse, sentence: number, words: Words): Mention[] {
  const out: Mention[] = [];
  const make = (from: number, to: number, modifier: boolean, features: string[]): void => {
    features.push(position(sentence));
    out.push({
      sentence,
      span: [s.tokens[from]!.from, s.tokens[to - 1]!.to],
      head: singular(s.tokens[to - 1]!.form.key),
      modifier,
      features,
    });
  };
  s.phrases.forEach((p, n) => {
    let from = p.from;
    while (from < p.head && s.classes[from] === 'determiner') from++;
    const related = relations(s, n);
    make(from, p.head + 1, false, [...inner(s, n, from, words), ...outer(s, n, words, related)]);
    if (p.head === from) return;
    let first = from;
    while (first < p.head - 1 && (s.classes[first] === 'number' || s.classes[first] === 'adjective')) first++;
    make(first, p.head, true, modifier(s, { ...p, from }, words, related));
  });
  return out;
}
