import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MESSAGES, type MessageKey } from './messages.ts';
import { METHOD } from './method-text.ts';

const keys = Object.keys(MESSAGES.en) as MessageKey[];
const holes = (s: string): string[] => (s.match(/\{\w+\}/g) ?? []).sort();

test('every message stands in both languages, with the same values', () => {
  expect(Object.keys(MESSAGES.ar)).toEqual(keys);
  for (const key of keys) {
    expect(MESSAGES.ar[key].trim(), key).not.toBe('');
    expect(holes(MESSAGES.ar[key]), key).toEqual(holes(MESSAGES.en[key]));
  }
});

test('Arabic messages are Arabic', () => {
  const foreign = keys.filter((k) => !/[\u0600-\u06ff]/.test(MESSAGES.ar[k]));
  expect(foreign).toEqual(['otherLanguage']);
});

test('every message is used', () => {
  const folder = new URL('.', import.meta.url).pathname;
  const code = readdirSync(folder)
    .filter((f) => /\.tsx?$/.test(f) && !/^messages|\.test\./.test(f))
    .map((f) => readFileSync(folder + f, 'utf8'))
    .join('\n');
  const made = ['lowMeaning', 'bestMeaning', 'highMeaning'];
  expect(keys.filter((k) => !made.includes(k) && !new RegExp(`['"]${k}['"]`).test(code))).toEqual([]);
});

test('the method page has the same parts in both languages', () => {
  const shape = (x: unknown): unknown =>
    Array.isArray(x)
      ? x.map(shape)
      : x && typeof x === 'object'
        ? Object.fromEntries(Object.entries(x).map(([k, v]) => [k, shape(v)]))
        : typeof x;
  expect(shape(METHOD.ar)).toEqual(shape(METHOD.en));
});
