/** The schema as reviewed, and the rules that keep the way to many machines open. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dumpSchema } from '../src/store/dump.ts';
import { MIGRATIONS, migrationsIn } from '../src/store/migrations.ts';
import { statements } from '../src/store/statements.ts';
import { testDatabase, type TestDatabase } from './database.ts';
import { KEYS, lintForms, lintSchema, SMALL, sqlIn } from './sql-lint.ts';

const SOURCES = fileURLToPath(new URL('../src', import.meta.url));
const DUMP = join(MIGRATIONS, 'schema.sql');
const HEAD =
  '-- The database as the migrations leave it. Written by UPDATE_SCHEMA=1 npx vitest run test/schema.test.ts\n\n';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test('sql/schema.sql is what the migrations make', async () => {
  const now = HEAD + (await db.store.read(dumpSchema));
  if (process.env.UPDATE_SCHEMA) await writeFile(DUMP, now);
  expect(now).toBe(await readFile(DUMP, 'utf8'));
});

test('the dump tells each kind of change', async () => {
  const before = await db.store.read(dumpSchema);
  const changes = [
    'alter table idem add column x text',
    'alter table idem alter column first drop not null',
    "alter table idem alter column key set default ''",
    'alter table idem alter column first type numeric',
    'alter table idem alter column key type text collate "C"',
    'alter table idem add constraint short check (length(key) < 100)',
    'create index idem_first on idem (first)',
    'create index idem_first on idem (first) where first > 1',
    'grant delete on idem to daybook_writer',
    'grant update (first) on idem to daybook_reader',
    'grant select on idem to public',
    'create view all_of_them as select * from idem',
    'create sequence numbers',
    'create function f() returns int language sql return 1',
    "create type mood as enum ('a')",
  ];
  const dumps = await Promise.all(changes.map((sql) => dumpAfter(sql)));
  expect(new Set([before, ...dumps]).size).toBe(changes.length + 1);
  expect(await db.store.read(dumpSchema)).toBe(before);
});

/** The dump with the change made, which is then taken back. */
async function dumpAfter(sql: string): Promise<string> {
  let dump = '';
  const work = db.store.own(async (q) => {
    await q(sql);
    dump = await dumpSchema(q);
    throw new Error('taken back');
  });
  await expect(work).rejects.toThrow('taken back');
  return dump;
}

describe('the rules of scale.md', () => {
  test('hold in every migration', async () => {
    const files = await migrationsIn(MIGRATIONS);
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((file) => statements(file.sql).flatMap(lintSchema))).toEqual([]);
  });
  test('hold in the SQL of the program', async () => {
    const names = (await readdir(SOURCES, { recursive: true })).filter(
      (n) => /\.tsx?$/.test(n) && !n.includes('.test.'),
    );
    const texts = await Promise.all(names.map((name) => readFile(join(SOURCES, name), 'utf8')));
    const found = texts.flatMap(sqlIn);
    expect(found.length).toBeGreaterThan(5);
    expect(found.flatMap(lintForms)).toEqual([]);
  });
  test('know every table that there is', async () => {
    const rows = await db.store.read((q) =>
      q("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')"),
    );
    expect(rows.map((r) => r.relname).sort()).toEqual([...Object.keys(KEYS), ...SMALL].sort());
  });

  test.each<[number, string]>([
    [1, 'create table entry (seq bigint, kind text primary key)'],
    [1, 'create table claim (claim_no bigint, report_id bigint, primary key (claim_no, report_id))'],
    [1, 'create table claim (report_id bigint, claim_no bigint)'],
    [1, 'create table report (report_id bigint primary key, code text unique)'],
    [1, 'create table report (report_id bigint primary key, code text, unique (code))'],
    [1, 'create unique index report_code on report (code)'],
    [1, 'CREATE UNIQUE INDEX report_code ON report USING btree (code) WHERE until IS NULL'],
    [1, 'alter table link add constraint one unique (report_id, claim_no)'],
    [1, 'create table entry (seq bigserial primary key)'],
    [1, 'create table entry (seq bigint generated always as identity primary key)'],
    [1, "create table entry (seq bigint primary key default nextval('s'))"],
    [1, 'create table unheard_of (id bigint primary key)'],
    [3, 'create table claim (report_id bigint references report (code), primary key (report_id))'],
    [3, 'create table link (incident_id bigint, report_id bigint references report, primary key (incident_id))'],
    [3, 'alter table idem add foreign key (first) references entry (seq)'],
    [3, 'alter table claim add foreign key (claim_no) references mention (claim_no)'],
    [4, 'create trigger t before update on entry for each row execute function f()'],
    [4, 'create constraint trigger t after insert on entry execute function f()'],
    [4, 'create or replace rule r as on update to entry do instead nothing'],
    [4, 'create table idem (k text, exclude using gist (k with =))'],
    [4, 'create table idem (x int) inherits (entry)'],
    [4, 'merge into claim using x on true when matched then delete'],
    [4, 'create function f(x int) returns int language sql return x'],
    [5, 'update claim set until = extract(epoch from now())'],
    [5, 'insert into idem values (1) on conflict (key) do update set at = current_timestamp'],
    [5, 'with u as (update idem set key = random()::text returning 1) select 1'],
  ])('rule %i catches: %s', (rule, sql) => {
    expect(lintSchema(sql).map((finding) => finding.rule)).toContain(rule);
  });
  test.each([
    'create table entry (seq bigint primary key, at timestamptz not null)',
    'create table claim (report_id bigint, claim_no bigint, primary key (report_id, claim_no))',
    'create table mention (report_id bigint, claim_no bigint, primary key (report_id, claim_no), foreign key (report_id, claim_no) references claim (report_id, claim_no))',
    'create table report (report_id bigint primary key, source text references source (id))',
    "insert into idem values ('merge into a trigger; update x set y = now()')",
    '-- create trigger\nselect 1',
    'select now()',
  ])('and lets pass: %s', (sql) => {
    expect(lintSchema(sql)).toEqual([]);
  });
  test('SQL is found in a file of the program', () => {
    const source =
      "const a = 'update claim set until = 1'; const b = `\n  merge into claim`; const c = 'updated'; it's";
    expect(sqlIn(source)).toEqual(['update claim set until = 1', '\n  merge into claim']);
  });
});
