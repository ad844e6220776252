import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryKind } from '../model/codes.ts';
import { actors, gazetteer, utc } from '../resolve/world.test-support.ts';
import { answer } from './answer.ts';
import { changes, type ChangeEntry } from './changes.ts';
import { incident, rule } from './incidents.test-support.ts';

const ask = (ids: readonly number[], over: object = {}, r = rule()) =>
  answer(
    r,
    { incidents: ids.map((incident_id) => incident({ incident_id })), figures: [] },
    { n: 1, cutoff: null, reviewedOnly: false, actors, gazetteer, ...over },
  );
const entry = (seq: number, kind: EntryKind, id: number, over: object = {}): ChangeEntry => ({
  seq,
  kind,
  at: utc('2023-11-09'),
  by: 'nadia',
  summary: `${kind} ${id}`,
  subject: { incidents: [`i-${String(id).padStart(3, '0')}`] },
  ...over,
});

test.each<[string, ChangeEntry[], string, number | null]>([
  ['a report', [entry(5, 'report.read', 2)], 'new event', 5],
  ['a late report', [entry(5, 'report.read', 2, { late: true })], 'late report', 5],
  [
    'what a person did explains more than what arrived',
    [entry(5, 'report.read', 2), entry(6, 'mentions.judged', 2), entry(7, 'links.settled', 2)],
    'judgement',
    6,
  ],
  ['an entry on something else', [entry(5, 'report.read', 1)], 'unexplained', null],
])('one more, by %s', (_, entries, cause, seq) => {
  const c = changes(ask([1]), ask([1, 2], { n: 9 }), entries);
  expect(c).toMatchObject({ difference: 1, items: [{ delta: 1, code: 'i-002', cause, entry: seq }] });
});

test('a rejection is named by the fall that it caused', () => {
  const c = changes(ask([1, 2]), ask([1], { n: 9 }), [entry(8, 'claim.rejected', 2)]);
  expect(c.items).toEqual([{ delta: -1, code: 'i-002', cause: 'review', entry: 8, note: 'claim.rejected 2' }]);
});

test.each([
  ['another version of the rule', ask([1]), ask([1, 2], {}, rule({ version: 2 })), 'rule change'],
  ['another window', ask([1], { until: '2023-10-20' }), ask([1]), 'question'],
  ['another cutoff', ask([1], { cutoff: 1 }), ask([1, 2], { cutoff: 2 }), 'cutoff'],
])('%s', (_, before, after, cause) => {
  expect(new Set(changes(before, after, []).items.map((i) => i.cause))).toEqual(new Set([cause]));
});

test('the items sum exactly to the difference (500 pairs)', () => {
  const ids = fc.uniqueArray(fc.nat(12));
  fc.assert(
    fc.property(ids, ids, (a, b) => {
      const c = changes(ask(a), ask(b), []);
      expect(c.items.reduce((sum, i) => sum + i.delta, 0)).toBe(c.difference);
      expect(c.difference).toBe(b.length - a.length);
    }),
    { numRuns: 500 },
  );
});
