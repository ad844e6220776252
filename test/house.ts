/** The measures of the house: how long a file and a function may be, which names and forms are not used. */
import ts from 'typescript';
import { lineOf, nodes, parse, type Sources } from './imports.ts';
import { isTest } from './sources.ts';

export const LINES = { file: 300, function: 60, aim: 45 } as const;

const NAMES = ['utils', 'util', 'helpers', 'helper', 'common', 'lib', 'core', 'misc', 'shared', 'v2'];

export interface Measured {
  where: string;
  lines: number;
}

/** Files of the program over the limit, longest first; tests are tables and may be longer. */
export const longFiles = (sources: Sources, limit: number = LINES.file): Measured[] =>
  [...sources]
    .filter(([path]) => !isTest(path))
    .map(([path, text]) => ({ where: path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > limit)
    .sort((a, b) => b.lines - a.lines);

/** Functions with a body, longest first, each with its name where it has one. */
export function functions(sources: Sources): Measured[] {
  const found: Measured[] = [];
  for (const [path, text] of sources) {
    const file = parse(path, text);
    for (const node of nodes(file)) {
      if (!ts.isFunctionLike(node) || !('body' in node) || !node.body || isGroup(node)) continue;
      const last = file.getLineAndCharacterOfPosition(node.end).line + 1;
      const where = `${path}:${lineOf(node)} ${nameOf(node)}`.trim();
      found.push({ where, lines: last - lineOf(node) + 1 });
    }
  }
  return found.sort((a, b) => b.lines - a.lines);
}

const nameOf = (node: ts.SignatureDeclaration): string =>
  node.name?.getText() ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : '');

/** The body of a describe() is a list of tests, not a function that anybody follows. */
const isGroup = (node: ts.Node): boolean =>
  ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText());

/** Folders and files whose name says nothing about what they hold. */
export const emptyNames = (paths: Iterable<string>): string[] =>
  [...paths].filter((path) => path.split('/').some((part) => NAMES.includes(part.replace(/\..*$/, '').toLowerCase())));

/** Default exports outside configuration, files that only re-export, and `export *` anywhere. */
export function badExports(sources: Sources): string[] {
  const found: string[] = [];
  for (const [path, text] of sources) {
    const { statements } = parse(path, text);
    const passes = statements.filter((s) => ts.isExportDeclaration(s) && s.moduleSpecifier);
    if (statements.length && statements.every((s) => passes.includes(s))) found.push(`${path}: a barrel`);
    else if (passes.some((s) => !(s as ts.ExportDeclaration).exportClause)) found.push(`${path}: export *`);
    if (!isConfig(path) && statements.some(isDefault)) found.push(`${path}: a default export`);
  }
  return found;
}

/** What a tool reads by its default export. */
const isConfig = (path: string): boolean => /\.config\.[cm]?[jt]s$/.test(path) || path === 'test/global-setup.ts';

const isDefault = (s: ts.Statement): boolean =>
  (ts.isExportAssignment(s) && !s.isExportEquals) ||
  (ts.canHaveModifiers(s) && !!ts.getModifiers(s)?.some((m) => m.kind === ts.SyntaxKind.DefaultKeyword)) ||
  (ts.isExportDeclaration(s) &&
    !!s.exportClause &&
    ts.isNamedExports(s.exportClause) &&
    s.exportClause.elements.some((e) => e.name.text === 'default'));

const LEFT = /\b(TODO|FIXME|XXX|HACK)\b/;

/** Work left for later in comments, and tests that are switched off or that switch the others off. */
export function leftovers(sources: Sources): string[] {
  const found: string[] = [];
  for (const [path, text] of sources) {
    for (const comment of commentsIn(path, text))
      if (LEFT.test(comment)) found.push(`${path}: ${comment.slice(0, 60)}`);
    for (const node of nodes(parse(path, text)))
      if (ts.isPropertyAccessExpression(node) && switched(node))
        found.push(`${path}:${lineOf(node)} ${node.getText()}`);
  }
  return found;
}

const switched = ({ expression, name }: ts.PropertyAccessExpression): boolean =>
  /^(it|test|describe)\b/.test(expression.getText()) && ['skip', 'only', 'todo', 'fails'].includes(name.text);

function commentsIn(path: string, text: string): Set<string> {
  const found = new Set<string>();
  for (const node of nodes(parse(path, text)))
    for (const range of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [])
      found.add(text.slice(range.pos, range.end));
  // What stands after the last statement leads the end of the file.
  const end = parse(path, text).endOfFileToken;
  for (const range of ts.getLeadingCommentRanges(text, end.getFullStart()) ?? [])
    found.add(text.slice(range.pos, range.end));
  for (const line of text.split('\n')) if (/^\s*(\/\/|\*|\/\*)/.test(line)) found.add(line.trim());
  return found;
}

export interface Manifest {
  private?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export const dependenciesOf = (m: Manifest): Record<string, string> => ({
  ...m.dependencies,
  ...m.devDependencies,
  ...m.optionalDependencies,
});

/** Versions that are not one exact version. */
export const loosePins = (m: Manifest): string[] =>
  Object.entries(dependenciesOf(m)).flatMap(([name, version]) =>
    /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) ? [] : [`${name} ${version}`],
  );

/** Names in the first column of a Markdown table's rows, with what the row says of them. */
export function tableOf(markdown: string): Map<string, string> {
  const rows = new Map<string, string>();
  for (const line of markdown.split('\n')) {
    const cells = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((c) => c.trim());
    for (const [, name] of cells[0]?.matchAll(/`([^`]+)`/g) ?? []) rows.set(name!, cells.slice(1).join(' ').trim());
  }
  return rows;
}
