import { expect, test } from 'vitest';
import { read } from '../desk.testing.ts';

/** Places of the incidents told: ids, or the words of those that the gazetteer does not know. */
const places = (text: string): string[] =>
  read(text, { language: /[\u0600-\u06ff]/.test(text) ? 'ar' : 'en' }).flatMap((c) =>
    c.kind === 'incident' ? [c.place === null ? '-' : (c.place.id ?? c.place.text ?? '')] : [],
  );

test.each([
  ['Two drones hit the airport at Erbil early on Wednesday.', ['erbil-airport']],
  ['Drones bore down on the airfield outside Irbil; one hit it at dawn on Thursday.', ['erbil-airport']],
  ['A drone attack hit the American consulate compound in Erbil on Monday.', ['us-consulate-erbil']],
  ['Iran launched 14 missiles at the American-run Al Udeid base in Qatar on Monday evening.', ['al-udeid']],
  ['A missile hit the Ahmad al-Jaber airbase in Kuwait on Tuesday.', ['ahmed-al-jaber']],
  ['A drone crashed near the Zirgwez camps outside Suleimaniyeh on Monday.', ['zergwez']],
  ['A drone attack hit the Redleaf outpost west of Deir Ezzor on Sunday.', ['Redleaf outpost']],
  ['In Hasakah province, rockets hit the Redleaf outpost on Sunday.', ['Redleaf outpost']],
  ['تعرضت قاعدة تل البيضاء الأميركية في ريف الحسكة لقصف صاروخي أمس.', ['قاعدة تل البيضاء']],
  ['Jordan shot down a drone on the border with Syria near the Jaber crossing early Friday.', ['jaber-crossing']],
  ['Warplanes bombed trucks in Abu Kamal on Monday that had crossed from Iraq\u2019s al-Qaim.', ['abu-kamal']],
  ['Speaking in Amman, an official said a drone had crashed near Harir base on Sunday.', ['harir-base']],
  ['Warplanes bombed a depot in the Qalamoun mountains and a bridge near Qusayr on Sunday.', ['qalamoun', 'qusayr']],
  ['شن الطيران غارات على مديرية باجل ومديرية الصليف مساء السبت.', ['bajil', 'salif']],
])('%s', (text, expected) => {
  expect(places(text)).toEqual(expected);
});

test.each([
  [
    'the airport of a town named before',
    'Rockets were fired at Erbil in Iraq on Sunday. One drone was shot down over the airport on Monday, police said.',
    'erbil-airport',
  ],
  [
    'the place of that kind, not the one named last',
    'A drone hit the Khurmala oil field on Monday. Officials at Harir base condemned it. The field was struck again by a drone on Tuesday.',
    'khurmala-field',
  ],
  [
    'a place that the gazetteer does not know',
    'Rockets hit the Redleaf outpost in Syria on Monday. A drone struck the outpost again on Tuesday.',
    'Redleaf outpost',
  ],
  ['the sea for a ship', 'Tension is high in the Red Sea. The vessel was hit by a missile on Tuesday.', 'red-sea'],
])('words refer back to %s', (_, text, expected) => {
  expect(places(text).at(-1)).toBe(expected);
});
