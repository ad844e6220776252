import { expect, test } from 'vitest';
import { data } from '../desk.testing.ts';
import { buildLexicon } from '../lexicon.ts';
import { quantities } from './numbers.ts';
import { Scene } from '../scene.ts';

const lexicon = buildLexicon(data);
const read = (text: string): string[] => {
  const s = new Scene(text, { from: 0, to: text.length, line: 0 }, lexicon);
  return quantities(s, () => false).map(({ bound: b }) =>
    b.about !== null ? `~${b.about}` : `${b.low ?? ''}..${b.high ?? ''}`,
  );
};

test.each<[string, string[]]>([
  ['at least 41 attacks', ['41..']],
  ['more than 50 attacks', ['51..']],
  ['no fewer than twelve attacks', ['12..']],
  ['about 2,500 troops', ['~2500']],
  ['up to nine drones', ['..9']],
  ['fewer than 1,000 troops', ['..999']],
  ['at most 15 rockets', ['..15']],
  ['between 12 and 15 attacks', ['12..15']],
  ['between a dozen and fifteen rockets', ['12..15']],
  ['12–15 rockets', ['12..15']],
  ['rose from 52 to 58 attacks', ['52..52', '58..58']],
  ['a score of attacks', ['20..20']],
  ['half a dozen rockets', ['6..6']],
  ['a hundred-odd attacks', ['~100']],
  ['the 130-plus attacks', ['130..']],
  ['130+ attacks', ['130..']],
  ['topped 60 attacks', ['61..']],
  ['40 or so rockets', ['~40']],
  ['more than five dozen attacks', ['61..']],
  ['twenty-five attacks', ['25..25']],
  ['two dozen soldiers', ['24..24']],
  ['dozens of attacks', ['24..']],
  ['10 to 12 rockets', ['10..12']],
  ['several rockets', ['3..']],
  ['one hundred and five attacks', ['105..105']],
  ['ما لا يقل عن ٣٠ هجوماً', ['30..']],
  ['خمس هجمات على الأقل', ['5..']],
  ['نحو ٩٠٠ جندي', ['~900']],
  ['خمسة وعشرين هجوماً', ['25..25']],
  ['ثلاثة عشر هجوماً', ['13..13']],
  ['ما بين 250 و350 عسكرياً', ['250..350']],
  ['بين عشرة وخمسة عشر صاروخاً', ['10..15']],
  ['قتل 5 جنود و7 عمال', ['5..5', '7..7']],
  ['زهاء خمسمائة جندي', ['~500']],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ['F-16 jets'],
  ['a 20-kilometre march'],
  ['$100 per year'],
  ['24 hours'],
  ['in 2023'],
  ['the 7th of May'],
  ['15 per cent'],
  ['a rise of 12% on the year'],
  ['بنسبة 12٪'],
  ['$4.2 million'],
  ['2.4 million views'],
  ['the 2nd Brigade at Gate 22'],
  ['near Highway 47'],
  ['a 107 mm rocket'],
  ['an MQ-9 drone'],
  ['the soldier, 34, was wounded'],
  ['اللواء 45 في الحشد'],
  ['من طراز إم كيو 9'],
])('counts nothing: %s', (text) => {
  expect(read(text)).toEqual([]);
});
