/** On a server whose superuser the test may be: how logins of every standing are met. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DaybookError } from '../model/errors.ts';
import { openStore, type Store } from './connection.ts';
import { openEmbedded, type Embedded } from './embedded.ts';
import { placeIn } from './place.ts';
import { livePostmaster } from './postmaster.ts';
import { ROLES } from './roles.ts';

let folder: string;
let server: Embedded;
let admin: pg.Client;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-roles-'));
  server = await openEmbedded({ dataDir: folder, settings: { fsync: 'off' } });
  const place = await placeIn(folder);
  await writeFile(join(place.data, 'pg_hba.conf'), 'local all all trust\nhost all all 127.0.0.1/32 trust\n');
  process.kill((await livePostmaster(place))!, 'SIGHUP');
  admin = await superuser('daybook');
});
afterAll(async () => {
  await admin.end();
  await server.close();
  await rm(folder, { recursive: true });
});

const urlFor = (login: string, database: string): string =>
  server.url.replace(/\/\/[^@]*@\/\w+/, `//${login}@/${database}`);

async function superuser(database: string): Promise<pg.Client> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: urlFor('postgres', database) });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tries > 100) throw error; // the new pg_hba.conf has not been read yet
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

// A server that has never seen Daybook's roles, but for the login that holds the seat.
beforeEach(async () => {
  await admin.query('drop database if exists desk with (force)');
  for (const name of [...ROLES, 'maker', 'plain', 'second']) await admin.query(`drop role if exists ${name}`);
  await admin.query('create role maker login createrole');
  await admin.query('create role plain login');
});

const open = (login: string): Promise<Store> => openStore({ dataDir: '', databaseUrl: urlFor(login, 'desk') });
const refusal = (login: string): Promise<DaybookError> =>
  open(login).then(
    () => expect.unreachable(),
    (error: DaybookError) => error,
  );
const works = async (store: Store): Promise<void> => {
  expect(await store.read((q) => q('select current_user::text as u'))).toEqual([{ u: 'daybook_reader' }]);
  await store.close();
};
/** What an administrator does with the SQL of an error. */
async function runRemedy(error: DaybookError): Promise<void> {
  const desk = await superuser('desk');
  await desk.query(error.remedy.slice(error.remedy.indexOf('\n') + 1));
  await desk.end();
}

test('a login that may create roles needs no help, and two at once are no trouble', async () => {
  await admin.query('create database desk owner maker');
  const stores = await Promise.all([open('maker'), open('maker'), open('maker')]);
  await Promise.all(stores.map(works));
  const tables = await superuser('desk');
  const { rows } = await tables.query("select distinct tableowner from pg_tables where schemaname = 'public'");
  await tables.end();
  expect(rows).toEqual([{ tableowner: 'daybook_owner' }]);
});

test('one that may not is told the SQL, which is all that it takes', async () => {
  await admin.query('create database desk owner plain');
  const error = await refusal('plain');
  expect(error).toMatchObject({ code: 'database-roles', remedy: expect.stringContaining('create role daybook_owner') });
  await runRemedy(error);
  await works(await open('plain'));
});

test('so is one in a database of someone else', async () => {
  await admin.query('create database desk');
  const error = await refusal('maker');
  expect(error).toMatchObject({ code: 'database-roles', remedy: expect.stringContaining('on schema public') });
  await runRemedy(error);
  await works(await open('maker'));
});

test('roles that another login made are not taken over', async () => {
  await admin.query('create database desk owner maker');
  await works(await open('maker'));
  await admin.query('create role second login createrole');
  await admin.query('alter database desk owner to second');
  const error = await refusal('second');
  expect(error).toMatchObject({ code: 'database-roles', remedy: expect.stringMatching(/\ngrant daybook_owner/) });
  expect(error.remedy).not.toContain('create role');
  await runRemedy(error);
  await works(await open('second'));
});

test('a superuser is refused, with the SQL for a login of its own', async () => {
  await admin.query('create database desk');
  const error = await refusal('postgres');
  expect(error).toMatchObject({ code: 'database-superuser', remedy: expect.stringContaining('create role daybook ') });
  await admin.query('alter role daybook rename to other');
  await runRemedy(error);
  await works(await open('daybook'));
  await admin.query('drop database desk with (force)');
  await admin.query('drop role daybook');
  await admin.query('alter role other rename to daybook');
});

test('a login that is put among the roles does not inherit them', async () => {
  await admin.query('create database desk owner maker');
  await works(await open('maker'));
  const login = new pg.Client({ connectionString: urlFor('maker', 'desk') });
  await login.connect();
  await expect(login.query('select from entry')).rejects.toThrow('permission denied');
  await login.end();
});
