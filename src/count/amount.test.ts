import { expect, test } from 'vitest';
import type { Incident } from '../model/incident.ts';
import { actors, gazetteer } from '../resolve/world.test-support.ts';
import { answer } from './answer.ts';
import { changes } from './changes.ts';
import { incident, rule } from './incidents.test-support.ts';
import { sentence } from './sentence.ts';

const injured = rule({ unit: 'casualty', harm: ['injured'], compares: ['injured'] });
const munitions = rule({ unit: 'munition' });
const ask = (r = injured, ...incidents: Partial<Incident>[]) =>
  answer(
    r,
    { incidents: incidents.map((i, n) => incident({ incident_id: n + 1, ...i })), figures: [] },
    { n: 1, cutoff: null, reviewedOnly: false, actors, gazetteer },
  );
const harm = (low: number | null, high: number | null, last = low, who: string | null = null) =>
  ({ field: 'injured', who, low, high, last }) as const;

test.each<[string, Partial<Incident>, [number, number, number | null]]>([
  ['an exact number', { harmed: [harm(3, 3)] }, [3, 3, 3]],
  ['revised upwards: what was told last is taken', { harmed: [harm(21, 24, 24)] }, [21, 24, 24]],
  ['at least', { harmed: [harm(2, null)] }, [2, 2, null]],
  ['nobody tells', {}, [0, 0, null]],
  ['none', { harmed: [harm(0, 0)] }, [0, 0, 0]],
  ['of another side', { harmed: [harm(5, 5, 5, 'resistance')] }, [0, 0, 0]],
  ['of both sides', { harmed: [harm(5, 5, 5, 'resistance'), harm(2, 2, 2, 'usa')] }, [2, 2, 2]],
  ['of somebody and of theirs: the same people', { harmed: [harm(4, 4), harm(2, 2, 2, 'usa')] }, [2, 2, 2]],
  ['the killed are another question', { harmed: [{ ...harm(5, 5), field: 'killed' }] }, [0, 0, null]],
  ['perhaps two incidents', { harmed: [harm(3, 3)], multiplicity: 2 }, [3, 3, 6]],
  ['perhaps any number of incidents', { harmed: [harm(3, 3)], multiplicity: null }, [3, 3, null]],
])('injured: %s', (_, over, expected) => {
  const { low, best, high } = ask(injured, over);
  expect([low, best, high]).toEqual(expected);
});

test.each<[string, Partial<Incident>, [number, number, number | null]]>([
  ['two drones', { munitions: { low: 2, high: 2, last: 2 } }, [2, 2, 2]],
  ['three, then two', { munitions: { low: 2, high: 3, last: 2 } }, [2, 2, 3]],
  ['nobody tells: one at least', {}, [1, 1, null]],
])('munitions: %s', (_, over, expected) => {
  const { low, best, high } = ask(munitions, over);
  expect([low, best, high]).toEqual(expected);
});

test('amounts that may be of one incident are not added in low; best and partition add', () => {
  const a = ask(
    injured,
    { harmed: [harm(3, 3)] },
    { harmed: [harm(4, 5, 4)], knowledge: 'claimed only', grade: 'Fair' },
  );
  expect([a.low, a.best, a.high]).toEqual([4, 7, 8]);
  expect(a.partition).toMatchObject({ 'acknowledged only': 3, 'claimed only': 4 });
});

test('a number that is revised is a change of that many', () => {
  const c = changes(ask(injured, { harmed: [harm(21, 21)] }), ask(injured, { harmed: [harm(21, 24, 24)] }), []);
  expect(c).toMatchObject({ difference: 3, items: [{ delta: 3, code: 'i-001' }] });
});

test('the sentence names people, in both languages', () => {
  const a = ask(injured, { harmed: [harm(3, 3)] });
  const say = (language: 'en' | 'ar'): string => sentence(a, { rule: injured, language, actors, gazetteer });
  expect(say('en')).toContain('our record holds 3 injured (at least 3, at most 3)');
  expect(say('ar')).toContain('في سجلنا 3 جرحى');
});

test.each([
  [true, 'brigade', 'best'],
  [false, 'brigade', 'out'],
  [false, 'resistance', 'best'],
  [false, 'channel', 'best'],
])('members %s: by %s', (members, by, set) => {
  const r = rule({ perpetrator: ['resistance'], target: undefined, members });
  const a = ask(r, { perpetrator: [by], grade: 'Weak' });
  expect(a.incidents[0]?.set ?? 'out').toBe(set);
});
