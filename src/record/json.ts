import serialize from 'canonicalize';
import { DaybookError } from '../model/errors.ts';

/** What an entry may hold; numbers are integers in ±(2⁵³−1), anything finer is a decimal string. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const MAX_BYTES = 65_535;
const MAX_DEPTH = 32;
const WORDS: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];
const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

interface Cursor {
  readonly text: string;
  at: number;
}

const tooLarge = (size: number): DaybookError => new DaybookError('entry-too-large', { size });
const invalid = (what: string, where: string): DaybookError =>
  new DaybookError('entry-invalid', { detail: `${what} at ${where}` });
/** Places are counted from 1, in UTF-16 code units, as editors and spans count them. */
const invalidAt = (what: string, at: number): DaybookError => invalid(what, `character ${at + 1}`);
/** Input quoted in a message is cut and escaped: 60 kB of key or a terminal's control has no business in a log line. */
const quote = (s: string): string =>
  JSON.stringify(s.length > 40 ? `${s.slice(0, 40)}…` : s).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`,
  );

/** Why a string cannot be held; U+0000 because PostgreSQL has no such text, so no view could be rebuilt from it. */
function troubleOf(s: string): string | null {
  if (!s.isWellFormed()) return 'a lone surrogate';
  return s.includes('\0') ? 'the character U+0000' : null;
}

/** Whether a number is held: -0 is refused, since it would be hashed as 0 and so not be what was given. */
const isHeld = (n: number): boolean => Number.isSafeInteger(n) && !Object.is(n, -0);

/**
 * Reads one entry's JSON, linear in its length. Refused rather than guessed at: whatever two readers could understand
 * differently, since the hash in the record must stand for one value only.
 */
export function parseStrict(text: string): Json {
  const size = Buffer.byteLength(text);
  if (size > MAX_BYTES) throw tooLarge(size);
  if (text.startsWith('\uFEFF')) throw invalidAt('a byte order mark', 0);
  if (!text.isWellFormed()) throw invalidAt('a lone surrogate', text.search(/\p{Surrogate}/u));
  const cursor: Cursor = { text, at: 0 };
  const value = readValue(cursor, 0);
  skipSpace(cursor);
  if (cursor.at < text.length) throw unexpected(cursor, 'the end');
  return value;
}

function unexpected(c: Cursor, wanted: string): DaybookError {
  const point = c.text.codePointAt(c.at);
  const found = point === undefined ? 'the text ends' : `${quote(String.fromCodePoint(point))} stands`;
  return invalidAt(`${found} where ${wanted} is expected`, c.at);
}

function skipSpace(c: Cursor): void {
  for (;;) {
    const code = c.text.charCodeAt(c.at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    c.at += 1;
  }
}

/** Steps over `sign` when it is next. */
function take(c: Cursor, sign: string): boolean {
  if (!c.text.startsWith(sign, c.at)) return false;
  c.at += sign.length;
  return true;
}

function expect(c: Cursor, sign: string): void {
  skipSpace(c);
  if (!take(c, sign)) throw unexpected(c, quote(sign));
}

function readValue(c: Cursor, depth: number): Json {
  skipSpace(c);
  const sign = c.text.charAt(c.at);
  if (sign === '"') return readString(c);
  if (sign === '{' || sign === '[') {
    if (depth === MAX_DEPTH) throw invalidAt(`nesting deeper than ${MAX_DEPTH} levels`, c.at);
    c.at += 1;
    return sign === '{' ? readObject(c, depth + 1) : readArray(c, depth + 1);
  }
  if (sign === '-' || (sign >= '0' && sign <= '9')) return readInteger(c);
  const word = WORDS.find(([name]) => take(c, name));
  if (!word) throw unexpected(c, 'a value');
  return word[1];
}

function readArray(c: Cursor, depth: number): Json[] {
  const items: Json[] = [];
  skipSpace(c);
  if (take(c, ']')) return items;
  for (;;) {
    items.push(readValue(c, depth));
    skipSpace(c);
    if (take(c, ']')) return items;
    if (!take(c, ',')) throw unexpected(c, '"," or "]"');
  }
}

function readObject(c: Cursor, depth: number): Json {
  const object: { [key: string]: Json } = {};
  skipSpace(c);
  if (take(c, '}')) return object;
  for (;;) {
    skipSpace(c);
    const start = c.at;
    if (c.text.charAt(start) !== '"') throw unexpected(c, 'a key in quotes');
    const key = readString(c);
    if (Object.hasOwn(object, key)) throw invalidAt(`the key ${quote(key)} a second time`, start);
    expect(c, ':');
    setOwn(object, key, readValue(c, depth));
    skipSpace(c);
    if (take(c, '}')) return object;
    if (!take(c, ',')) throw unexpected(c, '"," or "}"');
  }
}

/** Assigning to `__proto__` would change the prototype and lose the key; defining it keeps it a key like any other. */
function setOwn(object: { [key: string]: Json }, key: string, value: Json): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}

function readString(c: Cursor): string {
  const start = c.at;
  let value = '';
  let from = (c.at += 1);
  for (;;) {
    const code = c.text.charCodeAt(c.at);
    if (code === 0x22) break;
    if (Number.isNaN(code)) throw invalidAt('a string that does not end', start);
    if (code < 0x20) throw invalidAt(`the raw control character ${quote(c.text.charAt(c.at))}`, c.at);
    if (code === 0x5c) {
      value += c.text.slice(from, c.at) + readEscape(c);
      from = c.at;
    } else c.at += 1;
  }
  value += c.text.slice(from, c.at);
  c.at += 1;
  const trouble = troubleOf(value);
  if (trouble) throw invalidAt(`${trouble} in the string`, start);
  return value;
}

function readEscape(c: Cursor): string {
  const sign = c.text.charAt(c.at + 1);
  const hex = c.text.slice(c.at + 2, c.at + 6);
  if (sign === 'u' && /^[0-9a-fA-F]{4}$/.test(hex)) {
    c.at += 6;
    return String.fromCharCode(parseInt(hex, 16));
  }
  const plain = ESCAPES[sign];
  if (plain === undefined) throw invalidAt('an unknown escape', c.at);
  c.at += 2;
  return plain;
}

function readInteger(c: Cursor): number {
  const start = c.at;
  const [digits = ''] = /-?[0-9]*/y[Symbol.match](c.text.slice(start, start + 18)) ?? [];
  c.at += digits.length;
  const next = c.text.charAt(c.at);
  if (!/^-?(?:0|[1-9][0-9]*)$/.test(digits)) throw invalidAt('a malformed number', start);
  if (next === '.' || next === 'e' || next === 'E') throw invalidAt('a fraction or exponent', start);
  // 18 characters are read at most: longer numbers are cut, but what remains of them is beyond the safe ones anyway.
  const value = Number(digits);
  if (Object.is(value, -0)) throw invalidAt('-0', start);
  if (!isHeld(value)) throw invalidAt('an integer beyond ±(2^53-1)', start);
  return value;
}

/**
 * The one form in which a value is hashed and stored (RFC 8785). The value is checked first, because the serialiser
 * alone would drop `undefined`, call `toJSON` and print floats; whatever comes out is read back by `parseStrict`.
 */
export function canonical(value: Json): string {
  check(value, '$', { depth: 0, bytes: { least: 0 } });
  const text = serialize(value) as string;
  const size = Buffer.byteLength(text);
  if (size > MAX_BYTES) throw tooLarge(size);
  return text;
}

/** `bytes.least` = what the output will take at least: it ends the walk of a small graph that prints as gigabytes. */
interface Walk {
  depth: number;
  bytes: { least: number };
}

function check(value: unknown, path: string, walk: Walk): void {
  spend(walk, typeof value === 'string' ? value.length + 2 : 1);
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') {
    const trouble = troubleOf(value);
    if (trouble) throw invalid(trouble, path);
  } else if (typeof value === 'number') {
    if (!isHeld(value)) throw invalid(`the number ${Object.is(value, -0) ? '-0' : value}`, path);
  } else if (typeof value === 'object') {
    if (walk.depth === MAX_DEPTH) throw invalid(`nesting deeper than ${MAX_DEPTH} levels`, path);
    checkMembers(value, path, { ...walk, depth: walk.depth + 1 });
  } else throw invalid(`a value of type ${typeof value}`, path);
}

function spend({ bytes }: Walk, size: number): void {
  bytes.least += size;
  if (bytes.least > MAX_BYTES) throw tooLarge(bytes.least);
}

/** Members are looked at as descriptors: a getter could show the check one value and the serialiser another. */
function checkMembers(value: object, path: string, walk: Walk): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  const isList = Array.isArray(value);
  if (isList ? prototype !== Array.prototype : prototype !== Object.prototype && prototype !== null)
    throw invalid('an object that is not plain', path);
  const keys = Reflect.ownKeys(value);
  // A list's own keys are its indices in order, then "length"; the serialiser would print a hole as null.
  if (isList && (keys.length !== value.length + 1 || keys.some((key, i) => key !== `${i}` && key !== 'length')))
    throw invalid('a list with holes or further keys', path);
  for (const key of keys) {
    if (isList && key === 'length') continue;
    if (typeof key === 'symbol') throw invalid('a key that is a symbol', path);
    const place = isList ? `${path}[${key}]` : `${path}.${/^\w{1,40}$/.test(key) ? key : quote(key)}`;
    const member = Object.getOwnPropertyDescriptor(value, key);
    if (!member?.enumerable || !('value' in member)) throw invalid('a hidden or computed member', place);
    if (!isList) check(key, place, walk);
    check(member.value, place, walk);
  }
}
