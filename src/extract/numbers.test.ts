import { expect, test } from 'vitest';
import { data } from './desk.testing.ts';
import { buildLexicon } from './lexicon.ts';
import { quantities } from './numbers.ts';
import { Scene } from './scene.ts';

const lexicon = buildLexicon(data);
const read = (text: string): string[] => {
  const s = new Scene(text, { from: 0, to: text.length, line: 0 }, lexicon);
  return quantities(s, () => false).map(({ bound: b }) =>
    b.about !== null ? `~${b.about}` : `${b.low}..${b.high ?? ''}`,
  );
};

test.each<[string, string[]]>([
  ['at least 41 attacks', ['41..']],
  ['more than 50 attacks', ['51..']],
  ['no fewer than twelve attacks', ['12..']],
  ['about 2,500 troops', ['~2500']],
  ['up to nine drones', ['0..9']],
  ['twenty-five attacks', ['25..25']],
  ['two dozen soldiers', ['24..24']],
  ['dozens of attacks', ['24..']],
  ['10 to 12 rockets', ['10..12']],
  ['several rockets', ['3..']],
  ['one hundred and five attacks', ['105..105']],
  ['ما لا يقل عن ٣٠ هجوماً', ['30..']],
  ['خمس هجمات على الأقل', ['5..']],
  ['نحو ٩٠٠ جندي', ['~900']],
  ['خمسة وعشرين هجوماً', ['25..25']],
  ['ثلاثة عشر هجوماً', ['13..13']],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ['F-16 jets'],
  ['a 20-kilometre march'],
  ['$100 per year'],
  ['24 hours'],
  ['in 2023'],
  ['the 7th of May'],
  ['15 per cent'],
])('counts nothing: %s', (text) => {
  expect(read(text)).toEqual([]);
});
