import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/compose.ts';
import { attack, besidesN, desk, textOf, tell, type Desk } from './desk.test-support.ts';

/** Labels beside a report never reach its reading; `import claims` is the one way in, and brings them as suggestions. */
let d: Desk;
let folder: string;
beforeAll(async () => {
  d = await desk();
  folder = await mkdtemp(join(tmpdir(), 'daybook-labels-'));
});
afterAll(async () => {
  await d.close();
  await rm(folder, { recursive: true, force: true });
});

const file = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
interface Imported {
  reports: number;
  claims: number;
  judgements: number;
  errors: { code: string; message: string }[];
}
const bring = (files: string[], withLinks = true): Promise<Imported> =>
  d.go<Imported>('import claims', { files, by: 'annotator', withLinks });
const lines = (all: Record<string, unknown>): string =>
  Object.entries(all)
    .map(([id, claims]) => JSON.stringify({ id, claims }))
    .join('\n');
const label = (id: string, given: Record<string, unknown> = {}, incidents?: string[]): unknown => ({
  ...attack(given),
  id,
  ...(incidents ? { incidents } : {}),
});

test('a report with labels reads as one without, to the byte', async () => {
  const names = (await readdir(join(ROOT, 'samples'))).filter((n) => n.endsWith('.json')).sort();
  const plain = await Promise.all(
    names.map(async (n) => JSON.parse(await readFile(join(ROOT, 'samples', n), 'utf8')) as { id: string }),
  );
  const labels = {
    claims: [label('x.1', {}, ['made-up'])],
    copy_of: plain[0]!.id,
    basis: 'made up',
    incidents: [{ id: 'made-up' }],
  };
  const bare = await file('plain.jsonl', plain.map((r) => JSON.stringify({ ...r, claims: undefined })).join('\n'));
  const labelled = await file('labelled.jsonl', plain.map((r) => JSON.stringify({ ...r, ...labels })).join('\n'));
  const read = (path: string): Promise<{ lines: string[]; errors: unknown[]; claims: number }> =>
    d.go('read', { paths: [path], link: true });
  const [one, two] = [await read(bare), await read(labelled)];
  expect(one.claims).toBeGreaterThan(100);
  expect(two.lines.join('\n')).toBe(one.lines.join('\n'));
  expect(two.errors).toEqual([]);
});

describe('import claims', () => {
  test('brings labels in as suggestions, their incidents as judgements, once', async () => {
    await tell(d, [
      { id: 'a', claims: [] },
      { id: 'b', published: '2024-01-05T12:00:00Z', claims: [] },
    ]);
    const path = await file(
      'ab.jsonl',
      lines({
        a: [label('a.1', {}, ['x']), label('a.2', { site: 'al-tanf', evidence: [[30, 40]] }, ['y'])],
        b: [label('b.1', { site: 'harir-base', evidence: [[5, 15]] }, ['x'])],
      }),
    );
    expect(await bring([path])).toMatchObject({ reports: 2, claims: 3, judgements: 1, errors: [] });
    const answer = await d.count();
    expect(answer).toMatchObject({ best: 2, reviewed: { n: 0, of: 3 } });
    const n = await d.last();
    expect(await bring([path])).toMatchObject({ judgements: 0, errors: [] });
    expect(await d.last()).toBe(n);
  });

  test('over a reading that is there: labels meet its claims, and judgements name the claims that they became', async () => {
    // The machine found the second claim only, so it is number 1; and something that the labels do not have.
    await tell(d, [
      {
        id: 'c',
        claims: [
          attack({ site: 'al-tanf', from: '2024-02-03', evidence: [[30, 40]] }),
          attack({ site: 'erbil-airport', from: '2024-02-03', evidence: [[60, 75]] }),
        ],
      },
      { id: 'e', published: '2024-02-05T12:00:00Z', claims: [] },
    ]);
    const path = await file(
      'ce.jsonl',
      lines({
        c: [
          label('c.1', { from: '2024-02-02' }),
          label('c.2', { site: 'al-tanf', from: '2024-02-03', evidence: [[30, 40]] }, ['z']),
        ],
        e: [label('e.1', { site: 'al-tanf', from: '2024-02-04' }, ['z'])],
      }),
    );
    expect(await bring([path])).toMatchObject({ judgements: 1, errors: [] });
    const rows = await d.store.read((q) =>
      q<{ names: string[]; verdict: string }>(
        "select body->'names' as names, verdict from judgement where until is null and body->>'why' like '%z'",
      ),
    );
    expect(rows).toEqual([{ names: expect.arrayContaining(['c.1', 'e.1']), verdict: 'POSITIVE' }]);
    const february = await d.count({ since: '2024-02-01', until: '2024-02-28' });
    expect(february.incidents.map((i) => i.code).sort()).toEqual([
      expect.stringContaining('2024-02-02-ain-al-asad'),
      expect.stringMatching(/al-tanf/),
    ]);
  });

  test('refuses what a person judged otherwise, line by line what is wrong, and keeps the rest', async () => {
    await tell(d, [
      { id: 'f', claims: [attack({ from: '2024-03-02' })] },
      { id: 'g', published: '2024-03-05T12:00:00Z', claims: [attack({ from: '2024-03-02', site: 'harir-base' })] },
    ]);
    await d.go('judge', { verdict: 'DIFFERENT', a: 'f.1', b: 'g.1', by: 'editor', why: 'two bases' });
    const path = await file(
      'fg.jsonl',
      `${lines({
        f: [label('f.1', { from: '2024-03-02' }, ['w'])],
        g: [label('g.1', { from: '2024-03-02', site: 'harir-base' }, ['w'])],
        nobody: [],
      })}\nno json\n{"id":"f"}\n${lines({ g: [label('g.2', { evidence: [[0, 99_999]] })], f: [{ id: 'f.9', kind: 'incident' }] })}\n`,
    );
    const before = await d.count();
    const done = await bring([path]);
    expect(done.errors.map((e) => e.code).sort()).toEqual(
      [
        'claim-invalid',
        'claim-invalid',
        'claim-words-missing',
        'json-invalid',
        'judgement-contradicts',
        'report-unknown',
      ].sort(),
    );
    expect(done.judgements).toBe(0);
    expect(besidesN(await d.count())).toBe(besidesN(before));
  });

  test('takes two lines about one report as one reading', async () => {
    await tell(d, [{ id: 'h', claims: [] }]);
    const path = await file(
      'h.jsonl',
      [
        JSON.stringify({ id: 'h', claims: [label('h.1', { from: '2024-04-01' })] }),
        JSON.stringify({ id: 'h', claims: [label('h.2', { from: '2024-04-02', evidence: [[20, 40]] })] }),
      ].join('\n'),
    );
    expect(await bring([path])).toMatchObject({ reports: 1, claims: 2 });
    expect((await d.count({ since: '2024-04-01', until: '2024-04-30' })).best).toBe(2);
  });

  test('an earlier set of labels may come back after another', async () => {
    await tell(d, [{ id: 'k', text: textOf('k'), claims: [] }]);
    const one = await file('k1.jsonl', lines({ k: [label('k.1', { from: '2024-05-01' })] }));
    const two = await file('k2.jsonl', lines({ k: [label('k.1', { from: '2024-05-02' })] }));
    const days = async (): Promise<string[]> =>
      (await d.count({ since: '2024-05-01', until: '2024-05-30' })).incidents.map((i) => i.code.slice(2, 12));
    await bring([one]);
    expect(await days()).toEqual(['2024-05-01']);
    await bring([two]);
    await bring([one]);
    expect((await d.count({ since: '2024-05-01', until: '2024-05-01' })).best).toBe(1);
  });
});
