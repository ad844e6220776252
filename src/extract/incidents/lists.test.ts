import { expect, test } from 'vitest';
import type { Claim } from '../../model/claim.ts';
import type { ReadingInput } from '../engine.ts';
import { read } from '../desk.testing.ts';

type Incident = Extract<Claim, { kind: 'incident' }>;

const told = (text: string, more: Partial<ReadingInput> = {}): Incident[] =>
  read(text, more).flatMap((c) => (c.kind === 'incident' ? [c] : []));

const spots = (list: readonly Incident[]): (string | null | undefined)[] => list.map((c) => c.place?.id);

const GROUP: Partial<ReadingInput> = {
  source: { id: 'islamic-resistance-in-iraq', name: 'Islamic Resistance in Iraq', kind: 'armed group' },
  medium: 'telegram',
};

test.each(['▪️', '•', '-', '–', '*', '🔻'])('items of a list need no act of their own behind %s', (bullet) => {
  const list = told(
    `Our fighters struck the following American sites today:\n${bullet} the base at Tal Baydar, with a drone\n\n${bullet} the Conoco field, with rockets\n\nVictory is from God.`,
    GROUP,
  );
  expect(spots(list)).toEqual(['tal-baydar', 'conoco']);
  expect(list.map((c) => c.weapon)).toEqual([['drone'], ['rocket']]);
});

test('items are said by whoever said the opening line', () => {
  const list = told(
    'The Islamic Resistance in Iraq claimed two attacks on Friday:\n- Al-Shaddadi: a barrage of rockets\n- Conoco gas field: rockets\n\nThe Pentagon has not commented.',
  );
  expect(spots(list)).toEqual(['shaddadi-base', 'conoco']);
  for (const c of list) {
    expect(c.stance).toBe('claims responsibility');
    expect(c.perpetrator.map((p) => p.actor)).toEqual(['islamic-resistance-in-iraq']);
  }
});

test('an opening line without a place only announces its items', () => {
  const list = told('Our drone unit hit two targets before dawn:\n- The base at Erbil airport with a drone', GROUP);
  expect(spots(list)).toEqual(['erbil-airport']);
});

test('an item names its place before a dash', () => {
  const list = told('Attacks in the past 24 hours:\n• Green Village – three rockets\n• Al-Asad – two drones');
  expect(spots(list)).toEqual(['green-village', 'ain-al-asad']);
});

test('numbers behind bullets are parts of a count, and other lists tell nothing', () => {
  expect(
    told(
      'SOHR has counted 58 attacks on Coalition bases since October 19, distributed as follows:\n- 36 on Al-Omar oilfield\n- 22 on Conoco gas field',
    ),
  ).toEqual([]);
  expect(
    told(
      'The attacks, in brief:\n- Al-Asad was built in the 1980s\n- Drone production in Iran\n- A vote in Baghdad on U.S. troops',
    ),
  ).toEqual([]);
});

test('a line that follows text again is no item', () => {
  const text =
    'Our fighters struck these sites today:\n- the base at Tal Baydar, with a drone\n\nGod is great.\n\nMore to follow.\n\n- the Conoco field, with rockets';
  expect(spots(told(text, GROUP))).toEqual(['tal-baydar']);
});

test.each([
  'Rockets of Kataib Hezbollah fell near Harir base on Tuesday, a security source said.',
  'Missiles belonging to Kataib Hezbollah landed near Harir base on Tuesday, a security source said.',
])('whose weapons they were did it: %s', (text) => {
  expect(told(text)[0]?.perpetrator.map((p) => p.actor)).toEqual(['kataib-hezbollah']);
});
