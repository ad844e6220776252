/**
 * Brings the database's schema forward: numbered files, each in one transaction as daybook_owner, one statement per
 * call, under a lock. An applied file never changes and never goes back: its hash is kept and compared.
 */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DaybookError } from '../model/errors.ts';
import type { Query } from './query.ts';
import { statements } from './statements.ts';

/** The migrations that ship with Daybook. */
export const MIGRATIONS = fileURLToPath(new URL('../../sql', import.meta.url));

// "dbmi", as an advisory lock of the transaction (session locks don't survive a pooler).
const LOCK = 0x64626d69;
const TABLE = [
  `create table if not exists migration (number integer primary key, name text not null, sha256 text not null,
    applied_at timestamptz not null)`,
  'grant select on migration to daybook_reader, daybook_writer',
];

interface Migration {
  number: number;
  name: string;
  sha256: string;
  sql: string;
}
type Applied = Record<string, unknown> & Pick<Migration, 'number' | 'name' | 'sha256'>;

/** The part of a store that migrating needs (all of it would close a cycle: opening a store migrates it). */
interface Migratable {
  read<T>(fn: (q: Query) => Promise<T>): Promise<T>;
  own<T>(fn: (q: Query) => Promise<T>): Promise<T>;
}

/** Applies what is missing; one query when nothing is. Returns the names of the files that it applied. */
export async function migrate(store: Migratable, folder = MIGRATIONS): Promise<string[]> {
  const files = await migrationsIn(folder);
  const pending = after(files, await store.read(applied).catch(noneYet));
  const done: string[] = [];
  for (const file of pending) if (await store.own((q) => apply(q, file, files))) done.push(file.name);
  return done;
}

/** Reads the numbered files of a folder, in order; line ends don't count in the hash. */
export async function migrationsIn(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
  const files = names.map(async (name, i) => {
    const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
    if (Number(name.slice(0, 4)) !== i + 1) throw schemaError(`${name} is not number ${i + 1} of its folder`);
    return { number: i + 1, name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
  return Promise.all(files);
}

const schemaError = (detail: string, cause?: unknown): DaybookError =>
  new DaybookError('database-schema', { detail }, { cause });

const applied = (q: Query): Promise<Applied[]> =>
  q<Applied>('select number, name, sha256 from migration order by number');

/** A database without the table has seen no migration. */
function noneYet(error: { code?: string }): Applied[] {
  if (error.code === '42P01') return [];
  throw error;
}

/** The files not yet applied, once those that are have been found unchanged. */
function after(files: Migration[], done: Applied[]): Migration[] {
  for (const row of done) {
    const file = files[row.number - 1];
    if (!file) throw schemaError(`it holds migration ${row.number} (${row.name})`);
    if (file.sha256 !== row.sha256) throw schemaError(`${file.name} is not the file that was applied`);
  }
  return files.slice(done.length);
}

async function apply(q: Query, file: Migration, files: Migration[]): Promise<boolean> {
  await q('select pg_advisory_xact_lock($1)', [LOCK]);
  for (const sql of TABLE) await q(sql);
  if (!after(files, await applied(q)).includes(file)) return false; // another process was first
  for (const [i, sql] of statements(file.sql).entries()) {
    await q(sql).catch((cause: Error) => {
      throw schemaError(`statement ${i + 1} of ${file.name}: ${cause.message}`, cause);
    });
  }
  await q('insert into migration values ($1, $2, $3, $4)', [file.number, file.name, file.sha256, new Date()]);
  return true;
}
