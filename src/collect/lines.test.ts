import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from './fixtures/desk.ts';
import { linesOf } from './lines.ts';

async function linesIn(text: string, cap: number): Promise<[number, string | number][]> {
  const folder = await folderOf({ 'a.jsonl': text });
  const all: [number, string | number][] = [];
  for await (const { line, bytes, tooLong } of linesOf(join(folder, 'a.jsonl'), cap))
    all.push([line, tooLong ?? bytes.toString()]);
  return all;
}

const long = 'x'.repeat(700_000);

test.each([
  ['', []],
  ['a', [[1, 'a']]],
  ['a\n', [[1, 'a']]],
  [
    'a\nb',
    [
      [1, 'a'],
      [2, 'b'],
    ],
  ],
  [
    'a\n\nb\n',
    [
      [1, 'a'],
      [2, ''],
      [3, 'b'],
    ],
  ],
  [
    `a\n${long}\nb`,
    [
      [1, 'a'],
      [2, 700_000],
      [3, 'b'],
    ],
  ],
  [long, [[1, 700_000]]],
  [
    `${'y'.repeat(500_000)}\nb`,
    [
      [1, 'y'.repeat(500_000)],
      [2, 'b'],
    ],
  ],
] as [string, [number, string | number][]][])('lines of a file, case %#', async (text, lines) => {
  expect(await linesIn(text, 500_000)).toEqual(lines);
});

test('a line of 100 MB is measured and not held', async () => {
  const path = join(await folderOf({ 'a.jsonl': '' }), 'a.jsonl');
  await truncate(path, 100 * 1024 * 1024);
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers - before)), 2);
  for await (const { tooLong } of linesOf(path, 1024 * 1024)) expect(tooLong).toBe(100 * 1024 * 1024);
  clearInterval(watch);
  expect(most).toBeLessThan(60 * 1024 * 1024);
});

test('a file that is not there is unreadable', async () => {
  const read = async (): Promise<void> => {
    for await (const _ of linesOf('/no/such/file.jsonl', 10)) throw new Error('there is no line');
  };
  await expect(read()).rejects.toMatchObject({ code: 'file-unreadable', where: { file: '/no/such/file.jsonl' } });
});
