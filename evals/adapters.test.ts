import { beforeAll, describe, expect, test } from 'vitest';
import { templatesOf } from './adapters/muc4.ts';
import { attributionsOf } from './adapters/polnear.ts';
import { timexesOf, weekValue } from './adapters/timex.ts';
import { house, type House } from './house.ts';

let known: House;
beforeAll(async () => {
  known = await house();
});

describe('times as TIMEX3, on Friday 12 January 2024', () => {
  test.each<[string, string[]]>([
    ['They met on Tuesday.', ['DATE 2024-01-09 Tuesday']],
    ['They met on Tuesday morning.', ['TIME 2024-01-09TMO Tuesday morning']],
    ['They met early on Tuesday.', ['DATE 2024-01-09 early on Tuesday']],
    ['They met last week.', ['DATE 2024-W01 last week']],
    ['They met last month.', ['DATE 2023-12 last month']],
    ['They met twice in the past two weeks.', ['DURATION P2W in the past two weeks']],
    ['They have met since Oct. 17.', ['DATE 2023-10-17 Oct. 17']],
    ['They met between Oct. 17 and Nov. 7.', ['DATE 2023-10-17 Oct. 17', 'DATE 2023-11-07 Nov. 7']],
    ['They met two years ago.', ['DATE 2022 two years ago']],
    ['They will meet on Tuesday.', ['DATE 2024-01-16 Tuesday']],
    ['They will meet next month.', ['DATE 2024-02 next month']],
    ['They met in the third quarter of 2023.', ['DATE 2023-Q3 third quarter of 2023']],
    ['They met last summer.', ['DATE 2023-SU summer']],
    ['They met in the 1980s.', ['DATE 198 1980s']],
    ['They met over the weekend.', ['DATE 2024-W01-WE over the weekend']],
    ['They have met since 2019.', ['DATE 2019 2019']],
    ['They met at 5 p.m. on Tuesday.', ['TIME 2024-01-09T17:00 5 p.m. on Tuesday']],
    ['They met for two years and a half.', ['DURATION P2Y6M two years and a half']],
    ['They met for half an hour.', ['DURATION PT30M half an hour']],
    ['They met for several days.', ['DURATION PXD several days']],
    ['They met for two decades.', ['DURATION P20Y two decades']],
    ['They meet every week.', ['SET P1W every week']],
    ['They meet daily.', ['SET P1D daily']],
    ['They met recently.', ['DATE PAST_REF recently']],
    ['They meet now.', ['DATE PRESENT_REF now']],
    ['Nobody met.', []],
  ])('%s', (text, written) => {
    const found = timexesOf({ id: 'd', dct: '2024-01-12', text }, known.lexicon);
    expect(found.map((t) => `${t.type} ${t.value} ${text.slice(t.start, t.end)}`)).toEqual(written);
  });

  test.each([
    ['2021-01-03', '2020-W53'],
    ['2024-12-30', '2025-W01'],
    ['1998-01-26', '1998-W05'],
  ])('%s lies in %s', (day, week) => {
    expect(weekValue(Date.parse(day))).toBe(week);
  });

  test('a day that no calendar holds breaks nothing', () => {
    const text = 'It formed 900,000 years ago.';
    expect(() => timexesOf({ id: 'd', dct: '2024-01-12', text }, known.lexicon)).not.toThrow();
  });
});

describe('chains as attributions', () => {
  const told = (text: string): Record<string, string[]>[] =>
    attributionsOf({ id: 'd', text }, known.lexicon).map((a) =>
      Object.fromEntries(Object.entries(a).map(([k, spans]) => [k, spans.map(([x, y]: number[]) => text.slice(x, y))])),
    );

  test('speaker, verb and words are told apart', () => {
    expect(told('Reuters reported that two rockets landed near the base.')).toEqual([
      {
        source: ['Reuters'],
        cue: ['reported'],
        content: [expect.stringContaining('two rockets landed near the base')],
      },
    ]);
  });

  test('what nobody is named for is no attribution', () => {
    expect(told('Two rockets landed near the base.')).toEqual([]);
  });
});

describe('claims as templates', () => {
  const text = 'Three US soldiers were injured when a drone hit al-Asad air base in Iraq on Tuesday, Reuters reported.';
  const templates = (): ReturnType<typeof templatesOf> =>
    templatesOf({ id: 'd', dateline: { date: '2024-01-12' }, text }, known);

  test('one incident is one template, in the words of the text', () => {
    expect(templates()).toHaveLength(1);
    expect(templates()[0]).toMatchObject({
      type: 'ATTACK',
      stage: 'ACCOMPLISHED',
      date: { from: '2024-01-09', to: '2024-01-09' },
      instr: [{ v: 'DRONE' }],
    });
    expect(templates()[0]!.location[0]).toBe('IRAQ');
  });

  test('harm is a victim with effect and number', () => {
    expect(templates()[0]!.hum).toContainEqual(expect.objectContaining({ effect: ['INJURY'], min: 3, max: 3 }));
  });

  test('a document without date is read all the same', () => {
    expect(() => templatesOf({ id: 'd', dateline: null, text }, known)).not.toThrow();
  });
});
