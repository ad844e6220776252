import fc from 'fast-check';
import { DAY, HOUR } from '../model/instant.ts';
import type { Mention } from '../model/mention.ts';
import { actors, mention, SITES, utc } from './world.test-support.ts';

const START = utc('2023-10-17');
const VOICES = [
  'wire',
  'paper',
  'observer',
  'pentagon',
  'us-official',
  'resistance',
  'brigade',
  'ctd',
  'iraq-army',
  'oir',
];

const times = fc
  .tuple(
    fc.integer({ min: 0, max: 24 * 6 }),
    fc.constantFrom(1, 6, 24, 24, 24, 48, 24 * 9),
    fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1, 2, 3),
  )
  .map(([at, hours, open]) => ({
    from: open & 1 ? null : START + at * HOUR,
    to: open & 2 ? null : START + (at + hours) * HOUR,
  }));

const wording = fc.constantFrom(
  'two drones were shot down near the base on tuesday',
  'rockets fell on the garrison before dawn',
  'the base came under attack by drones and rockets',
);

const told = fc.record({
  report_id: fc.integer({ min: 1, max: 12 }),
  claim_no: fc.integer({ min: 1, max: 4 }),
  site: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...SITES) }, { weight: 1, arbitrary: fc.constant(null) }),
  voice: fc.constantFrom(...VOICES),
  stance: fc.constantFrom(
    'reports',
    'reports',
    'confirms',
    'claims responsibility',
    'denies',
    'does not confirm',
  ) as fc.Arbitrary<Mention['stance']>,
  weapon: fc.constantFrom(['drone'], ['rocket'], ['unknown']) as fc.Arbitrary<Mention['weapon']>,
  outcome: fc.constantFrom('hit', 'intercepted', 'unknown') as fc.Arbitrary<Mention['outcome']>,
  target: fc.constantFrom([], ['us-forces'], ['irgc']),
  perpetrator: fc.constantFrom([], [{ actor: 'brigade', status: 'CLAIMED OR ADMITTED' as const }]),
  count: fc.constantFrom(
    { low: 1, high: 1 },
    { low: 1, high: 1 },
    { low: 2, high: 2 },
    { low: 1, high: 3 },
    { low: 2, high: null },
  ),
  parted: fc.boolean(),
  joined: fc.boolean(),
});

/** Claims as their mentions: one to three mentions each, never two claims of one number. */
export const mentions = (most = 14): fc.Arbitrary<Mention[]> =>
  fc
    .uniqueArray(fc.tuple(told, times, wording), {
      maxLength: most,
      selector: ([t]) => `${t.report_id}.${t.claim_no}`,
    })
    .map((claims) =>
      claims.flatMap(([t, time, words]) =>
        Array.from({ length: t.count.low }, (_, i) =>
          mention({
            ...t,
            ...time,
            words,
            k: i + 1,
            published: START + 8 * DAY + t.report_id * HOUR,
            party: actors.party(t.voice),
          }),
        ),
      ),
    );
