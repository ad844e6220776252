/** Where the embedded server's things are: its data, its log, its password, and the way that processes reach it. */
import { createHash, randomUUID } from 'node:crypto';
import { lstat, mkdir, readFile, readlink, realpath, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DaybookError } from '../model/errors.ts';
import { reaches, serverAccount, type Account } from './account.ts';

export interface Place {
  /** `<dataDir>/postgres`: the cluster, closed to all but the server's account (and root). */
  data: string;
  log: string;
  account: Account | null;
  /**
   * How the server itself names its data. Where its account may not pass through a folder above (a checkout under
   * /root), it is started inside and names it by its own working directory, which asks for no such passage.
   */
  inside: string;
}

/** Makes the data folder where it is missing and says where all is. */
export async function placeIn(dataDir: string): Promise<Place> {
  await mkdir(dataDir, { recursive: true });
  const home = await realpath(dataDir);
  const named = join(home, 'postgres');
  const data = await realpath(named).catch(() => named); // it may be a link to another disk
  const account = await serverAccount(data);
  return { data, account, log: join(home, 'postgres.log'), inside: await insideName(account, data) };
}

async function insideName(account: Account | null, data: string): Promise<string> {
  if (await reaches(account, dirname(data))) return data;
  if (process.platform === 'linux') return '/proc/self/cwd';
  const detail = `root starts it as another account, which cannot pass through the folders above ${data}`;
  throw new DaybookError('database-start', { detail });
}

export const passwordFile = (data: string): string => join(data, 'daybook.password');

/** The login's password; only the server's account and root can read it. Null before the cluster is there. */
export async function password(data: string): Promise<string | null> {
  try {
    return await readFile(passwordFile(data), 'utf8');
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return null;
    throw new DaybookError('database-start', { detail: `${data} belongs to another user` }, { cause });
  }
}

/** sun_path holds 104 bytes on macOS and 108 on Linux; the socket's own name takes 16. */
const LONGEST = 86;

/**
 * The folder to name when connecting to the socket, which stands in the data folder. A long path is reached through a
 * short link among the temporary files; a link that another user made is never followed.
 */
export async function socketFolder(data: string): Promise<string> {
  if (Buffer.byteLength(data) <= LONGEST) return data;
  const hash = createHash('sha256').update(data).digest('hex').slice(0, 16);
  const uid = process.getuid?.() ?? 0;
  const shared = Buffer.byteLength(tmpdir()) <= 40 ? tmpdir() : '/tmp';
  for (const name of [`daybook-${uid}-${hash}`, `daybook-${uid}-${randomUUID().slice(0, 8)}`]) {
    const link = join(shared, name);
    await symlink(data, link).catch(() => undefined);
    const owner = (await lstat(link)).uid;
    if (owner === uid && (await readlink(link).catch(() => '')) === data) return link;
  }
  throw new DaybookError('database-start', { detail: `no short way to the socket in ${data}` });
}
