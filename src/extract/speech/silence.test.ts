import { describe, expect, test } from 'vitest';
import { read } from '../desk.testing.ts';

/** Stances and origins of all that is claimed. */
const claimed = (text: string, more: Parameters<typeof read>[1] = {}): string[] =>
  read(text, more).map((c) => `${c.stance} < ${c.attribution.at(-1)?.speaker ?? 'own'}`);

const HIT = 'A drone struck the Ain al-Asad base housing US forces on Monday.';
const STRUCK = 'استهدفت طائرة مسيّرة قاعدة حرير يوم الاثنين.';

describe('who keeps silent leaves open what was told', () => {
  test.each([
    ['The coalition has offered no comment.', 'cjtf-oir'],
    ['CENTCOM stayed silent on the matter.', 'centcom'],
    ["Iran's foreign ministry did not answer calls.", 'iran-foreign-ministry'],
    ['U.S. Central Command has said nothing about it.', 'centcom'],
    ['Kataib Hezbollah made no mention of the attack.', 'kataib-hezbollah'],
  ])('%s', (silence, who) => {
    expect(claimed(`${HIT} ${silence}`)).toContain(`does not confirm < ${who}`);
  });

  test.each([
    ['والتزم التحالف الدولي الصمت.', 'cjtf-oir'],
    ['ولم يرد البنتاغون على طلب للتعليق.', 'pentagon'],
    ['ولم تدل الحكومة العراقية بأي تصريح حول الهجوم.', 'iraq-government'],
  ])('%s', (silence, who) => {
    expect(claimed(`${STRUCK} ${silence}`, { language: 'ar' })).toContain(`does not confirm < ${who}`);
  });

  test('what a speaker leaves out behind what they tell is no claim of its own', () => {
    const text =
      'The Islamic Resistance in Iraq said it had sent two drones against the al-Tanf base on Thursday. It said they had hit their targets but gave no details.';
    expect(claimed(text).filter((c) => c.startsWith('does not confirm'))).toEqual([]);
  });
});

describe('what has not happened is denied', () => {
  test.each([
    'An Iraqi security official said no rocket had fallen on Ain al-Asad on Monday.',
    'The Security Media Cell said the rocket attack on Victoria base never took place.',
    'Coalition officials said the attack on Conoco on Monday did not happen.',
  ])('%s', (text) => {
    expect(claimed(text)[0]).toMatch(/^denies/);
  });
});

describe('bodies of a state by its adjective or by its name', () => {
  test.each([
    ["Israel's military said a drone launched from Iraq struck Eilat on Monday.", 'idf'],
    ["Iraq's parliament said 63 attacks on US forces had been recorded since October.", 'iraq-parliament'],
    ["Iraq's government said rockets struck Ain al-Asad on Monday.", 'iraq-government'],
    ['Two rockets fell near Ain al-Asad on Monday, an Iraqi security source informed Reuters.', 'iraq-security-source'],
  ])('%s', (text, who) => {
    expect(claimed(text)[0]).toBe(`reports < ${who}`);
  });
});

describe('an official who stood last tells on where the next sentence is dated', () => {
  const LAST = 'Two drones crashed outside Harir air base on Monday, a U.S. defense official said.';
  test.each([
    ['On Tuesday morning three rockets landed short of Green Village in Syria.', 'confirms < us-defense-official'],
    ['Early Tuesday a drone was shot down over Ain al-Asad.', 'confirms < us-defense-official'],
    ['On January 2 a drone had struck Ain al-Asad.', 'reports < own'],
  ])('%s', (next, expected) => {
    expect(claimed(`${LAST} ${next}`).at(-1)).toBe(expected);
  });
});
