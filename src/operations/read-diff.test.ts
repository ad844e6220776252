import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from './context.ts';
import type { ReadDiff } from './read-diff.ts';
import { read } from './read.ts';
import { run } from './run.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-diff-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const DATA = fileURLToPath(new URL('../../data', import.meta.url));
const context = { dataFiles: DATA, tell: () => {} } as unknown as Context;

async function file(name: string, lines: readonly unknown[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.map((l) => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n'));
  return path;
}

const claim = (id: string, given: Record<string, unknown> = {}): Record<string, unknown> => ({
  id,
  kind: 'incident',
  evidence: [[0, 20]],
  event: 'Air/drone strike',
  weapon: ['drone'],
  stage: 'ACCOMPLISHED',
  time: { from: '2023-11-06', to: '2023-11-06' },
  words: ['a drone hit the base'],
  ...given,
});
const other = { id: 'r-1.2', kind: 'statement', evidence: [[30, 40]], gist: 'a warning', words: ['be warned '] };

/** Compares two files of these lines. */
async function diff(old: readonly unknown[], now: readonly unknown[], reports: string[] = []): Promise<ReadDiff> {
  const paths = [await file('new.jsonl', now), ...reports];
  return (await run(read, context, { diff: await file('old.jsonl', old), paths })) as ReadDiff;
}
/** The same for one report's claims. */
const one = async (old: readonly unknown[], now: readonly unknown[]): Promise<ReadDiff['reports'][number]> =>
  (await diff([{ id: 'r-1', claims: old }], [{ id: 'r-1', claims: now }])).reports[0]!;

describe('claim by claim', () => {
  test('what is the same is only counted', async () => {
    const same = await one([claim('r-1.1'), other], [other, claim('r-1.1')]);
    expect(same).toEqual({ report: 'r-1', added: [], removed: [], changed: [], unchanged: 2 });
  });
  test('ids, marks and words make no difference, nor does a default that is written out', async () => {
    const marked = claim('x.9', { engine: 'rules/2', words: undefined, stance: 'reports', munitions: null });
    expect((await one([claim('r-1.1', { engine: 'rules/1' })], [marked])).unchanged).toBe(1);
  });
  test('what is new and what is gone stand with their words', async () => {
    const { added, removed, changed } = await one([claim('r-1.1')], [other]);
    expect(added).toMatchObject([{ claim: 'r-1.2', kind: 'statement', words: ['be warned '] }]);
    expect(removed).toMatchObject([{ claim: 'r-1.1', kind: 'incident', words: ['a drone hit the base'], kept: null }]);
    expect(changed).toEqual([]);
  });
  test('what changed, field by field', async () => {
    const now = claim('r-1.7', {
      weapon: ['rocket'],
      time: { from: '2023-11-06T18:00', to: '2023-11-06' },
      place: { id: 'harir-base', text: 'the base' },
      evidence: [[2, 20]],
      words: ['drone hit the base'],
    });
    const { changed } = await one([claim('r-1.1')], [now]);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({ claim: 'r-1.1', as: 'r-1.7', kept: null, newWords: ['drone hit the base'] });
    expect(changed[0]!.fields).toEqual([
      { field: 'evidence', old: [[0, 20]], new: [[2, 20]] },
      { field: 'weapon', old: ['drone'], new: ['rocket'] },
      { field: 'time.from', old: '2023-11-06', new: '2023-11-06T18:00' },
      { field: 'place', old: null, new: { id: 'harir-base', text: 'the base' } },
    ]);
  });
  test.each<[string, Record<string, unknown>]>([
    ['another kind', { ...other, evidence: [[0, 20]] }],
    ['another origin', claim('r-1.1', { attribution: [{ speaker: 'pentagon' }] })],
    ['less than half of the words', claim('r-1.1', { evidence: [[11, 31]] })],
  ])('%s makes another claim, as in the record', async (_, now) => {
    const { added, removed } = await one([claim('r-1.1')], [now]);
    expect([added.length, removed.length]).toEqual([1, 1]);
  });
  test('a claim that a person has touched is said to stay', async () => {
    const accepted = claim('r-1.1', { review: 'accepted' });
    const { changed } = await one([accepted], [claim('r-1.1', { weapon: ['rocket'] })]);
    expect(changed[0]!.kept).toBe('accepted');
    expect((await one([accepted], [])).removed[0]!.kept).toBe('accepted');
  });
});

describe('report by report', () => {
  const line = (id: string, ...claims: unknown[]): unknown => ({ id, claims });

  test('reports of one side alone are named, and sums are drawn', async () => {
    const old = [line('r-1', claim('r-1.1')), line('r-2', claim('r-2.1'), claim('r-2.2', { evidence: [[40, 50]] }))];
    const now = [line('r-3'), line('r-2', claim('r-2.1', { stage: 'ATTEMPTED' }))];
    const d = await diff(old, now);
    expect(d.onlyOld).toEqual([{ report: 'r-1', claims: 1 }]);
    expect(d.onlyNew).toEqual([{ report: 'r-3', claims: 0 }]);
    expect(d.totals).toEqual({ reports: 1, added: 0, removed: 1, changed: 1, kept: 0, unchanged: 0 });
  });
  test('lines of one report are one reading of it', async () => {
    const d = await diff([line('r-1', claim('r-1.1')), line('r-1', other)], [line('r-1', other, claim('r-1.1'))]);
    expect(d.totals).toMatchObject({ reports: 1, unchanged: 2, added: 0 });
  });
  test('bad lines are named, the rest is compared', async () => {
    const bad = ['no json', '{"id": "r-9"}', line('r-8', claim('r-8.1', { stage: 'DONE' })), '[]', 'null'];
    const d = await diff([...bad, line('r-1', claim('r-1.1'))], [line('r-1', claim('r-1.1'))]);
    expect(d.errors.map((e) => [e.code, e.line])).toEqual([
      ['json-invalid', 1],
      ['claim-invalid', 2],
      ['claim-invalid', 3],
      ['claim-invalid', 4],
      ['claim-invalid', 5],
    ]);
    expect(d.totals).toMatchObject({ reports: 1, unchanged: 1 });
    expect(read.exit!(d as never)).toBe(1);
  });
  test('differences are no failure', async () => {
    expect(read.exit!((await diff([line('r-1', claim('r-1.1'))], [line('r-1')])) as never)).toBe(0);
  });
  test('a file that cannot be read is refused: everything would look gone', async () => {
    const asked = { diff: join(folder, 'nowhere.jsonl'), paths: [await file('new.jsonl', [])] };
    await expect(run(read, context, asked)).rejects.toMatchObject({ code: 'file-unreadable' });
  });
  test.each(['out', 'link', 'second', 'claims'])('%s does not go with it', async (what) => {
    const value = what === 'out' || what === 'claims' ? 'x.jsonl' : true;
    const asked = run(read, context, { diff: 'a.jsonl', paths: ['b.jsonl'], [what]: value });
    await expect(asked).rejects.toMatchObject({ code: 'input-invalid' });
  });
});

describe('with the reports', () => {
  const text = 'The Pentagon said two rockets hit Harir base on Monday.';
  const report = (id: string): unknown => ({
    id,
    source: { id: 'reuters', name: 'Reuters', kind: 'news agency' },
    language: 'en',
    published: '2023-11-07T09:00:00Z',
    text,
  });
  let reports: string;
  beforeAll(async () => {
    reports = await file('reports.jsonl', [report('r-1'), report('r-2')]);
  });

  test('words are those of the text, and other reports are left out', async () => {
    const stale = claim('r-1.1', { evidence: [[18, 29]], words: ['of old'] });
    const d = await diff(
      [
        { id: 'r-1', claims: [stale] },
        { id: 'r-7', claims: [] },
      ],
      [{ id: 'r-1', claims: [] }],
      [reports],
    );
    expect(d.reports[0]!.removed[0]!.words).toEqual(['two rockets']);
    expect(d.onlyOld).toEqual([]);
  });
  test('“engine” is what this version reads: what it wrote itself it does not change', async () => {
    const out = join(folder, 'written.jsonl');
    await run(read, context, { paths: [reports], out });
    const d = (await run(read, context, { diff: out, paths: ['engine', reports] })) as ReadDiff;
    expect(d.new).toMatch(/^rules\//);
    expect(d.totals).toMatchObject({ reports: 2, added: 0, removed: 0, changed: 0 });
    expect(d.totals.unchanged).toBeGreaterThan(1);
  });
});

test('for people: counts for each report, words quoted, old → new, sums at the end', async () => {
  const old = [
    claim('r-1.1'),
    claim('r-1.2', { evidence: [[50, 60]], words: ['one\n\u001b[31m more'], review: 'amended' }),
  ];
  const now = [claim('r-1.1', { time: { from: null, to: '2023-11-06' }, weapon: ['drone', 'rocket'] }), other];
  const lines = [
    { id: 'r-1', claims: old },
    { id: 'r-2', claims: [] },
  ];
  const d = await diff(lines, [
    { id: 'r-1', claims: now },
    { id: 'r-2', claims: [] },
  ]);
  expect(read.show({ ...d, old: 'OLD', new: 'NEW' } as never, {} as never)).toBe(
    [
      'OLD → NEW',
      '',
      'r-1: 1 added, 1 removed, 1 changed, 0 unchanged',
      '  ~ r-1.1 incident “a drone hit the base”',
      '      weapon: ["drone"] → ["drone","rocket"]',
      '      time.from: 2023-11-06 → –',
      '  - r-1.2 incident “one [31m more”  (amended by a person: stays)',
      '      stance reports · certainty stated · event Air/drone strike · weapon ["drone"] · stage ACCOMPLISHED · outcome unknown · time {"from":"2023-11-06","to":"2023-11-06"}',
      '  + r-1.2 statement “be warned ”',
      '      stance reports · certainty stated',
      '',
      '2 reports: 1 added, 1 removed, 1 changed, 1 of these kept as a person left them, 0 unchanged.',
    ].join('\n'),
  );
});
test('where no words are at hand, the spans are shown', async () => {
  const d = await diff([{ id: 'r-1', claims: [claim('r-1.1', { words: undefined })] }], [{ id: 'r-1', claims: [] }]);
  expect(read.show(d as never, {} as never)).toContain('- r-1.1 incident [[0,20]]');
});
