import { expect, test } from 'vitest';
import { csv, type Cell } from './csv.ts';

const cell = (value: Cell): string => csv([], [[value]]).slice(2, -2);

test('rows end in CRLF, and what would break them is quoted', () => {
  expect(
    csv(
      ['a', 'b'],
      [
        ['x, y', 'say "no"'],
        ['two\nlines', null],
      ],
    ),
  ).toBe('a,b\r\n"x, y","say ""no"""\r\n"two\nlines",\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\n=1', '＝1', '=HYPERLINK("http://x")'])(
  'the text %j is no formula to a spreadsheet',
  (text) => {
    expect(cell(text).replace(/^"/, '')).toMatch(/^'/);
  },
);

test.each<[Cell, string]>([
  [-33.4, '-33.4'],
  [0, '0'],
  [true, 'true'],
  ['a=b', 'a=b'],
  ['d-003', 'd-003'],
  ['٤١ هجوماً', '٤١ هجوماً'],
  ["it's", "it's"],
])('%j stays as it is', (value, written) => {
  expect(cell(value)).toBe(written);
});
