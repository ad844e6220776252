import { expect, test } from 'vitest';
import type { Claim } from '../model/claim.ts';
import { read } from './desk.testing.ts';

const origin = (c: Claim | undefined): string | undefined => c?.attribution.at(-1)?.speaker;
const first = (text: string, more = {}): Claim | undefined => read(text, more)[0];

test.each([
  [
    'sport',
    'en',
    "The visitors' attack was relentless; the striker fired a missile of a shot that hit the post on Sunday.",
  ],
  [
    'a strike of workers',
    'en',
    'More than 2,500 workers went on strike at three plants in Iraq on Friday after talks collapsed.',
  ],
  [
    'a fire',
    'en',
    'More than 112 people have been killed in wildfires; firefighters attacked the flames with 19 aircraft.',
  ],
  ['trade', 'en', 'The drone maker launched two models on Monday, and its servers were hit by an attack.'],
  ['prices', 'ar', 'ارتفعت أسعار النفط وتلقت الأسواق ضربة، فيما استهدفت الشركة أرباحا بثلاثة مليارات دولار في العراق.'],
  ['a strike of teachers', 'ar', 'نفذ معلمون إضرابا في السليمانية، وهاجم نائب الحكومة واتهمها بالتقصير يوم الأحد.'],
])('a page that is not about the conflict gives no claim: %s', (_name, language, text) => {
  expect(read(text, { language })).toEqual([]);
});

test.each([
  ['Two US defense officials said a drone hit Tower 22 on Sunday.', 'us-defense-official'],
  ['A drone hit Tower 22 on Sunday, a senior administration official said.', 'senior-us-official'],
  ['The Valley Watch Network said a drone hit the Tower 22 base on Sunday.', 'valley-watch-network'],
  [
    'The Kurdistan Region Security Council said two drones hit Harir base on Sunday.',
    'kurdistan-region-security-council',
  ],
])('who speaks is kept, known or not: %s', (text, speaker) => {
  expect(origin(first(text))).toBe(speaker);
});

test('two places with a weapon each share none', () => {
  const text =
    'The Islamic Resistance in Iraq said on Friday it had struck Harir base with a drone and the Conoco field with rockets.';
  const told = read(text).flatMap((c) => (c.kind === 'incident' ? [[c.place?.id, c.weapon]] : []));
  expect(told).toEqual([
    ['harir-base', ['drone']],
    ['conoco', ['rocket']],
  ]);
});

test('numbers of killed and of injured are not mixed up', () => {
  const ar = first('قتل ثلاثة جنود أميركيين وأصيب 25 آخرون في هجوم بطائرة مسيرة على قاعدة البرج 22 يوم الأحد.', {
    language: 'ar',
  });
  const en = first('A drone hit Tower 22 on Sunday, killing three US soldiers and wounding 34 others.');
  for (const [c, killed, injured] of [
    [ar, 3, 25],
    [en, 3, 34],
  ] as const)
    expect(c).toMatchObject({ kind: 'incident', killed: { low: killed }, injured: { low: injured } });
});

test('parts told in the next sentence belong to the total', () => {
  const text =
    'US forces have been attacked 98 times since October 17, an official said. The official said 46 were in Iraq and 52 in Syria.';
  const tallies = read(text).flatMap((c) => (c.kind === 'tally' ? [c.tally] : []));
  expect(tallies).toHaveLength(1);
  expect(tallies[0]?.parts?.map((p) => [p.place, p.low])).toEqual([
    ['iraq', 46],
    ['syria', 52],
  ]);
});

test('an accusation names whom it accuses, a place of origin is no place', () => {
  const c = read(
    'A drone hit Tower 22 on Sunday, the US military said. The White House blamed Iran-backed militant groups for the attack.',
  ).at(-1);
  expect(c).toMatchObject({
    stance: 'accuses',
    place: { id: 'tower-22' },
    perpetrator: [{ actor: 'iran-backed-militias' }],
  });
});

test('an incident is told in the time of its own place', () => {
  const at = { published: '2024-01-12T22:30:00Z' };
  const end = (text: string): string | null | undefined => {
    const c = first(text, at);
    return c?.kind === 'incident' ? c.time?.to : undefined;
  };
  expect(end('A Houthi missile hit a ship off Hodeidah, CENTCOM said.')).toBe('2024-01-13T01:30');
  expect(end('A Hezbollah rocket hit a house in Haifa, the IDF said.')).toBe('2024-01-13T00:30');
});
