import { expect, test } from 'vitest';
import { data } from '../desk.testing.ts';
import { Nouns } from './nouns.ts';
import { stem } from './stem.ts';

const nouns = new Nouns(data.lexicons.nouns);

test.each([
  ['policemen', 'person'],
  ['guerrillas', 'assailant'],
  ['embassies', 'building'],
  ['bridge', 'infrastructure'],
  ['buses', 'vehicle'],
])('%s is a %s', (word, expected) => {
  expect(nouns.of(stem(word))).toContain(expected);
});

test.each([
  ['dynamite charges', 'bomb'],
  ['a machinegun', 'gun'],
  ['molotov cocktails', 'fire'],
  ['the pamphlets', null],
])('weapon of %s', (words, expected) => {
  expect(nouns.weapon(words)).toBe(expected);
});

test('harm and number words', () => {
  expect(nouns.means('killed', stem('murdered'))).toBe(true);
  expect(nouns.means('killed', stem('wounded'))).toBe(false);
  expect([nouns.number('seven'), nouns.number('many')]).toEqual([7, null]);
});

test('how a sentence puts responsibility', () => {
  const features = ['police', 'accused', 'house'].map((w) => `w=${stem(w)}`);
  expect(nouns.scopes(features)).toEqual(['authority', 'accuse']);
  expect(nouns.scopes([`w=${stem('house')}`, stem('police')])).toEqual([]);
});
