import type { Entry, Lexicon } from './lexicon.ts';
import type { Range } from './text/sentences.ts';
import { tokenise, type Token } from './text/tokens.ts';

/** A phrase of the lexicon that stands in a sentence, over tokens [from, to). */
export interface Hit {
  cat: string;
  value: string;
  from: number;
  to: number;
}

const NONE: readonly Hit[] = [];

/** One sentence, made ready: tokens without abbreviation dots, and what the lexicon knows of them. */
export class Scene {
  readonly range: Range;
  readonly tokens: readonly Token[];
  readonly text: string;
  /** In the order of their first tokens; a token has few, so looking through them beats any index. */
  readonly #hits: readonly Hit[];
  /** For each token, and for the end, the number of hits that start before it. */
  readonly #first: readonly number[];
  /** Tokens of the longest hit: how far back one may start that reaches a token. */
  readonly #reach: number;

  constructor(text: string, range: Range, lexicon: Lexicon) {
    this.text = text;
    this.range = range;
    this.tokens = tokenise(text, [range.from, range.to], lexicon.forms).filter((t) => !t.form.unread);
    const found = candidates(this.tokens, lexicon);
    const inside = swallowed(found);
    const hits: Hit[] = [];
    const first: number[] = [];
    let reach = 1;
    let k = 0;
    for (let i = 0; i <= this.tokens.length; i++) {
      first.push(hits.length);
      for (; k < found.length && found[k]!.from === i; k++) {
        if (inside?.[k]) continue;
        hits.push(found[k]!);
        reach = Math.max(reach, found[k]!.to - i);
      }
    }
    this.#hits = hits;
    this.#first = first;
    this.#reach = reach;
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
    let out: Hit[] | undefined;
    const end = this.#before(to);
    for (let k = this.#before(from); k < end; k++) {
      const h = this.#hits[k]!;
      if (h.cat === cat && h.to <= to)
        if (out) out.push(h);
        else out = [h];
    }
    return out ?? NONE;
  }

  has(cat: string, from = 0, to = this.length, value?: string): boolean {
    const end = this.#before(to);
    for (let k = this.#before(from); k < end; k++) {
      const h = this.#hits[k]!;
      if (h.cat === cat && h.to <= to && (value === undefined || h.value === value)) return true;
    }
    return false;
  }

  /** Whether any hit is of one of the categories. */
  any(cats: ReadonlySet<string>): boolean {
    for (let k = 0; k < this.#hits.length; k++) if (cats.has(this.#hits[k]!.cat)) return true;
    return false;
  }

  /** Whether any hit at all starts at token `i`. */
  opens(i: number): boolean {
    return this.#first[i]! < this.#first[i + 1]!;
  }

  /** The hit of the category that starts at token `i`. */
  starts(cat: string, i: number): Hit | undefined {
    if (i < 0 || i >= this.tokens.length) return undefined;
    const end = this.#first[i + 1]!;
    for (let k = this.#first[i]!; k < end; k++) if (this.#hits[k]!.cat === cat) return this.#hits[k];
    return undefined;
  }

  /** The hit of the category that ends before token `i`. */
  ends(cat: string, i: number): Hit | undefined {
    const first = this.#before(i - this.#reach);
    for (let k = this.#before(i) - 1; k >= first; k--) {
      const h = this.#hits[k]!;
      if (h.to === i && h.cat === cat) return h;
    }
    return undefined;
  }

  /** The hit of the category that covers token `i`. */
  covers(cat: string, i: number): Hit | undefined {
    const end = this.#before(i + 1);
    for (let k = this.#before(i + 1 - this.#reach); k < end; k++) {
      const h = this.#hits[k]!;
      if (h.to > i && h.cat === cat) return h;
    }
    return undefined;
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

  /** How many hits start before token `i`, which may lie outside. */
  #before(i: number): number {
    return i <= 0 ? 0 : i >= this.tokens.length ? this.#hits.length : this.#first[i]!;
  }
}

/** Everything that the lexicon knows in the sentence, in order; names only where they are written as names. */
function candidates(tokens: readonly Token[], lexicon: Lexicon): Hit[] {
  const out: Hit[] = [];
  let from = 0;
  const tell = (entry: Entry, to: number): void => {
    const { cat, value, proper } = entry;
    if (proper && !capital(tokens, from, to)) return;
    if (cat === 'actor' && to > from + 1 && isToday(tokens, to - 1)) return;
    if (to === from + 1 && misread(tokens, from, entry)) return;
    out.push({ cat, value, from, to });
  };
  for (; from < tokens.length; from++) lexicon.trie.each(tokens, from, tell);
  return out;
}

/** "in Baghdad today" ends in a word of time, "in Baghdad Today" in that of a name. */
const isToday = (tokens: readonly Token[], last: number): boolean =>
  tokens[last]!.form.key === 'today' && tokens[last]!.form.case === 0;

/** "الكشف" with its article is a noun and says nothing; "كشف" is the verb. */
const nominal = (token: Token, cat: string, phrase: string): boolean =>
  cat === 'say' && token.form.key.startsWith('ال') && !phrase.startsWith('ال');

/** "اثنين" and "أحد" without article or "يوم" are numbers, not Monday and Sunday. */
const two = (tokens: readonly Token[], cat: string, i: number): boolean =>
  cat === 'weekday' && /^([وبل]?[اإ](ثنين|حد)|واحد)$/.test(tokens[i]!.form.key) && tokens[i - 1]?.form.key !== 'يوم';

/** "الحدث" and "القائم" are names by their article alone; without it the word is a common noun. */
const indefinite = (token: Token, cat: string, phrase: string): boolean =>
  (cat === 'actor' || cat === 'place') && phrase.startsWith('ال') && !/^[وف]?(?:[بك]?ال|لل)/.test(token.form.key);

/** Whether a single word means something else here than the phrase of the lexicon. */
const misread = (tokens: readonly Token[], i: number, { cat, phrase }: Entry): boolean =>
  nominal(tokens[i]!, cat, phrase) || two(tokens, cat, i) || indefinite(tokens[i]!, cat, phrase);

/** A name is written with a capital somewhere: "eastern Syria" is as good as "Eastern Syria". */
function capital(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.form.case > 0) return true;
  return false;
}

/** Which hits lie inside a longer one of their kind, or inside a name: they say nothing of their own ("Iraq" in the name of a group). */
function swallowed(found: readonly Hit[]): boolean[] | null {
  let inside: boolean[] | null = null;
  for (let k = 0; k < found.length; k++) {
    const outer = found[k]!;
    if (outer.to === outer.from + 1) continue;
    let i = k;
    while (i > 0 && found[i - 1]!.from === outer.from) i--;
    for (; i < found.length && found[i]!.from < outer.to; i++)
      if (holds(outer, found[i]!)) (inside ??= new Array<boolean>(found.length).fill(false))[i] = true;
  }
  return inside;
}

const holds = (outer: Hit, h: Hit): boolean =>
  h.to <= outer.to && h.to - h.from < outer.to - outer.from && covers(outer.cat, h.cat) && !flown(outer, h);

/** "American fighter jets", "مقاتلات أمريكية": whose they are, and with what they strike. */
const flown = (outer: Hit, h: Hit): boolean =>
  outer.cat === 'actor' && h.cat === 'weapon' && h.value === 'aircraft' && (h.to === outer.to || h.from === outer.from);

/** Categories whose longer phrase swallows shorter ones of the categories listed: an "attack drone" is no attack. */
const SWALLOWS: Readonly<Record<string, ReadonlySet<string>>> = {
  weapon: new Set(['deed', 'act']),
  deed: new Set(['act']),
  site: new Set(['weapon']),
  channel: new Set(['say', 'actor']),
  zone: new Set(['place']),
  pronoun: new Set(['role']),
  none: new Set(['hedge']),
  aftermath: new Set(['deed', 'act']),
  inert: new Set(['weapon', 'act', 'plural', 'singular', 'site']),
};

/** What a name is made of stays readable where it tells who is meant: forces, people, militias. */
const IN_NAMES: ReadonlySet<string> = new Set(['force', 'foe', 'people', 'band', 'contract', 'channel']);

const covers = (outer: string, inner: string): boolean =>
  outer === inner ||
  (outer === 'actor' && !IN_NAMES.has(inner)) ||
  (outer === 'place' && inner !== 'actor' && !IN_NAMES.has(inner)) ||
  SWALLOWS[outer]?.has(inner) === true;
