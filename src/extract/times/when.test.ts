import { expect, test } from 'vitest';
import { read } from '../desk.testing.ts';

/** Published on Thursday 14 March 2024, 12:00 in Baghdad, unless told otherwise. */
const times = (text: string, given: { published?: string; zone?: string } = {}): string[] =>
  read(text, {
    published: '2024-03-14T09:00:00Z',
    language: /[\u0600-\u06ff]/.test(text) ? 'ar' : 'en',
    ...given,
  }).flatMap((c) => (c.kind === 'incident' ? `${c.time.from}/${c.time.to}` : []));

const drone = 'A drone struck the Harir air base in Iraq';

test.each([
  [`${drone} in the small hours.`, '2024-03-14T00:00/2024-03-14T05:00'],
  [`During the night ${drone}.`, '2024-03-13T18:00/2024-03-14T07:00'],
  [`Shortly after midnight ${drone}.`, '2024-03-14T00:00/2024-03-14T02:00'],
  [`${drone} at nine o'clock on Tuesday morning.`, '2024-03-12T09:00/2024-03-12T09:00'],
  [`${drone} the day before yesterday.`, '2024-03-12T00:00/2024-03-12T23:59'],
  ['A drone slipped into Tower 22 on Jan. 28 and killed three.', '2024-01-28T00:00/2024-01-28T23:59'],
  ['عند الحادية عشرة والنصف من ليل أمس، انفجرت قذيفة قرب قاعدة حرير.', '2024-03-13T23:30/2024-03-13T23:30'],
  ['خلال الليل سقطت قذيفة هاون قرب قاعدة حرير.', '2024-03-13T18:00/2024-03-14T07:00'],
  ['قبل ساعة من الآن سقط صاروخ قرب قاعدة حرير.', '2024-03-14T10:00/2024-03-14T12:00'],
])('parts of the day and hours in words: %s', (text, span) => {
  expect(times(text)).toEqual([span]);
});

test.each([
  [
    'a dateline dates the report',
    `ERBIL, Iraq, March 14 - ${drone} late on Tuesday.`,
    '2024-03-12T18:00/2024-03-12T23:59',
  ],
  [
    'the part of the day tells the half of a clock time',
    `${drone} on Tuesday evening at 9:40.`,
    '2024-03-12T21:40/2024-03-12T21:40',
  ],
  [
    'an hour before a clock time is of its half',
    `${drone} between 6 and 9:20 p.m. on Tuesday.`,
    '2024-03-12T18:00/2024-03-12T21:20',
  ],
  [
    'each clock time has its day',
    `${drone} between 10 p.m. Tuesday and 2 a.m. Wednesday.`,
    '2024-03-12T22:00/2024-03-13T02:00',
  ],
  ['a zone may be told by its offset', `${drone} at 02:10 GMT+2 on Tuesday.`, '2024-03-12T03:10/2024-03-12T03:10'],
  [
    'the day beside a time in another zone is that of the zone',
    `${drone} at 1:15 a.m. local time (2215 GMT on Tuesday).`,
    '2024-03-13T01:15/2024-03-13T01:15',
  ],
  ['what is told as it happens is of the day', `BREAKING: ${drone}.`, '2024-03-14T00:00/2024-03-14T12:00'],
  [
    'the time of what is answered is not that of the answer',
    `${drone} on Tuesday in retaliation for a raid in Damascus last weekend.`,
    '2024-03-12T00:00/2024-03-12T23:59',
  ],
  [
    'after midnight of a night is its next day',
    'استهدفت طائرة مسيرة قاعدة حرير عند الساعة 1:20 من بعد منتصف ليلة أمس.',
    '2024-03-14T01:20/2024-03-14T01:20',
  ],
  ['an hour that has a name is a point', `${drone} at around noon on Tuesday.`, '2024-03-12T11:45/2024-03-12T12:15'],
  [
    'an hour that has a name bounds a time',
    `${drone} between 10 a.m. and noon on Tuesday.`,
    '2024-03-12T10:00/2024-03-12T12:00',
  ],
  [
    'parts of two days bound a time',
    `${drone} between Friday night and Saturday morning.`,
    '2024-03-08T18:00/2024-03-09T12:00',
  ],
  ['a night still to come is that of last week', `${drone} on Thursday night.`, '2024-03-07T18:00/2024-03-08T07:00'],
  ['just before midnight', `${drone} shortly before midnight on Tuesday.`, '2024-03-12T22:00/2024-03-12T23:59'],
  ['the night before last', `${drone} the night before last.`, '2024-03-12T18:00/2024-03-13T07:00'],
  ['nights ago', `${drone} three nights ago.`, '2024-03-11T18:00/2024-03-12T07:00'],
  ['a night between two days', `${drone} overnight from Tuesday to Wednesday.`, '2024-03-12T18:00/2024-03-13T07:00'],
  ['military time', `${drone} at 0210Z on Tuesday.`, '2024-03-12T05:10/2024-03-12T05:10'],
  ['an hour of this morning', `${drone} at around 3 this morning.`, '2024-03-14T02:45/2024-03-14T03:15'],
  [
    'hours told as words',
    'استهدفت طائرة مسيرة قاعدة حرير بين الثانية والرابعة من فجر يوم أمس.',
    '2024-03-13T02:00/2024-03-13T04:00',
  ],
  ['before noon', 'استهدفت طائرة مسيرة قاعدة حرير قبل ظهر أمس.', '2024-03-13T05:00/2024-03-13T12:00'],
  [
    'one of them is no Sunday',
    'أصيب أحد الجنود إثر سقوط صاروخ على قاعدة حرير مساء الثلاثاء.',
    '2024-03-12T17:00/2024-03-12T23:59',
  ],
])('%s', (_, text, expected) => {
  expect(times(text)[0]).toBe(expected);
});

test('an entry of a live page is timed at its head', () => {
  expect(times(`LIVE\n\n08:40 GMT\n${drone}, a police source says.`)).toEqual(['2024-03-14T00:00/2024-03-14T11:40']);
  expect(times('LIVE\n\n08:40 GMT\nSirens sounded at the Harir air base in Iraq.')).toEqual([
    '2024-03-14T11:40/2024-03-14T11:40',
  ]);
  expect(times('تغطية مباشرة\n11:40 سقوط صاروخ قرب قاعدة حرير')).toEqual(['2024-03-14T00:00/2024-03-14T11:40']);
});

test('a later sentence dates the attack more closely', () => {
  const more = 'وقال المصدر إن الهجوم وقع عند الساعة السادسة والنصف صباحا.';
  expect(times(`أفاد مصدر أمني، اليوم الخميس، بسقوط طائرة مسيرة على قاعدة حرير. ${more}`)).toEqual([
    '2024-03-14T06:30/2024-03-14T06:30',
  ]);
});

test('another operation is not of the time of the first', () => {
  const first = 'استهدف مجاهدونا فجر اليوم قاعدة عين الأسد بالصواريخ.';
  expect(times(`${first} وفي عملية أخرى استهدف مجاهدونا بالطيران المسير قاعدة حرير.`)[1]).toBe(
    '2024-03-13T00:00/2024-03-14T12:00',
  );
});

test('a moment is one incident’s own and leaves to the next its day', () => {
  expect(times(`${drone} at 4:10 a.m. on Tuesday. Rockets were fired at the Ain al-Asad base.`)[1]).toBe(
    '2024-03-12T00:00/2024-03-12T23:59',
  );
  expect(times(`${drone} at 4:10 a.m. on Tuesday. Twenty minutes later rockets hit the Ain al-Asad base.`)[1]).toBe(
    '2024-03-12T04:20/2024-03-12T04:40',
  );
});

test('"today" in Washington is the day before where it is past midnight in Iraq', () => {
  const evening = { published: '2024-03-14T23:30:00Z', zone: 'America/New_York' };
  expect(
    times(`Earlier today, ${drone.toLowerCase().replace('harir', 'Harir').replace('iraq', 'Iraq')}.`, evening),
  ).toEqual(['2024-03-14T00:00/2024-03-14T23:59']);
});

test('a city and "today" are no name of a newspaper', () => {
  expect(times('A rocket fell in Baghdad today near the Green Zone.')).toEqual(['2024-03-14T00:00/2024-03-14T12:00']);
});

test('of several places in one sentence each has the time beside it', () => {
  expect(
    times('Drones hit the Ovda air base on Tuesday at dawn and, later that day, a power plant in Ashkelon.'),
  ).toEqual(['2024-03-12T03:00/2024-03-12T07:00', '2024-03-12T00:00/2024-03-12T23:59']);
});
