import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { brief, collectAll, collectFiles, folderOf, whole } from './fixtures/desk.ts';

/** A bad file between two good ones: its code, name and line are told, and the good ones are kept. */
test.each<[string, string, string | Uint8Array, string[]]>([
  ['an empty file', 'm.txt', '', ['file-empty m.txt']],
  ['white space', 'm.md', ' \n\t\n', ['file-empty m.md']],
  ['an empty .json', 'm.json', '\n', ['file-empty m.json']],
  ['an empty .jsonl', 'm.jsonl', '\n \n', ['file-empty m.jsonl']],
  ['an empty page', 'm.html', ' ', ['file-empty m.html']],
  ['front matter and no text', 'm.md', '---\nsource: ina\n---\n\n', ['file-empty m.md']],
  ['zero bytes', 'm.txt', 'a\u0000b', ['file-binary m.txt']],
  ['a PDF called .txt', 'm.txt', '%PDF-1.7', ['file-binary m.txt']],
  ['a picture called .html', 'm.html', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), ['file-binary m.html']],
  ['an archive called .jsonl', 'm.jsonl', Buffer.from([0x1f, 0x8b, 8, 10, 0, 10, 0]), ['file-binary m.jsonl']],
  ['a kind that is not read', 'm.docx', 'x', ['file-kind-unknown m.docx']],
  ['no ending', 'm', 'x', ['file-kind-unknown m']],
  ['Latin-1 bytes', 'm.txt', Buffer.from([0x61, 0xe9, 0x20]), ['encoding-invalid m.txt']],
  ['UTF-16 lines', 'm.jsonl', Buffer.from('\ufeff{}\n', 'utf16le'), ['encoding-invalid m.jsonl']],
  ['JSON that breaks off', 'm.json', '{"id":\n"x"', ['json-invalid m.json 2']],
  ['JSON that nests', 'm.json', '['.repeat(100_000), ['json-too-deep m.json']],
  ['a number', 'm.json', '12', ['report-invalid m.json']],
  [
    'items that are no reports',
    'm.json',
    `[1,${whole('ok')},null]`,
    ['report-invalid m.json', 'ok', 'report-invalid m.json'],
  ],
  ['a malformed line', 'm.jsonl', `${whole('one')}\n{"id"\n${whole('two')}`, ['one', 'json-invalid m.jsonl 2', 'two']],
  [
    'a line that nests',
    'm.jsonl',
    `${whole('one')}\n${'{"a":'.repeat(99)}\n${whole('two')}`,
    ['one', 'json-too-deep m.jsonl 2', 'two'],
  ],
  [
    'a line in Latin-1',
    'm.jsonl',
    Buffer.concat([Buffer.from(`${whole('one')}\n`), Buffer.from([0x22, 0xe9, 0x22, 10])]),
    ['one', 'encoding-invalid m.jsonl 2'],
  ],
  ['an unknown source', 'm.json', whole('x', { source: 'nobody' }), ['source-unknown m.json']],
  ['an unknown source without kind', 'm.jsonl', whole('x', { source: { id: 'nobody' } }), ['source-unknown m.jsonl 1']],
  ['no source', 'm.json', whole('x', { source: null }), ['source-unknown m.json']],
  ['no date', 'm.json', whole('x', { published: undefined }), ['published-missing m.json']],
  ['a date that is none', 'm.json', whole('x', { published: '2023-02-30T00:00:00Z' }), ['date-invalid m.json']],
  ['a date out of range', 'm.json', whole('x', { published: '1066-10-14T09:00:00Z' }), ['date-invalid m.json']],
  ['a date far ahead', 'm.json', whole('x', { published: '9999-01-01' }), ['date-invalid m.json']],
  ['text that is no string', 'm.json', whole('x', { text: ['a'] }), ['report-invalid m.json']],
  ['no text', 'm.json', whole('x', { text: undefined }), ['report-invalid m.json']],
  ['blank text', 'm.json', whole('x', { text: ' \u0000 ' }), ['report-invalid m.json']],
  ['a page of menus', 'm.html', '<nav><a href="/">Home</a></nav><p>Sign in</p>', ['page-without-article m.html']],
  ['a page that nests', 'm.html', '<div>'.repeat(20_000), ['parse-limit m.html']],
  ['front matter with aliases', 'm.md', '---\nid: &a x\ntitle: *a\n---\nwords', ['report-invalid m.md']],
])('%s', async (_, name, content, expected) => {
  const outcomes = await collectFiles({ 'a.json': whole('first'), [name]: content, 'z.json': whole('last') });
  expect(outcomes.map(brief)).toEqual(['first', ...expected, 'last']);
});

test.each([
  [{ zone: 'Mars/Base' }, 'zone: '],
  [{ language: 'english' }, 'language: '],
  [{ medium: 'pigeon' }, 'medium: '],
  [{ url: 'javascript:alert(1)' }, 'url: '],
  [{ rights: 'all' }, 'rights: '],
  [{ id: 7 }, 'id: '],
  [{ source: { id: 'x', name: 'X', kind: 'rumour' } }, 'source.kind: '],
])('a field that the noun refuses is named: %j', async (more, words) => {
  const [outcome] = await collectFiles({ 'a.json': whole('x', more) });
  expect(outcome).toMatchObject({
    error: { code: 'report-invalid', message: expect.stringContaining(words) as string },
  });
});

test.each(['txt', 'md', 'html', 'json'])('100 MB of .%s are refused unread', async (ending) => {
  const folder = await folderOf({ [`big.${ending}`]: '', 'z.json': whole('last') });
  await truncate(join(folder, `big.${ending}`), 100 * 1024 * 1024);
  const before = process.memoryUsage().arrayBuffers;
  expect((await collectAll([folder])).map(brief)).toEqual([`file-too-large big.${ending}`, 'last']);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
});

test('a line of 100 MB is refused by its number, the lines around it are kept', async () => {
  const folder = await folderOf({ 'big.jsonl': `${whole('one')}\n` });
  const path = join(folder, 'big.jsonl');
  await truncate(path, 100 * 1024 * 1024);
  expect((await collectAll([folder], { limits: { bytes: 1024 * 1024 } })).map(brief)).toEqual([
    'one',
    'file-too-large big.jsonl 2',
  ]);
});

test('a page that takes too long is stopped, the others are read', async () => {
  const good = `<p>${'Two drones were shot down near the base on Tuesday, a spokesperson said. '.repeat(3)}</p>`;
  const files = { 'a.html': good, 'b.html': `<div>${'x<br>'.repeat(300_000)}</div>`, 'c.html': good };
  const outcomes = await collectFiles(files, { source: 'ina', published: '2023-11-07', limits: { parseMs: 1000 } });
  expect(outcomes.map(brief)).toEqual(['a', 'parse-limit b.html', 'c']);
});

test('control characters of foreign input do not reach the message', async () => {
  const [outcome] = await collectFiles({ 'a.json': whole('x', { source: 'no\u001b[31mbody\n' }) });
  expect(outcome).toMatchObject({ error: { message: 'The source “no [31mbody ” is not known.' } });
});
