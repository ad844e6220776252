import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test/database.ts';
import { openStore } from './connection.ts';
import { migrate } from './migrations.ts';

let folder: string;
let db: TestDatabase;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-migrations-'));
  db = await testDatabase(null);
});
afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});
const file = (name: string, sql: string): Promise<void> => writeFile(join(folder, name), sql);
const tables = async (): Promise<unknown[]> => {
  const rows = await db.store.read((q) => q('select tablename from pg_tables where schemaname = $1', ['public']));
  return rows.map((r) => r.tablename).sort();
};
const ONE = 'create table one (x int); grant select on one to daybook_reader;';

test('applies files in order, once, and says which', async () => {
  await file('0001_one.sql', ONE);
  await file('0002_two.sql', 'create table two (x int); create index two_x on two (x);');
  await file('schema.sql', 'not a migration');
  expect(await migrate(db.store, folder)).toEqual(['0001_one.sql', '0002_two.sql']);
  expect(await migrate(db.store, folder)).toEqual([]);
  await file('0003_three.sql', 'alter table one add y int');
  expect(await migrate(db.store, folder)).toEqual(['0003_three.sql']);
  expect(await tables()).toEqual(['migration', 'one', 'two']);
});

test('nothing to do is one query', async () => {
  await file('0001_one.sql', ONE);
  await migrate(db.store, folder);
  let asked = 0;
  const read: typeof db.store.read = (fn) =>
    db.store.read((q) => fn(Object.assign((...args: Parameters<typeof q>) => (asked++, q(...args)), q) as typeof q));
  const own = (): never => expect.unreachable();
  await migrate({ ...db.store, read, own }, folder);
  expect(asked).toBe(1);
});

test('two processes at once apply each file once', async () => {
  await file('0001_one.sql', `${ONE} select pg_sleep(0.1);`);
  await file('0002_two.sql', 'create table two (x int)');
  const stores = await Promise.all(
    [1, 2, 3].map(() => openStore({ dataDir: '', databaseUrl: db.url, migrations: null })),
  );
  const done = await Promise.all(stores.map((store) => migrate(store, folder)));
  expect(done.flat().sort()).toEqual(['0001_one.sql', '0002_two.sql']);
  await Promise.all(stores.map((store) => store.close()));
});

test('a file that fails half way leaves nothing of itself, and what went before stays', async () => {
  await file('0001_one.sql', ONE);
  await file('0002_two.sql', 'create table two (x int);\ncreate table three (x nonsense);');
  const detail = expect.stringMatching(/statement 2 of 0002_two\.sql.*nonsense/);
  await expect(migrate(db.store, folder)).rejects.toMatchObject({ code: 'database-schema', message: detail });
  expect(await tables()).toEqual(['migration', 'one']);
  await file('0002_two.sql', 'create table two (x int)');
  expect(await migrate(db.store, folder)).toEqual(['0002_two.sql']);
});

test('line ends of the checkout do not count', async () => {
  await file('0001_one.sql', 'create table one (x int);\n');
  await migrate(db.store, folder);
  await file('0001_one.sql', 'create table one (x int);\r\n');
  expect(await migrate(db.store, folder)).toEqual([]);
});

describe('refuses', () => {
  beforeEach(async () => {
    await file('0001_one.sql', ONE);
    await file('0002_two.sql', 'create table two (x int)');
    await migrate(db.store, folder);
  });
  test('a file that changed after it was applied', async () => {
    await file('0001_one.sql', `${ONE} `);
    await expect(migrate(db.store, folder)).rejects.toMatchObject({
      code: 'database-schema',
      message: expect.stringMatching(/0001_one/),
    });
  });
  test('a database that a newer version wrote', async () => {
    await rm(join(folder, '0002_two.sql'));
    await expect(migrate(db.store, folder)).rejects.toMatchObject({
      code: 'database-schema',
      message: expect.stringMatching(/migration 2/),
    });
  });
  test('a gap in the numbers', async () => {
    await file('0004_four.sql', 'select 1');
    await expect(migrate(db.store, folder)).rejects.toMatchObject({
      code: 'database-schema',
      message: expect.stringMatching(/0004_four/),
    });
  });
  test('to open a store at all on such a database', async () => {
    await rm(join(folder, '0002_two.sql'));
    const opening = openStore({ dataDir: '', databaseUrl: db.url, migrations: folder });
    await expect(opening).rejects.toMatchObject({ code: 'database-schema' });
  });
});
