import { expect, test } from 'vitest';
import type { Claim } from '../../model/claim.ts';
import type { ReadingInput } from '../engine.ts';
import { read } from '../desk.testing.ts';

type Incident = Extract<Claim, { kind: 'incident' }>;

const told = (text: string, more: Partial<ReadingInput> = {}): Incident[] =>
  read(text, more).flatMap((c) => (c.kind === 'incident' ? [c] : []));

const outcome = (text: string): string | undefined => told(text)[0]?.outcome;

test.each([
  ['Three rockets came down inside Victoria base on Tuesday, police said.', 'hit'],
  ['Three rockets came down near Victoria base on Tuesday, police said.', 'missed'],
  ['A drone crashed on Tuesday in farmland a mile from Harir base, police said.', 'missed'],
  ['A drone fell on Harir base on Tuesday, police said.', 'hit'],
  ['Rockets landed at the al-Omar field on Tuesday, police said.', 'hit'],
  ['A drone knocked out a radar at Taji base on Tuesday, police said.', 'hit'],
  ['A drone was shot down near Harir base on Tuesday and debris set a wheat field alight, police said.', 'intercepted'],
  ['A drone was jammed over Harir base on Tuesday before it reached its target, police said.', 'intercepted'],
  ['A loitering munition set fire to a storage tank at the Sarsang oil field on Tuesday, police said.', 'hit'],
  ['سقطت ثلاثة صواريخ داخل قاعدة فكتوريا يوم الثلاثاء.', 'hit'],
  ['سقطت ثلاثة صواريخ في محيط قاعدة فكتوريا يوم الثلاثاء.', 'missed'],
])('what falls on the target hits it, what falls beside it misses: %s', (text, expected) => {
  expect(outcome(text)).toBe(expected);
});

test.each([
  'Two drones hit Harir base on Tuesday, nobody hurt, police said.',
  'Two drones hit Harir base on Tuesday and no soldiers were wounded, police said.',
  'Two drones hit Harir base on Tuesday; all crew are safe and none of them was hurt, police said.',
])('nobody hurt is nobody hurt, in whatever words: %s', (text) => {
  expect(told(text)[0]?.injured).toMatchObject({ low: 0, high: 0 });
});

test('who denies a part in it is named as the one who denies', () => {
  const [attack, denial] = told(
    'A drone hit the Khor Mor gas field on Tuesday, police said. Kataib Hezbollah denied any part in the attack.',
  );
  expect(attack?.perpetrator).toEqual([]);
  expect(denial).toMatchObject({
    stance: 'denies',
    perpetrator: [{ actor: 'kataib-hezbollah', status: 'DENIED' }],
    place: { id: 'khor-mor' },
  });
});

test.each([
  'No group has claimed the attack so far.',
  'The attack went unclaimed.',
  'No faction had claimed responsibility by nightfall.',
])('that nobody has claimed it is said of the attack, and is no attack: %s', (text) => {
  const claims = read(`A drone hit the Tawke oil field on Tuesday, police said. ${text}`);
  expect(claims.map((c) => [c.kind, c.stance])).toEqual([
    ['incident', 'reports'],
    ['statement', 'does not confirm'],
  ]);
});

test.each([
  ['Two drones attacked Harir base on Tuesday. The first was shot down and the second burned out in a field.', 2],
  ['تعرضت قاعدة فيكتوريا أمس لقصف بصاروخين. أحد الصاروخين سقط في ساحة خالية والآخر اعترضته منظومة الدفاع.', 2],
])('what became of each weapon belongs to the attack: %s', (text, count) => {
  const all = told(text, /[\u0600-\u06ff]/.test(text) ? { language: 'ar' } : {});
  expect(all.map((c) => [c.outcome, c.munitions?.low])).toEqual([['intercepted', count]]);
});

test('when it happened, told in the sentence behind, dates the attack more closely', () => {
  const [attack, ...more] = told(
    'انفجرت مسيّرة عند سياج معسكر التاجي اليوم الجمعة. والحادث وقع عند الساعة الثانية والربع فجراً.',
    {
      language: 'ar',
    },
  );
  expect(more).toEqual([]);
  expect(attack?.time.from).toBe('2024-01-12T02:15');
});

test('a fourth drone, told behind three, is one more', () => {
  const all = told(
    'Three drones were shot down near Ain al-Asad on Tuesday. About an hour later, a fourth was downed near Harir.',
  );
  expect(all.map((c) => [c.weapon, c.munitions?.low, c.place?.id])).toEqual([
    [['drone'], 3, 'ain-al-asad'],
    [['drone'], 1, 'harir-base'],
  ]);
});

test.each([
  'Erbil airport handled 812,000 passengers in 2023. A storm that struck on Sunday flooded its car park, and a fire destroyed a shed.',
  'Baghdad airport opened a cargo hall. Officials attribute the rise in traffic to two carriers that resumed their routes.',
])('an airport has a life of its own: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test('a counter-strike is an event of its own, by those who were attacked', () => {
  const [attack, answer] = told('US forces came under rocket fire at al-Tanf on Tuesday and hit back with artillery.');
  expect(attack).toMatchObject({ place: { id: 'al-tanf' }, perpetrator: [] });
  expect(answer?.perpetrator.map((p) => p.actor)).toEqual(['us-forces']);
});

test('whose aircraft struck is who did it, and no defender who shoots down', () => {
  expect(told('Israeli warplanes struck fuel tanks in Ras Isa on Friday.')[0]?.perpetrator).toEqual([
    { actor: 'israel-state', status: 'REPORTED AS FACT' },
  ]);
  expect(told('A drone was shot down by US forces near Harir base on Friday.')[0]?.perpetrator).toEqual([]);
  expect(told('Coalition aircraft shot down a drone near Harir base on Friday.')[0]).toMatchObject({
    perpetrator: [],
    outcome: 'intercepted',
  });
});

test('what a strike was aimed at is no weapon used in it', () => {
  const [strike] = told('US forces carried out a strike in Syria on Friday against two cruise missiles.');
  expect(strike?.weapon).toEqual(['unknown']);
});

test('effects told in the next sentence belong to the attack', () => {
  const all = told('A rocket attack struck the Khor Mor gas field on Tuesday. Two storage tanks were damaged.');
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({ outcome: 'hit', weapon: ['rocket'] });
});

test.each([
  'A militia said on Tuesday it would hit Ain al-Asad base if the talks failed.',
  'No coalition facility in Syria has been attacked in the past week, the Pentagon said.',
  'Two drones were launched at Israel from near Rutba, the Pentagon said.',
])('no attack is read from what may come, did not happen, or only came from there: %s', (text) => {
  expect(told(text).filter((c) => c.place?.id !== 'israel')).toEqual([]);
});

test.each([
  ['Liwa al-Thaireen claimed a drone attack on Qayyarah air base on Tuesday.', 'qayyarah-base'],
  ['Rockets hit the Trebil border crossing on Tuesday.', 'trebil'],
  ['A drone hit the T-4 air base in Homs province on Tuesday.', 't4-base'],
  ['استهدفت طائرة مسيرة حقل خورمالة النفطي يوم الثلاثاء.', 'khurmala-field'],
  ['استهدفت مسيرة انقضاضية قاعدة علي السالم الجوية يوم الثلاثاء.', 'ali-al-salem'],
])('bases and fields far from the first autumn are known: %s', (text, id) => {
  expect(told(text)[0]?.place?.id).toBe(id);
});

test.each([
  ['Two drones were shot down near Harir base on Tuesday, and an official declined to say who sent them.', 1],
  ['No fewer than 18 drones have come down in Erbil, Duhok and Sulaymaniyah provinces since March 1.', 0],
  ['Drones have come down in Erbil province: two fell on Harir base on March 1.', 1],
  ['Lawmakers named an American strike on Iran as the likeliest trigger.', 0],
])('a series counted and a strike only thought of are no incident: %s', (text, expected) => {
  expect(told(text)).toHaveLength(expected);
});

test('what falls "inside" a base in a headline hits it', () => {
  expect(outcome('MORTAR ROUNDS LAND INSIDE HARIR BASE ON TUESDAY')).toBe('hit');
  expect(outcome('MORTAR ROUNDS LAND NEAR HARIR BASE ON TUESDAY')).toBe('missed');
});
