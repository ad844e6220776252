/**
 * The embedded PostgreSQL: real, started from the binaries that npm installed, its data in `<dataDir>/postgres`.
 *
 * Who stops it: the last one out. Every process holds one connection, its seat, with a shared lock; one that leaves
 * gives the lock up and tries for it alone: who gets it was the last and stops the server. So Ctrl-C on the only
 * process stops everything, one of two leaves the other's server alone, and a killed process (its seat goes with it)
 * leaves a server running to which the next one attaches, and which that one stops. Session locks are safe here and
 * only here: no pooler stands between.
 *
 * Who starts it: anyone who finds none. PostgreSQL's own lock file lets one of two live; the other attaches. When the
 * server dies under us (kill -9), the seat is lost, which starts it again; its callers see a retryable error.
 */
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { DaybookError } from '../model/errors.ts';
import { binaries, type Binaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { password, placeIn, socketFolder, type Place } from './place.ts';
import { lastWords, livePostmaster, portInsteadOf, startPostmaster, stopPostmaster } from './postmaster.ts';

export interface Embedded {
  url: string;
  /** Resolves when the server is there: at once, but for the moments in which it is being started again. */
  ready(): Promise<void>;
  /** Leaves, and stops the server when no other process uses it. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  /** Beyond the small settings that it has anyway. */
  settings?: Record<string, string>;
  log?: (line: string) => void;
}

/** How long a server may take before anyone gives up: long enough to recover from a crash under load. */
const PATIENCE = 120_000;
// "dbst": the seats' lock, in the database `daybook`.
const SEATS = 0x64627374;

/** Starts the server of dataDir, or attaches to the one that runs. */
export async function openEmbedded({ dataDir, settings, log = () => {} }: EmbeddedOptions): Promise<Embedded> {
  const place = await placeIn(dataDir);
  const programs = once(() => binaries({ account: place.account }));
  const means: Means = { programs, settings };
  let leaving = false;
  const sit = async (): Promise<pg.Client> => {
    const client = await takeSeat(place, means);
    means.port = client.host.startsWith('/') ? null : client.port;
    client.once('end', () => {
      if (leaving) return;
      log('the embedded PostgreSQL went away; starting it again');
      void again().catch((error: Error) => log(error.message));
    });
    return client;
  };
  const again = (): Promise<pg.Client> => {
    lost = null;
    seat = sit();
    seat.catch((error: unknown) => (lost = error));
    return seat;
  };
  let lost: unknown = null;
  let seat = sit();
  return {
    url: await urlOf(place, await seat),
    // One that could not be started again is tried anew by the next who asks.
    ready: async () => void (await (lost ? again() : seat)),
    close: async () => {
      leaving = true;
      const client = await seat.catch(() => null);
      if (client && (await lastOut(client))) await stopPostmaster(place, programs);
      await client?.end().catch(() => undefined);
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

interface Means {
  programs: () => Promise<Binaries>;
  settings?: Record<string, string>;
  /** Where it was before: started again it must be found at the same port (null: at its socket). */
  port?: number | null;
}

/** Attaches; where there is nothing to attach to, starts it and tries again. */
async function takeSeat(place: Place, { programs, settings, port: before }: Means): Promise<pg.Client> {
  const patience = Date.now() + PATIENCE;
  let started: ChildProcess | null = null;
  for (let failures = 0; Date.now() < patience; await pause(5)) {
    const client = await attach(place);
    if (client) return client;
    if (started ? !ended(started) : await livePostmaster(place)) continue;
    // One that ended at once lost a race, or old sessions of a killed server still hold its memory: a little later.
    if (started && ++failures > 6) break;
    if (failures) await pause(25 * 2 ** failures);
    await ensureCluster(place, programs);
    const port = before === undefined ? await portInsteadOf(await socketFolder(place.data)) : before;
    started = await startPostmaster(place, { programs: await programs(), settings, port });
  }
  throw new DaybookError('database-start', { detail: await lastWords(place) });
}

const ended = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** A seat at the running server; null when none runs, or it is not up yet, or going down. */
async function attach(place: Place): Promise<pg.Client | null> {
  const secret = await password(place.data);
  if (secret === null) return null;
  const way = { ...(await wayTo(place)), user: 'daybook', password: secret, database: 'daybook' };
  const client = new pg.Client({
    ...way,
    application_name: 'daybook seat',
    ssl: false,
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {}); // its end is what is acted on
  try {
    await client.connect();
    const { rows } = await client.query('select pg_try_advisory_lock_shared($1) as seated', [SEATS]);
    if (rows[0].seated) return client;
  } catch (cause) {
    const code = String((cause as { code?: string }).code);
    if (!/^28|^3D|^42/.test(code)) return null;
    throw new DaybookError('database-start', { detail: (cause as Error).message }, { cause });
  }
  await client.end().catch(() => undefined);
  return null;
}

/** Host and port as postmaster.pid tells them: line 4 is the port, line 6 the address where it listens on one. */
async function wayTo(place: Place): Promise<{ host: string; port: number }> {
  const lines = (await readFile(join(place.data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const port = Number(lines[3]) || 5432;
  const address = lines[5]?.trim();
  return { port, host: address || (await socketFolder(place.data)) };
}

async function urlOf(place: Place, client: pg.Client): Promise<string> {
  const secret = await password(place.data);
  return `postgresql://daybook:${secret}@/daybook?host=${encodeURIComponent(client.host)}&port=${client.port}&ssl=0`;
}

/** Gives up the shared lock, then tries for it alone: of all who leave, exactly the last gets it. */
async function lastOut(client: pg.Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [SEATS]);
    const { rows } = await client.query('select pg_try_advisory_lock($1) as last', [SEATS]);
    return rows[0].last;
  } catch {
    return false; // the server is gone already
  }
}
