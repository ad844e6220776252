import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Outcome } from './collected.ts';
import type { Collected } from './collected.ts';
import { collect } from './collect.ts';
import { brief, collectAll, collectFiles, folderOf, known, whole } from './fixtures/desk.ts';

const oks = (outcomes: Outcome[]): Collected[] => outcomes.map((o) => (o as { ok: Collected }).ok);
const TEXT = 'Two drones were shot down near the base on Tuesday, a spokesperson said.';
const PAGE = `<html lang="en"><head><title>Drones near the base</title><link rel="canonical" href="https://www.example-wire.test/1"><meta property="article:published_time" content="2023-11-07T10:00:00Z"></head><body><article><h1>Drones near the base</h1><p>${TEXT} Nobody was hurt in the attack.</p></article></body></html>`;

test('every kind of file, in the order of their names', async () => {
  const outcomes = await collectFiles({
    'a.txt': `---\nsource: pentagon\npublished: 2023-11-07T10:00:00Z\n---\n\n${TEXT}\n`,
    'b.md': `---\nsource: ina\npublished: 2023-11-07\n---\n# A heading\n\n${TEXT}`,
    'c.HTML': PAGE,
    'd.json': whole('one'),
    'e.json': `[${whole('two')},${whole('three')}]`,
    'f.json': `{"reports":[${whole('four')}]}`,
    'g.jsonl': `${whole('five')}\n\n${whole('six')}`,
  });
  expect(outcomes.map(brief)).toEqual(['a', 'b', 'c', 'one', 'two', 'three', 'four', 'five', 'six']);
  const [text, markdown, page] = oks(outcomes);
  expect(text).toMatchObject({ extractor: 'text/1', mediaType: 'text/plain', newSource: false, notices: [] });
  expect(text!.report).toMatchObject({ text: TEXT, language: 'en', source: { id: 'pentagon' }, medium: 'web' });
  expect(markdown!.report).toMatchObject({ title: 'A heading', published: '2023-11-07T20:59:00Z' });
  expect(markdown!.notices).toEqual(['published on 2023-11-07: taken as the end of that day (Asia/Baghdad)']);
  expect(page!.report).toMatchObject({ title: 'Drones near the base', source: { id: 'example-wire' } });
  expect(outcomes.map((o) => ('ok' in o ? o.ok.where.line : 0)).slice(-2)).toEqual([1, 3]);
});

test('the same report with and without labels is the same report, with the same capture', async () => {
  const labels = {
    claims: [{ kind: 'incident' }],
    copy_of: 'other',
    basis: ['https://example.test/'],
    incidents: ['i-1'],
  };
  const [bare, labelled] = oks(await collectFiles({ 'a.json': whole('r'), 'b.json': whole('r', labels) }));
  expect(labelled!.report).toEqual(bare!.report);
  expect(Buffer.from(labelled!.raw)).toEqual(Buffer.from(bare!.raw));
  expect(bare!.notices).toEqual([]);
  expect(labelled!.notices).toEqual([expect.stringContaining('claims, copy_of, basis, incidents')]);
});

test('negative control: a changed text is another report', async () => {
  const [a, b] = oks(await collectFiles({ 'a.json': whole('r'), 'b.json': whole('r', { text: `${TEXT} ` }) }));
  expect(a!.report).not.toEqual(b!.report);
});

test('a new source in full is taken with a notice', async () => {
  const source = { id: 'new-paper', name: 'New Paper', kind: 'newspaper' };
  const [found] = oks(await collectFiles({ 'a.json': whole('r', { source }) }));
  expect(found).toMatchObject({ newSource: true, report: { source } });
  expect(found!.notices).toEqual(['the source “new-paper” is new and is taken as the report gives it']);
});

test('what a report leaves open is taken from the options, what it says is not overruled', async () => {
  const options = { source: 'ina', published: '2023-11-01', language: 'ar' };
  const [open, said] = oks(await collectFiles({ 'a.txt': TEXT, 'b.json': whole('r') }, options));
  expect(open!.report).toMatchObject({ source: { id: 'ina' }, language: 'ar', published: '2023-11-01T20:59:00Z' });
  expect(said!.report).toMatchObject({ source: { id: 'pentagon' }, language: 'en', published: '2023-11-08T12:00:00Z' });
});

test.each([
  [{ source: 'nobody' }, 'source-unknown'],
  [{ published: 'soon' }, 'date-invalid'],
])('options that cannot be meant are thrown: %j', async (options, code) => {
  await expect(collectFiles({ 'a.txt': TEXT }, options)).rejects.toMatchObject({ code });
});

test('ids of reports that name none come from the file, its lines and places', async () => {
  const bare = JSON.stringify({ ...(JSON.parse(whole('')) as object), id: undefined });
  const outcomes = await collectFiles({
    'A Post of 7 Nov.json': bare,
    'list.json': `[${bare},${bare}]`,
    'lines.jsonl': `${bare}\n${bare}`,
    'بيان.json': bare,
  });
  expect(outcomes.map(brief)).toEqual([
    'a-post-of-7-nov',
    'lines-1',
    'lines-2',
    'list-1',
    'list-2',
    expect.stringMatching(/^[0-9a-f]{12}$/),
  ]);
});

test('strings are stored without zero characters and lone surrogates', async () => {
  const odd = { title: 'a\u0000b\ud800', text: 'a\u0000b\r\n\ud800', byline: '\udc00' };
  const [found] = oks(await collectFiles({ 'a.json': whole('r', odd) }));
  expect(found!.report).toMatchObject({ title: 'ab\ufffd', text: 'ab\n\ufffd', byline: '\ufffd' });
});

test('a page in windows-1256 that says so is read', async () => {
  const head = '<html><head><meta charset="windows-1256"><title>x</title></head><body><p>';
  const word = Buffer.from([0xde, 0xc7, 0xda, 0xcf, 0xc9, 0x20]);
  const page = Buffer.concat([Buffer.from(head), ...Array.from({ length: 40 }, () => word)]);
  const [found] = oks(await collectFiles({ 'a.html': page }, { source: 'ina', published: '2023-11-07' }));
  expect(found!.report.text).toBe('قاعدة '.repeat(40).trim());
  expect(found!.report.language).toBe('ar');
});

test('a line that is big is parsed in the worker with the same result', async () => {
  const long = { text: `${TEXT} `.repeat(10_000), claims: [] };
  const file = { 'a.jsonl': `${whole('big', long)}\n${whole('small')}` };
  const inWorker = oks(await collectFiles(file));
  const here = oks(await collectFiles(file, { limits: { inProcess: Infinity } }));
  expect(inWorker.map((c) => c.report)).toEqual(here.map((c) => c.report));
  expect(inWorker[0]!.notices).toEqual(here[0]!.notices);
});

/**
 * Collects the file in a process of its own with a heap of 96 MiB, by someone who keeps, or does not keep, what comes:
 * how many came, or null when the heap was not enough.
 */
async function collectedInSmallHeap(path: string, keep: boolean): Promise<number | null> {
  const script = `
    const { collect } = await import(${JSON.stringify(new URL('./collect.ts', import.meta.url).href)});
    const kept = [];
    let count = 0;
    for await (const o of collect([${JSON.stringify(path)}], { sources: new Map() })) {
      if ('ok' in o) count++;
      if (${keep}) kept.push(o);
    }
    console.log(count);`;
  const args = ['--max-old-space-size=96', '--import', 'tsx', '--input-type=module', '-e', script];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let out = '';
  child.stdout.on('data', (d: Buffer) => (out += d.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0 ? Number(out) : null;
}

test('a .jsonl file of 160 MB goes through a heap of 96 MiB', async () => {
  const path = join(await folderOf({}), 'many.jsonl');
  const out = createWriteStream(path);
  const source = { id: 'a-source', name: 'A source', kind: 'newspaper' };
  for (let i = 0; i < 1100; i++) {
    const line = `${whole(`r-${i}`, { source, text: TEXT.repeat(2000) })}\n`;
    if (!out.write(line)) await new Promise<void>((done) => out.once('drain', () => done()));
  }
  await new Promise<void>((done) => out.end(done));
  expect(await collectedInSmallHeap(path, false)).toBe(1100);
  // Its text alone is 160 MB: somebody who keeps it all runs out.
  expect(await collectedInSmallHeap(path, true)).toBeNull();
}, 60_000);

test('a reader who stops early leaves nothing running', async () => {
  const folder = await folderOf({ 'a.html': PAGE, 'b.html': PAGE });
  for await (const outcome of collect([folder], { sources: known })) {
    expect(brief(outcome)).toBe('a');
    break;
  }
  expect((await collectAll([folder])).map(brief)).toEqual(['a', 'b']);
});
