import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { capture } from '../../src/operations/capture.ts';
import type { ReadDiff } from '../../src/operations/read-diff.ts';
import { readUnread, recordReadings } from '../../src/operations/reading.ts';
import { attack, codeOfText, collected, desk, dump, tell, type Desk } from './desk.test-support.ts';

/** What a new reading would change in the record is what recording it changes. */
let d: Desk;
let folder: string;
beforeAll(async () => {
  d = await desk();
  folder = await mkdtemp(join(tmpdir(), 'daybook-diff-'));
});
afterAll(async () => {
  await d.close();
  await rm(folder, { recursive: true, force: true });
});

const words = 'What was said of it, at length, in the words of those who said it to us.';
const at = (from: number, given: Record<string, unknown> = {}) => attack({ evidence: [[from, from + 10]], ...given });
const diff = (old: string, ...paths: string[]): Promise<ReadDiff> => d.go('read', { diff: old, paths });

test('the record beside a file: kept, flagged and gone are told as recording the file makes them', async () => {
  const old = [at(0), at(12), at(24), at(36), at(48)];
  const [report] = await tell(d, [{ id: 'r-1', text: words, claims: old }]);
  const person = { by: 'editor', why: 'it says so' };
  await d.go('claim accept', { claim: 'r-1.2', ...person });
  await d.go('claim accept', { claim: 'r-1.4', ...person });
  const now = [at(0), at(12, { weapon: ['rocket'] }), at(24, { weapon: ['rocket'] }), at(60)];
  const file = join(folder, 'new.jsonl');
  await writeFile(file, JSON.stringify({ id: 'r-1', claims: now.map((c, i) => ({ ...c, id: `n.${i + 1}` })) }));

  const before = await dump(d.store);
  const told = await diff('record', file);
  expect(await dump(d.store)).toBe(before);
  expect(told.totals).toEqual({ reports: 1, added: 1, removed: 2, changed: 2, kept: 2, unchanged: 1 });
  const [r] = told.reports;
  expect(r!.changed.map((c) => [c.claim, c.as, c.kept])).toEqual([
    ['r-1.2', 'n.2', 'accepted'],
    ['r-1.3', 'n.3', null],
  ]);
  expect(r!.changed[0]!.words).toEqual([words.slice(12, 22)]);
  expect(r!.changed[0]!.fields).toEqual([{ field: 'weapon', old: ['drone'], new: ['rocket'] }]);
  expect(r!.removed.map((c) => [c.claim, c.kept])).toEqual([
    ['r-1.4', 'accepted'],
    ['r-1.5', null],
  ]);

  const reading = { report_id: report!, text: codeOfText(words), engine: { name: 'test', version: '2' }, claims: now };
  await recordReadings(d.context, [reading], 'desk');
  const again = await diff('record', file);
  // What stays as a person left it differs for ever; the rest is as the file says. Flagged once is told no more.
  expect(again.totals).toEqual({ reports: 1, added: 0, removed: 0, changed: 1, kept: 1, unchanged: 4 });
});

test('the record beside the present engine reading the same reports: nothing, unless something was recorded otherwise', async () => {
  const text = 'The Pentagon said two rockets hit Harir base on Monday. Nobody was hurt, it said.';
  await capture(
    d.context,
    [collected({ id: 'r-2', text }), collected({ id: 'r-3', text: `${text} It was dark.` })],
    'desk',
  );
  await readUnread(d.context, 'desk');
  const fresh = (await diff('record', 'engine')).reports.filter((r) => r.report !== 'r-1');
  expect(fresh.map((r) => [r.report, r.added.length, r.removed.length, r.changed.length])).toEqual([
    ['r-2', 0, 0, 0],
    ['r-3', 0, 0, 0],
  ]);
  expect(fresh[0]!.unchanged).toBeGreaterThan(0);
  await d.go('report withdraw', { report: 'r-3', by: 'editor', why: 'a copy' });
  expect((await diff('record', 'engine')).reports.map((r) => r.report)).toEqual(['r-1', 'r-2']);
});

test('with paths, only their reports; one that the record holds with another text is named and left out', async () => {
  const source = { id: 'reuters', name: 'Reuters', kind: 'news agency' };
  const report = { id: 'r-2', source, language: 'en', published: '2024-01-03T12:00:00Z', text: 'Another text.' };
  const file = join(folder, 'r-2.json');
  await writeFile(file, JSON.stringify(report));
  const told = await diff('record', 'engine', file);
  expect(told.reports).toEqual([]);
  expect(told.onlyOld).toEqual([]);
  expect(told.errors.map((e) => e.code)).toEqual(['report-changed']);
});
