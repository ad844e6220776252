import { expect, test } from 'vitest';
import { data } from './desk.testing.ts';
import { buildLexicon } from './lexicon.ts';
import { Scene } from './scene.ts';
import { times } from './times.ts';

const lexicon = buildLexicon(data);
/** Friday 12 January 2024, 14:00 on the wall. */
const wall = Date.UTC(2024, 0, 12, 14);
const iso = (n: number | null): string => (n === null ? '' : new Date(n).toISOString().slice(0, 16).replace('T', ' '));
const read = (text: string): string[] =>
  times(new Scene(text, { from: 0, to: text.length, line: 0 }, lexicon), {
    wall,
    day: Date.UTC(2024, 0, 9),
    hours: lexicon.hours,
  }).map((t) => `${iso(t.span.from)} - ${iso(t.span.to)}`);

test.each<[string, string[]]>([
  ['on Oct. 17', ['2023-10-17 00:00 - 2023-10-17 23:59']],
  ['on 3 November 2022', ['2022-11-03 00:00 - 2022-11-03 23:59']],
  ['on Wednesday', ['2024-01-10 00:00 - 2024-01-10 23:59']],
  ['on Friday', ['2024-01-12 00:00 - 2024-01-12 14:00']],
  ['last Friday', ['2024-01-05 00:00 - 2024-01-05 23:59']],
  ['early on Thursday', ['2024-01-11 00:00 - 2024-01-11 09:00']],
  ['Thursday night', ['2024-01-11 18:00 - 2024-01-12 07:00']],
  ['at about 4:30 a.m. on Jan. 9', ['2024-01-09 04:15 - 2024-01-09 04:45']],
  ['since Oct. 17', ['2023-10-17 00:00 - ']],
  ['since mid-October', ['2023-10-15 00:00 - ']],
  ['between Oct. 17 and 24', ['2023-10-17 00:00 - 2023-10-24 23:59']],
  ['from Oct. 17 to Nov. 7', ['2023-10-17 00:00 - 2023-11-07 23:59']],
  ['last week', ['2024-01-01 00:00 - 2024-01-07 23:59']],
  ['in the past 24 hours', ['2024-01-11 14:00 - 2024-01-12 14:00']],
  ['two days ago', ['2024-01-10 00:00 - 2024-01-10 23:59']],
  ['the next morning', ['2024-01-10 05:00 - 2024-01-10 12:00']],
  ['the same day', ['2024-01-09 00:00 - 2024-01-09 23:59']],
  ['in March', ['2023-03-01 00:00 - 2023-03-31 23:59']],
  ['they may attack, and may have', []],
  ['فجر اليوم', ['2024-01-12 03:00 - 2024-01-12 07:00']],
  ['مساء الأربعاء', ['2024-01-10 17:00 - 2024-01-10 23:59']],
  ['١٨ تشرين الأول ٢٠٢٣', ['2023-10-18 00:00 - 2023-10-18 23:59']],
  ['7 / 11 / 2023', ['2023-11-07 00:00 - 2023-11-07 23:59']],
  ['بين 17 و30 تشرين الأول', ['2023-10-17 00:00 - 2023-10-30 23:59']],
  ['منذ 17 أكتوبر', ['2023-10-17 00:00 - ']],
  ['الأسبوع الماضي', ['2024-01-01 00:00 - 2024-01-07 23:59']],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});
