import { expect, test } from 'vitest';
import type { Mention } from '../model/mention.ts';
import { originsOf } from './copies.ts';
import { summarise } from './summary.ts';
import { mention, utc, world } from './world.test-support.ts';

const by = (voice: string, over: Partial<Mention> & { words?: string } = {}): Mention =>
  mention({ report_id: ++id, voice, ...over });
let id = 10;
const of = (...list: Mention[]) => summarise(list, world);
const claimed = {
  stance: 'claims responsibility',
  perpetrator: [{ actor: 'brigade', status: 'CLAIMED OR ADMITTED' }],
} as const;
const struck = {
  perpetrator: [{ actor: 'usa', status: 'REPORTED AS FACT' }],
  target: ['irgc'],
  site: 'conoco',
} as const;

test.each<[string, Mention[], string, string, boolean]>([
  ['one party', [by('wire')], 'Weak', 'reported only', false],
  ['two parties', [by('wire'), by('observer')], 'Fair', 'reported only', false],
  ['a claim alone', [by('brigade', claimed)], 'Weak', 'claimed only', false],
  [
    'a brand and its member are one party',
    [by('brigade', claimed), by('resistance', claimed)],
    'Weak',
    'claimed only',
    false,
  ],
  ['a claim and the region’s police', [by('brigade', claimed), by('ctd')], 'Fair', 'claimed only', false],
  ['the command acknowledges', [by('centcom', { stance: 'confirms' })], 'Confirmed', 'acknowledged only', false],
  ['an official of the state reports on his own side', [by('us-official')], 'Confirmed', 'acknowledged only', false],
  ['the coalition counts as command', [by('oir', { stance: 'confirms' })], 'Confirmed', 'acknowledged only', false],
  [
    'claimed and acknowledged',
    [by('brigade', claimed), by('pentagon', { stance: 'confirms' })],
    'Confirmed',
    'both',
    false,
  ],
  [
    'not confirming lowers and adds nothing',
    [by('brigade', claimed), by('pentagon', { stance: 'does not confirm' })],
    'Weak',
    'claimed only',
    false,
  ],
  [
    'denied by the command',
    [by('brigade', claimed), by('pentagon', { stance: 'denies' })],
    'Contested',
    'claimed only',
    true,
  ],
  [
    'denied by the authority on the ground',
    [by('brigade', claimed), by('wire'), by('iraq-army', { stance: 'denies' })],
    'Contested',
    'claimed only',
    true,
  ],
  [
    'denied by somebody who cannot know',
    [by('brigade', claimed), by('wire'), by('observer', { stance: 'denies' })],
    'Fair',
    'claimed only',
    false,
  ],
  [
    'confirmed though denied',
    [by('iraq-army', { stance: 'denies' }), by('centcom', { stance: 'confirms' })],
    'Confirmed',
    'acknowledged only',
    true,
  ],
  [
    'the accused denies: that is about who',
    [
      by('wire', { perpetrator: [{ actor: 'iran-state', status: 'SUSPECTED OR ACCUSED' }] }),
      by('iran-state', { stance: 'denies' }),
    ],
    'Weak',
    'reported only',
    false,
  ],
  ['a state acknowledges its own strike', [by('pentagon', struck)], 'Confirmed', 'acknowledged only', false],
  ['and the side struck says so too', [by('pentagon', struck), by('iran-state', struck)], 'Confirmed', 'both', false],
  ['the side struck alone', [by('iran-state', struck)], 'Weak', 'reported only', false],
  [
    'target unsaid, but the site houses forces',
    [by('centcom', { stance: 'confirms', target: [] })],
    'Confirmed',
    'acknowledged only',
    false,
  ],
])('%s', (_, list, ...expected) => {
  const s = of(...list)!;
  expect([s.grade, s.knowledge, s.contested]).toEqual(expected);
});

test.each<[string, Mention[]]>([
  ['a denial alone', [by('pentagon', { stance: 'denies' })]],
  ['silence alone', [by('pentagon', { stance: 'does not confirm' })]],
  ['a rejected claim', [by('wire', { review: 'rejected' })]],
  ['a negated one', [by('wire', { auxiliary: 'negated' })]],
  ['nothing', []],
])('%s is no incident', (_, list) => expect(of(...list)).toBeNull());

test('nine pages of one wire story are one party', () => {
  const words = 'two drones were shot down near the base on tuesday officials said';
  const pages = Array.from({ length: 9 }, (_, i) =>
    mention({ report_id: i + 1, words, source: `s${i}`, party: `s${i}`, origin: `s${i}`, voice: `s${i}`, chain: [] }),
  );
  expect(of(...pages)).toMatchObject({ grade: 'Weak', parties: ['s0'] });
  expect(new Set(originsOf(pages).values())).toEqual(new Set(['s0']));
});

test('a person’s grade stands with its reason', () => {
  const override = { grade: 'Discounted', why: 'a controlled blast' } as const;
  expect(summarise([by('wire')], { ...world, override })).toMatchObject({ grade: 'Discounted', override });
});

test('the interval is what all claims share, the reference its middle', () => {
  const s = of(mention(), mention({ report_id: 2, from: utc('2023-11-07T09:00'), to: utc('2023-11-08T09:00') }));
  expect([s!.from, s!.to, s!.reference]).toEqual([
    utc('2023-11-07T09:00'),
    utc('2023-11-07T21:00'),
    utc('2023-11-07T15:00'),
  ]);
});

test('the site is the narrowest that most claims name', () => {
  const s = of(
    mention({ site: 'western-iraq' }),
    mention({ report_id: 2, site: 'iraq' }),
    mention({ report_id: 3, site: 'asad' }),
  );
  expect([s!.site, s!.path]).toEqual(['asad', ['asad', 'anbar', 'iraq']]);
});

test.each([
  ['one', { low: 1, high: 1 }, { open: false, multiplicity: 1 }],
  ['one or two', { low: 1, high: 2 }, { open: false, multiplicity: 2 }],
  ['several', { low: 2, high: null }, { open: true, multiplicity: null }],
])('%s may amount to %j', (_, count, expected) => expect(of(mention({ count }))).toMatchObject(expected));

test('fields on which claims disagree are told with who holds what', () => {
  const s = of(
    by('brigade', { outcome: 'hit', munitions: { low: 3, high: 3 } }),
    by('centcom', { outcome: 'intercepted', munitions: { low: 2, high: 2 } }),
  );
  expect(s!.disputes.map((d) => [d.field, d.values.map((v) => v.value)])).toEqual([
    ['outcome', ['hit', 'intercepted']],
    ['munitions', ['2', '3']],
  ]);
});

test('claims are counted once each; those that speak of several incidents are named, reviewed ones marked', () => {
  const two = { low: 2, high: 2 };
  const s = of(
    mention({ review: 'accepted', count: two }),
    mention({ report_id: 2 }),
    mention({ report_id: 3, review: 'rejected', count: two }),
    mention({ report_id: 4, count: two }),
  );
  expect(s).toMatchObject({ claims: 3, reviewed: 1, shared: ['+1.1', '4.1'] });
});
