import { expect, test } from 'vitest';
import { read } from './desk.testing.ts';

/** Tallies and levels of a text as "unit value from/to places [parts] -exclusion"; published on Friday 12 January 2024. */
function counted(text: string, language: 'en' | 'ar'): string[] {
  const lead = language === 'ar' ? 'تنتشر القوات الأميركية في المنطقة.\n' : 'U.S. forces are on alert in the region.\n';
  return read(lead + text, { language }).flatMap((c) => (c.kind === 'tally' || c.kind === 'level' ? [shown(c.tally)] : []));
}

type Shown = Extract<ReturnType<typeof read>[number], { kind: 'tally' }>['tally'];

const value = (b: { low: number | null; high: number | null; about?: number | null | undefined }): string =>
  b.about != null ? `~${b.about}` : b.low === b.high ? `${b.low}` : `${b.low ?? ''}..${b.high ?? ''}`;

function shown(t: Shown): string {
  const parts = t.parts.length ? ` [${t.parts.map((p) => `${p.place}:${value(p)}`).join(' ')}]` : '';
  const day = (d: string | null): string => d ?? '';
  const excludes = t.excludes ? ` -${t.excludes}` : '';
  return `${t.unit} ${value(t)} ${day(t.from)}/${day(t.to)} ${[...t.place].sort().join(',')}${parts}${excludes}`;
}

test.each<[string, string[]]>([
  ["American forces in Iraq and Syria have been attacked 127 times since Oct. 17.", ["attack 127 2023-10-17/2024-01-12 iraq,syria"]],
  ["U.S. bases in Syria have taken fire on 62 occasions since October.", ["attack 62 2023-10-01/2024-01-12 syria"]],
  ["Militias have mounted no fewer than 45 attacks on bases in Iraq since mid-October.", ["attack 45.. 2023-10-15/2024-01-12 iraq"]],
  ["There have been close to 140 attacks against coalition troops in Iraq and Syria since October 17.", ["attack ~140 2023-10-17/2024-01-12 iraq,syria"]],
  ["Bases in Iraq were hit 12 to 15 times this month.", ["attack 12..15 2024-01-01/2024-01-12 iraq"]],
  ["Between 12 and 15 attacks were recorded in Syria last week.", ["attack 12..15 2024-01-01/2024-01-07 syria"]],
  ["More than five dozen attacks have been carried out on U.S. troops in Syria since Oct. 17.", ["attack 61.. 2023-10-17/2024-01-12 syria"]],
  ["A score of attacks have hit bases in Iraq since the start of the year.", ["attack 20 2024-01-01/2024-01-12 iraq"]],
  ["Bases in Iraq have come under attack a hundred-odd times since Oct. 17.", ["attack ~100 2023-10-17/2024-01-12 iraq"]],
  ["Dozens of attacks have been reported in Iraq since Oct. 17.", ["attack 24.. 2023-10-17/2024-01-12 iraq"]],
  ["Troops in Syria were attacked twice over the weekend.", ["attack 2 2024-01-06/2024-01-07 syria"]],
  ["U.S. troops in Iraq have been targeted seven times in the past 24 hours.", ["attack 7 2024-01-11/2024-01-12 iraq"]],
  ["U.S. forces in Syria came under fire five times in the past week.", ["attack 5 2024-01-05/2024-01-12 syria"]],
  ["The group said it had carried out 9 operations against American bases in Iraq in 48 hours.", ["operation 9 2024-01-10/2024-01-12 iraq"]],
  ["The latest attack brings to 130 the number of attacks on U.S. forces in Iraq and Syria since Oct. 17.", ["attack 130 2023-10-17/2024-01-12 iraq,syria"]],
  ["Thursday's strike raises to 7 the number of attacks in Syria this week.", ["attack 7 2024-01-08/2024-01-12 syria"]],
  ["That brings the total to 98 attacks since Oct. 17, 40 of them in Iraq and 58 in Syria.", ["attack 98 2023-10-17/2024-01-12 iraq,syria [iraq:40 syria:58]"]],
  ["The tally of attacks in Iraq and Syria has now reached 118.", ["attack 118 /2024-01-12 iraq,syria"]],
  ["The number of attacks on U.S. troops in Iraq has climbed past 60.", ["attack 61.. /2024-01-12 iraq"]],
  ["The death toll from the strikes in Syria rose to 17.", ["killed 17 /2024-01-12 syria"]],
  ["The count stands at 83 attacks: 36 in Iraq and 47 in Syria.", ["attack 83 /2024-01-12 iraq,syria [iraq:36 syria:47]"]],
  ["A toll of 22 wounded service members has been reported in Iraq since Oct. 17.", ["injured 22 2023-10-17/2024-01-12 iraq"]],
  ["The Pentagon's running tally of attacks in Iraq and Syria, which began on Oct. 17, is now 102.", ["attack 102 2023-10-17/2024-01-12 iraq,syria"]],
  ["Attacks on U.S. forces in Iraq and Syria since Oct. 17 now number 115.", ["attack 115 2023-10-17/2024-01-12 iraq,syria"]],
  ["Attacks on U.S. forces in Syria since Oct. 17 totaled 80 as of Thursday.", ["attack 80 2023-10-17/2024-01-11 syria"]],
  ["It was the fourth attack on the base at al-Tanf this week.", ["attack 4 2024-01-08/2024-01-12 al-tanf"]],
  ["Harir air base was hit for the third time in five days.", ["attack 3 2024-01-07/2024-01-12 harir-base"]],
  ["The drone was the fifth to be shot down over Iraq since Monday.", ["drone 5 2024-01-08/2024-01-12 iraq"]],
  ["At least 70 U.S. troops have been wounded in Iraq and Syria since Oct. 17.", ["injured 70.. 2023-10-17/2024-01-12 iraq,syria"]],
  ["Strikes in Syria have killed 34 militants since the start of the year.", ["killed 34 2024-01-01/2024-01-12 syria"]],
  ["A total of 61 service members were injured in attacks in Iraq since October.", ["injured 61 2023-10-01/2024-01-12 iraq"]],
  ["Three soldiers have been killed and some 40 injured in attacks in Syria since Oct. 17.", ["killed 3 2023-10-17/2024-01-12 syria", "injured ~40 2023-10-17/2024-01-12 syria"]],
  ["Twelve people have been killed in attacks in Iraq this month, including two police officers.", ["killed 12 2024-01-01/2024-01-12 iraq"]],
  ["The militias have fired more than 150 rockets at bases in Iraq and Syria since October.", ["rocket 151.. 2023-10-01/2024-01-12 iraq,syria"]],
  ["U.S. forces have shot down at least 40 drones over the Red Sea since Nov. 19.", ["drone 40.. 2023-11-19/2024-01-12 red-sea"]],
  ["Iran-backed groups have launched as many as 90 drones at bases in Syria this year.", ["drone ..90 2024-01-01/2024-01-12 syria"]],
  ["The coalition conducted 21 airstrikes in Iraq and Syria in December.", ["strike 21 2023-12-01/2023-12-31 iraq,syria"]],
  ["U.S. aircraft have carried out four rounds of strikes in Iraq since Oct. 26.", ["strike 4 2023-10-26/2024-01-12 iraq"]],
  ["Coalition aircraft flew 310 sorties over Iraq and Syria last month.", ["operation 310 2023-12-01/2023-12-31 iraq,syria"]],
  ["Of the 103 attacks since Oct. 17, 48 were in Iraq and 55 in Syria.", ["attack 103 2023-10-17/2024-01-12 iraq,syria [iraq:48 syria:55]"]],
  ["There were 22 attacks in Iraq and 18 in Syria between Oct. 17 and Nov. 7.", ["attack 40 2023-10-17/2023-11-07 iraq,syria [iraq:22 syria:18]"]],
  ["The Pentagon counts 66 attacks since Oct. 17, including 32 in Iraq and 34 in Syria.", ["attack 66 2023-10-17/2024-01-12 iraq,syria [iraq:32 syria:34]"]],
  ["There have been nine more attacks in Syria since Thursday.", ["attack 9 2024-01-11/2024-01-12 syria"]],
  ["Some 2,500 troops are based in Iraq.", ["troops ~2500 2024-01-12/2024-01-12 iraq"]],
  ["About 900 American soldiers remain in Syria.", ["troops ~900 2024-01-12/2024-01-12 syria"]],
  ["The United States has 2,500 troops in Iraq and 900 in Syria.", ["troops 2500 2024-01-12/2024-01-12 iraq", "troops 900 2024-01-12/2024-01-12 syria"]],
  ["The coalition keeps between 250 and 350 personnel at Ain al-Asad.", ["troops 250..350 2024-01-12/2024-01-12 ain-al-asad"]],
  ["Washington's force of roughly 2,000 soldiers in Syria will shrink.", ["troops ~2000 2024-01-12/2024-01-12 syria"]],
  ["U.S. forces have been attacked 98 times in Iraq and Syria since Oct. 17, not including Thursday's attack at Harir.", ["attack 98 2023-10-17/2024-01-12 iraq,syria -Thursday's attack at Harir"]],
  ["U.S. forces in Iraq and Syria have been attacked 103 times since Oct. 17.\nAbout two dozen of those came this month.", ["attack 103 2023-10-17/2024-01-12 iraq,syria", "attack ~24 2024-01-01/2024-01-12 iraq,syria"]],
  ["Bases in Syria have come under attack 58 times since Oct. 17, among them 20 on al-Tanf and 14 on the Conoco gas field.", ["attack 58 2023-10-17/2024-01-12 syria", "attack 20 2023-10-17/2024-01-12 al-tanf", "attack 14 2023-10-17/2024-01-12 conoco"]],
  ["The militias launched 40 attacks in Iraq in December, compared with 22 in November.", ["attack 40 2023-12-01/2023-12-31 iraq", "attack 22 2023-11-01/2023-11-30 iraq"]],
  ["Houthi forces have attacked commercial vessels in the Red Sea at least 27 times since Nov. 19.", ["attack 27.. 2023-11-19/2024-01-12 red-sea"]],
  ["Coalition troops in Syria have come under fire a dozen times in the past 10 days.", ["attack 12 2024-01-02/2024-01-12 syria"]],
  ["So far this year, U.S. positions in Iraq have been hit 9 times.", ["attack 9 2024-01-01/2024-01-12 iraq"]],
  ["The group has claimed responsibility for 42 attacks on American bases in Iraq since Oct. 17.", ["attack 42 2023-10-17/2024-01-12 iraq"]],
  ["There were three attacks in Iraq and two in Syria on Thursday.", ["attack 5 2024-01-11/2024-01-11 iraq,syria [iraq:3 syria:2]"]],
  ["Forty-five service members were treated for brain injuries after attacks in Iraq between Oct. 17 and Nov. 7.", ["injured 45 2023-10-17/2023-11-07 iraq"]],
  ["The U.S. has struck targets in Syria four times since Oct. 26.", ["strike 4 2023-10-26/2024-01-12 syria"]],
  ["It was the third round of U.S. strikes in Syria in less than three weeks.", ["strike 3 2023-12-22/2024-01-12 syria"]],
  ["The 41st attack since mid-October came at al-Asad.", ["attack 41 2023-10-15/2024-01-12 ain-al-asad"]],
  ["At least 2,500 U.S. service members are deployed in Iraq.", ["troops 2500.. 2024-01-12/2024-01-12 iraq"]],
  ["The number of attacks on ships in the Red Sea has risen to 30 since mid-November.", ["attack 30 2023-11-15/2024-01-12 red-sea"]],
  ["As of Jan. 10, U.S. and coalition forces had been attacked 130 times: 53 in Iraq and 77 in Syria.", ["attack 130 /2024-01-10 iraq,syria [iraq:53 syria:77]"]],
])('%s', (text, expected) => {
  expect(counted(text, 'en').sort()).toEqual([...expected].sort());
});

test.each<[string, string[]]>([
  ["تعرضت القوات الأميركية في العراق وسوريا لما لا يقل عن ١٢٧ هجوماً منذ ١٧ تشرين الأول.", ["attack 127.. 2023-10-17/2024-01-12 iraq,syria"]],
  ["استُهدفت القواعد الأميركية في سوريا أكثر من ستين مرة منذ منتصف تشرين الأول.", ["attack 61.. 2023-10-15/2024-01-12 syria"]],
  ["بلغ عدد الهجمات على القواعد الأميركية في العراق 58 هجوماً منذ 17 تشرين الأول.", ["attack 58 2023-10-17/2024-01-12 iraq"]],
  ["ليرتفع عدد الهجمات في العراق وسوريا إلى 130 منذ 17 تشرين الأول.", ["attack 130 2023-10-17/2024-01-12 iraq,syria"]],
  ["تجاوز عدد الهجمات على القوات الأميركية في سوريا 60 هجوماً.", ["attack 61.. /2024-01-12 syria"]],
  ["ارتفعت حصيلة القتلى جراء الضربات الأميركية في سوريا إلى 17 قتيلاً.", ["killed 17 /2024-01-12 syria"]],
  ["تعرضت القوات الأميركية في سوريا لهجومين منذ الاثنين.", ["attack 2 2024-01-08/2024-01-12 syria"]],
  ["هوجمت القوات الأميركية في العراق مرتين هذا الأسبوع.", ["attack 2 2024-01-08/2024-01-12 iraq"]],
  ["نفذت الفصائل نحو أربعين هجوماً على القواعد الأميركية في العراق خلال الشهر الماضي.", ["attack ~40 2023-12-01/2023-12-31 iraq"]],
  ["رصد المرصد 22 هجوماً في العراق و18 هجوماً في سوريا بين 17 تشرين الأول و7 تشرين الثاني.", ["attack 40 2023-10-17/2023-11-07 iraq,syria [iraq:22 syria:18]"]],
  ["أصيب أكثر من 70 جندياً أميركياً في العراق وسوريا منذ 17 تشرين الأول.", ["injured 71.. 2023-10-17/2024-01-12 iraq,syria"]],
  ["قُتل 34 مسلحاً في غارات أميركية على سوريا منذ مطلع العام.", ["killed 34 2024-01-01/2024-01-12 syria"]],
  ["أطلقت الفصائل ما بين 12 و15 صاروخاً على قواعد في سوريا خلال 48 ساعة.", ["rocket 12..15 2024-01-10/2024-01-12 syria"]],
  ["أسقطت القوات الأميركية عشرات المسيّرات فوق العراق منذ تشرين الأول.", ["drone 24.. 2023-10-01/2024-01-12 iraq"]],
  ["وهو الهجوم الرابع على قاعدة التنف خلال أسبوع.", ["attack 4 2024-01-05/2024-01-12 al-tanf"]],
  ["استُهدف حقل كونيكو للمرة الثالثة هذا الأسبوع.", ["attack 3 2024-01-08/2024-01-12 conoco"]],
  ["نفذ التحالف 21 غارة جوية في العراق وسوريا خلال كانون الأول.", ["strike 21 2023-12-01/2023-12-31 iraq,syria"]],
  ["ينتشر نحو 2500 جندي أميركي في العراق و900 في سوريا.", ["troops ~2500 2024-01-12/2024-01-12 iraq", "troops ~900 2024-01-12/2024-01-12 syria"]],
  ["أبقت واشنطن على ما بين 250 و350 عسكرياً في قاعدة عين الأسد.", ["troops 250..350 2024-01-12/2024-01-12 ain-al-asad"]],
  ["شهد العراق وسوريا 98 هجوماً على القوات الأميركية منذ 17 تشرين الأول، بينها 40 في العراق و58 في سوريا.", ["attack 98 2023-10-17/2024-01-12 iraq,syria [iraq:40 syria:58]"]],
  ["تعرضت القواعد في سوريا لتسع هجمات أخرى منذ الخميس.", ["attack 9 2024-01-11/2024-01-12 syria"]],
  ["قال مسؤول إن القوات الأميركية تعرضت لأقل من عشر هجمات في سوريا هذا الشهر.", ["attack ..9 2024-01-01/2024-01-12 syria"]],
  ["بلغ إجمالي الهجمات 115 هجوماً منذ 17 تشرين الأول: 60 في العراق و55 في سوريا.", ["attack 115 2023-10-17/2024-01-12 iraq,syria [iraq:60 syria:55]"]],
])('%s', (text, expected) => {
  expect(counted(text, 'ar').sort()).toEqual([...expected].sort());
});

test.each([
  ["The 2nd Brigade was at Tower 22 when a 107 mm rocket fell near Highway 47."],
  ["An MQ-9 flew over Iraq for 20 hours at 25,000 feet."],
  ["The attack in Iraq cost $4.2 million, 12 percent more than in 2022."],
  ["The soldier, 34, was wounded in Iraq on Jan. 9."],
  ["Two drones hit the base at al-Tanf on Thursday, wounding three troops."],
  ["Further attacks in Iraq could kill dozens, an analyst said."],
  ["If there are ten more attacks in Syria, the troops will leave."],
  ["No casualties were reported in the attack at Ain al-Asad."],
  ["Iraqi forces have arrested 15 suspects since the attack at Harir."],
  ["Washington plans to cut the number of troops in Iraq to 2,000 by September."],
  ["The attack, which killed three, was the first deadly one since Oct. 17."],
])('counts nothing: %s', (text) => {
  expect(counted(text, 'en')).toEqual([]);
});

test.each([
  ["تعرضت قاعدة عين الأسد لهجومين خلال الـ24 ساعة الماضية."],
  ["أصيب الجندي، 34 عاماً، في العراق بنسبة 20٪ من العجز."],
  ["وقع الهجوم قرب اللواء 45 على مسافة 12 كيلومتراً من القاعدة."],
])('counts nothing: %s', (text) => {
  expect(counted(text, 'ar')).toEqual([]);
});
