import { expect, test } from 'vitest';
import { counted } from './tallies.testing.ts';

test.each([
  [
    'A salvo of rockets landed on al-Tanf on Wednesday evening, wounding nine American soldiers, a U.S. official said. Three of them were flown to Germany.',
    ['injured 3 2024-01-10/2024-01-10 al-tanf'],
  ],
  [
    'A drone hit Ain al-Asad on Tuesday and injured six service members, the Pentagon said. Four of the six are back on duty.',
    ['injured 4 2024-01-09/2024-01-09 ain-al-asad'],
  ],
  [
    "SOHR: 31 fighters killed in Deir Ezzor in Wednesday's strikes, twelve of them Iraqi.",
    ['killed 12 2024-01-10/2024-01-10 deir-ez-zor-governorate'],
  ],
  [
    'The strike on the camp in Deir ez-Zor on Jan. 10 left 13 militiamen dead, six of them Afghans, the Syrian Observatory for Human Rights said.',
    ['killed 6 2024-01-10/2024-01-10 deir-ez-zor-governorate'],
  ],
])('a part of those hurt in one attack is a count: %s', (text, expected) => {
  expect(counted(text, 'en')).toEqual(expected);
});

test.each([
  ['The worst of them, on Jan. 9 at Rumalyn, left three Americans with concussions.'],
  ["The number of troops hurt in Tuesday's drone attack on al-Tanf has grown to at least 18, Central Command said."],
  ["The PMF put the toll from Thursday's U.S. strikes on Jurf al-Sakhar at eight dead and 17 wounded."],
  [
    'BAGHDAD (AP) - Nine fighters of the Popular Mobilization Forces were killed and 14 wounded in American raids that hit depots in al-Qaim overnight, a PMF official said.',
  ],
  [
    'Six civilians lost their lives and eleven were injured after missiles struck a residential quarter of Erbil on Thursday.',
  ],
])('those hurt in one attack are no count: %s', (text) => {
  expect(counted(text, 'en')).toEqual([]);
});

test.each([
  [
    'قضى أربعة من مقاتلي الحشد وجرح سبعة في غارة استهدفت ليل الأربعاء الخميس مقراً لهم في جرف الصخر، بحسب مصدر أمني.',
    [],
  ],
  [
    'منذ السابع من تشرين الأول نفذت القوات الأميركية 37 ضربة جوية في سوريا أسفرت عن مقتل 61 مقاتلاً، بينهم 18 عراقياً.',
    [
      'killed 18 2023-10-07/2024-01-12 syria',
      'killed 61 2023-10-07/2024-01-12 syria',
      'strike 37 2023-10-07/2024-01-12 syria',
    ],
  ],
])('in Arabic: %s', (text, expected) => {
  expect(counted(text, 'ar').sort()).toEqual(expected);
});

test('people taken are not counted among those killed', () => {
  const text =
    'The coalition conducted 38 missions in Iraq in December, which left 14 ISIS operatives dead, and another 25 operatives were captured.';
  expect(counted(text, 'en').filter((t) => t.includes(' 25 '))).toEqual([]);
});
