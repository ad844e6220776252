import { digitOf, fold } from './fold.ts';

/** How a word is written: 0 lower case or caseless, 1 Capitalised, 2 ALL CAPS. */
export type Case = 0 | 1 | 2;

/** A word as it is written somewhere, with what never changes from place to place. */
export interface Form {
  /** As it is written. */
  raw: string;
  /** Folded spelling; for an acronym written in capitals the lexicon also tries `^` + this. */
  key: string;
  case: Case;
  kind: 'word' | 'number' | 'clock' | 'mark';
  /** Value of a number; minutes of a clock time; otherwise -1. */
  value: number;
  /** Vocabulary ids under which the lexicon knows the word, best reading first. */
  ids: readonly number[];
  /** An article of Arabic names in Latin letters: 2 where it may stand apart ("Al Asad"), 1 where it is only joined ("At-Tanf"). */
  article: 0 | 1 | 2;
  /** Quotation marks inside a name and dots of abbreviations would only hide phrases. */
  unread: boolean;
}

/** A form before it is looked up. */
export type Spelling = Omit<Form, 'raw' | 'ids' | 'article' | 'unread'>;

/** A word, number or mark of the text, at exact offsets. */
export interface Token {
  from: number;
  to: number;
  form: Form;
  /** The sign that joins it to the token before: '-', '/' or none. */
  glue: '' | '-' | '/';
  /** Followed by a possessive 's. */
  owner: boolean;
}

const LETTER = 1;
const DIGIT = 2;
const MARK = 3;
const JOIN = 4;
const INSIDE = 5;

/** Class of every UTF-16 code unit; surrogates are skipped, so no token can cut a pair. */
const classes = ((): Uint8Array => {
  const table = new Uint8Array(65536);
  const letter = /\p{L}/u;
  const inside = /[\p{M}\p{Cf}\u0640]/u;
  for (let c = 0; c < 65536; c++) {
    if (c >= 0xd800 && c <= 0xdfff) continue;
    // CJK and Hangul are letters without spaces between words: one class for the whole block is right and quick.
    const s = String.fromCharCode(c);
    if (digitOf(c) >= 0) table[c] = DIGIT;
    else if ((c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3) || letter.test(s)) table[c] = LETTER;
    else if (inside.test(s)) table[c] = INSIDE;
  }
  for (const s of "'’‘`´ʿʾʻʼ") table[s.charCodeAt(0)] = JOIN;
  for (const s of '.,;:!?()[]"“”«»،؛؟–—|·•…\n+=&%$€£@#') table[s.charCodeAt(0)] = MARK;
  return table;
})();

/** The text at hand as code units and their classes: arrays of numbers are read several times as fast as a string. */
let units = new Uint16Array(4096);
let kinds = new Uint8Array(4096);

/** How far behind a word the rules below look. */
const AHEAD = 4;

/** Takes text[from, to) and a little of what follows to hand; offsets count from `from`. */
function take(text: string, from: number, to: number): void {
  const n = to - from + AHEAD;
  if (n > units.length) [units, kinds] = [new Uint16Array(n * 2), new Uint8Array(n * 2)];
  const known = Math.min(text.length - from, n);
  for (let i = 0; i < known; i++) kinds[i] = classes[(units[i] = text.charCodeAt(from + i))]!;
  for (let i = known; i < n; i++) units[i] = kinds[i] = 0;
}

/** Slots of the table of forms, a power of two, and how many are tried for one form before an older one gives way. */
const SLOTS = 1 << 16;
const TRIES = 8;
/** Longer words are no words that come back. */
const LONGEST = 64;

/**
 * Remembers forms, so that folding and lookup are paid once per spelling. A hash table (FNV-1a) over the code units at
 * hand: a known word costs no string; whatever the text, it holds so many forms and tries so many slots at most.
 */
export class Forms {
  readonly #forms = new Array<Form | undefined>(SLOTS).fill(undefined);
  readonly #hashes = new Int32Array(SLOTS);
  readonly #lookup: (form: Spelling) => readonly number[];
  constructor(lookup: (form: Spelling) => readonly number[]) {
    this.#lookup = lookup;
  }

  /** The form of the word over units [from, to). */
  get(from: number, to: number, kind: Form['kind']): Form {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ units[i]!, 0x01000193);
    const home = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (let k = home; k < home + TRIES; k++) {
      const slot = k & (SLOTS - 1);
      const form = this.#forms[slot];
      if (form === undefined) return this.#learn(spelling(from, to), kind, { hash, slot });
      if (this.#hashes[slot] === hash && standsAt(from, to, form.raw)) return form;
    }
    return this.#learn(spelling(from, to), kind, { hash, slot: home });
  }

  #learn(raw: string, kind: Form['kind'], { hash, slot }: { hash: number; slot: number }): Form {
    const base = describe(raw, kind);
    const ids = kind === 'mark' ? NONE : this.#lookup(base);
    const article = kind === 'word' ? (ARTICLES.get(base.key) ?? 0) : 0;
    const { key, case: written, value } = base;
    const unread = kind === 'mark' && UNREAD.has(raw);
    const form: Form = { raw, key, case: written, kind, value, ids, article, unread };
    if (raw.length <= LONGEST) {
      this.#forms[slot] = form;
      this.#hashes[slot] = hash;
    }
    return form;
  }
}

const NONE: readonly number[] = [];
const UNREAD = new Set(['.', '"', '“', '”', '«', '»', '[', ']', '*']);

/** A string of its own: a slice would keep alive the whole text that it was cut from. */
const spelling = (from: number, to: number): string => String.fromCharCode(...units.subarray(from, to));

function standsAt(from: number, to: number, raw: string): boolean {
  if (raw.length !== to - from) return false;
  for (let i = 0; i < raw.length; i++) if (units[from + i] !== raw.charCodeAt(i)) return false;
  return true;
}

function describe(raw: string, kind: Form['kind']): Spelling {
  if (kind === 'mark') return { key: raw, case: 0, kind, value: -1 };
  if (kind === 'clock') {
    const [h, m] = fold(raw).split(':').map(Number) as [number, number];
    return { key: fold(raw), case: 0, kind, value: h * 60 + m };
  }
  if (kind === 'number') {
    const digits = fold(raw).replace(/[,٬.]/g, '');
    return { key: digits, case: 0, kind, value: digits.length > 9 ? -1 : Number(digits) };
  }
  if (/^[A-Z]?[a-z]+$/.test(raw)) return { key: raw.toLowerCase(), case: raw < 'a' ? 1 : 0, kind, value: -1 };
  const letters = raw.replaceAll('.', '').replace(/[^\p{L}]/gu, '');
  const upper = letters !== '' && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  const first = letters.slice(0, 1);
  const capital = first !== first.toLowerCase();
  return {
    key: fold(raw.replaceAll('.', '')),
    case: upper && letters.length > 1 ? 2 : capital ? 1 : 0,
    kind,
    value: -1,
  };
}

/** End of a word that starts at `start`: letters, inner marks, apostrophes between letters, dots of an acronym. */
function wordEnd(start: number, end: number): number {
  const latin = units[start]! < 0x600;
  let i = start + 1;
  while (i < end) {
    const c = kinds[i];
    if (c === LETTER || c === INSIDE || (c === DIGIT && latin)) i++;
    else if (c === JOIN && kinds[i + 1] === LETTER && i + 1 < end && !isOwner(i, end)) i += 2;
    else if (units[i] === DOT && acronymDot(start, i, end)) i += 1;
    else break;
  }
  return i;
}

const DOT = 46;

/** The dot of "U.S." or "a.m.": one letter, a dot, one letter, and so on. */
function acronymDot(start: number, i: number, end: number): boolean {
  const single = i - start === 1 || units[i - 2] === DOT;
  if (!single || kinds[i - 1] !== LETTER) return false;
  const open = i + 1 < end && kinds[i + 1] === LETTER && !(i + 2 < end && kinds[i + 2] === LETTER);
  return open || (i - start > 1 && units[i - 2] === DOT);
}

const isOwner = (i: number, end: number): boolean =>
  (units[i + 1] === 0x73 || units[i + 1] === 0x53) &&
  (i + 2 >= end || (kinds[i + 2] !== LETTER && kinds[i + 2] !== JOIN));

const COMMA = 44;
const ARABIC_THOUSANDS = 0x66c;
const COLON = 58;

/** End of a number that starts at `start`: digits, thousands separators. */
function numberEnd(start: number, end: number): number {
  let i = start;
  while (i < end && kinds[i] === DIGIT) i++;
  while (
    i < end &&
    (units[i] === COMMA || units[i] === ARABIC_THOUSANDS) &&
    i - start <= 12 &&
    digits(i + 1, end) === 3
  )
    i += 4;
  return Math.min(i, end);
}

/** How many digits stand at `i`, up to four; none where three would not fit before the end. */
function digits(i: number, end: number): number {
  if (i + 3 > end) return 0;
  let n = 0;
  while (n < 4 && kinds[i + n] === DIGIT) n++;
  return n;
}

/** End of the minutes where a number that ends at `i` begins a clock time ("4:30"); -1 where it does not. */
const clockEnd = (start: number, i: number, end: number): number =>
  units[i] === COLON &&
  i - start <= 2 &&
  i + 2 < end &&
  kinds[i + 1] === DIGIT &&
  kinds[i + 2] === DIGIT &&
  kinds[i + 3] !== DIGIT
    ? i + 3
    : -1;

const HYPHENS = '-‑–';
const SPACE = 32;
const NEWLINE = 10;

/** Sign between two tokens: numbers may stand apart from it ("7 / 11 / 2023"), words may not. */
function glueOf(before: number, from: number, wide: boolean): Token['glue'] {
  const gap = from - before;
  if (gap < 1 || gap > (wide ? 3 : 1) || (gap === 1 && units[before] === SPACE)) return '';
  const sign = spelling(before, from).trim();
  return sign.length !== 1 ? '' : HYPHENS.includes(sign) ? '-' : sign === '/' ? '/' : '';
}

/** Arabic articles as they are written in Latin letters; 2 = also apart from the name. */
const ARTICLES: ReadonlyMap<string, 1 | 2> = new Map([
  ...['al', 'el'].map((a) => [a, 2] as const),
  ...['ad', 'as', 'ash', 'at', 'az', 'ar', 'ez', 'an', 'es', 'et'].map((a) => [a, 1] as const),
]);

/** Joins the Arabic article of a name to its word ("al-Asad", "Al Asad", "At-Tanf"), so that neither spelling matters. */
function pushWord(out: Token[], token: Token): void {
  const before = out.length > 0 ? out[out.length - 1]! : undefined;
  const article = before === undefined ? 0 : before.form.article;
  if (article > 0 && (token.glue === '-' || (article === 2 && token.form.case > 0 && before!.to + 1 === token.from))) {
    token.from = before!.from;
    token.glue = before!.glue;
    out[out.length - 1] = token;
  } else out.push(token);
}

/** Tokens of text[from, to), in order. */
export function tokenise(text: string, [from, to]: readonly [number, number], forms: Forms): Token[] {
  take(text, from, to);
  const out: Token[] = [];
  const end = to - from;
  let last = -9;
  for (let i = 0; i < end;) {
    const c = kinds[i];
    if (c === LETTER) {
      const stop = wordEnd(i, end);
      const owner = stop < end && kinds[stop] === JOIN && isOwner(stop, end);
      const form = forms.get(i, stop, 'word');
      pushWord(out, { from: from + i, to: from + stop, form, glue: glueOf(last, i, false), owner });
      last = i = owner ? stop + 2 : stop;
    } else if (c === DIGIT) {
      let stop = numberEnd(i, end);
      const clock = clockEnd(i, stop, end);
      const form = forms.get(i, clock < 0 ? stop : (stop = clock), clock < 0 ? 'number' : 'clock');
      out.push({ from: from + i, to: from + stop, form, glue: glueOf(last, i, true), owner: false });
      last = i = stop;
    } else {
      if (c === MARK && units[i] !== NEWLINE)
        out.push({ from: from + i, to: from + i + 1, form: forms.get(i, i + 1, 'mark'), glue: '', owner: false });
      i++;
    }
  }
  return out;
}
