import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DaybookError } from '../model/errors.ts';
import { folderOf } from './fixtures/desk.ts';
import { countInputs, listInputs } from './inputs.ts';

async function listed(paths: string[], root: string): Promise<string[]> {
  const all: string[] = [];
  for await (const input of listInputs(paths))
    all.push(input instanceof DaybookError ? input.code : input.path.replace(`${root}/`, ''));
  return all;
}

const FILES = {
  'b/2.txt': 'x',
  'b/1.txt': 'xy',
  'a.txt': 'xyz',
  'b/.hidden.txt': 'x',
  '.git/x.txt': 'x',
  'node_modules/x.txt': 'x',
  'page.html': 'x',
  'page_files/script.js': 'x',
  'other_files/y.txt': 'x',
};
const SEEN = ['a.txt', 'b/1.txt', 'b/2.txt', 'other_files/y.txt', 'page.html'];

test('folders are walked in order; hidden files, packages and the assets of saved pages are passed over', async () => {
  const root = await folderOf(FILES);
  expect(await listed([root], root)).toEqual(SEEN);
  expect(await countInputs([root])).toEqual({ files: 5, bytes: 8 });
});

test('a file named twice, or by its folder too, is read once; the order of the paths does not matter', async () => {
  const root = await folderOf(FILES);
  const paths = [join(root, 'b'), join(root, 'b/1.txt'), join(root, 'a.txt'), join(root, 'b')];
  expect(await listed(paths, root)).toEqual(['a.txt', 'b/1.txt', 'b/2.txt']);
  expect(await listed(paths.reverse(), root)).toEqual(['a.txt', 'b/1.txt', 'b/2.txt']);
});

test('links inside a folder are not followed, neither outside nor round in a circle; a link that is named is', async () => {
  const outside = await folderOf({ 'secret.txt': 'x' });
  const root = await folderOf({ 'a/1.txt': 'x' });
  await symlink(outside, join(root, 'a/out'));
  await symlink(join(outside, 'secret.txt'), join(root, 'a/secret.txt'));
  await symlink(root, join(root, 'a/round'));
  expect(await listed([root], root)).toEqual(['a/1.txt']);
  expect(await listed([join(root, 'a/secret.txt')], root)).toEqual(['a/secret.txt']);
});

test('a path that is not there, and one that is no file, are errors among the others', async () => {
  const root = await folderOf({ 'z.txt': 'x' });
  const all = [join(root, 'z.txt'), join(root, 'missing.txt'), '/dev/null'];
  expect((await listed(all, root)).sort()).toEqual(['file-unreadable', 'file-unreadable', 'z.txt']);
});
