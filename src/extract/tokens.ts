import { digitOf, fold } from './fold.ts';

/** How a word is written: 0 lower case or caseless, 1 Capitalised, 2 ALL CAPS. */
export type Case = 0 | 1 | 2;

/** A word as it is written somewhere, with what never changes from place to place. */
export interface Form {
  /** Folded spelling; for an acronym written in capitals the lexicon also tries `^` + this. */
  key: string;
  case: Case;
  kind: 'word' | 'number' | 'clock' | 'mark';
  /** Value of a number; minutes of a clock time; otherwise -1. */
  value: number;
  /** Vocabulary ids under which the lexicon knows the word, best reading first. */
  ids: readonly number[];
}

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

const SKIP = 0;
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

const FORM_LIMIT = 200_000;

/** Remembers forms, so that folding and lookup are paid once per spelling. */
export class Forms {
  readonly #known = new Map<string, Form>();
  readonly #lookup: (form: Omit<Form, 'ids'>) => readonly number[];
  constructor(lookup: (form: Omit<Form, 'ids'>) => readonly number[]) {
    this.#lookup = lookup;
  }
  get(raw: string, kind: Form['kind']): Form {
    const known = this.#known.get(raw);
    if (known) return known;
    const base = describe(raw, kind);
    const form: Form = { ...base, ids: kind === 'mark' ? [] : this.#lookup(base) };
    if (this.#known.size >= FORM_LIMIT) this.#known.clear();
    if (raw.length <= 64) this.#known.set(raw, form);
    return form;
  }
}

function describe(raw: string, kind: Form['kind']): Omit<Form, 'ids'> {
  if (kind === 'mark') return { key: raw, case: 0, kind, value: -1 };
  if (kind === 'clock') {
    const [h, m] = fold(raw).split(':').map(Number) as [number, number];
    return { key: fold(raw), case: 0, kind, value: h * 60 + m };
  }
  if (kind === 'number') {
    const digits = fold(raw).replace(/[,٬.]/g, '');
    return { key: digits, case: 0, kind, value: digits.length > 9 ? -1 : Number(digits) };
  }
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

const at = (text: string, i: number): number => classes[text.charCodeAt(i)] ?? SKIP;

/** End of a word that starts at `i`: letters, inner marks, apostrophes between letters, dots of an acronym. */
function wordEnd(text: string, start: number, end: number): number {
  let i = start + 1;
  while (i < end) {
    const c = at(text, i);
    if (c === LETTER || c === INSIDE || (c === DIGIT && text.charCodeAt(start) < 0x600)) i++;
    else if (c === JOIN && at(text, i + 1) === LETTER && i + 1 < end && !isOwner(text, i, end)) i += 2;
    else if (acronymDot(text, start, i, end)) i += 1;
    else break;
  }
  return i;
}

/** The dot of "U.S." or "a.m.": one letter, a dot, one letter, and so on. */
function acronymDot(text: string, start: number, i: number, end: number): boolean {
  if (text.charCodeAt(i) !== 46) return false;
  const single = i - start === 1 || text.charCodeAt(i - 2) === 46;
  if (!single || at(text, i - 1) !== LETTER) return false;
  const open = i + 1 < end && at(text, i + 1) === LETTER && !(i + 2 < end && at(text, i + 2) === LETTER);
  return open || (i - start > 1 && text.charCodeAt(i - 2) === 46);
}

const isOwner = (text: string, i: number, end: number): boolean =>
  (text[i + 1] === 's' || text[i + 1] === 'S') &&
  (i + 2 >= end || (at(text, i + 2) !== LETTER && at(text, i + 2) !== JOIN));

/** End of a number that starts at `i`: digits, thousands separators, or hours:minutes. */
function numberEnd(text: string, start: number, end: number): [number, 'number' | 'clock'] {
  let i = start;
  while (i < end && at(text, i) === DIGIT) i++;
  const three = (k: number): boolean =>
    k + 3 <= end &&
    at(text, k) === DIGIT &&
    at(text, k + 1) === DIGIT &&
    at(text, k + 2) === DIGIT &&
    at(text, k + 3) !== DIGIT;
  while (i < end && (text[i] === ',' || text[i] === '٬') && i - start <= 12 && three(i + 1)) i += 4;
  if (
    text[i] === ':' &&
    i - start <= 2 &&
    i + 2 < end &&
    at(text, i + 1) === DIGIT &&
    at(text, i + 2) === DIGIT &&
    at(text, i + 3) !== DIGIT
  )
    return [i + 3, 'clock'];
  return [Math.min(i, end), 'number'];
}

/** Sign between two tokens: numbers may stand apart from it ("7 / 11 / 2023"), words may not. */
function glueOf(text: string, before: number, from: number, wide: boolean): Token['glue'] {
  const gap = from - before;
  if (gap < 1 || gap > (wide ? 3 : 1)) return '';
  const c = gap === 1 ? text[before] : text.slice(before, from).trim();
  return c === '-' || c === '‑' || c === '–' ? '-' : c === '/' ? '/' : '';
}

const ARTICLES = new Set(['al', 'el', 'ad', 'as', 'ash', 'at', 'az', 'ar', 'ez', 'an', 'es', 'et']);

/** Joins the Arabic article of a name to its word ("al-Asad", "Al Asad", "At-Tanf"), so that neither spelling matters. */
function pushWord(out: Token[], token: Token): void {
  const before = out.at(-1);
  const key = before?.form.kind === 'word' ? before.form.key : '';
  const joined = token.glue === '-' && ARTICLES.has(key);
  const spaced = (key === 'al' || key === 'el') && token.form.case > 0 && before!.to + 1 === token.from;
  if (!joined && !spaced) out.push(token);
  else out[out.length - 1] = { ...token, from: before!.from, glue: before!.glue };
}

/** Tokens of text[from, to), in order. */
export function tokenise(text: string, range: readonly [number, number], forms: Forms): Token[] {
  const [from, end] = range;
  const out: Token[] = [];
  let last = -9;
  for (let i = from; i < end;) {
    const c = at(text, i);
    if (c === LETTER) {
      const to = wordEnd(text, i, end);
      const owner = to < end && at(text, to) === JOIN && isOwner(text, to, end);
      pushWord(out, {
        from: i,
        to,
        form: forms.get(text.slice(i, to), 'word'),
        glue: glueOf(text, last, i, false),
        owner,
      });
      last = i = owner ? to + 2 : to;
    } else if (c === DIGIT) {
      const [to, kind] = numberEnd(text, i, end);
      out.push({
        from: i,
        to,
        form: forms.get(text.slice(i, to), kind),
        glue: glueOf(text, last, i, true),
        owner: false,
      });
      last = i = to;
    } else {
      if (c === MARK && text[i] !== '\n')
        out.push({ from: i, to: i + 1, form: forms.get(text[i]!, 'mark'), glue: '', owner: false });
      i++;
    }
  }
  return out;
}
