/** With a package of three small files in the shape of the real one; the real one runs in embedded.test.ts. */
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from './account.ts';
import { binaries } from './binaries.ts';

const ROOT = process.getuid?.() === 0;
let folder: string;
let source: string;
let caches: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-binaries-'));
  await chmod(folder, 0o755);
  source = join(folder, 'node_modules', 'linux-x64');
  caches = [join(folder, 'cache-1'), join(folder, 'cache-2')];
  for (const part of ['bin', 'lib']) await mkdir(join(source, 'native', part), { recursive: true });
  await writeFile(join(source, 'package.json'), '{"version": "18.4.0"}');
  for (const name of ['initdb', 'postgres']) await writeFile(join(source, 'native/bin', name), name, { mode: 0o755 });
  await writeFile(join(source, 'native/lib/libx.so.6.1'), 'library');
  await writeFile(join(source, 'native/lib/libx.a'), 'not needed to run');
  const links = ['libx.so.6', 'libx.so'].map((name) => ({
    source: 'native/lib/libx.so.6.1',
    target: `native/lib/${name}`,
  }));
  await writeFile(join(source, 'native/pg-symlinks.json'), JSON.stringify(links));
});
afterEach(async () => {
  await chmod(join(source, 'native', 'lib'), 0o755);
  await rm(folder, { recursive: true });
});

const home = async (account: Account | null = null): Promise<string> =>
  dirname(dirname(dirname((await binaries({ account, source, caches })).postgres)));
const link = (at: string): Promise<string> => readlink(join(at, 'native/lib/libx.so.6'));

/** Makes node_modules a place where we make no links: another's for root, read-only for others. */
async function shut(): Promise<void> {
  if (ROOT) await chown(source, 65533, 65533);
  else await chmod(join(source, 'native', 'lib'), 0o555);
}

test('runs where npm put it, once the links are made; many at once do no harm', async () => {
  expect(new Set(await Promise.all(Array.from({ length: 8 }, () => home())))).toEqual(new Set([source]));
  expect(await link(source)).toBe('libx.so.6.1');
  await shut();
  expect(await home()).toBe(source);
});

describe('where node_modules is not ours to change', () => {
  beforeEach(shut);

  test('runs from a copy, made once, even by many at once', async () => {
    const found = await Promise.all(Array.from({ length: 8 }, () => home()));
    expect(new Set(found)).toEqual(new Set([join(caches[0]!, 'linux-x64-18.4.0')]));
    expect(await link(found[0]!)).toBe('libx.so.6.1');
    expect(await readdir(caches[0]!)).toEqual(['linux-x64-18.4.0']);
    expect((await lstat(join(found[0]!, 'native/bin/postgres'))).mode & 0o111).toBe(0o111);
    expect(await readdir(join(found[0]!, 'native/lib'))).not.toContain('libx.a');
    await expect(lstat(join(source, 'native/lib/libx.so'))).rejects.toThrow('ENOENT');
  });
  test.each<[string, (at: string) => Promise<unknown>]>([
    ['a file is gone', (at) => rm(join(at, 'native/lib/libx.so.6.1'))],
    ['a file is cut', (at) => writeFile(join(at, 'native/bin/postgres'), '')],
    ['a link is gone', (at) => rm(join(at, 'native/lib/libx.so'))],
  ])('makes the copy whole again when %s', async (_, harm) => {
    const at = await home();
    await harm(at);
    expect(await home()).toBe(at);
    expect(await link(at)).toBe('libx.so.6.1');
    expect(await readFile(join(at, 'native/bin/postgres'), 'utf8')).toBe('postgres');
    expect(await readdir(caches[0]!)).toEqual(['linux-x64-18.4.0']);
  });
  test('a folder that others may write is not run from', async () => {
    await mkdir(caches[0]!);
    await chmod(caches[0]!, 0o777);
    expect(dirname(await home())).toBe(caches[1]);
  });
  test('a link in the place of the folder is not followed', async () => {
    await mkdir(join(folder, 'elsewhere'));
    await symlink(join(folder, 'elsewhere'), caches[0]!);
    expect(dirname(await home())).toBe(caches[1]);
  });
  test.runIf(ROOT)('a folder of another user is not run from', async () => {
    await mkdir(caches[0]!);
    await chown(caches[0]!, 65533, 65533);
    expect(dirname(await home())).toBe(caches[1]);
  });
  test('no folder at all is told with the reason of each', async () => {
    for (const cache of caches) await writeFile(cache, 'a file');
    const message = expect.stringMatching(/cache-1.*cache-2/);
    await expect(home()).rejects.toMatchObject({ code: 'database-start', message });
  });
});

test('runs from a copy where the server’s account cannot reach node_modules', async () => {
  const account = { uid: 65533, gid: 65533 };
  await chmod(join(folder, 'node_modules'), 0o700);
  expect(dirname(await home(account))).toBe(caches[0]);
  caches.unshift(join(folder, 'node_modules', 'cache'));
  expect(dirname(await home(account))).toBe(caches[1]);
});

test.runIf(ROOT)('a strict umask at install time does not keep the server’s account out', async () => {
  const account = { uid: 65533, gid: 65533 };
  for (const part of ['bin', 'lib']) await chmod(join(source, 'native', part), 0o700);
  await chmod(join(source, 'native/bin/postgres'), 0o700);
  await chmod(join(source, 'native/lib/libx.so.6.1'), 0o600);
  const at = await home(account);
  expect(dirname(at)).toBe(caches[0]);
  expect((await lstat(join(at, 'native/lib'))).mode & 0o777).toBe(0o755);
  expect((await lstat(join(at, 'native/lib/libx.so.6.1'))).mode & 0o777).toBe(0o644);
  expect((await lstat(join(at, 'native/bin/postgres'))).mode & 0o777).toBe(0o755);
});
