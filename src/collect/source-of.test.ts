import { expect, test } from 'vitest';
import { known } from './fixtures/desk.ts';
import { sourceOf } from './source-of.ts';

const hints = { sources: known, language: 'en' };
const pentagon = { id: 'pentagon', name: 'US Department of Defense', kind: 'official' };

const ARABIC = { ...hints, language: 'ar' };
const ASKED = { ...hints, source: 'ina' };
const paper = { id: 'x', name: 'X', kind: 'monitor' };

test.each([
  ['a known id', 'pentagon', hints, pentagon],
  ['a known id, in Arabic', 'pentagon', ARABIC, { ...pentagon, name: 'البنتاغون' }],
  ['an object with a known id', { id: 'pentagon' }, hints, pentagon],
  ['its own spelling of a known name', { id: 'pentagon', name: 'DoD' }, hints, { ...pentagon, name: 'DoD' }],
  ['an unknown source in full', paper, hints, paper],
  ['nothing, but one was asked for', undefined, ASKED, { id: 'ina' }],
  ['nothing, but a host is known', undefined, { ...hints, hosts: ['www.Example-Wire.test'] }, { id: 'example-wire' }],
  ['what the report says before what was asked for', 'pentagon', ASKED, { id: 'pentagon' }],
  ['what was asked for before the host', undefined, { ...ASKED, hosts: ['example-wire.test'] }, { id: 'ina' }],
])('%s', (_, said, given, ref) => {
  const found = sourceOf(said, given);
  expect(found.ref).toMatchObject(ref);
  expect(found.known).toBe(known.get(ref.id));
});

test.each([
  ['an unknown id', 'nobody', 'source-unknown'],
  ['an unknown id without a kind', { id: 'nobody', name: 'Nobody' }, 'source-unknown'],
  ['nothing at all', undefined, 'source-unknown'],
  ['no id', { name: 'Nobody', kind: 'monitor' }, 'report-invalid'],
  ['a kind that there is not', { id: 'x', name: 'X', kind: 'rumour' }, 'report-invalid'],
])('%s is refused', (_, said, code) => {
  expect(() => sourceOf(said, hints)).toThrow(expect.objectContaining({ code }));
});
