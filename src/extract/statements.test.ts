import { describe, expect, test } from 'vitest';
import { read, report, words } from './desk.testing.ts';

const HIT = 'A drone hit the Ain al-Asad base housing US forces on Tuesday.';
const SHOT = 'أصابت طائرة مسيّرة قاعدة عين الأسد التي تضم قوات أميركية يوم الثلاثاء.';

/** Stance and words of the statements behind the first sentence. */
const stated = (text: string, more: Parameters<typeof read>[1] = {}): string[] =>
  read(text, more)
    .filter((c) => c.kind === 'statement')
    .map((c) => `${c.stance}: ${words(c, report(text).text)}`);

describe('what follows an attack is a statement', () => {
  test.each([
    [`${HIT} Police said they had found the launcher and arrested three men.`, 'reports', 'arrested three men'],
    [`${HIT} Iraqi authorities have five suspects in custody.`, 'reports', 'five suspects in custody'],
    [`${HIT} The Kurdish prime minister blamed "outlaw groups" and urged Baghdad to act.`, 'accuses', 'blamed'],
  ])('%s', (text, stance, part) => {
    const found = stated(text).filter((x) => x.includes(part));
    expect(found.map((x) => x.split(':')[0])).toEqual([stance]);
  });

  test.each([
    [`${SHOT} وأدانت الحكومة العراقية الهجوم على القاعدة.`, 'reports', 'الهجوم على القاعدة'],
    [`${SHOT} وعثرت القوات الأمنية صباحاً على منصة الإطلاق في أطراف القضاء.`, 'reports', 'منصة الإطلاق'],
  ])('%s', (text, stance, part) => {
    const found = stated(text, { language: 'ar' }).filter((x) => x.includes(part));
    expect(found.map((x) => x.split(':')[0])).toEqual([stance]);
  });

  test('a lull is told beside the attack that it follows', () => {
    const text =
      'Iranian-backed militias have not attacked US forces in Iraq since February 4, when a drone was shot down near Ain al-Asad.';
    expect(stated(text).some((x) => x.includes('have not attacked'))).toBe(true);
  });

  test('arrests without any attack are other news', () => {
    expect(stated('Police in Basra arrested three men on Tuesday over the theft of a car.')).toEqual([]);
  });
});
