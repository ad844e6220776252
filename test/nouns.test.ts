/** Nouns are told once: each has a name in both languages and a sentence, and the tables hold what the program says they hold. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Noun } from '../src/model/noun.ts';
import * as codes from '../src/model/codes.ts';
import { VIEW_TABLES } from '../src/record/tables.ts';
import { testDatabase, type TestDatabase } from './database.ts';
import { ROOT, sources } from './sources.ts';

/** Everything that a file of the model exports as a noun. */
async function nouns(): Promise<[string, Noun][]> {
  const files = await sources((path) => /^src\/model\/[^/]+\.ts$/.test(path) && !path.includes('.test'));
  const modules = await Promise.all(
    [...files.keys()].map(
      async (path) => (await import(pathToFileURL(join(ROOT, path)).href)) as Record<string, unknown>,
    ),
  );
  return modules.flatMap((m) => Object.entries(m).filter(([name]) => name.endsWith('Noun'))) as [string, Noun][];
}

describe('nouns', () => {
  test('have a name of their own, a label in both languages, a sentence and a schema', async () => {
    const all = await nouns();
    expect(all.map(([name]) => name).sort()).toEqual(
      ['ActorNoun', 'ClaimNoun', 'JudgementNoun', 'PlaceNoun', 'ReportNoun', 'RuleNoun', 'SourceNoun'].sort(),
    );
    for (const [name, noun] of all) {
      expect(noun.name, name).toBe(name.replace(/Noun$/, '').toLowerCase());
      expect(noun.label.en, name).toMatch(/^[A-Z][a-z ]+$/);
      expect(noun.label.ar, name).toMatch(/^[\u0600-\u06ff ]+$/);
      expect(noun.description, name).toMatch(/^\S.{15,}\.$/);
      expect(noun.schema, name).toBeInstanceOf(z.ZodType);
    }
    expect(new Set(all.map(([, n]) => n.label.ar)).size).toBe(all.length);
  });
  test('say it in a way that other programs read: each has a JSON Schema', async () => {
    for (const [name, noun] of await nouns())
      expect(
        Object.keys(z.toJSONSchema(noun.schema, { unrepresentable: 'any', io: 'input' })).length,
        name,
      ).toBeGreaterThan(1);
  });
  test('code lists hold each code once', () => {
    const lists = Object.entries(codes as Record<string, unknown>).filter((e): e is [string, string[]] =>
      Array.isArray(e[1]),
    );
    expect(lists.length).toBeGreaterThan(15);
    for (const [name, list] of lists) expect(new Set(list).size, name).toBe(list.length);
    expect(Object.keys(codes.GRADE_NAMES_AR).sort()).toEqual([...codes.GRADES].sort());
    expect(Object.keys(codes.COMPARABLE_UNITS)).toEqual([...codes.RULE_UNITS]);
  });
});

interface Column extends Record<string, unknown> {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
}

/** What differs between the tables of the database and what the program says of its views. */
function drift(columns: readonly Column[]): string[] {
  const found: string[] = [];
  for (const { name: table, key, group, columns: said } of Object.values(VIEW_TABLES)) {
    const held = new Map(columns.filter((c) => c.table === table).map((c) => [c.name, c]));
    const wanted = { ...said, since: 'bigint', until: 'bigint' } as Record<string, string>;
    for (const [name, type] of Object.entries(wanted))
      if (held.get(name)?.type !== type)
        found.push(`${table}.${name}: ${type} in the program, ${held.get(name)?.type ?? 'nothing'} in the database`);
    for (const name of held.keys()) if (!(name in wanted)) found.push(`${table}.${name}: in the database only`);
    for (const name of [...key, group, 'since'])
      if (held.get(name)?.nullable !== false) found.push(`${table}.${name}: may be null`);
    if (held.get('until')?.nullable !== true) found.push(`${table}.until: may not be null`);
  }
  return found;
}

describe('the tables of the database', () => {
  let db: TestDatabase;
  let columns: Column[];
  beforeAll(async () => {
    db = await testDatabase();
    columns = await db.store.read((q) =>
      q<Column>(
        `select table_name as table, column_name as name, data_type as type, is_nullable = 'YES' as nullable
         from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`,
      ),
    );
  });
  afterAll(() => db.close());

  test('are as the program says of its views', () => expect(drift(columns)).toEqual([]));
  test('that have a begin and an end are all views of the program', () => {
    const versioned = columns.filter((c) => c.name === 'until').map((c) => c.table);
    expect([...new Set(versioned)].sort()).toEqual(
      Object.values(VIEW_TABLES)
        .map((t) => t.name as string)
        .sort(),
    );
  });
  test.each<[string, (all: Column[]) => Column[], RegExp]>([
    [
      'a column that went away',
      (all) => all.filter((c) => c.name !== 'withdrawn'),
      /report\.withdrawn: boolean in the program, nothing/,
    ],
    [
      'a column of another type',
      (all) => all.map((c) => (c.name === 'k' ? { ...c, type: 'integer' } : c)),
      /mention\.k: bigint in the program, integer/,
    ],
    [
      'a column that the program does not know',
      (all) => [...all, { table: 'claim', name: 'mood', type: 'text', nullable: true }],
      /claim\.mood: in the database only/,
    ],
    [
      'a key that may be null',
      (all) => all.map((c) => (c.name === 'claim_no' ? { ...c, nullable: true } : c)),
      /claim\.claim_no: may be null/,
    ],
    [
      'a row that is born dead',
      (all) => all.map((c) => (c.name === 'until' ? { ...c, nullable: false } : c)),
      /until: may not be null/,
    ],
  ])('%s is found', (_, change, what) => {
    expect(drift(change(columns)).join('\n')).toMatch(what);
  });
});
