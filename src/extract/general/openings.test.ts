import { expect, test } from 'vitest';
import { openings, type Telling } from './openings.ts';

const page = (places: string[][], leads: string[][]): Telling => ({
  sentences: places.map(() => ['w=bomb']),
  firsts: places.map(() => 'a'),
  types: places.map(() => ['bombing']),
  telling: places.map(() => 2),
  days: places.map(() => []),
  fillers: places.map((_, i) => ({
    role: 'target',
    head: `bank${i}`,
    sentences: [i],
  })),
  places,
  leads,
});

test('what a sentence says of where it is, and of what is known already, tells whether it opens another incident', () => {
  const found = openings(page([['lugano'], ['lugano'], ['basel'], []], [['a'], ['the'], ['another'], []]));
  const told = found.map((o) => o.features.filter((f) => /^(?:\w+place|lead=\w+)$/.test(f)));
  expect(told).toEqual([
    ['firstplace', 'lead=a'],
    ['sameplace', 'lead=the'],
    ['newplace', 'lead=another'],
    ['noplace'],
  ]);
});
