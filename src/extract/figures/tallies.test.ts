import { expect, test } from 'vitest';
import { counted } from './tallies.testing.ts';

test.each<[string, string[]]>([
  [
    'American forces in Iraq and Syria have been attacked 127 times since Oct. 17.',
    ['attack 127 2023-10-17/2024-01-12 iraq,syria'],
  ],
  ['U.S. bases in Syria have taken fire on 62 occasions since October.', ['attack 62 2023-10-01/2024-01-12 syria']],
  [
    'Militias have mounted no fewer than 45 attacks on bases in Iraq since mid-October.',
    ['attack 45.. 2023-10-15/2024-01-12 iraq'],
  ],
  [
    'There have been close to 140 attacks against coalition troops in Iraq and Syria since October 17.',
    ['attack ~140 2023-10-17/2024-01-12 iraq,syria'],
  ],
  ['Bases in Iraq were hit 12 to 15 times this month.', ['attack 12..15 2024-01-01/2024-01-12 iraq']],
  ['Between 12 and 15 attacks were recorded in Syria last week.', ['attack 12..15 2024-01-01/2024-01-07 syria']],
  [
    'More than five dozen attacks have been carried out on U.S. troops in Syria since Oct. 17.',
    ['attack 61.. 2023-10-17/2024-01-12 syria'],
  ],
  ['A score of attacks have hit bases in Iraq since the start of the year.', ['attack 20 2024-01-01/2024-01-12 iraq']],
  [
    'Bases in Iraq have come under attack a hundred-odd times since Oct. 17.',
    ['attack ~100 2023-10-17/2024-01-12 iraq'],
  ],
  ['Dozens of attacks have been reported in Iraq since Oct. 17.', ['attack 24.. 2023-10-17/2024-01-12 iraq']],
  ['Troops in Syria were attacked twice over the weekend.', ['attack 2 2024-01-06/2024-01-07 syria']],
  ['U.S. troops in Iraq have been targeted seven times in the past 24 hours.', ['attack 7 2024-01-11/2024-01-12 iraq']],
  ['U.S. forces in Syria came under fire five times in the past week.', ['attack 5 2024-01-05/2024-01-12 syria']],
  [
    'The group said it had carried out 9 operations against American bases in Iraq in 48 hours.',
    ['operation 9 2024-01-10/2024-01-12 iraq'],
  ],
  [
    'The latest attack brings to 130 the number of attacks on U.S. forces in Iraq and Syria since Oct. 17.',
    ['attack 130 2023-10-17/2024-01-12 iraq,syria'],
  ],
  ["Thursday's strike raises to 7 the number of attacks in Syria this week.", ['attack 7 2024-01-08/2024-01-12 syria']],
  [
    'That brings the total to 98 attacks since Oct. 17, 40 of them in Iraq and 58 in Syria.',
    ['attack 98 2023-10-17/2024-01-12 iraq,syria [iraq:40 syria:58]'],
  ],
  ['The tally of attacks in Iraq and Syria has now reached 118.', ['attack 118 /2024-01-12 iraq,syria']],
  ['The number of attacks on U.S. troops in Iraq has climbed past 60.', ['attack 61.. /2024-01-12 iraq']],
  ['The death toll from the strikes in Syria rose to 17.', ['killed 17 /2024-01-12 syria']],
  [
    'The count stands at 83 attacks: 36 in Iraq and 47 in Syria.',
    ['attack 83 /2024-01-12 iraq,syria [iraq:36 syria:47]'],
  ],
  [
    'A toll of 22 wounded service members has been reported in Iraq since Oct. 17.',
    ['injured 22 2023-10-17/2024-01-12 iraq'],
  ],
  [
    "The Pentagon's running tally of attacks in Iraq and Syria, which began on Oct. 17, is now 102.",
    ['attack 102 2023-10-17/2024-01-12 iraq,syria'],
  ],
  [
    'Attacks on U.S. forces in Iraq and Syria since Oct. 17 now number 115.',
    ['attack 115 2023-10-17/2024-01-12 iraq,syria'],
  ],
  [
    'Attacks on U.S. forces in Syria since Oct. 17 totaled 80 as of Thursday.',
    ['attack 80 2023-10-17/2024-01-11 syria'],
  ],
  ['It was the fourth attack on the base at al-Tanf this week.', ['attack 4 2024-01-08/2024-01-12 al-tanf']],
  ['Harir air base was hit for the third time in five days.', ['attack 3 2024-01-07/2024-01-12 harir-base']],
  ['The drone was the fifth to be shot down over Iraq since Monday.', ['drone 5 2024-01-08/2024-01-12 iraq']],
  [
    'At least 70 U.S. troops have been wounded in Iraq and Syria since Oct. 17.',
    ['injured 70.. 2023-10-17/2024-01-12 iraq,syria'],
  ],
  ['Strikes in Syria have killed 34 militants since the start of the year.', ['killed 34 2024-01-01/2024-01-12 syria']],
  [
    'A total of 61 service members were injured in attacks in Iraq since October.',
    ['injured 61 2023-10-01/2024-01-12 iraq'],
  ],
  [
    'Three soldiers have been killed and some 40 injured in attacks in Syria since Oct. 17.',
    ['killed 3 2023-10-17/2024-01-12 syria', 'injured ~40 2023-10-17/2024-01-12 syria'],
  ],
  [
    'Twelve people have been killed in attacks in Iraq this month, including two police officers.',
    ['killed 12 2024-01-01/2024-01-12 iraq'],
  ],
  [
    'The militias have fired more than 150 rockets at bases in Iraq and Syria since October.',
    ['rocket 151.. 2023-10-01/2024-01-12 iraq,syria'],
  ],
  [
    'U.S. forces have shot down at least 40 drones over the Red Sea since Nov. 19.',
    ['drone 40.. 2023-11-19/2024-01-12 red-sea'],
  ],
  [
    'Iran-backed groups have launched as many as 90 drones at bases in Syria this year.',
    ['drone ..90 2024-01-01/2024-01-12 syria'],
  ],
  [
    'The coalition conducted 21 airstrikes in Iraq and Syria in December.',
    ['strike 21 2023-12-01/2023-12-31 iraq,syria'],
  ],
  [
    'U.S. aircraft have carried out four rounds of strikes in Iraq since Oct. 26.',
    ['strike 4 2023-10-26/2024-01-12 iraq'],
  ],
  [
    'Coalition aircraft flew 310 sorties over Iraq and Syria last month.',
    ['operation 310 2023-12-01/2023-12-31 iraq,syria'],
  ],
  [
    'Of the 103 attacks since Oct. 17, 48 were in Iraq and 55 in Syria.',
    ['attack 103 2023-10-17/2024-01-12 iraq,syria [iraq:48 syria:55]'],
  ],
  [
    'There were 22 attacks in Iraq and 18 in Syria between Oct. 17 and Nov. 7.',
    ['attack 40 2023-10-17/2023-11-07 iraq,syria [iraq:22 syria:18]'],
  ],
  [
    'The Pentagon counts 66 attacks since Oct. 17, including 32 in Iraq and 34 in Syria.',
    ['attack 66 2023-10-17/2024-01-12 iraq,syria [iraq:32 syria:34]'],
  ],
  ['There have been nine more attacks in Syria since Thursday.', ['attack 9 2024-01-11/2024-01-12 syria']],
  ['Some 2,500 troops are based in Iraq.', ['troops ~2500 2024-01-12/2024-01-12 iraq']],
  ['About 900 American soldiers remain in Syria.', ['troops ~900 2024-01-12/2024-01-12 syria']],
  [
    'The United States has 2,500 troops in Iraq and 900 in Syria.',
    ['troops 2500 2024-01-12/2024-01-12 iraq', 'troops 900 2024-01-12/2024-01-12 syria'],
  ],
  [
    'The coalition keeps between 250 and 350 personnel at Ain al-Asad.',
    ['troops 250..350 2024-01-12/2024-01-12 ain-al-asad'],
  ],
  ["Washington's force of roughly 2,000 soldiers in Syria will shrink.", ['troops ~2000 2024-01-12/2024-01-12 syria']],
  [
    "U.S. forces have been attacked 98 times in Iraq and Syria since Oct. 17, not including Thursday's attack at Harir.",
    ["attack 98 2023-10-17/2024-01-12 iraq,syria -Thursday's attack at Harir"],
  ],
  [
    'U.S. forces in Iraq and Syria have been attacked 103 times since Oct. 17.\nAbout two dozen of those came this month.',
    ['attack 103 2023-10-17/2024-01-12 iraq,syria', 'attack ~24 2024-01-01/2024-01-12 iraq,syria'],
  ],
  [
    'Bases in Syria have come under attack 58 times since Oct. 17, among them 20 on al-Tanf and 14 on the Conoco gas field.',
    [
      'attack 58 2023-10-17/2024-01-12 syria',
      'attack 20 2023-10-17/2024-01-12 al-tanf',
      'attack 14 2023-10-17/2024-01-12 conoco',
    ],
  ],
  [
    'The militias launched 40 attacks in Iraq in December, compared with 22 in November.',
    ['attack 40 2023-12-01/2023-12-31 iraq', 'attack 22 2023-11-01/2023-11-30 iraq'],
  ],
  [
    'Houthi forces have attacked commercial vessels in the Red Sea at least 27 times since Nov. 19.',
    ['attack 27.. 2023-11-19/2024-01-12 red-sea'],
  ],
  [
    'Coalition troops in Syria have come under fire a dozen times in the past 10 days.',
    ['attack 12 2024-01-02/2024-01-12 syria'],
  ],
  ['So far this year, U.S. positions in Iraq have been hit 9 times.', ['attack 9 2024-01-01/2024-01-12 iraq']],
  [
    'The group has claimed responsibility for 42 attacks on American bases in Iraq since Oct. 17.',
    ['attack 42 2023-10-17/2024-01-12 iraq'],
  ],
  [
    'There were three attacks in Iraq and two in Syria on Thursday.',
    ['attack 5 2024-01-11/2024-01-11 iraq,syria [iraq:3 syria:2]'],
  ],
  [
    'Forty-five service members were treated for brain injuries after attacks in Iraq between Oct. 17 and Nov. 7.',
    ['injured 45 2023-10-17/2023-11-07 iraq'],
  ],
  ['The U.S. has struck targets in Syria four times since Oct. 26.', ['strike 4 2023-10-26/2024-01-12 syria']],
  [
    'It was the third round of U.S. strikes in Syria in less than three weeks.',
    ['strike 3 2023-12-22/2024-01-12 syria'],
  ],
  ['The 41st attack since mid-October came at al-Asad.', ['attack 41 2023-10-15/2024-01-12 ain-al-asad']],
  ['At least 2,500 U.S. service members are deployed in Iraq.', ['troops 2500.. 2024-01-12/2024-01-12 iraq']],
  [
    'The number of attacks on ships in the Red Sea has risen to 30 since mid-November.',
    ['attack 30 2023-11-15/2024-01-12 red-sea'],
  ],
  [
    'As of Jan. 10, U.S. and coalition forces had been attacked 130 times: 53 in Iraq and 77 in Syria.',
    ['attack 130 /2024-01-10 iraq,syria [iraq:53 syria:77]'],
  ],
  ['The overall count of incidents in Syria climbed to 77 on Wednesday.', ['attack 77 /2024-01-10 syria']],
  ['Half of the 40 attacks since Nov. 17 were in Syria.', ['attack 40 2023-11-17/2024-01-12 syria']],
  ['In December alone, militants hit U.S. positions in Iraq 25 times.', ['attack 25 2023-12-01/2023-12-31 iraq']],
  ['Six attacks in the space of 48 hours have rattled bases in Syria.', ['attack 6 2024-01-10/2024-01-12 syria']],
  [
    'The raids have left 16 dead and 25 wounded in Iraq since Jan. 1.',
    ['injured 25 2024-01-01/2024-01-12 iraq', 'killed 16 2024-01-01/2024-01-12 iraq'],
  ],
  [
    'American warships have intercepted more than 60 drones over the Red Sea since mid-November.',
    ['drone 61.. 2023-11-15/2024-01-12 red-sea'],
  ],
  ["The attack brought this month's total in Iraq to 8.", ['attack 8 2024-01-01/2024-01-12 iraq']],
  [
    'The Pentagon put the number of attacks since Oct. 17 at 118, 52 of them in Iraq and 66 in Syria.',
    ['attack 118 2023-10-17/2024-01-12 iraq,syria [iraq:52 syria:66]'],
  ],
  [
    'Roughly 900 American soldiers are still deployed to Syria and another 2,500 to Iraq.',
    ['troops ~900 2024-01-12/2024-01-12 syria', 'troops ~2500 2024-01-12/2024-01-12 iraq'],
  ],
  [
    'The U.S. military presence in Syria has shrunk to fewer than 900 troops.',
    ['troops ..899 2024-01-12/2024-01-12 syria'],
  ],
  [
    'Thirty-four American personnel have suffered brain injuries in attacks in Iraq and Syria since Oct. 17.',
    ['injured 34 2023-10-17/2024-01-12 iraq,syria'],
  ],
  ['Up to 20 attacks have been claimed by the group in Syria this week.', ['attack ..20 2024-01-08/2024-01-12 syria']],
  [
    'It was at least the ninth time U.S. forces in Syria had been targeted since Christmas.',
    ['attack 9 2023-12-25/2024-01-12 syria'],
  ],
  [
    'More than 100 rockets have been launched at bases in Iraq over the past three months.',
    ['rocket 101.. 2023-10-12/2024-01-12 iraq'],
  ],
  ['Attacks in Syria, now at 80 since Oct. 17, show no sign of easing.', ['attack 80 2023-10-17/2024-01-12 syria']],
  [
    'The group says it has carried out some 30 attacks on bases in Iraq and Syria since Oct. 17.',
    ['attack ~30 2023-10-17/2024-01-12 iraq,syria'],
  ],
])('%s', (text, expected) => {
  expect(counted(text, 'en').sort()).toEqual([...expected].sort());
});

test.each([
  ['The 2nd Brigade was at Tower 22 when a 107 mm rocket fell near Highway 47.'],
  ['An MQ-9 flew over Iraq for 20 hours at 25,000 feet.'],
  ['The attack in Iraq cost $4.2 million, 12 percent more than in 2022.'],
  ['The soldier, 34, was wounded in Iraq on Jan. 9.'],
  ['Two drones hit the base at al-Tanf on Thursday, wounding three troops.'],
  ['Further attacks in Iraq could kill dozens, an analyst said.'],
  ['If there are ten more attacks in Syria, the troops will leave.'],
  ['No casualties were reported in the attack at Ain al-Asad.'],
  ['Iraqi forces have arrested 15 suspects since the attack at Harir.'],
  ['Washington plans to cut the number of troops in Iraq to 2,000 by September.'],
  ['The attack, which killed three, was the first deadly one since Oct. 17.'],
  ['There have been no attacks in Iraq since Jan. 2.'],
  ['The talks lasted three days and drew 40 delegates from nine countries.'],
])('counts nothing: %s', (text) => {
  expect(counted(text, 'en')).toEqual([]);
});
