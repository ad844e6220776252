/** The server's main process: starting it, telling whether it lives, stopping it. */
import { spawn, execFileSync, type ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { open, readFile, readlink, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { ENVIRONMENT, run } from './run.ts';

/** Small settings: the rest is PostgreSQL's own. fsync stays on. */
const SETTINGS: Record<string, string> = {
  shared_buffers: '64MB',
  max_connections: '100',
  unix_socket_directories: '.', // in the data folder, which is closed to others, and short however deep that lies
  unix_socket_permissions: '0600',
  password_encryption: 'scram-sha-256',
  log_timezone: 'UTC',
  timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
};

const LOG_LIMIT = 10 * 2 ** 20;

export interface StartOptions {
  programs: Binaries;
  settings?: Record<string, string>;
  /** A port of 127.0.0.1, where there are no sockets to use. */
  port: number | null;
}

/**
 * Starts the server in the background, apart from our terminal: Ctrl-C is for us, and we stop it in our own time. It
 * holds its own lock (postmaster.pid): where two are started, one ends.
 */
export async function startPostmaster(place: Place, { programs, settings, port }: StartOptions): Promise<ChildProcess> {
  const network = port
    ? { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' }
    : { listen_addresses: '' };
  const all = Object.entries({ ...SETTINGS, ...network, ...settings });
  const args = ['-D', place.inside, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const size = await stat(place.log)
    .then((log) => log.size)
    .catch(() => 0);
  if (size > LOG_LIMIT) await rename(place.log, `${place.log}.1`);
  const log = await open(place.log, 'a', 0o600);
  try {
    const stdio: ['ignore', number, number] = ['ignore', log.fd, log.fd];
    const child = spawn(programs.postgres, args, {
      cwd: place.data,
      env: ENVIRONMENT,
      detached: true,
      stdio,
      ...place.account,
    });
    child.on('error', (error) => appendFileSync(place.log, `FATAL: ${error.message}\n`)); // it could not even be run
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

/** The process named in postmaster.pid, if it is alive and ours; null when the file is missing or left over. */
export async function livePostmaster(place: Place): Promise<number | null> {
  const path = join(place.data, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (await runsHere(pid, place)) return pid;
  // Its number may by now be another process, which PostgreSQL would take for a server: take the file away.
  if (alive(pid) && (await readFile(path, 'utf8').catch(() => '')) === text) await rm(path, { force: true });
  return null;
}

/** Whether there is a process of that number, whoever’s. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** Process numbers are used again, after a reboot or in a container: it must be a server at work in this folder. */
async function runsHere(pid: number, place: Place): Promise<boolean> {
  if (!alive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === place.data;
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(place.data);
  } catch {
    return false;
  }
}

/** Fast shutdown: ends the sessions, writes all down. Resolves when the data folder is free again. */
export async function stopPostmaster(place: Place, programs: () => Promise<Binaries>): Promise<void> {
  const pid = await livePostmaster(place);
  if (pid === null) return;
  if (process.platform === 'win32') {
    const { pgCtl } = await programs();
    return run(pgCtl, ['stop', '-D', place.data, '-m', 'fast'], { cwd: place.data, account: null });
  }
  process.kill(pid, 'SIGINT');
  const patience = Date.now() + 30_000;
  while ((await livePostmaster(place)) === pid && Date.now() < patience) await pause(5);
}

/** The end of the server's log, for the error that says why it did not start. */
export async function lastWords(place: Place): Promise<string> {
  const lines = (await readFile(place.log, 'utf8').catch(() => '')).trim().split('\n');
  const telling = lines.slice(-40).filter((line) => /FATAL|PANIC|ERROR|error while loading|DETAIL/.test(line));
  return (telling.length ? telling : lines).slice(-2).join(' ') || `nothing in ${place.log}`;
}

/** A port that is free now; null where the folder takes sockets, which are better. */
export async function portInsteadOf(folder: string): Promise<number | null> {
  if (process.platform !== 'win32' && (await listens(join(folder, `try-${process.pid}`)))) return null;
  return (await listens(0)) as number;
}

/** Opens a listener for a moment. Returns its port (true for a socket's path), null when it can't be opened. */
function listens(at: string | number): Promise<number | true | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(typeof at === 'string' ? { path: at } : { port: at, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : true));
    });
  });
}
