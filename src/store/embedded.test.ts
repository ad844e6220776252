import { execFileSync, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from './connection.ts';
import { openEmbedded } from './embedded.ts';
import { placeIn } from './place.ts';
import { livePostmaster } from './postmaster.ts';
import { retryable } from './retry.ts';

const ROOT = process.getuid?.() === 0;
let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-embedded-'));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = (dir = dataDir): Promise<Store> => openStore({ dataDir: dir, migrations: null });
const pidOf = async (dir = dataDir): Promise<number | null> => livePostmaster(await placeIn(dir));
const put = (store: Store, sql: string): Promise<unknown> => store.own((q) => q(sql));
const urlOf = async (dir = dataDir): Promise<string> => {
  const server = await openEmbedded({ dataDir: dir });
  await server.close();
  return server.url;
};

/** Kills the server; returns when another has been started in its place (its sessions answer for a moment longer). */
async function killServer(dir = dataDir): Promise<void> {
  const before = (await pidOf(dir))!;
  process.kill(before, 'SIGKILL');
  await expect.poll(async () => (await pidOf(dir)) ?? before, { timeout: 10_000 }).not.toBe(before);
}

/** Asks until the answer is no longer a retryable error. */
async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (!retryable(error) || tries > 400) throw error;
      await pause(25);
    }
  }
}

test('two that start at once on an empty folder share one server; the last to leave stops it', async () => {
  const stores = await Promise.all([open(), open(), open()]);
  const pid = await pidOf();
  await put(stores[0]!, 'create table kept (x int)');
  expect(await stores[1]!.own((q) => q('select * from kept'))).toEqual([]);
  await stores[0]!.close();
  await stores[2]!.close();
  expect(await pidOf()).toBe(pid);
  expect(await stores[1]!.read((q) => q('select 1 as x'))).toEqual([{ x: 1 }]);
  await stores[1]!.close();
  expect(await pidOf()).toBeNull();
  await expect(stat(join(dataDir, 'postgres', 'postmaster.pid'))).rejects.toThrow('ENOENT');
});

test('stopped and started again it holds what it held; leaving and coming at once never strand anyone', async () => {
  for (let round = 0; round < 3; round++) {
    const before = await open();
    const [next] = await Promise.all([open(), before.close()]);
    expect(await next.own((q) => q('select * from kept'))).toEqual([]);
    await next.close();
  }
  const all = await Promise.all([open(), open(), open()]);
  await Promise.all(all.map((store) => store.close()));
  expect(await pidOf()).toBeNull();
});

test('it is safe, and ours alone', async () => {
  const store = await open();
  const [settings] = await store.read((q) =>
    q(`select current_setting('fsync') as fsync, current_setting('listen_addresses') as listens,
      current_setting('data_checksums') as checksums, datlocale, pg_encoding_to_char(encoding) as encoding,
      (select string_agg(rolname, ',') from pg_roles where rolsuper) as superusers, session_user::text as login
      from pg_database where datname = current_database()`),
  );
  expect(settings).toMatchObject({ fsync: 'on', listens: '', checksums: 'on', encoding: 'UTF8', datlocale: 'C.UTF-8' });
  expect(settings).toMatchObject({ superusers: 'postgres', login: 'daybook' });
  expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700);
  expect((await stat(join(dataDir, 'postgres', 'daybook.password'))).mode & 0o777).toBe(0o600);
  expect((await stat(join(dataDir, 'postgres.log'))).mode & 0o777).toBe(0o600);
  const access = await readFile(join(dataDir, 'postgres', 'pg_hba.conf'), 'utf8');
  expect(access.match(/^\w.*$/gm)?.every((line) => / all daybook .*scram-sha-256$/.test(line))).toBe(true);
  await store.close();
});

describe('another local user', () => {
  let store: Store;
  let url: string;
  beforeAll(async () => {
    store = await open();
    url = await urlOf();
  });
  afterAll(() => store.close());
  const attempt = async (change: (url: string) => string): Promise<unknown> => {
    const client = new pg.Client({ connectionString: change(url) });
    client.on('error', () => {});
    return client.connect().then(
      () => client.end(),
      (error: unknown) => error,
    );
  };
  test('comes in with the password only', async () => {
    expect(await attempt((u) => u)).toBeUndefined();
    expect(await attempt((u) => u.replace(/:[^:@/]+@/, ':wrong@'))).toMatchObject({ code: '28P01' });
    expect(await attempt((u) => u.replace(/:[^:@/]+@/, '@'))).toBeInstanceOf(Error);
  });
  test('does not come in as the superuser at all', async () => {
    expect(await attempt((u) => u.replace('//daybook:', '//postgres:'))).toMatchObject({ code: '28000' });
  });
  test.runIf(ROOT)('does not even reach the socket or the password', () => {
    const socket = join(dataDir, 'postgres', '.s.PGSQL.5432');
    const script = `require('node:net').connect(${JSON.stringify(socket)}).on('error', (e) => console.log(e.code)).on('connect', () => console.log('in'));
      try { require('node:fs').readFileSync(${JSON.stringify(join(dataDir, 'postgres', 'daybook.password'))}); } catch (e) { console.log(e.code) }`;
    const said = execFileSync(process.execPath, ['-e', script], { uid: 65533, gid: 65533, cwd: '/', encoding: 'utf8' });
    expect(said.trim().split('\n')).toEqual(['EACCES', 'EACCES']);
  });
});

describe('after accidents', () => {
  test('killed -9, the server is started again and holds what was acknowledged', async () => {
    const store = await open();
    await put(store, 'insert into kept values (41)');
    await killServer();
    const rows = await eventually(() => store.own((q) => q('select x from kept')));
    expect(rows).toEqual([{ x: 41 }]);
    await store.close();
    expect(await pidOf()).toBeNull();
  });

  test('a file of a dead server that names a living process is no server', async () => {
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n0\n5432\n.\n\n`);
    const store = await open();
    expect(await store.own((q) => q('select x from kept'))).toEqual([{ x: 41 }]);
    await store.close();
  });

  test('our own process killed -9 leaves a server, to which the next attaches and which it stops', async () => {
    const script = `import { openStore } from ${JSON.stringify(fileURLToPath(new URL('connection.ts', import.meta.url)))};
      await openStore({ dataDir: ${JSON.stringify(dataDir)}, migrations: null }); console.log('open');`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const pid = await pidOf();
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    expect(await pidOf()).toBe(pid);
    const store = await open();
    expect(await pidOf()).toBe(pid);
    await store.close();
    expect(await pidOf()).toBeNull();
  });
});

test('works below a path with spaces and quotes, where a start was killed in the making', async () => {
  const dir = join(folder, `with space 'and' "quotes" – ةيبرع`);
  await mkdir(join(dir, 'postgres.new-abc', 'base'), { recursive: true });
  const store = await open(dir);
  expect(await store.read((q) => q('select 1 as x'))).toEqual([{ x: 1 }]);
  await store.close();
});

// As root the server's account may not pass the first folder; for all, the socket's path is too long to be named.
test('works deep below a folder that only its owner may pass', async () => {
  const closed = join(folder, 'closed');
  await mkdir(closed, { mode: 0o700 });
  const dir = join(closed, 'long/'.repeat(30), 'data');
  const [first, second] = await Promise.all([open(dir), open(dir)]);
  await first!.close();
  expect(await second!.read((q) => q('select 1 as x'))).toEqual([{ x: 1 }]);
  await killServer(dir);
  expect(await eventually(() => second!.read((q) => q('select 1 as x')))).toEqual([{ x: 1 }]);
  await second!.close();
  expect(await pidOf(dir)).toBeNull();
});

test('where there are no sockets it listens on this machine only, and asks for the password there too', async () => {
  const port = String(20_000 + (process.pid % 10_000));
  const settings = { unix_socket_directories: '', listen_addresses: '127.0.0.1', port };
  const server = await openEmbedded({ dataDir, settings });
  expect(server.url).toContain(`host=127.0.0.1&port=${port}`);
  const store = await open();
  expect(await store.read((q) => q('select 1 as x'))).toEqual([{ x: 1 }]);
  const client = new pg.Client({ connectionString: server.url.replace(/:[^:@/]+@/, ':wrong@') });
  await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
  await server.close();
  await killServer();
  expect(await eventually(() => store.read((q) => q('select 1 as x')))).toEqual([{ x: 1 }]);
  await store.close();
  expect(await pidOf()).toBeNull();
});

describe('says what is wrong', () => {
  test('with data of another version', async () => {
    const dir = join(folder, 'old');
    await mkdir(join(dir, 'postgres'), { recursive: true });
    await writeFile(join(dir, 'postgres', 'PG_VERSION'), '15\n');
    await expect(open(dir)).rejects.toMatchObject({ code: 'database-start', message: expect.stringContaining('15') });
  });
  test('with settings that the server refuses', async () => {
    const opening = openEmbedded({ dataDir, settings: { shared_buffers: 'none' } });
    const message = expect.stringContaining('shared_buffers');
    await expect(opening).rejects.toMatchObject({ code: 'database-start', message });
  });
});
