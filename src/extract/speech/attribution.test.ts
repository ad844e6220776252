import { describe, expect, test } from 'vitest';
import { read, report, words } from '../desk.testing.ts';

/** Stance and chain of the claim that rests on the words. */
const told = (text: string, part: string, more: Parameters<typeof read>[1] = {}): string | undefined => {
  const claim = read(text, more).find((c) => words(c, report(text).text).includes(part));
  return claim && [claim.stance, ...claim.attribution.map((a) => a.speaker)].join(' < ');
};

describe('who says so, told without a verb of saying', () => {
  test.each([
    [
      "By the interior ministry's reckoning, four rockets were fired at the Victoria base in Baghdad on Monday night.",
      'four rockets',
      'reports < iraq-interior-ministry',
    ],
    [
      'As Kataib Hezbollah put it, "the base at Ain al-Asad was hit with a swarm of drones at dawn on Thursday".',
      'swarm',
      'claims responsibility < kataib-hezbollah',
    ],
    [
      "The peshmerga ministry's account has it that two drones were shot down over Harir base on Wednesday.",
      'two drones',
      'reports < krg-presidency-peshmerga',
    ],
    ["There are still about 2,500 troops in Iraq, by the Pentagon's account.", '2,500', 'reports < pentagon'],
    [
      'Three drones were downed over the Red Sea on Sunday, as the Royal Navy tells it.',
      'Three drones',
      'reports < royal-navy',
    ],
  ])('%s', (text, part, expected) => expect(told(text, part)).toBe(expected));
});

describe('who goes on in a relative clause, and whose the noun of saying is', () => {
  test.each([
    [
      'A drone hit the Khor Mor gas field on Thursday, according to the Pentagon, which counted six attacks on US forces in Iraq since March 1.',
      'six attacks',
      'reports < pentagon',
    ],
    [
      'A statement by Kataib Hezbollah that it had fired eight rockets at Camp Victory on Tuesday was deleted within an hour.',
      'eight rockets',
      'claims responsibility < kataib-hezbollah',
    ],
    [
      'There is a claim by Harakat al-Nujaba that it hit al-Asad air base with a ballistic missile this morning.',
      'ballistic missile',
      'claims responsibility < harakat-al-nujaba',
    ],
    [
      "US forces in Iraq and Syria have been attacked 118 times since mid-October, by the Pentagon's ledger.",
      '118 times',
      'reports < pentagon',
    ],
  ])('%s', (text, part, expected) => expect(told(text, part)).toBe(expected));
});

describe('whoever passes on, in a sentence of its own, what the one before told', () => {
  test.each([
    [
      'A drone exploded near the Khurmala oil field on Saturday. That was announced by the Kurdistan Region Security Council.',
      'reports < kurdistan-region-security-council',
    ],
    [
      'A rocket exploded beside the Ain al-Asad runway on Friday. This was acknowledged by the coalition in an email.',
      'confirms < cjtf-oir',
    ],
    ['A rocket exploded beside the Ain al-Asad runway on Friday. This was expected by the coalition.', 'reports'],
  ])('%s', (text, expected) => expect(told(text, ' exploded')).toBe(expected));
});

describe('who cites whom, in any order', () => {
  test.each([
    'Al-Sumaria reported, citing a local official in Hasakah, that a drone hit the Ain al-Asad base on Tuesday.',
    'Al-Sumaria, citing a local official in Hasakah, reported that a drone hit the Ain al-Asad base on Tuesday.',
    'Citing a local official in Hasakah, Al-Sumaria reported that a drone hit the Ain al-Asad base on Tuesday.',
  ])('%s', (text) => expect(told(text, 'a drone')).toBe('reports < al-sumaria < hasakah-local-official'));
});

describe('names that only begin with somebody known', () => {
  const hit = 'a drone hit the Ain al-Asad base on Tuesday';
  test.each([
    [`U.S. Army Central said ${hit}.`, 'confirms < us-army-central'],
    [`Russia's reconciliation centre in Syria said ${hit}.`, 'reports < syria-russia-reconciliation-centre'],
    [`The Security Media Cell of the Iraqi government said ${hit}.`, 'reports < iraq-security-media-cell'],
    [`A spokesman for the port workers' union said ${hit}.`, 'reports < port-workers-union-spokesperson'],
    [`An airport worker who declined to be identified said ${hit}.`, 'reports < airport-worker'],
    [`Police in Qayyarah, reached by telephone, said ${hit}.`, 'reports < qayyarah-police'],
    [`Peace Watch Teams, which follows the war, said ${hit}.`, 'reports < peace-watch-teams'],
  ])('%s', (text, expected) => expect(told(text, 'a drone')).toBe(expected));
});

test('"the cell" goes back to the body that has the word in its name', () => {
  const text =
    'The Security Media Cell said a drone hit the Ain al-Asad base on Tuesday. Two rockets hit the Balad base on Monday, per the cell.';
  expect(told(text, 'Two rockets')).toBe('reports < iraq-security-media-cell');
});

test('"it" behind a verb of saying is whoever speaks there', () => {
  const text =
    'The Islamic Resistance in Iraq says its drones hit Eilat on Tuesday. The Israeli military said it was not aware of any such attack.';
  expect(told(text, 'not aware')).toBe('does not confirm < idf');
});

test('what follows a speaker who stood last goes on with them, unless it looks back', () => {
  const text = (more: string): string =>
    `Six US soldiers were injured in an attack on the Ain al-Asad base on Tuesday, two U.S. officials said. ${more}`;
  expect(told(text('Two were evacuated to Germany.'), 'Two were')).toMatch('us-official');
  expect(told(text('On Friday a drone had hit the Harir base.'), 'a drone')).toBe('reports');
});

describe('stances of what is said', () => {
  test.each([
    [
      'A drone hit the Ain al-Asad base on Tuesday. The Nujaba movement said it had no hand in the attack.',
      'no hand',
      'denies < harakat-al-nujaba',
    ],
    [
      'Two drones targeted Harir base in northern Iraq on Monday. Nobody has owned up to it.',
      'Nobody',
      'does not confirm',
    ],
    [
      'The Iraqi army said a drone had hit the Balad base on Wednesday. It later withdrew the statement.',
      'withdrew',
      'retracts < iraq-army',
    ],
    [
      "Turkey's defence ministry said a rocket had been fired at its base near Bashiqa on Monday. It vowed to respond.",
      'vowed',
      'threatens < turkey-defence-ministry',
    ],
    [
      'Rockets hit the Conoco base on Monday. "The threat from these groups is not going away," Pat Ryder said.',
      'not going away',
      'reports < pentagon-press-secretary',
    ],
  ])('%s', (text, part, expected) => expect(told(text, part)).toBe(expected));

  test('an army that withdrew took nothing back', () => {
    const text = 'A drone hit the Balad base on Wednesday, the army said. It later withdrew from the base.';
    expect(told(text, 'withdrew')).toBeUndefined();
  });

  test('in Arabic', () => {
    const ar = { language: 'ar', source: { id: 'baghdad-today', name: 'ب', kind: 'news agency' } };
    const text = 'أعلن الجيش العراقي أن طائرة مسيّرة سقطت في قاعدة بلد يوم الثلاثاء، بحسب رواية وزارة الداخلية.';
    expect(told(text, 'طائرة', ar)).toContain('iraq-');
    const officer = 'قال ضابط في شرطة الأنبار، طلب عدم كشف هويته، إن خمسة صواريخ سقطت داخل قاعدة عين الأسد مساء السبت.';
    expect(told(officer, 'خمسة', ar)).toBe('reports < iraqi-police-official');
  });
});
