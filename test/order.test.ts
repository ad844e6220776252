/** The folders of src are the pipeline, in order: imports run one way, pure stages stay pure, no cycle closes. */
import { beforeAll, describe, expect, test } from 'vitest';
import { importsOf } from './imports.ts';
import { cycles, ORDER, violations } from './order.ts';
import { inSrc, isCode, isTest, sources } from './sources.ts';
import { sqlIn } from './sql-lint.ts';

let real: Map<string, string>;
beforeAll(async () => {
  real = await sources((path) => inSrc(path) && isCode(path));
});

test('the source keeps to the order of its folders', () => {
  expect(real.size).toBeGreaterThan(100);
  expect(violations(real).map((v) => `${v.path}:${v.line}: ${v.what}`)).toEqual([]);
});

test('and its imports are really seen', () => {
  const seen = [...real].flatMap(([path, text]) => importsOf(path, text));
  expect(seen.length).toBeGreaterThan(500);
});

/** Files that write to the database by SQL of their own. */
const writers = (files: ReadonlyMap<string, string>): string[] =>
  [...files]
    .filter(([, text]) => sqlIn(text).some((sql) => /\b(insert into|update \w+ set|delete from)\b/i.test(sql)))
    .map(([path]) => path);

test('only record writes the record, and store what it keeps itself', () => {
  const program = new Map([...real].filter(([path]) => !isTest(path)));
  expect(writers(program).filter((path) => !/^src\/(record|store)\//.test(path))).toEqual([]);
  expect(writers(program).length).toBeGreaterThan(1);
  expect(writers(new Map([['src/operations/a.ts', 'await q(`insert into entry values (1)`);']]))).toHaveLength(1);
  expect(writers(new Map([['src/operations/a.ts', "await q('select updated from entry');"]]))).toEqual([]);
});

/** Violations of a few planted files, as text. */
const found = (files: Record<string, string>): string[] =>
  violations(new Map(Object.entries(files))).map((v) => `${v.path}:${v.line}: ${v.what}`);

describe('planted sources', () => {
  test.each<[string, string, RegExp]>([
    ['a value', "import { x } from '../record/views.ts';", /extract imports record/],
    ['a type', "import type { X } from '../record/views.ts';", /extract imports record/],
    ['an inline type', "import { type X } from '../record/views.ts';", /extract imports record/],
    ['a bare import', "import '../record/views.ts';", /extract imports record/],
    ['a re-export', "export { x } from '../record/views.ts';", /extract imports record/],
    ['a re-export of all', "export * from '../record/views.ts';", /extract imports record/],
    ['a type re-export', "export type { X } from '../record/views.ts';", /extract imports record/],
    ['import() in a value', "const x = await import('../record/views.ts');", /extract imports record/],
    ['import() in a type', "let x: import('../record/views.ts').X;", /extract imports record/],
    ['require', "const x = require('../record/views.ts');", /extract imports record/],
    ['a worker’s address', "new URL('../record/worker.mjs', import.meta.url);", /extract imports record/],
    ['a computed import', 'const x = await import(name);', /computed/],
    ['import() with a template', 'const x = await import(`../record/${n}.ts`);', /computed/],
    ['a file of the top', "import { x } from '../main.ts';", /comes after it/],
    ['a file outside', "import { x } from '../../test/database.ts';", /outside src/],
    ['a test', "import { x } from './other.test.ts';", /is for tests/],
    ['a part of Node', "import { readFile } from 'node:fs';", /is pure and imports node:fs/],
    ['a part of Node without prefix', "import { readFile } from 'fs';", /is pure and imports fs/],
    ['a driver', "import type pg from 'pg';", /is pure and imports pg/],
  ])('%s is refused', (_, text, what) => {
    expect(found({ 'src/extract/a.ts': text }).join('\n')).toMatch(what);
  });

  test.each<[string, string, string]>([
    ['its own folder', 'src/extract/a.ts', "import { x } from './b.ts';"],
    ['a folder above', 'src/extract/a.ts', "import type { X } from '../model/claim.ts';"],
    ['zod in a noun', 'src/model/a.ts', "import * as z from 'zod';"],
    ['Node in a stage with effects', 'src/store/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['Node in the test of a pure stage', 'src/model/a.test.ts', "import { readFile } from 'node:fs/promises';"],
    ['the test database in a test', 'src/record/a.test.ts', "import { testDatabase } from '../../test/database.ts';"],
    [
      'words in a comment or string',
      'src/extract/a.ts',
      "// import '../record/a.ts'\nconst s = 'import ../record/a.ts';",
    ],
    ['everything from the top', 'src/main.ts', "import { x } from './site/site.ts';"],
  ])('%s is let pass', (_, path, text) => {
    expect(found({ [path]: text })).toEqual([]);
  });

  test.each(ORDER.slice(1).map((folder, i) => [ORDER[i]!, folder]))('%s does not import %s', (above, below) => {
    expect(found({ [`src/${above}/a.ts`]: `import '../${below}/b.ts';` })).toHaveLength(1);
    expect(found({ [`src/${below}/a.ts`]: `import '../${above}/b.ts';` })).toEqual([]);
  });

  test('a folder that is in no list is refused', () => {
    expect(found({ 'src/utils/a.ts': '' }).join()).toMatch(/no folder of the list/);
    expect(found({ 'src/other.ts': '' }).join()).toMatch(/no folder of the list/);
  });

  test('a cycle is refused, also one of types alone', () => {
    const files = new Map([
      ['src/model/a.ts', "import type { B } from './b.ts';"],
      ['src/model/b.ts', "export type { C } from './c.ts';"],
      ['src/model/c.ts', "let a: import('./a.ts').A;"],
      ['src/model/d.ts', "import './a.ts';"],
    ]);
    expect(cycles(files)).toEqual([['src/model/a.ts', 'src/model/b.ts', 'src/model/c.ts', 'src/model/a.ts']]);
    files.set('src/model/c.ts', '');
    expect(cycles(files)).toEqual([]);
  });
});
