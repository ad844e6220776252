import { nounPhrases, type Grammar, type NounPhrase, type WordClass } from './phrases.ts';
import { quotationAt, type Quotation } from './quotations.ts';
import type { Range } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Marks that only hide words: quotations are known by their offsets. */
const UNREAD = new Set(['"', '“', '”', '«', '»', '[', ']', '*', '.']);

/** Words that may stand for a verb group: what follows a subject. */
const VERBAL: ReadonlySet<WordClass> = new Set(['verb', 'auxiliary', 'modal', 'participle']);

/** What a sentence is read with: quotations of its text, word classes, words that attribute. */
export interface Heard {
  quotes: readonly Quotation[];
  grammar: Grammar;
  cues: ReadonlySet<string>;
}

/** A sentence made ready for who says what: tokens, their classes, noun phrases, quotations. */
export class Utterance {
  readonly text: string;
  readonly range: Range;
  readonly quotes: readonly Quotation[];
  readonly tokens: readonly Token[];
  readonly classes: readonly WordClass[];
  /** Quotation of every token. */
  readonly quoted: readonly (Quotation | undefined)[];
  /** Noun phrases by their first token, and by the token after their last. */
  readonly #starting: (NounPhrase | undefined)[] = [];
  readonly #ending: (NounPhrase | undefined)[] = [];
  readonly #cues: ReadonlySet<string>;

  constructor(text: string, range: Range, tokens: readonly Token[], { quotes, grammar, cues }: Heard) {
    [this.text, this.range, this.quotes] = [text, range, quotes];
    this.tokens = tokens.filter((t) => t.form.kind !== 'mark' || !UNREAD.has(t.form.key));
    this.classes = grammar.classes(this.tokens);
    this.quoted = this.tokens.map((t) => quotationAt(quotes, t.from));
    this.#cues = cues;
    for (const p of nounPhrases(this.tokens, this.classes)) {
      this.#starting[p.from] = p;
      this.#ending[p.to] = p;
    }
  }

  get length(): number {
    return this.tokens.length;
  }

  key(i: number): string {
    return this.tokens[i]?.form.key ?? '';
  }

  class(i: number): WordClass | 'edge' {
    return this.classes[i] ?? 'edge';
  }

  isMark(i: number, marks = ''): boolean {
    const t = this.tokens[i];
    return t?.form.kind === 'mark' && (marks === '' || marks.includes(t.form.key));
  }

  /** Whether token `i` may begin or go on with a verb group. */
  isVerbal(i: number): boolean {
    const is = this.class(i);
    return (
      VERBAL.has(is as WordClass) || (is === 'noun' && this.#cues.has(this.key(i)) && this.tokens[i]!.form.case === 0)
    );
  }

  /** Whether another quotation opens at token `i`. */
  opens(i: number): boolean {
    const q = this.quoted[i];
    return q !== undefined && q !== this.quoted[i - 1];
  }

  /** Whether a quotation ends before token `i`. */
  closes(i: number): boolean {
    const q = this.quoted[i - 1];
    return q !== undefined && q !== this.quoted[i];
  }

  /** The noun phrase or pronoun that starts at token `i`, with what it owns: "the army's spokesman". */
  phraseAt(i: number): { from: number; to: number } | null {
    if (this.class(i) === 'pronoun') return { from: i, to: i + 1 };
    const p = this.#starting[i];
    if (!p) return null;
    let to = p.to;
    for (let next: NounPhrase | undefined = p; next?.owner && (next = this.#starting[to]);) to = next.to;
    return { from: i, to };
  }

  /** The noun phrase or pronoun that ends before token `i`, with its owner. */
  phraseBefore(i: number): { from: number; to: number } | null {
    if (this.class(i - 1) === 'pronoun') return { from: i - 1, to: i };
    const p = this.#ending[i];
    if (!p) return null;
    let from = p.from;
    for (let q = this.#ending[from]; q?.owner; q = this.#ending[from]) from = q.from;
    return { from, to: i };
  }

  /** Offsets of tokens [from, to), with the quotation marks that belong to them. */
  span(from: number, to: number): [number, number] {
    const [a, b] = [this.tokens[from]!, this.tokens[to - 1]!];
    const open = this.opens(from) ? this.quoted[from]!.from : a.from;
    const close = this.closes(to) && this.quoted[to - 1]!.to - b.to < 4 ? this.quoted[to - 1]!.to : b.to;
    return [Math.max(open, this.range.from), close];
  }
}
