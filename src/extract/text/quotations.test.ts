import { expect, test } from 'vitest';
import { following, quotationAt, quotations } from './quotations.ts';

const quoted = (text: string): string[] => quotations(text).map((q) => text.slice(q.from, q.to));

test.each([
  ['He said “no” and "never".', ['“no”', '"never"']],
  ["She said ''yes'' twice.", ["''yes''"]],
  ['قال «لا» ثم صمت', ['«لا»']],
  ['“It began.\n\n“It ended,” he said.', ['“It began.\n\n“It ended,”']],
  ['“It never closed.\nAnother paragraph.', ['“It never closed.']],
  ["the mayor's house isn't old", []],
  ['', []],
])('%j', (text, expected) => {
  expect(quoted(text)).toEqual(expected);
});

test('an offset lies in its quotation, marks included, and in no other', () => {
  const text = 'a "bc" d "e" f';
  const list = quotations(text);
  expect([0, 2, 5, 6, 9, 12].map((i) => quotationAt(list, i)?.from ?? null)).toEqual([null, 2, 2, null, 9, null]);
});

test('a speech goes on in the quotations after it, until words of others come', () => {
  const text =
    '"It began," he said. "It went on for a while." "And it went on still." Nobody said "a word of all this".';
  const found = following(text, quotations(text), text.indexOf(' "It went'));
  expect(found.map((q) => text.slice(q.from, q.to))).toEqual(['"It went on for a while."', '"And it went on still."']);
});

test('what has its own speaker behind it does not go on', () => {
  const text = '"It began," he said. "It went on for a while," she said.';
  expect(following(text, quotations(text), text.indexOf(' "It went'))).toEqual([]);
});
