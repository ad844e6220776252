import { expect, test } from 'vitest';
import { Actor } from '../model/actor.ts';
import { Actors } from './actors.ts';
import { actors } from './world.test-support.ts';

test.each([
  ['press-secretary', 'pentagon', 'usa'],
  ['us-official', 'us-official', 'usa'],
  ['leader', 'brigade', 'resistance'],
  ['brigade', 'brigade', 'resistance'],
  ['channel', 'channel', 'resistance'],
  ['coalition-forces', 'coalition-forces', 'oir'],
  ['oir', 'oir', 'oir'],
  ['pmf', 'pmf', 'pmf'],
  ['ctd', 'ctd', 'krg'],
  ['paper', 'paper', 'paper'],
  ['nobody-knows', 'nobody-knows', 'nobody-knows'],
  ['loop-a', 'loop-a', 'loop-a'],
  ['loop-b', 'loop-b', 'loop-a'],
])('%s speaks as %s and is answered for by %s', (id, voice, party) => {
  expect([actors.voice(id), actors.party(id)]).toEqual([voice, party]);
});

test.each([
  ['us-forces', 'usa', true],
  ['us-forces', 'us-military', true],
  ['usa', 'us-forces', false],
  ['brigade', 'resistance', true],
  ['leader', 'resistance', true],
  ['brigade', 'pmf', false],
  ['us-official', 'usa', true],
  ['loop-a', 'usa', false],
])('%s belongs to %s: %s', (id, ancestor, expected) => {
  expect(actors.belongs(id, ancestor)).toBe(expected);
});

test.each([
  ['us-forces', ['oir', 'usa']],
  ['coalition-forces', ['oir', 'usa']],
  ['pmf', ['iraq-state', 'pmf']],
  ['krg', ['iraq-state', 'krg']],
  ['brigade', ['resistance']],
  ['irgc', ['iran-state']],
])('an attack on %s is acknowledged by %s', (target, parties) => {
  expect([...actors.commands(target)].sort()).toEqual(parties);
});

test('a relation counts on the days that it holds, both ends included', () => {
  const dated = new Actors(
    [
      {
        id: 'a',
        name: { en: 'a' },
        kind: 'spokesperson',
        relations: [{ type: 'speaks_for', to: 'b', from: '2023-10-01', until: '2023-10-31' }],
      },
      { id: 'b', name: { en: 'b' }, kind: 'state body', relations: [] },
    ].map((a) => Actor.parse(a)),
  );
  const on = ['2023-09-30', '2023-10-01', '2023-10-31', '2023-11-01'].map((day) => dated.voice('a', day));
  expect(on).toEqual(['a', 'b', 'b', 'a']);
});
