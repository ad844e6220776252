import { describe, expect, test } from 'vitest';
import { data, read } from '../desk.testing.ts';
import { buildLexicon } from '../lexicon.ts';
import { Scene } from '../scene.ts';
import type { Now, Time } from './time.ts';
import { dates, times } from './times.ts';

const lexicon = buildLexicon(data);
const HOUR = 3_600_000;
/** Friday 12 January 2024, 14:00 on the wall, seven hours ahead of New York and three of Greenwich. */
const wall = Date.UTC(2024, 0, 12, 14);
const now: Now = {
  wall,
  until: wall,
  day: Date.UTC(2024, 0, 9),
  hours: lexicon.hours,
  at: (zone) => wall - (zone === 'America/New_York' ? 8 : 3) * HOUR,
};
const iso = (n: number | null): string => (n === null ? '' : new Date(n).toISOString().slice(0, 16).replace('T', ' '));
const found = (text: string): Time[] => times(new Scene(text, { from: 0, to: text.length, line: 0 }, lexicon), now);
const spans = (text: string): string[] =>
  found(text)
    .filter((t) => dates(t, now))
    .map((t) => `${iso(t.span.from)} - ${iso(t.span.to)}`);
/** What a day or a longer stretch covers, as the days of its two ends. */
const days = (text: string): string[] =>
  found(text).map((t) => `${iso(t.span.from).slice(0, 10)}/${iso(t.span.to).slice(0, 10)}`);

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
  ['since the start of the year', ['2024-01-01 00:00 - ']],
  ['since last Friday', ['2024-01-05 00:00 - ']],
  ['between Oct. 17 and 24', ['2023-10-17 00:00 - 2023-10-24 23:59']],
  ['between late October and early November', ['2023-10-21 00:00 - 2023-11-05 23:59']],
  ['from Oct. 17 to Nov. 7', ['2023-10-17 00:00 - 2023-11-07 23:59']],
  ['last week', ['2024-01-01 00:00 - 2024-01-07 23:59']],
  ['in the past 24 hours', ['2024-01-11 14:00 - 2024-01-12 14:00']],
  ['over the last ten days', ['2024-01-02 00:00 - 2024-01-12 14:00']],
  ['in the 48 hours to Thursday', ['2024-01-09 23:59 - 2024-01-11 23:59']],
  ['two days ago', ['2024-01-10 00:00 - 2024-01-10 23:59']],
  ['two days later', ['2024-01-11 00:00 - 2024-01-11 23:59']],
  ['the next morning', ['2024-01-10 05:00 - 2024-01-10 12:00']],
  ['the previous night', ['2024-01-08 18:00 - 2024-01-09 07:00']],
  ['the same day', ['2024-01-09 00:00 - 2024-01-09 23:59']],
  ['in March', ['2023-03-01 00:00 - 2023-03-31 23:59']],
  ['between 4 a.m. and 6 a.m. on Thursday', ['2024-01-11 04:00 - 2024-01-11 06:00']],
  ['they may attack, and may have', []],
  ['a chip that Sun Microsystems made, we’d say', []],
])('%s', (text, expected) => {
  expect(spans(text)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['on 2023-11-07', ['2023-11-07/2023-11-07']],
  ['on 17.10.2023', ['2023-10-17/2023-10-17']],
  ['on 10/17/89', ['1989-10-17/1989-10-17']],
  ['on 03/12/24, a date still to come if the day were first', ['2024-12-03/2024-12-03']],
  ['on 10-11 November', ['2023-11-10/2023-11-11']],
  ['on Oct. 17-19', ['2023-10-17/2023-10-19']],
  ['on Tuesday last week', ['2024-01-02/2024-01-02']],
  ['on Oct. 17 last year', ['2023-10-17/2023-10-17']],
  ['in late October', ['2023-10-21/2023-10-31']],
  ['in the first week of November', ['2023-11-01/2023-11-07']],
  ['the last ten days of October', ['2023-10-22/2023-10-31']],
  ['in the third quarter of 2023', ['2023-07-01/2023-09-30']],
  ['in the fourth quarter', ['2023-10-01/2023-12-31']],
  ['last summer', ['2023-06-01/2023-08-31']],
  ['the 2019 attack', ['2019-01-01/2019-12-31']],
  ['since 1991', ['1991-01-01/']],
  ['in the 1980s', ['1980-01-01/1989-12-31']],
  ['two years ago', ['2022-01-01/2022-12-31']],
  ['on New Year’s Eve', ['2023-12-31/2023-12-31']],
  ['some 2000 troops and 1950 rockets', []],
])('%s lasts', (text, expected) => {
  expect(days(text)).toEqual(expected);
});

describe('the tense tells past from future, and the past is taken without it', () => {
  test.each<[string, string]>([
    ['They struck on Monday', '2024-01-08'],
    ['They will meet on Monday', '2024-01-15'],
    ['The talks are due to resume Monday', '2024-01-15'],
    ['They will answer Monday’s attack', '2024-01-08'],
    ['They will answer the strikes that began Monday', '2024-01-08'],
    ['Officials said on Monday that they will leave', '2024-01-08'],
    ['They were attacked on Monday', '2024-01-08'],
    ['The attack on Monday will not go unanswered', '2024-01-08'],
    ['On Monday they will meet', '2024-01-15'],
    ['Until Monday they had met', '2024-01-08'],
    ['Rockets landed on Monday next to the base', '2024-01-08'],
    ['The reported attacks before Jan. 31', '2023-01-31'],
    ['next Monday', '2024-01-15'],
    ['The deadline is Jan. 31', '2024-01-31'],
    ['Troops will leave by Sept. 30', '2024-09-30'],
    ['Troops left by Sept. 30', '2023-09-30'],
    ['They plan to leave in September', '2024-09-01'],
    ['They left in September', '2023-09-01'],
    ['They will leave next month', '2024-02-01'],
    ['سيجتمعون يوم الاثنين المقبل', '2024-01-15'],
    ['اجتمعوا يوم الاثنين', '2024-01-08'],
    ['من المقرر أن تنسحب القوات في 30 أيلول', '2024-09-30'],
    ['انسحبت القوات في 30 أيلول', '2023-09-30'],
  ])('%s: %s', (text, day) => {
    expect(found(text).map((t) => iso(t.span.from).slice(0, 10))).toEqual([day]);
  });

  test('a day ahead dates nothing that has happened', () => {
    expect(spans('They will meet on Monday')).toEqual([]);
  });
});

describe('how long, how often and vague words date nothing', () => {
  test.each<[string, string]>([
    ['after two years of calm', 'duration 2 year'],
    ['a five-hour visit', 'duration 5 hour'],
    ['for several days', 'duration null day'],
    ['for a couple of weeks', 'duration 2 week'],
    ['for a year and a half', 'duration 1.5 year'],
    ['for half an hour', 'duration 0.5 hour'],
    ['12 to 18 months', 'duration 18 month'],
    ['two days after the attack', 'duration 2 day'],
    ['for decades', 'duration null decade'],
    ['every day', 'set 1 day'],
    ['every Friday', 'set 1 week'],
    ['daily', 'set 1 day'],
    ['now', 'ref present'],
    ['recently', 'ref past'],
    ['in the near future', 'ref future'],
    ['لمدة ثلاثة أسابيع', 'duration 3 week'],
    ['استمر القصف ساعتين', 'duration 2 hour'],
    ['بعد يومين من الهجوم', 'duration 2 day'],
    ['يوميا', 'set 1 day'],
    ['مؤخرا', 'ref past'],
  ])('%s: %s', (text, expected) => {
    const told = found(text).map((t) =>
      [t.kind, ...(t.amount ? [t.amount.n, t.amount.unit] : [t.sense])].map(String).join(' '),
    );
    expect(told).toEqual([expected]);
    expect(spans(text)).toEqual([]);
  });

  test('an age is no length of time', () => {
    expect(found('a 13-year-old boy and a man who is 30 years old')).toEqual([]);
  });
});

test.each<[string, string]>([
  ['at about 0430 GMT on Wednesday', '2024-01-10 07:15 - 2024-01-10 07:45'],
  ['at 10:30 p.m. ET Wednesday', '2024-01-11 06:30 - 2024-01-11 06:30'],
  ['at 1:15 a.m. (Sanaa time) on Jan. 10', '2024-01-10 04:15 - 2024-01-10 04:15'],
  ['at 2:14 am local time on Jan. 10', '2024-01-10 02:14 - 2024-01-10 02:14'],
  ['at 10:35 a.m. (0735 GMT) on Jan. 10', '2024-01-10 10:35 - 2024-01-10 10:35'],
  ['في الساعة 04:30 بتوقيت غرينتش يوم الأربعاء', '2024-01-10 07:30 - 2024-01-10 07:30'],
  ['عند الساعة الثانية والنصف فجر الأربعاء', '2024-01-10 02:30 - 2024-01-10 02:30'],
])('a zone that is named is turned into the time of the place: %s', (text, expected) => {
  expect(spans(text)[0]).toBe(expected);
});

test.each<[string, string[]]>([
  ['فجر اليوم', ['2024-01-12 03:00 - 2024-01-12 07:00']],
  ['مساء الأربعاء', ['2024-01-10 17:00 - 2024-01-10 23:59']],
  ['مساء أمس الخميس', ['2024-01-11 17:00 - 2024-01-11 23:59']],
  ['بعد منتصف ليل الثلاثاء', ['2024-01-10 00:00 - 2024-01-10 03:00']],
  ['١٨ تشرين الأول ٢٠٢٣', ['2023-10-18 00:00 - 2023-10-18 23:59']],
  ['12 تشرين الأول/أكتوبر 2023', ['2023-10-12 00:00 - 2023-10-12 23:59']],
  ['في الثاني عشر من كانون الأول', ['2023-12-12 00:00 - 2023-12-12 23:59']],
  ['7 / 11 / 2023', ['2023-11-07 00:00 - 2023-11-07 23:59']],
  ['بين 17 و30 تشرين الأول', ['2023-10-17 00:00 - 2023-10-30 23:59']],
  ['منذ 17 أكتوبر', ['2023-10-17 00:00 - ']],
  ['منذ مطلع الشهر الجاري', ['2024-01-01 00:00 - ']],
  ['منذ أسبوعين', ['2023-12-29 00:00 - ']],
  ['منتصف أكتوبر', ['2023-10-11 00:00 - 2023-10-20 23:59']],
  ['قبل يومين', ['2024-01-10 00:00 - 2024-01-10 23:59']],
  ['بعد ثلاثة أيام', ['2024-01-12 00:00 - 2024-01-12 14:00']],
  ['الأسبوع الماضي', ['2024-01-01 00:00 - 2024-01-07 23:59']],
  ['خلال الـ 24 ساعة الماضية', ['2024-01-11 14:00 - 2024-01-12 14:00']],
  ['خلال اليومين الماضيين', ['2024-01-10 00:00 - 2024-01-12 14:00']],
  ['في غضون الأيام العشرة الماضية', ['2024-01-02 00:00 - 2024-01-12 14:00']],
  ['مارس الجيش ضغوطا وأطلق 2000 صاروخ', []],
])('%s', (text, expected) => {
  expect(spans(text)).toEqual(expected);
});

/** Published on Friday 14 March 2025, 14:00 in Baghdad. */
const told = (text: string, language = 'en'): string =>
  read(text, { published: '2025-03-14T11:00:00Z', language })
    .map((c) => (c.kind === 'incident' ? c.time : c.kind === 'statement' ? null : c.tally))
    .map((t) => `${t?.from ?? ''}/${t?.to ?? ''}`)
    .join(' ');

test.each([
  ['at about 0430 GMT on Wednesday', '2025-03-12T07:15/2025-03-12T07:45'],
  ['at 4:30 a.m. Wednesday', '2025-03-12T04:30/2025-03-12T04:30'],
  ['two days ago', '2025-03-12T00:00/2025-03-12T23:59'],
  ['on Tuesday, hours before talks due to resume on Monday', '2025-03-11T00:00/2025-03-11T23:59'],
  ['earlier this week', '2025-03-10T00:00/2025-03-14T14:00'],
  ['last summer', '2024-06-01T00:00/2024-08-31T23:59'],
  ['after two years of calm', '2025-03-13T00:00/2025-03-14T14:00'],
])('when an incident was: %s', (when, expected) => {
  expect(told(`A drone struck the Harir air base in Iraq ${when}.`)).toBe(expected);
});

test('"a day earlier" counts from the day of the saying where no other is told', () => {
  const said = 'The Pentagon confirmed on Wednesday the attack on the Harir air base in Iraq.';
  expect(told(`${said} A day earlier, a drone struck Ain al-Asad.`)).toContain('2025-03-11T00:00/2025-03-11T23:59');
});

test('a year told in passing does not date the incident beside it', () => {
  const recent = '2025-03-13T00:00/2025-03-14T14:00';
  const drone = 'A drone struck the Harir air base in Iraq';
  expect(told(`The 2019 agreement allows US troops to stay. ${drone}.`)).toBe(recent);
  expect(told(`${drone}, built in 2004, on Tuesday.`)).toBe('2025-03-11T00:00/2025-03-11T23:59');
  expect(told('In 2019, a drone struck the Harir air base in Iraq.')).toBe('2019-01-01T00:00/2019-12-31T23:59');
});

test.each([
  ['over the past month', '2025-02-14/2025-03-14'],
  ['since the start of the year', '2025-01-01/2025-03-14'],
  ['since mid-February', '2025-02-15/2025-03-14'],
  ['between Feb. 28 and March 9', '2025-02-28/2025-03-09'],
  ['in the first ten days of March', '2025-03-01/2025-03-10'],
  ['in 2024', '2024-01-01/2024-12-31'],
])('the window of a tally: %s', (when, expected) => {
  expect(told(`US troops in Iraq were attacked 12 times ${when}, the Pentagon said.`)).toBe(expected);
});

test.each([
  ['خلال الأسبوعين الماضيين', '2025-02-28/2025-03-14'],
  ['منذ مطلع الشهر الجاري', '2025-03-01/2025-03-14'],
  ['بين 28 شباط و9 آذار', '2025-02-28/2025-03-09'],
])('the window of a tally: %s', (when, expected) => {
  expect(told(`تعرضت القوات الأمريكية في العراق وسوريا لـ 20 هجوما ${when}.`, 'ar')).toBe(expected);
});
