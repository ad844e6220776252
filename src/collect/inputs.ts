import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { DaybookError } from '../model/errors.ts';
import { unreadable } from './trouble.ts';

/** A file to read; `size` is what the file system says, and is not trusted when reading. */
export interface InputFile {
  path: string;
  size: number;
}

/** Folders hold reports at any depth; hidden files, installed packages and the assets of saved pages are no reports. */
const isPassedOver = (name: string, siblings: ReadonlySet<string>): boolean =>
  name.startsWith('.') ||
  name === 'node_modules' ||
  (name.endsWith('_files') && ['.html', '.htm'].some((ending) => siblings.has(name.slice(0, -6) + ending)));

/** Every file under the paths, each once, in the same order every time; links inside a folder are not followed. */
export async function* listInputs(paths: readonly string[]): AsyncGenerator<InputFile | DaybookError> {
  const seen = new Set<string>();
  for (const path of [...new Set(paths)].sort()) yield* under(path, seen);
}

async function* under(path: string, seen: Set<string>): AsyncGenerator<InputFile | DaybookError> {
  try {
    const real = await realpath(path);
    if (seen.has(real)) return;
    seen.add(real);
    const stats = await stat(path);
    if (stats.isDirectory()) yield* inFolder(path, seen);
    else if (stats.isFile()) yield { path, size: stats.size };
    else yield new DaybookError('file-unreadable', { detail: 'it is no regular file' }, { where: { file: path } });
  } catch (e) {
    yield unreadable(path, e);
  }
}

async function* inFolder(folder: string, seen: Set<string>): AsyncGenerator<InputFile | DaybookError> {
  const names = (await readdir(folder)).sort();
  const siblings = new Set(names);
  for (const name of names) {
    if (isPassedOver(name, siblings)) continue;
    const path = join(folder, name);
    const link = await lstat(path).catch(() => null);
    if (!link?.isSymbolicLink()) yield* under(path, seen);
  }
}

/** How much there is to read, for a progress bar; what cannot be read counts as one file of no bytes. */
export async function countInputs(paths: readonly string[]): Promise<{ files: number; bytes: number }> {
  const total = { files: 0, bytes: 0 };
  for await (const input of listInputs(paths)) {
    total.files += 1;
    if (!(input instanceof DaybookError)) total.bytes += input.size;
  }
  return total;
}

export const endingOf = (path: string): string => extname(path).toLowerCase();
/** The file's name without folder and ending. */
export const stemOf = (path: string): string => basename(path, extname(path));
