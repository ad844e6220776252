import { expect, test } from 'vitest';
import { counted } from './tallies.testing.ts';

/** The time, the place or the kind of a count told away from its number. */
test.each<[string, string[]]>([
  [
    'American positions in Iraq were attacked 14 times in December. Over that period, nine service members were hurt.',
    ['attack 14 2023-12-01/2023-12-31 iraq', 'injured 9 2023-12-01/2023-12-31 iraq'],
  ],
  [
    'Between late November and Jan. 2, militias opened fire on Americans in Iraq and Syria about 60 times. Since then there have been four attacks.',
    ['attack ~60 2023-11-21/2024-01-02 iraq,syria', 'attack 4 2024-01-02/2024-01-12 iraq,syria'],
  ],
  [
    'There were 115 attacks in Iraq and Syria between Nov. 1 and Jan. 10. On Monday the figure stood at 107.',
    ['attack 107 2023-11-01/2024-01-08 iraq,syria', 'attack 115 2023-11-01/2024-01-10 iraq,syria'],
  ],
  ['Ain al-Asad alone has been hit 31 times this year.', ['attack 31 2024-01-01/2024-01-12 ain-al-asad']],
  [
    'The base at Ain al-Asad has been struck eight times in the span of a month.',
    ['attack 8 2023-12-12/2024-01-12 ain-al-asad'],
  ],
  [
    'American forces in Syria have been attacked 50 times since the war in Gaza began.',
    ['attack 50 2023-10-07/2024-01-12 syria'],
  ],
  [
    'American forces in Syria have been attacked 50 times since the war in Gaza began on Oct. 8.',
    ['attack 50 2023-10-08/2024-01-12 syria'],
  ],
  ['It was the thirty-third attack on U.S. forces in Iraq since Dec. 1.', ['attack 33 2023-12-01/2024-01-12 iraq']],
  [
    'Of the 31 attacks on American forces in Syria in December, air defenses thwarted 20.',
    ['attack 20 2023-12-01/2023-12-31 syria', 'attack 31 2023-12-01/2023-12-31 syria'],
  ],
  [
    'Eleven of the 58 attacks on U.S. forces in Iraq since Jan. 1 involved ballistic missiles.',
    ['attack 11 2024-01-01/2024-01-12 iraq', 'attack 58 2024-01-01/2024-01-12 iraq'],
  ],
  [
    'Militias mounted 98 attacks in Iraq and Syria between Nov. 1 and Jan. 10. All but 11 of the 98 were claimed.',
    ['attack 87 2023-11-01/2024-01-10 iraq,syria', 'attack 98 2023-11-01/2024-01-10 iraq,syria'],
  ],
  [
    'Bases in Iraq took 31 attacks in December. By weapon: drones 22, rockets 7, unclear 2.',
    [
      'attack 2 2023-12-01/2023-12-31 iraq',
      'attack 22 2023-12-01/2023-12-31 iraq',
      'attack 31 2023-12-01/2023-12-31 iraq',
      'attack 7 2023-12-01/2023-12-31 iraq',
    ],
  ],
  [
    'Attack tally since Oct. 17: Iraq 60, Syria 77.',
    ['attack 137 2023-10-17/2024-01-12 iraq,syria [iraq:60 syria:77]'],
  ],
  [
    'There were 19 attacks on coalition troops in Iraq in November and another 26 in December.',
    ['attack 19 2023-11-01/2023-11-30 iraq', 'attack 26 2023-12-01/2023-12-31 iraq'],
  ],
  [
    'Six U.S. strikes have hit militia depots in Iraq since Dec. 25, killing at least 18 fighters and wounding 36.',
    [
      'injured 36 2023-12-25/2024-01-12 iraq',
      'killed 18.. 2023-12-25/2024-01-12 iraq',
      'strike 6 2023-12-25/2024-01-12 iraq',
    ],
  ],
  [
    'The number of times U.S. forces have been targeted since Oct. 17 now stands at 106, of which 47 took place in Iraq and 59 in Syria.',
    ['attack 106 2023-10-17/2024-01-12 iraq,syria [iraq:47 syria:59]'],
  ],
  [
    'Since October, 12 drones have targeted the Region: seven in Erbil and five in Sulaymaniyah.',
    ['drone 12 2023-10-01/2024-01-12 kurdistan-region [erbil:7 sulaymaniyah:5]'],
  ],
  [
    'Coalition forces foiled nine attempts on their bases in Iraq in December.',
    ['attack 9 2023-12-01/2023-12-31 iraq'],
  ],
  [
    'The tally of attacks in Iraq went from 61 to 66 between Jan. 8 and Jan. 11.',
    ['attack 66 2024-01-08/2024-01-11 iraq'],
  ],
  [
    'December in Iraq and Syria in numbers\nAttacks on coalition bases: 38\nDrones shot down: 21',
    ['attack 38 2023-12-01/2023-12-31 iraq,syria', 'drone 21 2023-12-01/2023-12-31 iraq,syria'],
  ],
])('%s', (text, expected) => {
  expect(counted(text, 'en').sort()).toEqual([...expected].sort());
});

test.each<[string, string[]]>([
  ['ومنذ بدء الحرب على غزة تعرضت القوات الأميركية في العراق لـ70 هجوماً.', ['attack 70 2023-10-07/2024-01-12 iraq']],
  [
    'تعرضت قاعدة التنف لثماني هجمات منذ مطلع العام، أُحبطت خمس منها.',
    ['attack 5 2024-01-01/2024-01-12 al-tanf', 'attack 8 2024-01-01/2024-01-12 al-tanf'],
  ],
  [
    'من بين 40 هجوماً استهدفت القوات الأميركية في العراق هذا الشهر، تبنت الفصائل 28.',
    ['attack 28 2024-01-01/2024-01-12 iraq', 'attack 40 2024-01-01/2024-01-12 iraq'],
  ],
  ['بلغ عدد الهجمات على القواعد الأميركية في سوريا 44 هجوماً حتى نهاية كانون الأول.', ['attack 44 /2023-12-31 syria']],
])('%s', (text, expected) => {
  expect(counted(text, 'ar').sort()).toEqual([...expected].sort());
});

test.each([
  ['Had there been 20 more attacks in Syria, the troops would have left.'],
  ['Three of the four drones launched at Harir on Wednesday were shot down.'],
  ['Police arrested 31 suspects in Kirkuk and seized 14 rockets this week.'],
  ['The two sides exchanged 120 prisoners in Syria last month, the fourth swap since October.'],
])('counts nothing: %s', (text) => {
  expect(counted(text, 'en')).toEqual([]);
});
