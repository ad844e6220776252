import type { Token } from './tokens.ts';

/** Class of a word, as data/lexicons/grammar.yaml names them; `noun` is whatever is in no class. */
export type WordClass =
  | 'determiner'
  | 'number'
  | 'pronoun'
  | 'preposition'
  | 'conjunction'
  | 'subordinator'
  | 'auxiliary'
  | 'modal'
  | 'adverb'
  | 'adjective'
  | 'participle'
  | 'verb'
  | 'noun'
  | 'mark';

/** A noun phrase without what is attached to it, over tokens [from, to); `head` is its last word. */
export interface NounPhrase {
  from: number;
  to: number;
  head: number;
  /** It owns the next phrase: "the army's". */
  owner: boolean;
}

interface Ending {
  class: WordClass;
  but: ReadonlySet<string>;
}

const split = (words: unknown): string[] => (typeof words === 'string' ? words.split(/\s+/).filter(Boolean) : []);
const record = (v: unknown): Record<string, unknown> =>
  v !== null && typeof v === 'object' ? (v as Record<string, unknown>) : {};

/** So many words met are remembered. */
const LIMIT = 20_000;

/** Word classes of a language: closed classes by list, open ones by ending, the rest are nouns. */
export class Grammar {
  readonly #words = new Map<string, WordClass>();
  readonly #endings: [string, Ending][] = [];
  /** Open-class words met, so that their endings are tried once. */
  readonly #met = new Map<string, WordClass>();

  /** `data` is the lexicon `grammar`, parsed. */
  constructor(data: unknown) {
    const { classes, endings } = record(data);
    for (const [name, words] of Object.entries(record(classes)))
      for (const w of split(words)) if (!this.#words.has(w)) this.#words.set(w, name as WordClass);
    for (const [end, rule] of Object.entries(record(endings))) {
      const { class: name, but } = record(rule);
      this.#endings.push([end, { class: name as WordClass, but: new Set(split(but)) }]);
    }
  }

  classOf(token: Token): WordClass {
    const { key, kind } = token.form;
    if (kind === 'mark') return 'mark';
    if (kind !== 'word') return 'number';
    if (key.length < 4 && token.to - token.from > key.length) return 'noun'; // "U.S." is no "us"
    const known = this.#words.get(key) ?? this.#met.get(key);
    if (known) return known;
    const open = this.#byEnding(key);
    if (this.#met.size >= LIMIT) this.#met.clear();
    this.#met.set(key, open);
    return open;
  }

  #byEnding(key: string): WordClass {
    for (const [end, rule] of this.#endings)
      if (key.length > end.length + 2 && key.endsWith(end)) return rule.but.has(key) ? 'noun' : rule.class;
    return 'noun';
  }

  /** Classes of a sentence's words; inside a sentence in mixed case a capital makes a name of an open-class word. */
  classes(tokens: readonly Token[]): WordClass[] {
    const mixed = tokens.some((t) => t.form.kind === 'word' && t.form.case === 0);
    const out = tokens.map((t) => this.classOf(t));
    for (let i = 0; i < out.length; i++) {
      const is = out[i]!;
      const next = out[i + 1];
      const name = mixed && i > 0 && tokens[i]!.form.case > 0;
      if (name && OPEN.has(is)) out[i] = 'noun';
      else if (is === 'noun' && isVerb(out, tokens, i)) out[i] = 'verb';
      else if (is === 'modal' && tokens[i + 1]?.form.kind === 'number')
        out[i] = 'noun'; // "May 1989"
      else if (is === 'adjective' && tokens[i]!.form.key.endsWith('ed') && !NOMINAL.has(next!)) out[i] = 'participle';
    }
    return out;
  }
}

const OPEN: ReadonlySet<WordClass> = new Set(['verb', 'participle', 'adverb', 'adjective']);
const NOMINAL: ReadonlySet<WordClass> = new Set(['noun', 'adjective', 'participle']);
const BEFORE: ReadonlySet<WordClass> = new Set(['determiner', 'number', 'adjective']);

/** "will attack", "to attack the": an open word after a modal; after "to" only where no further noun follows. */
function isVerb(classes: readonly WordClass[], tokens: readonly Token[], i: number): boolean {
  let k = i - 1;
  while (k >= 0 && classes[k] === 'adverb') k--;
  if (classes[k] !== 'modal' || classes[i + 1] === 'noun') return false;
  return tokens[k]!.form.key !== 'to' || (i + 1 < classes.length && classes[i + 1] !== 'mark');
}

/** Whether a participle or adverb at `i` belongs to the phrase that starts at `from`: only what comes before the noun does. */
function attributive(classes: readonly WordClass[], from: number, i: number): boolean {
  if (i === from) return false;
  for (let k = from; k < i; k++) if (classes[k] === 'noun') return false;
  return NOMINAL.has(classes[i + 1]!);
}

/** Where the phrase that starts at `from` ends; a new determiner or count begins another one. */
function endOf(tokens: readonly Token[], classes: readonly WordClass[], from: number): number {
  for (let i = from + 1; i < tokens.length; i++) {
    const is = classes[i]!;
    if (tokens[i - 1]!.owner) return i;
    if (tokens[i]!.glue !== '') continue;
    if (is === 'determiner' && classes[i - 1] !== 'determiner') return i;
    if (is === 'number' && classes[i - 1] === 'noun' && classes[i + 1] === 'noun') return i;
    if (is === 'noun' || BEFORE.has(is)) continue;
    if ((is === 'participle' || is === 'adverb') && attributive(classes, from, i)) continue;
    return i;
  }
  return tokens.length;
}

/** The last word that can name: a noun, else an adjective or a number that stands for one ("two", "the wounded"). */
function headOf(classes: readonly WordClass[], from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (classes[i] === 'noun') return i;
  return classes[to - 1] === 'adjective' || classes[to - 1] === 'number' ? to - 1 : -1;
}

/** Base noun phrases of a sentence, in order and apart; `classes` from `Grammar.classes`. Cost is linear in the tokens. */
export function nounPhrases(tokens: readonly Token[], classes: readonly WordClass[]): NounPhrase[] {
  const out: NounPhrase[] = [];
  for (let i = 0; i < tokens.length;) {
    const is = classes[i]!;
    const opens = is === 'noun' || BEFORE.has(is) || (is === 'adverb' && classes[i + 1] === 'adjective');
    const to = opens ? endOf(tokens, classes, i) : i + 1;
    const head = opens ? headOf(classes, i, to) : -1;
    if (head >= 0) out.push({ from: i, to, head, owner: tokens[to - 1]!.owner });
    i = to;
  }
  return out;
}
