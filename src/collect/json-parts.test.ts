import { expect, test } from 'vitest';
import { depthOf } from './depth.ts';
import { partsOf } from './json-parts.ts';
import type { Part } from './json-parts.ts';

test.each([
  ['{}', 1],
  ['[[[]]]', 3],
  ['{"a":[{"b":[]}]}', 4],
  ['"[[[["', 0],
  ['["\\"[[[", [1]]', 2],
  ['["\\\\", [[1]]]', 3],
])('the depth of %s', (json, depth) => {
  expect(depthOf(json)).toBe(depth);
});

test('depth is told without recursion', () => {
  expect(depthOf('['.repeat(1_000_000))).toBe(1_000_000);
});

test('a report, a list and {reports: …} hold the same part', () => {
  const one = '{"id":"a","text":"words","extra":1,"claims":[1],"url":null}';
  const part = {
    fields: { id: 'a', text: 'words' },
    raw: '{"id":"a","text":"words","extra":1,"url":null}',
    labels: ['claims'],
  };
  for (const json of [one, `[${one}]`, `{"reports":[${one}]}`]) expect(partsOf(json, 64)).toEqual([part]);
});

test('keys of the prototype are no fields', () => {
  const [part] = partsOf('{"__proto__":{"id":"x"},"text":"words"}', 64) as Part[];
  expect(Object.keys(part!.fields)).toEqual(['text']);
  expect((part!.fields as { id?: string }).id).toBeUndefined();
});

test.each([
  ['[1]', { code: 'report-invalid', values: { detail: 'item 1 is not an object' } }],
  ['[null]', { code: 'report-invalid', values: { detail: 'item 1 is not an object' } }],
])('%s holds an item that is no report', (json, trouble) => {
  expect(partsOf(json, 64)).toEqual([trouble]);
});

test.each([
  ['{"a":1,\n"b":}', 'json-invalid', 2],
  ['{"a":1,', 'json-invalid', 1],
  ['[[[1]]]', 'json-too-deep', undefined],
])('%j is refused', (json, code, line) => {
  expect(partsOf(json, 2)).toMatchObject({ code, ...(line && { line }) });
});
