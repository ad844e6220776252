import { expect, test } from 'vitest';
import type { Claim } from '../../model/claim.ts';
import { read } from '../desk.testing.ts';

type Incident = Extract<Claim, { kind: 'incident' }>;

const first = (text: string): Incident | undefined =>
  read(text, /[\u0600-\u06ff]/.test(text) ? { language: 'ar' } : {}).find((c): c is Incident => c.kind === 'incident');

test.each([
  ['Two drones hit Ain al-Asad base on Tuesday, wounding three soldiers, an official said.', 'us-forces'],
  ['Gunmen ambushed an Iraqi army patrol west of Rutba on Tuesday, wounding three soldiers, police said.', 'iraq-army'],
  ['A drone hit the Khor Mor gas field on Tuesday, wounding four workers, police said.', 'civilians'],
  ['A mortar hit a PMF checkpoint near Hawija on Tuesday, wounding two fighters, police said.', 'pmf'],
  ['Israeli jets bombed a depot near Masyaf on Tuesday, wounding two Syrian soldiers, state media said.', 'syria-army'],
  ['The SDF said two of its fighters were wounded on Tuesday when ISIS gunmen attacked a post near Hajin.', 'sdf'],
  ['A drone fell in Eilat on Tuesday and wounded two people.', 'civilians'],
  ['أصيب ثلاثة من مقاتلي الحشد الشعبي بهجوم لتنظيم داعش قرب ديالى ليلة الثلاثاء.', 'pmf'],
  ['أصيب مدني بجروح جراء سقوط صاروخ في حيفا يوم الثلاثاء.', 'civilians'],
])('those hurt are of the side that the words name, else of the side attacked: %s', (text, who) => {
  expect(first(text)?.injured?.who).toBe(who);
});

test('killed and hurt of one clause are of one side', () => {
  expect(
    first('One US soldier was killed and five were hurt when a drone struck Harir base on Tuesday.'),
  ).toMatchObject({
    killed: { low: 1, who: 'us-forces' },
    injured: { low: 5, who: 'us-forces' },
  });
});

test.each([
  ['Four fighters of the PMF were killed on Tuesday in an air raid on Jurf al-Sakhar, police said.', 4, null],
  ['The drone that struck Tower 22 on Tuesday left three Americans dead and more than 30 wounded.', 3, 31],
  ['No US or coalition personnel were harmed when a drone was shot down near al-Tanf on Tuesday.', null, 0],
  ['A drone killed one Peshmerga fighter and wounded two others near Makhmur on Tuesday evening.', 1, 2],
  ['لقي عامل مصرعه وأصيب اثنان آخران بقصف صاروخي على حقل كورمور أمس.', 1, 2],
  ['نُقل ثلاثة عسكريين أميركيين إلى المستشفى بعد هجوم بمسيّرة على قاعدة الشدادي أمس.', null, 3],
])('how many were killed and hurt: %s', (text, killed, injured) => {
  expect([first(text)?.killed?.low ?? null, first(text)?.injured?.low ?? null]).toEqual([killed, injured]);
});

test('a subset of those killed takes nothing from the attack', () => {
  expect(
    first(
      'استهدفت طائرات أميركية مقراً للحشد الشعبي في جرف الصخر أمس، ما أسفر عن مقتل خمسة مقاتلين، بينهم اثنان من الشرطة.',
    ),
  ).toMatchObject({ killed: { low: 5 }, place: { id: 'jurf-al-sakhar' } });
});

test('a damage denied together with injuries hurts nobody', () => {
  const ship = first(
    'A destroyer shot down three missiles in the Red Sea on Tuesday, CENTCOM said. There was no damage to the ship or injuries to its crew.',
  );
  expect(ship).toMatchObject({ outcome: 'intercepted', injured: { low: 0, high: 0 } });
});
