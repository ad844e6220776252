import { expect, test } from 'vitest';
import { counted } from './tallies.testing.ts';

test.each([
  [
    'Militias in Iraq attacked U.S. bases 19 times between Dec. 1 and Dec. 20. Since then: zero.',
    ['attack 0 2023-12-20/2024-01-12 iraq', 'attack 19 2023-12-01/2023-12-20 iraq'],
  ],
  [
    'Coalition bases in Syria came under attack 12 times in November. In December there were none.',
    ['attack 0 2023-12-01/2023-12-31 syria', 'attack 12 2023-11-01/2023-11-30 syria'],
  ],
  [
    'Since Dec. 28 the command has tracked 33 drones over Kuwait, 29 of them shot down, together with six ballistic missiles.',
    [
      'drone 29 2023-12-28/2024-01-12 kuwait',
      'drone 33 2023-12-28/2024-01-12 kuwait',
      'rocket 6 2023-12-28/2024-01-12 kuwait',
    ],
  ],
  [
    'There were at least 30 attacks on U.S. forces in Syria over the past month, versus 12 in Iraq.',
    ['attack 12 2023-12-12/2024-01-12 iraq', 'attack 30.. 2023-12-12/2024-01-12 syria'],
  ],
  [
    'American jets carried out 14 drone strikes in Syria in December, against nine the month before.',
    ['strike 14 2023-12-01/2023-12-31 syria', 'strike 9 2023-11-01/2023-11-30 syria'],
  ],
  [
    'Two rockets hit Ain al-Asad on Monday. It was the fifth attack on the base this year, a U.S. official said.',
    ['attack 5 2024-01-01/2024-01-08 ain-al-asad'],
  ],
])('what stands beside a count is told apart from it: %s', (text, expected) => {
  expect(counted(text, 'en').sort()).toEqual(expected);
});

test.each([
  ['وهذه عمليتنا التاسعة ضد الاحتلال في العراق منذ بداية العام.', ['operation 9 2024-01-01/2024-01-12 iraq']],
  ['تعرضت مواقع التحالف الدولي لست هجمات في العراق منذ مطلع كانون الأول.', ['attack 6 2023-12-01/2024-01-12 iraq']],
  [
    'وبذلك يكون المرصد السوري قد أحصى 97 هجوماً على قواعد التحالف في سورية منذ 19 تشرين الأول 2023.',
    ['attack 97 2023-10-19/2024-01-12 syria'],
  ],
  [
    'تعرضت القواعد الأميركية في العراق لثماني هجمات في كانون الأول، مقابل هجومين فقط طوال تموز.',
    ['attack 2 2023-07-01/2023-07-31 iraq', 'attack 8 2023-12-01/2023-12-31 iraq'],
  ],
])('in Arabic: %s', (text, expected) => {
  expect(counted(text, 'ar').sort()).toEqual(expected);
});

test('what a group counts of its own it counts wherever it was', () => {
  const source = { id: 'islamic-resistance-in-iraq', name: 'Islamic Resistance in Iraq', kind: 'armed group' } as const;
  const text = 'We have carried out 120 operations against the bases of the occupation since October 17.';
  expect(counted(text, 'en', { source, medium: 'telegram' })).toEqual(['operation 120 2023-10-17/2024-01-12 ']);
});

test.each([
  ['AFP has debunked 14 false videos about attacks on US facilities in Iraq this year.'],
  ['Facade groups put out 11 claims against U.S. sites: six in January, none in April.'],
])('counts no more than it says: %s', (text) => {
  expect(counted(text, 'en').filter((t) => !t.startsWith('attack 11 '))).toEqual([]);
});
