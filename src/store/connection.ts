/** The store: pools of connections, and the three kinds of transaction that the rest of Daybook may open. */
import pg from 'pg';
import { DaybookError } from '../model/errors.ts';
import { openEmbedded, type Embedded } from './embedded.ts';
import { MIGRATIONS, migrate } from './migrations.ts';
import type { Query } from './query.ts';
import { prepareRoles } from './roles.ts';
import { rowTypes } from './rows.ts';
import { transact, type Role } from './transaction.ts';

export type { Query } from './query.ts';

export interface Store {
  /** Whether the PostgreSQL is the one that Daybook starts itself. */
  embedded: boolean;
  /** One snapshot for all that fn asks (repeatable read, read only), as daybook_reader. */
  read<T>(fn: (q: Query) => Promise<T>): Promise<T>;
  /** One transaction as daybook_writer. */
  write<T>(fn: (q: Query) => Promise<T>): Promise<T>;
  /** One transaction as daybook_owner: migrate, rebuild. */
  own<T>(fn: (q: Query) => Promise<T>): Promise<T>;
  /** Ends the connections, and the embedded server unless another process uses it. May be called twice. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** The folder of the embedded server; not touched where databaseUrl is given. */
  dataDir: string;
  /** A server of one's own, PostgreSQL ≥ 15; may lead through a pooler in transaction mode. */
  databaseUrl?: string;
  /** The same database past the pooler, for migrations and writing. */
  directUrl?: string;
  /** Folder of numbered migrations to bring the database to; null leaves its schema alone. */
  migrations?: string | null;
  log?: (line: string) => void;
}

/** Opens the store: starts or attaches to the embedded server, or connects to databaseUrl; makes roles; migrates. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { databaseUrl, log = () => {}, migrations = MIGRATIONS } = options;
  const server = databaseUrl ? null : await openEmbedded({ dataDir: options.dataDir, log });
  const url = databaseUrl || server!.url;
  const reading = openPool(url, 10, log);
  const writing = openPool(options.directUrl || url, 4, log);
  const store = storeOn({ reading, writing, server });
  try {
    await reached(prepareRoles(writing));
    if (migrations) await migrate(store, migrations);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

/** Writers have connections of their own: however many pages are being read, the record can be written. */
function storeOn({ reading, writing, server }: { reading: pg.Pool; writing: pg.Pool; server: Embedded | null }): Store {
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await Promise.all([reading.end(), writing.end()]);
    await server?.close();
  };
  const on =
    (pool: pg.Pool, role: Role) =>
    async <T>(fn: (q: Query) => Promise<T>): Promise<T> => {
      await server?.ready();
      return transact(pool, role, fn);
    };
  return {
    embedded: server !== null,
    read: on(reading, 'daybook_reader'),
    write: on(writing, 'daybook_writer'),
    own: on(writing, 'daybook_owner'),
    close: () => (closed ??= close()),
  };
}

function openPool(connectionString: string, max: number, log: (line: string) => void): pg.Pool {
  const options = { max, types: rowTypes, connectionTimeoutMillis: 10_000, keepAlive: true, allowExitOnIdle: true };
  const pool = new pg.Pool({ connectionString, application_name: 'daybook', ...options } as pg.PoolConfig);
  // Without these two a connection that dies, idle or at work, would end the process.
  pool.on('error', (error) => log(`a database connection was lost: ${error.message}`));
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** A server that can't be reached at the start is a thing for people to fix, told as such. */
async function reached<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof DaybookError) throw cause;
    const { message, code } = cause as { message?: string; code?: string };
    throw new DaybookError('database-unreachable', { detail: message || code || String(cause) }, { cause });
  }
}
