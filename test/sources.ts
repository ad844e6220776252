/** The files of the checkout as text: what git would track, nothing installed or made by a run. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const MADE = new Set(['node_modules', 'daybook-data', 'coverage', 'part', '.git']);

/** Paths from the root, with slashes, sorted. Without git (an unpacked archive) the folders are walked. */
export async function paths(): Promise<string[]> {
  try {
    const out = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    const listed = out.split('\0').filter(Boolean);
    if (listed.length) return listed.sort();
  } catch {
    // No git here: fall through to the walk.
  }
  return (await walk('')).sort();
}

async function walk(under: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(ROOT, under), { withFileTypes: true })) {
    const path = under ? `${under}/${entry.name}` : entry.name;
    if (entry.isDirectory()) found.push(...(MADE.has(entry.name) ? [] : await walk(path)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

/** Texts of the files that `which` picks; a file that a running change has just taken away is left out. */
export async function sources(which: (path: string) => boolean): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const path of (await paths()).filter(which)) {
    try {
      found.set(path, readFileSync(join(ROOT, path), 'utf8'));
    } catch (e) {
      if ((e as NodeJS.ErrnoException).code !== 'ENOENT') throw e;
    }
  }
  return found;
}

export const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path);
export const inSrc = (path: string): boolean => path.startsWith('src/');
/** Tests and what only tests use. */
export const isTest = (path: string): boolean =>
  /\.(test|test-support|testing)\.tsx?$/.test(path) || /\/fixtures[./]/.test(path);
