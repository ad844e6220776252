import { expect, test } from 'vitest';
import type { Mention } from '../model/mention.ts';
import { letters, name, type Held } from './name.ts';
import { resolve } from './resolve.ts';
import { gazetteer, mention, utc, world } from './world.test-support.ts';

const naming = { gazetteer };
const one = mention();
const other = mention({ report_id: 2, site: 'tanf', from: utc('2023-11-07T22:30'), to: utc('2023-11-08T10:00') });
const codesOf = (mentions: Mention[], previous: Held[] = []): string[] => {
  const p = resolve(mentions, [], world);
  const { codes } = name(p, previous, naming);
  return p.clusters.map((c) => codes.get(c.founding)!);
};

test.each([
  [0, 'a'],
  [25, 'z'],
  [26, 'aa'],
  [51, 'az'],
  [52, 'ba'],
  [701, 'zz'],
  [702, 'aaa'],
])('letter %i is %s', (n, s) => expect(letters(n)).toBe(s));

test('a fresh code is the local date of the start, the site and a letter', () => {
  expect(codesOf([one, other])).toEqual(['i-2023-11-07-asad-a', 'i-2023-11-08-tanf-a']);
});

test('two of one day and site take two letters', () => {
  expect(codesOf([one, mention({ claim_no: 2 })])).toEqual(['i-2023-11-07-asad-a', 'i-2023-11-07-asad-b']);
});

test('without a place, without a time', () => {
  expect(codesOf([mention({ site: null, from: null, to: null })])).toEqual(['i-undated-unknown-a']);
});

test('the largest overlap keeps the code, and its new members change nothing', () => {
  const held = [{ code: 'i-kept', incident_id: 5, members: ['1.1.1'] }];
  expect(codesOf([one, mention({ report_id: 3 }), other], held)).toEqual(['i-kept', 'i-2023-11-08-tanf-a']);
});

test('of two that became one the older stays, the other says where it went', () => {
  const p = resolve([one, mention({ report_id: 2 })], [], world);
  const held = [
    { code: 'i-young', incident_id: 9, members: ['1.1.1'] },
    { code: 'i-old', incident_id: 3, members: ['2.1.1'] },
  ];
  expect(name(p, held, naming)).toEqual({
    codes: new Map([['1.1.1', 'i-old']]),
    ended: [{ code: 'i-young', into: ['i-old'] }],
  });
});

test('of one that became two the larger part keeps the code', () => {
  const held = [{ code: 'i-was', incident_id: 1, members: ['1.1.1', '2.1.1', '3.1.1'] }];
  expect(
    codesOf(
      [other, one, mention({ report_id: 3 })].map((m, i) => ({ ...m, report_id: [2, 1, 3][i]! })),
      held,
    ),
  ).toEqual(['i-was', 'i-2023-11-08-tanf-a']);
});

test('a code that stood for something else is never given again', () => {
  const p = resolve([one], [], world);
  const held = [{ code: 'i-2023-11-07-asad-a', incident_id: 1, members: ['99.1.1'] }];
  expect(name(p, held, naming).codes.get('1.1.1')).toBe('i-2023-11-07-asad-b');
  const taken = (code: string): boolean => code.endsWith('-a');
  expect(name(p, [], { gazetteer, taken }).codes.get('1.1.1')).toBe('i-2023-11-07-asad-b');
});
