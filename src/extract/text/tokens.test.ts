import { expect, test } from 'vitest';
import { Forms, tokenise } from './tokens.ts';

const cut = (text: string): string[] =>
  tokenise(text, [0, text.length], new Forms(() => [])).map((t) => text.slice(t.from, t.to));

test.each<[string, string[]]>([
  ["Iraq's al-Asad base", ['Iraq', 'al-Asad', 'base']],
  ['Ain Al Assad', ['Ain', 'Al Assad']],
  ['the U.S. at 4:30 a.m.', ['the', 'U.S.', 'at', '4:30', 'a.m.']],
  ['2,500 troops, 1,2', ['2,500', 'troops', ',', '1', ',', '2']],
  ['one-way F-16s', ['one', 'way', 'F', '16', 's']],
  ['بين 17 و30', ['بين', '17', 'و', '30']],
  ['a\u200fb 😀 \ud83d c', ['a\u200fb', 'c']],
])('%j', (text, expected) => {
  expect(cut(text)).toEqual(expected);
});

test('numbers carry their value in every digit system, clock times their minutes', () => {
  const values = (text: string) => tokenise(text, [0, text.length], new Forms(() => [])).map((t) => t.form.value);
  expect(values('2,500 ٢٥٠٠ 4:30')).toEqual([2500, 2500, 270]);
});
