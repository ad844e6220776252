/** One transaction on a connection of the pool: begins as a role, commits or rolls back, gives the connection back. */
import type pg from 'pg';
import { DaybookError } from '../model/errors.ts';
import { queryOn, type Query } from './query.ts';

export type Role = 'daybook_owner' | 'daybook_writer' | 'daybook_reader';

/** How each kind of transaction begins. Read committed for writing: the sequencer's lock orders writers, not snapshots. */
const BEGIN: Record<Role, string> = {
  daybook_reader: 'begin isolation level repeatable read read only',
  daybook_writer: 'begin isolation level read committed read write',
  daybook_owner: 'begin isolation level read committed read write',
};

// Set per transaction, never per session, so that a pooler may hand each transaction another connection.
const SETTINGS = `set local time zone 'UTC'; set local datestyle = 'ISO, YMD'; set local search_path = public`;

/** Runs fn in one transaction; a statement that failed inside can't be committed over. */
export async function transact<T>(pool: pg.Pool, role: Role, fn: (q: Query) => Promise<T>): Promise<T> {
  const client = await connect(pool);
  const { q, end } = queryOn(client);
  let broken: Error | boolean = false;
  try {
    await client.query(`${BEGIN[role]}; ${SETTINGS}; set local role ${role}`);
    const value = await fn(q);
    end();
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error('a statement of this transaction failed; nothing of it was kept');
    return value;
  } catch (error) {
    end();
    // A connection that can't even roll back is thrown away, not given to the next.
    await client.query('rollback').catch((e: Error) => (broken = e));
    throw error;
  } finally {
    client.release(broken);
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message || String((cause as { code?: unknown }).code) : String(cause);
    throw new DaybookError('database-unreachable', { detail }, { cause });
  }
}
