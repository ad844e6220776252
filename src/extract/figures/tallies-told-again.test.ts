import { expect, test } from 'vitest';
import { counted } from './tallies.testing.ts';

const OPEN = 'The Pentagon counted 50 attacks in Iraq and Syria between Nov. 1 and Dec. 15.';
const FIFTY = 'attack 50 2023-11-01/2023-12-15 iraq,syria';

test.each([
  [`${OPEN} A research group lists 62 over the same stretch.`, [FIFTY, 'attack 62 2023-11-01/2023-12-15 iraq,syria']],
  [`${OPEN} Two of the 50 caused injuries.`, [FIFTY, 'attack 2 2023-11-01/2023-12-15 iraq,syria']],
  [`${OPEN} That replaced an earlier count of 44.`, [FIFTY, 'attack 44 2023-11-01/2023-12-15 iraq,syria']],
  [
    'Coalition forces carried out 41 missions in Iraq in November, up from 33 the month before.',
    ['operation 41 2023-11-01/2023-11-30 iraq', 'operation 33 2023-10-01/2023-10-31 iraq'],
  ],
  [
    'It was the fourth attempt in Syria since the factions resumed firing on Jan. 3.',
    ['attack 4 2024-01-03/2024-01-12 syria'],
  ],
  [
    'The group has conducted one attack in Syria since Jan. 8, after a drone fell in Jordan.',
    ['attack 1 2024-01-08/2024-01-12 syria'],
  ],
  [
    'American troops came under attack at least 14 times in Iraq and nine times in Syria since Jan. 2, which makes 23 so far.',
    ['attack 23.. 2024-01-02/2024-01-12 iraq,syria [iraq:14.. syria:9..]'],
  ],
  [
    'American troops came under attack 14 times in Iraq and nine times in Syria since Jan. 2, which makes 23 so far.',
    ['attack 23 2024-01-02/2024-01-12 iraq,syria [iraq:14 syria:9]'],
  ],
  [
    'At least 12 drones have come down in Erbil, Duhok and Sulaymaniyah provinces since Jan. 1.',
    ['drone 12.. 2024-01-01/2024-01-12 duhok-governorate,erbil-governorate,sulaymaniyah-governorate'],
  ],
])('%s', (text, expected) => {
  expect(counted(text, 'en').sort()).toEqual([...expected].sort());
});

test.each([
  [`${OPEN} Two of the nine lawmakers objected.`, [FIFTY]],
  [`${OPEN} It keeps a count of vehicles.`, [FIFTY]],
  [`${OPEN} All three were injured in a car crash elsewhere.`, [FIFTY]],
])('adds nothing to the count: %s', (text, expected) => {
  expect(counted(text, 'en')).toEqual(expected);
});

test.each([
  ["Nothing hit the base at al-Tanf and no one's been hurt, an official said."],
  ['One attack on the base was reported.'],
  ['Militias fired five rockets from positions near Markada towards the base at al-Tanf.'],
  ['The embassy runs 41 missions abroad.'],
])('counts nothing: %s', (text) => {
  expect(counted(text, 'en')).toEqual([]);
});

test('نفذت قوات التحالف 41 عملية …', () => {
  expect(
    counted('نفذت قوات التحالف 41 عملية في العراق في تشرين الثاني مقابل 33 في الشهر السابق.', 'ar').sort(),
  ).toEqual(['operation 33 2023-10-01/2023-10-31 iraq', 'operation 41 2023-11-01/2023-11-30 iraq']);
});
