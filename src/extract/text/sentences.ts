/** A sentence of the text: exact range, and the line and paragraph in which it stands. */
export interface Range {
  from: number;
  to: number;
  line: number;
}

/** Longest run taken as one sentence; what never ends is cut at a space, so that cost stays linear. */
const LONGEST = 1000;
const ENDS = '.!?؟…';
const LINE_FEED = 10;
const isEnd = (c: number): boolean => c === 0x2e || c === 0x21 || c === 0x3f || c === 0x61f || c === 0x2026;
/** What may stand between the end of a sentence and the space: quotation marks, brackets, marks that are not to be seen. */
const CLOSERS = '"”’»)]\u200b\u200e\u200f\u202c\u2069\ufeff';
const isSpace = (c: string | undefined): boolean =>
  c === ' ' || c === '\n' || c === '\t' || c === '\r' || c === '\u00a0' || c === undefined;
const lower = /^\p{Ll}/u;

/** Whether the dot at `i` belongs to an abbreviation, an initial or a number rather than ending a sentence. */
function inner(text: string, from: number, i: number, abbreviations: ReadonlySet<string>): boolean {
  if (text[i] !== '.') return false;
  let k = i;
  while (k > from && i - k < 16 && !isSpace(text[k - 1]) && !'("“«-'.includes(text[k - 1]!)) k--;
  const word = text.slice(k, i).toLowerCase();
  if (word === '') return false;
  const next = after(text, i + 1);
  // "4:30 a.m. Friday" goes on.
  if (word.endsWith('.m') && abbreviations.has(`m. ${wordAfter(text, i + 1)}`)) return true;
  if (abbreviations.has(word)) return !(word.includes('.') && /^\p{Lu}/u.test(next)) || word === 'u.s';
  if (/^\p{L}$/u.test(word)) return true;
  if (/^[\d٠-٩]{1,2}$/.test(word)) return text.slice(from, k).trim() === '' || lower.test(next);
  return lower.test(next) && !isSpace(text[i + 1]);
}

/** The word after one space, in lower case. */
const wordAfter = (text: string, i: number): string =>
  /^ \(?([a-z]{2,9})/i.exec(text.slice(i, i + 12))?.[1]?.toLowerCase() ?? '';

const after = (text: string, i: number): string => {
  let k = i;
  while (k < text.length && k - i < 4 && (text[k] === ' ' || CLOSERS.includes(text[k]!))) k++;
  return text.slice(k, k + 1);
};

/** A single line feed inside a hard-wrapped paragraph does not end a sentence. */
const wrapped = (text: string, from: number, i: number): boolean =>
  i - from > 40 && lower.test(text.slice(i + 1, i + 2)) && !ENDS.includes(text[i - 1] ?? '.');

/** Offset after what closes a sentence that ends at `i`. */
function closed(text: string, i: number): number {
  let k = i + 1;
  while (k < text.length && CLOSERS.includes(text[k]!)) k++;
  return k;
}

/** Sentences of the text in order, trimmed; together they hold every visible character. */
export function sentences(text: string, abbreviations: ReadonlySet<string>): Range[] {
  const out: Range[] = [];
  let from = 0;
  let line = 0;
  const close = (to: number): void => {
    let a = from;
    let b = to;
    while (a < b && isSpace(text[a])) a++;
    while (b > a && isSpace(text[b - 1])) b--;
    if (a < b) out.push({ from: a, to: b, line });
    from = to;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === LINE_FEED) {
      if (wrapped(text, from, i)) continue;
      close(i);
      line++;
    } else if (isEnd(c) && isSpace(text[closed(text, i)]) && !inner(text, from, i, abbreviations)) {
      i = closed(text, i) - 1;
      close(i + 1);
    } else if (i - from > LONGEST && (isSpace(text[i]) || (i - from > LONGEST * 2 && (c & 0xfc00) !== 0xdc00)))
      close(i);
  }
  close(text.length);
  return out;
}
