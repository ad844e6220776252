import { expect, test } from 'vitest';
import { counted } from './tallies.testing.ts';

test.each([
  [
    'Coalition bases in Syria were hit 16 times between Dec. 3 and Dec. 20, our monitors found. The coalition’s own log shows 11.',
    ['attack 11 2023-12-03/2023-12-20 syria', 'attack 16 2023-12-03/2023-12-20 syria'],
  ],
  [
    'U.S. forces in Iraq have come under attack 61 times since Oct. 17, the Pentagon says. Militia channels have it at 74.',
    ['attack 61 2023-10-17/2024-01-12 iraq', 'attack 74 2023-10-17/2024-01-12 iraq'],
  ],
  [
    'Since the start of the year, drones have been launched at Erbil province on 12 occasions. The interior ministry knows of only seven.',
    ['attack 12 2024-01-01/2024-01-12 erbil-governorate', 'attack 7 2024-01-01/2024-01-12 erbil-governorate'],
  ],
  [
    'U.S. bases in Iraq were attacked 22 times in December. In November it was 35.',
    ['attack 22 2023-12-01/2023-12-31 iraq', 'attack 35 2023-11-01/2023-11-30 iraq'],
  ],
  [
    'The command recorded 40 attacks in Iraq and Syria in December. A month earlier there were 52.',
    ['attack 40 2023-12-01/2023-12-31 iraq,syria', 'attack 52 2023-11-01/2023-11-30 iraq,syria'],
  ],
  [
    'Last week 14 drones were fired at the Kurdistan Region. The week before, nine.',
    ['drone 14 2024-01-01/2024-01-07 kurdistan-region', 'drone 9 2023-12-25/2023-12-31 kurdistan-region'],
  ],
])('a bare number set against a count told before: %s', (text, expected) => {
  expect(counted(text, 'en').sort()).toEqual(expected);
});

test.each([
  'The embassy has 400 staff. Its list has nine names.',
  'A barrel cost 80 dollars. In November it was 75 dollars.',
  'In Baghdad the temperature reached 19.',
])('no count of the same thing: %s', (text) => {
  expect(counted(`Militias attacked U.S. forces in Iraq 12 times in December. ${text}`, 'en')).toEqual([
    'attack 12 2023-12-01/2023-12-31 iraq',
  ]);
});

test.each([
  [
    'شنت الفصائل 18 هجوماً على القوات الأميركية في العراق خلال كانون الأول، بحسب البنتاغون. أما الفصائل فتتحدث عن 30.',
    ['attack 18 2023-12-01/2023-12-31 iraq', 'attack 30 2023-12-01/2023-12-31 iraq'],
  ],
  [
    'تعرضت قواعد التحالف في سورية لعشرين هجوماً في كانون الأول. وفي تشرين الثاني كان العدد 32.',
    ['attack 20 2023-12-01/2023-12-31 syria', 'attack 32 2023-11-01/2023-11-30 syria'],
  ],
])('in Arabic: %s', (text, expected) => {
  expect(counted(text, 'ar').sort()).toEqual(expected);
});
