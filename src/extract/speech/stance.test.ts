import { describe, expect, test } from 'vitest';
import { read } from '../desk.testing.ts';

const told = (text: string, more: Parameters<typeof read>[1] = {}) => {
  const [c] = read(text, more);
  return c?.kind === 'incident' ? [c.stance, ...c.perpetrator.map((p) => `${p.actor} ${p.status}`)] : [];
};

describe('what somebody admits is their own doing', () => {
  test.each([
    [
      'The US military acknowledged carrying out the strike in Baghdad on Thursday.',
      ['confirms', 'us-military CLAIMED OR ADMITTED'],
    ],
    ['The US military acknowledged the strike on the Ain al-Asad base on Thursday.', ['confirms']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('a group that is attacked itself', () => {
  const sdf = { language: 'ar', source: { id: 'sdf', name: 's', kind: 'armed group' }, speaks_for: 'sdf' };
  test.each([
    [
      'استهدفت طائرة مسيّرة تابعة للاحتلال التركي، صباح اليوم الأربعاء، محطة المياه عند سد تشرين.',
      ['reports', 'turkish-armed-forces REPORTED AS FACT'],
    ],
    [
      'استهدفت قواتنا ليلة أمس نقطة للميليشيات في دير الزور بقذائف الهاون.',
      ['claims responsibility', 'sdf CLAIMED OR ADMITTED'],
    ],
  ])('%s', (text, expected) => {
    expect(told(text, sdf)).toEqual(expected);
  });
});

test('who was not named has still spoken, and a denial is of what it names', () => {
  const text = 'A US official, who was not named, told reporters that two drones hit the Ain al-Asad base on Monday.';
  expect(told(text)[0]).toBe('confirms');
  expect(told(text.replace('who was not named, told reporters', 'had not confirmed'))[0]).toBe('does not confirm');
});
