import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the labelled data, the gold corpus and the scorers: beside the checkout, never inside it. */
export const SHARED = resolve(process.env['DAYBOOK_SHARED'] ?? fileURLToPath(new URL('../../shared', import.meta.url)));

export const PROJECT = fileURLToPath(new URL('..', import.meta.url));

export const shared = (...path: string[]): string => join(SHARED, ...path);

export const readLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
