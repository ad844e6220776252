import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test/database.ts';
import { openStore, type Store } from './connection.ts';
import { retryable } from './retry.ts';

let db: TestDatabase;
let store: Store;
beforeAll(async () => {
  db = await testDatabase();
  store = db.store;
});
afterAll(() => db.close());

const row = async (expression: string, params: unknown[] = []): Promise<unknown> =>
  (await store.read((q) => q(`select ${expression} as v`, params)))[0]!.v;

/** As the login itself, past the store. */
async function asLogin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: db.url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
const killOthers = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

describe('values come out whole', () => {
  test.each<[string, string, unknown]>([
    ['int8', '9007199254740991::int8', 9007199254740991],
    ['count', '(select count(*) from generate_series(1, 2))', 2],
    ['int8[]', "'{1,NULL,-3}'::int8[]", [1, null, -3]],
    ['numeric', '1.10::numeric', '1.10'],
    ['numeric[]', 'array[0.1::numeric]', ['0.1']],
    ['timestamptz', "'2023-11-09 02:30:00.123456+03'::timestamptz", '2023-11-08T23:30:00.123456Z'],
    ['timestamptz, whole second', "'2023-11-08 23:30:00Z'::timestamptz", '2023-11-08T23:30:00.000000Z'],
    ['timestamptz[]', "array['2023-11-08 23:30:00.5Z'::timestamptz]", ['2023-11-08T23:30:00.500000Z']],
    ['date', "'2023-11-08'::date", '2023-11-08'],
    ['jsonb', `'{"a": [1, "ب"]}'::jsonb`, { a: [1, 'ب'] }],
    ['jsonb[]', `array['{"a": 1}'::jsonb]`, [{ a: 1 }]],
    ['bytea', "'\\x00ff'::bytea", Buffer.from([0, 255])],
    ['bytea[]', "array['\\x00ff'::bytea]", [Buffer.from([0, 255])]],
    ['null', 'null::int8', null],
  ])('%s', async (_, expression, value) => {
    expect(await row(expression)).toEqual(value);
  });

  test('an int8 beyond what a number holds is refused', async () => {
    await expect(row('9007199254740992::int8')).rejects.toThrow(/9007199254740992/);
  });
  test('an instant that was just read finds its row', async () => {
    const found = await store.read(async (q) => {
      const [r] = await q<{ at: string }>("select '2023-11-08 23:30:00.123457Z'::timestamptz as at");
      return q("select from (select '2023-11-08 23:30:00.123457Z'::timestamptz as at) t where at = $1", [r!.at]);
    });
    expect(found).toHaveLength(1);
  });
  test('bytes go in and come out, alone and in lists', async () => {
    const bytes = randomBytes(1000);
    expect(await row('$1::bytea', [bytes])).toEqual(bytes);
    expect(await row('$1::bytea[]', [[bytes, bytes]])).toEqual([bytes, bytes]);
  });
});

describe('a transaction', () => {
  test('reads one snapshot', async () => {
    const counts = await store.read(async (q) => {
      const count = async (): Promise<unknown> => (await q('select count(*) as n from idem'))[0]!.n;
      const before = await count();
      await store.write((w) => w('insert into idem values ($1, 1, 1)', [randomBytes(4).toString('hex')]));
      return [before, await count()];
    });
    expect(counts[0]).toBe(counts[1]);
  });
  test('keeps nothing when its function throws', async () => {
    const work = store.write(async (q) => {
      await q("insert into idem values ('thrown', 1, 1)");
      throw new Error('on purpose');
    });
    await expect(work).rejects.toThrow('on purpose');
    expect(await store.read((q) => q("select from idem where key = 'thrown'"))).toEqual([]);
  });
  test('says so when a failed statement was swallowed and nothing was kept', async () => {
    const work = store.write(async (q) => {
      await q("insert into idem values ('swallowed', 1, 1)");
      await q('select 1/0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('nothing of it was kept');
  });
  test('refuses to be asked after its end', async () => {
    const q = await store.read(async (inner) => ({ inner }));
    await expect(q.inner('select 1')).rejects.toThrow('has ended');
  });
  test('takes questions asked at once in turn', async () => {
    const answers = await store.read((q) => Promise.all([1, 2, 3].map((n) => q('select $1::int as n', [n]))));
    expect(answers.flat()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });
  test.each([
    [0, []],
    [10, [10]],
    [25, [10, 10, 5]],
  ])('streams %i rows in batches', async (rows, sizes) => {
    const seen = await store.read(async (q) => {
      const batches: number[] = [];
      for await (const batch of q.stream('select generate_series(1, $1::int)', [rows], 10)) batches.push(batch.length);
      return batches;
    });
    expect(seen).toEqual(sizes);
  });
  test('a stream left early or failing gives its place back', async () => {
    const seen = await store.read(async (q) => {
      for await (const _ of q.stream('select generate_series(1, 100)', [], 10)) break;
      return q('select name from pg_cursors');
    });
    expect(seen).toEqual([]);
    const failing = store.read(async (q) => {
      for await (const _ of q.stream('select 1/(5 - i) from generate_series(1, 9) i', [], 3)) continue;
    });
    await expect(failing).rejects.toThrow('division by zero');
  });
});

describe('what each role may do', () => {
  const ENTRY = "insert into entry values ($1, 'k', '2023-11-08Z', 'by', '', '')";
  test.each<[string, 'read' | 'write', string]>([
    ['the reader does not write', 'read', "insert into idem values ('x', 1, 1)"],
    ['the writer does not change entries', 'write', "update entry set kind = 'x'"],
    ['the writer does not delete entries', 'write', 'delete from entry'],
    ['the writer does not empty entries', 'write', 'truncate entry'],
    ['the writer does not delete from views', 'write', 'delete from claim'],
    ['the writer does not rewrite views', 'write', "update claim set body = '{}'"],
    ['the writer does not make tables', 'write', 'create table mine (x int)'],
  ])('%s', async (_, way, sql) => {
    await expect(store[way]((q) => q(sql))).rejects.toThrow(/permission denied|read-only/);
  });
  test('the writer adds entries and ends rows of views', async () => {
    await store.write((q) => q(ENTRY, [1]));
    await store.write((q) => q('update claim set until = 1 where report_id = 0'));
  });
  test('the reader is not only held by read-only transactions', async () => {
    const work = store.write(async (q) => {
      await q('set local role daybook_reader');
      await q(ENTRY, [2]);
    });
    await expect(work).rejects.toThrow('permission denied');
  });
  test('the login outside a transaction of ours has none of their rights', async () => {
    await expect(asLogin('select from entry')).rejects.toThrow('permission denied');
  });
});

describe('when connections fail', () => {
  test('a killed connection fails its transaction as retryable, and the next one works', async () => {
    const killed = store.read(async (q) => {
      await asLogin(killOthers);
      return q('select 1');
    });
    const error = await killed.catch((e: unknown) => e);
    expect(retryable(error)).toBe(true);
    expect(await row('1')).toBe(1);
  });
  test('idle connections killed from outside are replaced', async () => {
    await Promise.all(Array.from({ length: 8 }, () => row('pg_sleep(0.01)')));
    await asLogin(killOthers);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await Promise.all(Array.from({ length: 8 }, () => row('1')))).toEqual(Array(8).fill(1));
  });
  test.each([
    ['nobody listens', 'postgresql://daybook:x@127.0.0.1:1/daybook', 'database-unreachable'],
    ['no address at all', 'nonsense', 'database-unreachable'],
    ['no such name', 'postgresql://daybook:x@nowhere.invalid/daybook', 'database-unreachable'],
    ['wrong password', () => inject('databaseUrl').replace(/:[^:@/]+@/, ':wrong@'), 'database-unreachable'],
    ['no such database', () => inject('databaseUrl').replace('/daybook?', '/nothing?'), 'database-unreachable'],
  ])('%s is told as what people can fix', async (_, url, code) => {
    const databaseUrl = typeof url === 'string' ? url : url();
    const error = await openStore({ dataDir: '', databaseUrl }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code });
    expect(JSON.stringify(error)).not.toContain('wrong@');
  });
  test('closing twice is closing once', async () => {
    const again = await openStore({ dataDir: '', databaseUrl: db.url });
    await Promise.all([again.close(), again.close()]);
    await expect(again.read((q) => q('select 1'))).rejects.toThrow();
  });
});

test('reads take the pooled address, writes the direct one', async () => {
  const directUrl = `${db.url}&application_name=direct`;
  const both = await openStore({ dataDir: '', databaseUrl: db.url, directUrl });
  const name = "select current_setting('application_name') as v";
  expect(await both.read((q) => q(name))).toEqual([{ v: 'daybook' }]);
  expect(await both.write((q) => q(name))).toEqual([{ v: 'direct' }]);
  await both.close();
});

test('the data folder is not touched where there is a server', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-'));
  const dataDir = join(folder, 'data');
  await (await openStore({ dataDir, databaseUrl: db.url })).close();
  await expect(rm(dataDir, { recursive: true })).rejects.toThrow('ENOENT');
  await rm(folder, { recursive: true });
});
