/** One embedded PostgreSQL for the whole run, in a temporary folder that goes with it. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { binaries } from '../src/store/binaries.ts';
import { openEmbedded } from '../src/store/embedded.ts';
import { placeIn } from '../src/store/place.ts';
import { alive, stopPostmaster } from '../src/store/postmaster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

// Nothing of a test run needs to outlive a power cut; databases are made and dropped by the dozen.
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

const PREFIX = 'daybook-test-';

/** What runs that were killed left behind: a server, and its folder. */
async function sweep(): Promise<void> {
  for (const name of (await readdir(tmpdir())).filter((n) => n.startsWith(PREFIX))) {
    const pid = Number(name.split('-')[2]);
    if (!pid || alive(pid)) continue;
    const folder = join(tmpdir(), name);
    await stopPostmaster(await placeIn(folder), () => binaries({ account: null })).catch(() => undefined);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const server = await openEmbedded({ dataDir: folder, settings });
  project.provide('databaseUrl', server.url);
  return async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
}
