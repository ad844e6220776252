import { expect, test } from 'vitest';
import { data } from './desk.testing.ts';
import { buildLexicon, expand, surname } from './lexicon.ts';
import { Scene } from './scene.ts';

const lexicon = buildLexicon(data);
const found = (text: string, cat: string): string[] =>
  new Scene(text, { from: 0, to: text.length, line: 0 }, lexicon).all(cat).map((h) => h.value);

test('a phrase names its endings in brackets', () => {
  expect(expand('attack(s|ed)')).toEqual(['attack', 'attacks', 'attacked']);
  expect(expand('airport')).toEqual(['airport']);
});

test.each([
  ['Pat Ryder', 'spokesperson', 'Ryder'],
  ['Hossein al-Sudani', 'official', 'Sudani'],
  ['Pentagon spokesman', 'spokesperson', null],
  ['Critical Threats', 'think tank', null],
])('surname of %s', (alias, kind, expected) => {
  expect(surname(alias, kind)).toBe(expected);
});

test.each([
  ['They told us of it', 'actor', []],
  ['They told the US of it', 'actor', ['usa']],
  ['the Islamic Resistance in Iraq', 'place', []],
  ['قاعدة عين الاسد الجوية', 'place', ['ain-al-asad']],
  ['وبطائرتين مسيّرتين', 'weapon', ['drone']],
  ['attack drones', 'deed', []],
])('%s: %s', (text, cat, expected) => {
  expect(found(text, cat)).toEqual(expected);
});
