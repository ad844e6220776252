/** Documentation under test: it names everything that there is, and nothing that there is not. UPDATE_DOCS=1 writes what the program knows. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { Actor } from '../src/model/actor.ts';
import { Bound } from '../src/model/bound.ts';
import {
  Attribution,
  Casualties,
  ContractExtras,
  IncidentClaim,
  LevelClaim,
  Perpetrator,
  StatementClaim,
  Tally,
  TallyClaim,
  TallyPart,
} from '../src/model/claim.ts';
import { ENTRY_KINDS } from '../src/model/codes.ts';
import { ERRORS } from '../src/model/catalogue.ts';
import { Place } from '../src/model/place.ts';
import { Report, SourceRef } from '../src/model/report.ts';
import { Rule } from '../src/model/rule.ts';
import { Source } from '../src/model/source.ts';
import { KINDS } from '../src/record/kinds.ts';
import { VERBS } from '../src/operations/verbs.ts';
import { SETTINGS } from '../src/settings.ts';
import { blocksIn, brokenLinks, commandFault, commandsIn, foreignWords, machinePaths, MADE, remade } from './docs.ts';
import { importsOf } from './imports.ts';
import { tableOf } from './house.ts';
import { inSrc, isCode, isTest, paths, ROOT, sources } from './sources.ts';

/** What the command line knows beside the verbs; main.ts adds them. */
const KEPT = ['start', 'serve'];

let pages: Map<string, string>;
let code: Map<string, string>;
beforeAll(async () => {
  pages = await sources((path) => path.endsWith('.md'));
  if (process.env.UPDATE_DOCS)
    for (const [path, page] of pages) {
      const now = remade(page);
      if (now !== page) writeFileSync(join(ROOT, path), now);
      pages.set(path, now);
    }
  code = await sources((path) => isCode(path));
});

const page = (path: string): string => {
  const text = pages.get(path);
  if (text === undefined) throw new Error(`there is no ${path}`);
  return text;
};
const all = (): string => [...pages.values()].join('\n');
const program = (): string =>
  [...code]
    .filter(([path]) => inSrc(path) && !isTest(path))
    .map(([, text]) => text)
    .join('\n');

describe('what the program writes', () => {
  test('stands in the pages as it would be written now', () => {
    for (const [path, text] of pages) expect(text, path).toBe(remade(text));
  });
  test('stands somewhere, each of it', () => {
    expect(new Set([...pages.values()].flatMap(blocksIn))).toEqual(new Set(Object.keys(MADE)));
  });
  test('a block that has been changed by hand is not what would be written', () => {
    const text = page('docs/using/errors.md');
    expect(remade(text.replace('`file-empty`', '`file-blank`'))).not.toBe(text.replace('`file-empty`', '`file-blank`'));
    expect(() => remade('<!-- made: poems -->\n<!-- end of what is made -->')).toThrow(/poems/);
  });
});

describe('names', () => {
  test('every verb has its part of the reference, and is told of in a page written by hand', () => {
    const cli = page('docs/using/cli.md');
    const rest = [...pages]
      .filter(([path]) => path !== 'docs/using/cli.md')
      .map(([, text]) => text)
      .join('\n');
    for (const name of [...VERBS.map((v) => v.name), ...KEPT]) {
      expect(cli, name).toMatch(new RegExp(`^### ${name}$`, 'm'));
      expect(
        commandsIn(rest).some((c) => c === name || c.startsWith(`${name} `)),
        name,
      ).toBe(true);
    }
    const told = [...cli.matchAll(/^### (.+)$/gm)].map((m) => m[1]!).sort();
    expect(told).toEqual([...VERBS.map((v) => v.name), ...KEPT].sort());
  });
  test('start and serve are what the program adds to the verbs', () => {
    const main = readFileSync(join(ROOT, 'src/main.ts'), 'utf8');
    expect([...main.matchAll(/\.command\('(\w+)'/g)].map((m) => m[1]!).sort()).toEqual([...KEPT].sort());
  });
  test('every command that a page shows exists, with its options', () => {
    const shown = [...pages].flatMap(([path, text]) => commandsIn(text).map((command) => ({ path, command })));
    expect(shown.length).toBeGreaterThan(40);
    expect(
      shown.flatMap(({ path, command }) => commandFault(command, VERBS, KEPT)?.replace(/^/, `${path}: `) ?? []),
    ).toEqual([]);
  });
  test('every setting is told, and what the program reads of the environment is a setting', () => {
    expect([...tableOf(page('docs/using/settings.md')).keys()].filter((k) => k in SETTINGS).sort()).toEqual(
      Object.keys(SETTINGS).sort(),
    );
    const told = new Set(all().match(/\bDAYBOOK_[A-Z]+\b/g));
    expect([...told].filter((name) => !(name in SETTINGS) && !TESTS_READ.includes(name))).toEqual([]);
    const read = new Set([...program().matchAll(/\benv\.([A-Z][A-Z_]+)\b/g)].map((m) => m[1]!));
    expect([...read].filter((name) => !(name in SETTINGS) && !SYSTEM.includes(name))).toEqual([]);
    expect(Object.keys(SETTINGS).filter((name) => !read.has(name))).toEqual([]);
  });
  test('every error code is told, none is told that does not exist, none exists that nothing raises', () => {
    expect([...tableOf(page('docs/using/errors.md')).keys()].sort()).toEqual(Object.keys(ERRORS).sort());
    const shown = new Set([...all().matchAll(/`\[?([a-z]+(?:-[a-z]+)+)\]?`/g)].map((m) => m[1]!));
    const looksLikeOne = /^(file|json|report|claim|entry|rule|data|database|date|input|parse|point)-[a-z-]+$/;
    expect([...shown].filter((name) => looksLikeOne.test(name) && !(name in ERRORS))).toEqual([]);
    const raised = program().replace(/export const ERRORS = \{[^]*?\} as const/, '');
    const composed = ['by-missing', 'why-missing'];
    expect(Object.keys(ERRORS).filter((code) => !raised.includes(`'${code}'`) && !composed.includes(code))).toEqual([]);
  });
  test('every kind of entry is told, reserved ones as such', () => {
    const rows = tableOf(page('docs/contracts/entry.md'));
    for (const kind of ENTRY_KINDS) {
      expect(rows.has(kind), kind).toBe(true);
      expect(rows.get(kind)!.startsWith('reserved'), kind).toBe(!KINDS[kind]);
    }
    const shown = new Set([...all().matchAll(/`([a-z]+\.[a-z]+(?:ed|set|read|sent))`/g)].map((m) => m[1]!));
    expect([...shown].filter((name) => !(ENTRY_KINDS as readonly string[]).includes(name))).toEqual([]);
  });
});

/** What the system says to every program, and what only tests read. */
const SYSTEM = ['PATH', 'TEMP', 'TMPDIR', 'XDG_CACHE_HOME'];
const TESTS_READ = ['DAYBOOK_SHARED', 'DAYBOOK_LONG', 'DAYBOOK_SEED'];

type Shape = Record<string, z.ZodType>;
/** Keys of a schema with what stands for them when they are absent: undefined = needed, null = nothing. */
const defaults = (shape: Shape): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(shape).map(([key, type]) => {
      const absent = type.safeParse(undefined);
      return [key, absent.success ? (absent.data ?? null) : undefined];
    }),
  );
const shown = (value: unknown): string =>
  value === undefined ? 'needed' : value === null ? '' : JSON.stringify(value).replaceAll('"', '');

/** Rows of the table under a heading: key → the cells after it. */
function rowsUnder(text: string, heading: string): Map<string, string[]> {
  const [, part] = text.split(new RegExp(`^#+ ${heading}$`, 'm'));
  if (part === undefined) throw new Error(`no heading “${heading}”`);
  const rows = part
    .split(/^#/m)[0]!
    .split('\n')
    .flatMap((line) => {
      const cells = line
        .split('|')
        .slice(1, -1)
        .map((c) => c.trim());
      const key = /^`(\w+)`$/.exec(cells[0] ?? '')?.[1];
      return key ? [[key, cells.slice(1)] as const] : [];
    });
  return new Map(rows);
}

describe('field tables have every key of the noun, with its default, and no other', () => {
  const incident = IncidentClaim.shape;
  const { kind: _i, evidence, attribution, stance, certainty, auxiliary, ...onlyIncident } = incident;
  const common = { kind: incident.kind, evidence, attribution, stance, certainty, auxiliary };
  const own = (shape: Shape): Shape => Object.fromEntries(Object.entries(shape).filter(([key]) => !(key in common)));
  test.each<[string, string, Shape]>([
    ['docs/contracts/claims.md', 'Report', Report.shape],
    ['docs/contracts/claims.md', 'Source of a report', SourceRef.shape],
    ['docs/contracts/claims.md', 'Every claim', { ...ContractExtras.shape, ...common }],
    ['docs/contracts/claims.md', 'Incident', onlyIncident],
    ['docs/contracts/claims.md', 'Tally and level', own({ ...TallyClaim.shape, ...LevelClaim.shape })],
    ['docs/contracts/claims.md', 'Fields of `tally`', Tally.shape],
    ['docs/contracts/claims.md', 'Statement', own(StatementClaim.shape)],
    ['docs/contracts/claims.md', 'Link of an attribution', Attribution.shape],
    ['docs/contracts/claims.md', 'Bound', Bound.shape],
    ['docs/contracts/claims.md', 'Casualties', Casualties.shape],
    ['docs/contracts/claims.md', 'Perpetrator', Perpetrator.shape],
    ['docs/contracts/claims.md', 'Part of a tally', TallyPart.shape],
    ['docs/using/rules.md', 'Fields', Rule.shape],
    ['docs/using/data.md', 'Actor', Actor.shape],
    ['docs/using/data.md', 'Place', Place.shape],
    ['docs/using/data.md', 'Source', Source.shape],
  ])('%s, %s', (path, heading, shape) => {
    const rows = rowsUnder(page(path), heading);
    const told = Object.fromEntries([...rows].map(([key, cells]) => [key, cells[1]!.replaceAll('`', '')]));
    expect(told).toEqual(
      Object.fromEntries(Object.entries(defaults(shape)).map(([key, value]) => [key, shown(value)])),
    );
    for (const [key, cells] of rows) expect(cells.at(-1)!.length, key).toBeGreaterThan(5);
  });
  test('the example of the contract is in the contract', () => {
    const text = page('docs/contracts/claims.md');
    const examples = [...text.matchAll(/```json\n([^]*?)```/g)].map(
      (m) => JSON.parse(m[1]!) as Record<string, unknown>,
    );
    expect(examples).toHaveLength(2);
    const report = Report.parse(examples[0]);
    const claims = (examples[1] as { claims: { evidence: [number, number][] }[] }).claims;
    for (const claim of claims) {
      z.union([IncidentClaim, TallyClaim, StatementClaim]).parse(claim);
      for (const [from, to] of claim.evidence) expect(report.text.slice(from, to).length).toBe(to - from);
    }
    expect(claims[0]!.evidence.map(([from, to]) => report.text.slice(from, to))).toEqual([EXAMPLE_WORDS]);
  });
});
const EXAMPLE_WORDS = 'two rockets were fired at Harir base late on Monday';

describe('pages', () => {
  test('link to what exists', async () => {
    expect(brokenLinks(pages, new Set(await paths()))).toEqual([]);
  });
  test('speak of the project alone', () => {
    for (const [path, text] of pages) expect(foreignWords(text), path).toEqual([]);
  });
  test('and so does everything else', async () => {
    const files = await sources(
      (path) => /\.(ts|tsx|mjs|json|ya?ml|sql|md|css)$/.test(path) && !path.startsWith('test/docs'),
    );
    for (const [path, text] of files) expect(machinePaths(text), path).toEqual([]);
  });
  test('the reference of the interface is made of what the doors are made of', () => {
    const imported = importsOf('src/operations/reference.ts', code.get('src/operations/reference.ts')!).map(
      (i) => i.specifier,
    );
    expect(imported).toContain('./verbs.ts');
  });
});

describe('planted defects are caught', () => {
  test.each([
    ['count', 'npx daybook count attacks-on-us-forces --since 2023-10-17', null],
    ['an unknown verb', 'npx daybook tell RULE', 'no verb'],
    ['an unknown option', 'daybook count RULE --loud', 'count has no --loud'],
    ['an option in brackets', 'daybook count RULE [--loud]', 'count has no --loud'],
    ['a verb of two words', 'daybook claim accept d-1.1 --by A --why "--loud is no option here"', null],
    ['one word of two', 'daybook claim frown d-1.1', 'no verb'],
    ['a setting before it', 'DAYBOOK_DATA=x npx daybook verify', null],
    ['a way to keep running', 'daybook serve', null],
  ])('%s', (_, line, what) => {
    const [command] = commandsIn(`\`\`\`sh\n${line}\n\`\`\``);
    expect(commandFault(command!, VERBS, KEPT)).toEqual(what === null ? null : expect.stringContaining(what));
  });
  test('links to no file, to no heading', () => {
    const known = new Set(['a.md', 'docs/b.md']);
    const at = (text: string): string[] =>
      brokenLinks(
        new Map([
          ['a.md', text],
          ['docs/b.md', '# Two words\n'],
        ]),
        known,
      );
    expect(at('[x](docs/c.md) [y](docs/b.md#three-words) ![z](docs/z.png) [w](#nothing)')).toHaveLength(4);
    expect(
      at('# Here\n[x](docs/b.md) [y](docs/b.md#two-words) [z](docs) [w](#here) [v](https://example.org/q)'),
    ).toEqual([]);
    expect(at('`[x](nowhere.md)`')).toEqual([]);
  });
  test('foreign words', () => {
    expect(foreignWords('This was done in a session.\nA desk reads.\n')).toHaveLength(1);
    expect(machinePaths('cd /work/x\nthe path /api/v1/work/x'.replace('x', 'main'))).toHaveLength(2);
    expect(machinePaths('work/main')).toEqual([]);
  });
});
