/**
 * Makes a new cluster. It is made aside and renamed into place when it is whole: a start that was killed leaves no
 * half-made one, and of two processes that make one at once the second finds the first one's and uses it.
 */
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DaybookError } from '../model/errors.ts';
import type { Binaries } from './binaries.ts';
import { passwordFile, type Place } from './place.ts';
import { run } from './run.ts';
import { ROLES } from './roles.ts';

const INITDB = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-instructions'];
// One collation on every machine: bytes for order, Unicode for case.
const LOCALE = ['--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF-8'];
/** Only the login `daybook`, only from this machine, only with its password; nobody comes in as the superuser. */
const ACCESS = `local all daybook scram-sha-256\nhost all daybook 127.0.0.1/32 scram-sha-256\n`;
const MAJOR = '18';

/** Sees to it that there is a cluster, of the version that we ship. */
export async function ensureCluster(place: Place, programs: () => Promise<Binaries>): Promise<void> {
  const version = await readFile(join(place.data, 'PG_VERSION'), 'utf8').catch((error) => absent(error, place));
  if (version === null) return makeCluster(place, await programs());
  if (version.trim() !== MAJOR) {
    const detail = `${place.data} was written by PostgreSQL ${version.trim()}; this is ${MAJOR}`;
    throw new DaybookError('database-start', { detail });
  }
}

function absent(cause: { code?: string }, place: Place): null {
  if (cause.code === 'ENOENT') return null;
  throw new DaybookError('database-start', { detail: `${place.data} belongs to another user` }, { cause });
}

async function makeCluster(place: Place, { initdb, postgres }: Binaries): Promise<void> {
  const home = dirname(place.data);
  await sweep(home);
  const making = await mkdtemp(`${place.data}.new-`);
  const own = async (path: string): Promise<void> => {
    if (place.account) await chown(path, place.account.uid, place.account.gid);
  };
  try {
    await own(making);
    const inside = place.inside === place.data ? making : place.inside;
    const at = { cwd: making, account: place.account };
    await run(initdb, ['-D', inside, ...INITDB, ...LOCALE], at);
    const secret = randomBytes(24).toString('base64url');
    // Without a server: the superuser is never reachable from outside, not even now.
    await run(postgres, ['--single', '-D', inside, 'postgres'], { ...at, input: logins(secret) });
    await writeFile(join(making, 'pg_hba.conf'), ACCESS);
    await writeFile(passwordFile(making), secret, { mode: 0o600 });
    await own(passwordFile(making));
    await rename(making, place.data).catch((error) => lostRace(error, place));
    await synced(home);
  } catch (cause) {
    if (cause instanceof DaybookError) throw cause;
    throw new DaybookError('database-start', { detail: told(cause as Error, place) }, { cause });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** Some containers give a root that may be no one else, or a user without a name. */
function told({ message }: Error, { account }: Place): string {
  if (/could not look up effective user/.test(message)) return `${message} (it needs a line in /etc/passwd)`;
  const barred = account && /EPERM|EINVAL|EACCES/.test(message);
  return barred ? `${message} (root may not start it as account ${account.uid}; run as an ordinary user)` : message;
}

/** For `postgres --single`, which takes a line for a statement. */
const logins = (secret: string): string =>
  [
    `create role daybook login noinherit createdb password '${secret}'`,
    ...ROLES.map((role) => `create role ${role} nologin`),
    `grant ${ROLES.join(', ')} to daybook with inherit false, set true`,
    'create database daybook owner daybook',
  ].join('\n') + '\n';

async function lostRace(error: unknown, place: Place): Promise<void> {
  if (!(await stat(join(place.data, 'PG_VERSION')).catch(() => null))) throw error;
}

/** What killed starts left behind; ten minutes, so that nobody's work of this moment goes. */
async function sweep(home: string): Promise<void> {
  for (const name of (await readdir(home)).filter((n) => n.startsWith('postgres.new-'))) {
    const made = await stat(join(home, name)).catch(() => null);
    if (made && Date.now() - made.mtimeMs > 600_000) await rm(join(home, name), { recursive: true, force: true });
  }
}

/** The rename itself must outlive a power cut. Windows can't open a folder, and needs not. */
async function synced(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
