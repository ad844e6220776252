/** A database of its own for each test that asks, made from a migrated template and opened through the real store. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openStore, type Store } from '../src/store/connection.ts';
import { MIGRATIONS, migrationsIn } from '../src/store/migrations.ts';

export interface TestDatabase {
  /** Give it as databaseUrl to open the same database again. */
  url: string;
  store: Store;
  /** Ends the store and drops the database. */
  close(): Promise<void>;
}

/** A fresh database at the schema of the given migrations (null: an empty one). */
export async function testDatabase(migrations: string | null = MIGRATIONS): Promise<TestDatabase> {
  const server = inject('databaseUrl');
  if (!server) throw new Error('vitest.config.ts does not name test/global-setup.ts');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const from = migrations === MIGRATIONS ? await template(server) : 'template0';
  await alone(server, [`create database ${name} template ${from} strategy file_copy`]);
  const url = nameIn(server, name);
  const store = await openStore({ dataDir: '', databaseUrl: url, migrations });
  const close = async (): Promise<void> => {
    await store.close();
    await alone(server, [`drop database ${name} with (force)`]);
  };
  return { url, store, close };
}

const nameIn = (url: string, database: string): string => url.replace(/\/daybook\?/, `/${database}?`);

/** Each statement on a connection outside any transaction. */
async function alone(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}

let made: Promise<string> | undefined;
const template = (server: string): Promise<string> => (made ??= makeTemplate(server));

/** Made once a run, by whichever of its threads is first; the others wait for the lock. Named by what it was made from. */
async function makeTemplate(server: string): Promise<string> {
  const files = await migrationsIn(MIGRATIONS);
  const name = `template_${files.length}_${files.map((file) => file.sha256.slice(0, 8)).join('')}`.slice(0, 60);
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('template'))");
    const found = await client.query('select from pg_database where datname = $1 and datistemplate', [name]);
    if (found.rowCount) return name;
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template template0`);
    const store = await openStore({ dataDir: '', databaseUrl: nameIn(server, name) });
    await store.close();
    await client.query(`alter database ${name} is_template true`);
    return name;
  } finally {
    await client.end();
  }
}
