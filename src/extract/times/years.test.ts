import { expect, test } from 'vitest';
import { data } from '../desk.testing.ts';
import { buildLexicon } from '../lexicon.ts';
import { Scene } from '../scene.ts';
import { yearAt } from './years.ts';

const lexicon = buildLexicon(data);

/** The year that the text's number of four digits is read as. */
function yearIn(text: string): number | null {
  const s = new Scene(text, { from: 0, to: text.length, line: 0 }, lexicon);
  const i = s.tokens.findIndex((t) => t.to - t.from === 4 && t.form.kind === 'number');
  return yearAt(s, i)?.year ?? null;
}

test.each([
  ['In 1989 he left.', 1989],
  ['By 2030 it will be done.', 2030],
  ['A bomb exploded at 2100 last night.', null],
  ['It happened at 2030 on 12 March.', null],
  ['Shots were heard at about 1945 hours.', null],
])('%s: %s', (text, year) => {
  expect(yearIn(text)).toBe(year);
});
