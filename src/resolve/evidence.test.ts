import { expect, test } from 'vitest';
import { evidence } from './evidence.ts';
import { FLOOR, MAYBE, SURE } from './weights.ts';
import { mention, utc, world } from './world.test-support.ts';

const a = mention();
test.each([
  ['two of one claim', mention({ k: 2 }), 'one claim'],
  ['times that only touch', mention({ report_id: 2, from: a.to, to: utc('2023-11-08T21:00') }), 'times do not meet'],
  ['another base', mention({ report_id: 2, site: 'harir-base' }), 'different site'],
  ['a base of another country', mention({ report_id: 2, site: 'conoco' }), 'different site'],
  [
    'a state’s strike and an attack on its forces',
    mention({ report_id: 2, perpetrator: [{ actor: 'usa', status: 'REPORTED AS FACT' }], target: ['irgc'] }),
    'roles reversed',
  ],
])('%s are barred', (_, b, bar) => {
  expect(evidence(a, b, world)).toMatchObject({ bar, score: -Infinity });
});

test.each([
  ['another report of the day, place and weapon', mention({ report_id: 2 }), MAYBE],
  ['the same words', mention({ report_id: 2, words: 'two drones were shot down near the base at dawn' }), SURE],
  ['the region around it', mention({ report_id: 2, site: 'western-iraq' }), MAYBE],
  ['nobody says where', mention({ report_id: 2, site: null, target: ['us-forces'] }), MAYBE],
  ['another voice in the same report', mention({ claim_no: 2, voice: 'pentagon' }), SURE],
])('%s may be one', (_, b, least) => {
  const text = 'two drones were shot down near the base at dawn';
  expect(evidence(mention({ words: text }), b, world).score).toBeGreaterThanOrEqual(least);
});

test.each([
  ['told twice by one chain in one report', mention({ claim_no: 2 })],
  ['parted by the words', mention({ claim_no: 2, voice: 'pentagon', parted: true, evidence: [[20, 30]] })],
])('%s may not', (_, b) => {
  expect(evidence(a, b, world).score).toBeLessThan(FLOOR);
});

test('it is the same whichever comes first', () => {
  const b = mention({ report_id: 2, weapon: ['rocket'], voice: 'resistance', outcome: 'hit' });
  expect(evidence(b, a, world)).toEqual(evidence(a, b, world));
});

test('reasons add up to the score', () => {
  const e = evidence(a, mention({ report_id: 2 }), world);
  expect(e.reasons.reduce((s, r) => s + r.weight, 0)).toBe(e.score);
});
