import type { Entry, Lexicon } from './lexicon.ts';
import type { Range } from './sentences.ts';
import { tokenise, type Token } from './tokens.ts';
import type { Found } from './trie.ts';

/** A phrase of the lexicon that stands in a sentence, over tokens [from, to). */
export interface Hit {
  cat: string;
  value: string;
  from: number;
  to: number;
}

/** Hits of one category with their index by token. */
interface Hits {
  list: Hit[];
  start: Map<number, Hit>;
  end: Map<number, Hit>;
  over: Map<number, Hit> | null;
}

const NONE: readonly Hit[] = [];
const UNREAD = new Set(['.', '"', '“', '”', '«', '»', '[', ']', '*']);

/** One sentence, made ready: tokens without abbreviation dots, and what the lexicon knows of them. */
export class Scene {
  readonly range: Range;
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly #by = new Map<string, Hits>();

  constructor(text: string, range: Range, lexicon: Lexicon) {
    this.text = text;
    this.range = range;
    const all = tokenise(text, [range.from, range.to], lexicon.forms);
    // Quotation marks inside a name and dots of abbreviations would only hide phrases.
    this.tokens = all.filter((t) => t.form.kind !== 'mark' || !UNREAD.has(t.form.key));
    for (const h of hits(this.tokens, lexicon)) {
      let of = this.#by.get(h.cat);
      if (!of) this.#by.set(h.cat, (of = { list: [], start: new Map(), end: new Map(), over: null }));
      of.list.push(h);
      if (!of.start.has(h.from)) of.start.set(h.from, h);
      of.end.set(h.to, h);
    }
  }

  /** Language of the words, told from the script that the sentence begins with. */
  get language(): 'en' | 'ar' {
    return this.tokens.slice(0, 6).some((t) => /[\u0600-\u06ff]/.test(t.form.key)) ? 'ar' : 'en';
  }

  get length(): number {
    return this.tokens.length;
  }

  /** Hits of one category that lie in tokens [from, to), in order. */
  all(cat: string, from = 0, to = this.length): readonly Hit[] {
    const of = this.#by.get(cat);
    if (!of) return NONE;
    return from <= 0 && to >= this.length ? of.list : of.list.filter((h) => h.from >= from && h.to <= to);
  }

  has(cat: string, from = 0, to = this.length, value?: string): boolean {
    const of = this.#by.get(cat);
    return (
      of !== undefined &&
      of.list.some((h) => h.from >= from && h.to <= to && (value === undefined || h.value === value))
    );
  }

  /** The hit of the category that starts at token `i`. */
  starts(cat: string, i: number): Hit | undefined {
    return this.#by.get(cat)?.start.get(i);
  }

  /** The hit of the category that ends before token `i`. */
  ends(cat: string, i: number): Hit | undefined {
    return this.#by.get(cat)?.end.get(i);
  }

  /** The hit of the category that covers token `i`. */
  covers(cat: string, i: number): Hit | undefined {
    const of = this.#by.get(cat);
    if (!of) return undefined;
    if (!of.over) {
      of.over = new Map();
      for (const h of of.list) for (let k = h.from; k < h.to; k++) if (!of.over.has(k)) of.over.set(k, h);
    }
    return of.over.get(i);
  }

  key(i: number): string {
    return this.tokens[i]?.form.key ?? '';
  }

  isMark(i: number, marks = ''): boolean {
    const t = this.tokens[i];
    return t?.form.kind === 'mark' && (marks === '' || marks.includes(t.form.key));
  }

  /** Exact words of tokens [from, to). */
  words(from: number, to: number): string {
    const [a, b] = this.span(from, to);
    return this.text.slice(a, b);
  }

  /** Offsets of tokens [from, to), quotation marks and other marks at either end left out. */
  span(from: number, to: number): [number, number] {
    let [a, b] = [from, to];
    while (a < b - 1 && this.isMark(a)) a++;
    while (b > a + 1 && this.isMark(b - 1)) b--;
    return [this.tokens[a]!.from, this.tokens[b - 1]!.to];
  }
}

/** Categories whose longer phrase swallows shorter ones of the categories listed: an "attack drone" is no attack. */
const SWALLOWS: Readonly<Record<string, ReadonlySet<string>>> = {
  weapon: new Set(['deed', 'act']),
  deed: new Set(['act']),
  channel: new Set(['say', 'actor']),
  zone: new Set(['place']),
  pronoun: new Set(['role']),
};

/** A hit inside a longer one of its kind, or inside a name, says nothing of its own ("Iraq" in the name of a group). */
function hits(tokens: readonly Token[], lexicon: Lexicon): Hit[] {
  const found: Found<Entry>[] = [];
  for (let i = 0; i < tokens.length; i++) lexicon.trie.at(tokens, i, found);
  const fit = found.filter((f) => (!f.value.proper || capital(tokens, f)) && !nominal(tokens, f) && !two(tokens, f));
  const out: Hit[] = [];
  fit.forEach((f, k) => {
    if (!swallowed(fit, k)) out.push({ cat: f.value.cat, value: f.value.value, from: f.from, to: f.to });
  });
  return out;
}

/** "الكشف" with its article is a noun and says nothing; "كشف" is the verb. */
const nominal = (tokens: readonly Token[], f: Found<Entry>): boolean =>
  f.value.cat === 'say' &&
  f.to === f.from + 1 &&
  tokens[f.from]!.form.key.startsWith('ال') &&
  !f.value.phrase.startsWith('ال');

/** "اثنين" without article or "يوم" is the number two, not Monday. */
const two = (tokens: readonly Token[], f: Found<Entry>): boolean =>
  f.value.cat === 'weekday' &&
  f.to === f.from + 1 &&
  /^[وبل]?[اإ]ثنين$/.test(tokens[f.from]!.form.key) &&
  tokens[f.from - 1]?.form.key !== 'يوم';

/** A name is written with a capital somewhere: "eastern Syria" is as good as "Eastern Syria". */
function capital(tokens: readonly Token[], f: Found<Entry>): boolean {
  for (let i = f.from; i < f.to; i++) if (tokens[i]!.form.case > 0) return true;
  return false;
}

/** Longest phrase of the lexicon, in tokens: how far back a container may start. */
const LONGEST = 12;

function swallowed(fit: readonly Found<Entry>[], k: number): boolean {
  const f = fit[k]!;
  const holds = (g: Found<Entry>): boolean =>
    g.from <= f.from && g.to >= f.to && g.to - g.from > f.to - f.from && covers(g.value, f.value);
  for (let i = k - 1; i >= 0 && fit[i]!.from >= f.from - LONGEST; i--) if (holds(fit[i]!)) return true;
  for (let i = k + 1; i < fit.length && fit[i]!.from === f.from; i++) if (holds(fit[i]!)) return true;
  return false;
}

/** What a name is made of stays readable where it tells who is meant: forces, people, militias. */
const IN_NAMES: ReadonlySet<string> = new Set(['force', 'foe', 'people', 'band', 'contract', 'channel']);

const covers = (outer: Entry, inner: Entry): boolean =>
  outer.cat === inner.cat ||
  (outer.cat === 'actor' && !IN_NAMES.has(inner.cat)) ||
  (outer.cat === 'place' && inner.cat !== 'actor' && !IN_NAMES.has(inner.cat)) ||
  SWALLOWS[outer.cat]?.has(inner.cat) === true;
