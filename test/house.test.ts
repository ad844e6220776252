/** How the house is kept: short files and functions, names that say something, exact pins, a reason for each dependency. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { importsOf } from './imports.ts';
import {
  badExports,
  dependenciesOf,
  emptyNames,
  functions,
  leftovers,
  LINES,
  longFiles,
  loosePins,
  tableOf,
  type Manifest,
} from './house.ts';
import { inSrc, isCode, isTest, paths, ROOT, sources } from './sources.ts';

/** Files over the limit, with the reason. */
const LONG: Record<string, string> = {};
/** Dependencies that nothing imports, with the reason; one that is used leaves the list. */
const SPARE: Record<string, string> = {};

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
const OURS = /^(src|test|bin|evals|bench)\//;
let code: Map<string, string>;
beforeAll(async () => {
  code = await sources((path) => (OURS.test(path) || !path.includes('/')) && isCode(path));
});
const program = (): Map<string, string> => new Map([...code].filter(([path]) => inSrc(path)));

describe('the tree', () => {
  test('holds no file of the program that is too long, unless it is listed with its reason', () => {
    const long = longFiles(program());
    expect(long.filter(({ where }) => !LONG[where])).toEqual([]);
    for (const path of Object.keys(LONG)) expect(code.has(path), path).toBe(true);
  });
  test('holds no function that is too long', () => {
    const all = functions(code).filter(({ where }) => !isTest(where.split(':')[0]!) || inSrc(where));
    expect(all.length).toBeGreaterThan(500);
    const inProgram = all.filter(({ where }) => inSrc(where) && !isTest(where.split(':')[0]!));
    if (process.env.HOUSE) console.log(inProgram.slice(0, 10));
    expect(inProgram.filter(({ lines }) => lines > LINES.function)).toEqual([]);
    // Nineteen of twenty keep to what can be read at a glance.
    expect(inProgram[Math.floor(inProgram.length / 20)]!.lines).toBeLessThanOrEqual(LINES.aim);
  });
  test('names every folder and file by what it holds', async () => {
    expect(
      emptyNames((await paths()).filter((path) => OURS.test(path) || /^(docs|sql|data|samples)\//.test(path))),
    ).toEqual([]);
  });
  test('has no barrel and no default export', () => {
    expect(badExports(code)).toEqual([]);
  });
  test('leaves nothing for later and switches no test off', () => {
    expect(leftovers(code)).toEqual([]);
  });
  test('says in every migration what it is for', async () => {
    const migrations = await sources((path) => /^sql\/\d{4}_\w+\.sql$/.test(path));
    expect(migrations.size).toBeGreaterThan(0);
    for (const [path, sql] of migrations) expect(sql, path).toMatch(/^-- \S.{20,}\n/);
  });
});

describe('package.json', () => {
  test('is private and pins every dependency exactly', () => {
    expect(manifest.private).toBe(true);
    expect(loosePins(manifest)).toEqual([]);
  });
  test('has a reason for every dependency, and there is no reason without one', () => {
    const reasons = tableOf(readFileSync(join(ROOT, 'docs/decisions/dependencies.md'), 'utf8'));
    expect([...reasons.keys()].sort()).toEqual(Object.keys(dependenciesOf(manifest)).sort());
    expect([...reasons].filter(([, why]) => why.length < 15)).toEqual([]);
  });
  test('names no dependency that nothing imports', () => {
    const imported = new Set<string>();
    for (const [path, text] of code)
      for (const { specifier } of importsOf(path, text)) if (specifier) imported.add(specifier);
    const named = [...program().values()].join('\n');
    const unused = Object.keys(manifest.dependencies ?? {}).filter(
      (name) => ![...imported].some((s) => s === name || s.startsWith(`${name}/`)) && !named.includes(`${name}/`),
    );
    expect(unused).toEqual(Object.keys(SPARE));
  });
});

describe('planted defects are caught', () => {
  const one = (text: string, path = 'src/model/a.ts'): Map<string, string> => new Map([[path, text]]);
  const lines = (n: number): string => 'x();\n'.repeat(n);

  test('a long file', () => {
    expect(longFiles(one(lines(301)))).toHaveLength(1);
    expect(longFiles(one(lines(300)))).toEqual([]);
    expect(longFiles(one(lines(301), 'src/model/a.test.ts'))).toEqual([]);
  });
  test.each([
    ['a function', `function f() {\n${lines(60)}}`],
    ['an arrow', `const f = () => {\n${lines(60)}};`],
    ['a method', `class A {\n  f() {\n${lines(60)}}}`],
    ['a function in a function', `function f() { return () => {\n${lines(60)}}; }`],
  ])('%s that is too long', (_, text) => {
    expect(functions(one(text))[0]!.lines).toBeGreaterThan(LINES.function);
  });
  test('but not a group of tests', () => {
    expect(functions(one(`describe('x', () => {\n${lines(90)}});`))).toEqual([]);
  });
  test.each(['src/utils/a.ts', 'src/model/helpers.ts', 'src/common.test.ts', 'src/lib/core/x.ts', 'test/misc.ts'])(
    'the name %s',
    (path) => expect(emptyNames([path])).toEqual([path]),
  );
  test('but not a name that holds such a word', () => {
    expect(emptyNames(['src/model/library.ts', 'src/count/score.ts'])).toEqual([]);
  });
  test.each([
    ['a barrel', "export { a } from './a.ts';\nexport type { B } from './b.ts';"],
    ['export *', "export * from './a.ts';\nexport const b = 1;"],
    ['a default export', 'export default 1;'],
    ['a default function', 'export default function f() {}'],
    ['a name exported as default', 'const a = 1;\nexport { a as default };'],
  ])('%s', (_, text) => {
    expect(badExports(one(text))).toHaveLength(1);
    expect(badExports(one('export const a = 1;'))).toEqual([]);
  });
  test.each([
    ['work for later', `// ${'TO' + 'DO'}: more`],
    ['work for later inside', `f(\n  // ${'FIX' + 'ME'} this\n  1,\n);`],
    ['work for later at the end', `f();\n/* ${'TO' + 'DO'} */`],
    ['a skipped test', "it.skip('x', f);"],
    ['a lonely test', "test.only('x', f);"],
    ['a lonely group', "describe.only('x', f);"],
    ['a skipped table', "test.skip.each([1])('x', f);"],
  ])('%s', (_, text) => {
    expect(leftovers(one(text)).length).toBeGreaterThan(0);
    expect(leftovers(one("const s = 'test.only'; // only this"))).toEqual([]);
  });
  test.each(['^1.2.3', '~1.2.3', '1.2', '*', 'latest', '>=1.2.3', 'github:a/b'])('the pin %s', (version) => {
    expect(loosePins({ dependencies: { a: version } })).toHaveLength(1);
    expect(loosePins({ devDependencies: { a: '1.2.3-beta.4' } })).toEqual([]);
  });
});
