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

test('a damage denied together with injuries hurts nobody', () => {
  const ship = first(
    'A destroyer shot down three missiles in the Red Sea on Tuesday, CENTCOM said. There was no damage to the ship or injuries to its crew.',
  );
  expect(ship).toMatchObject({ outcome: 'intercepted', injured: { low: 0, high: 0 } });
});
