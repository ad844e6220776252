/** What a source file imports, by its syntax tree: type-only imports, re-exports, `import('…')` in values and in types. */
import { posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** As written; null where it is computed and cannot be followed. */
  specifier: string | null;
  line: number;
}

/** Sources by their path from the root of the checkout, with slashes. */
export type Sources = ReadonlyMap<string, string>;

export const parse = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );

export const lineOf = (node: ts.Node): number =>
  node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

/** Every node of the tree, parents first. */
export function* nodes(root: ts.Node): Generator<ts.Node> {
  yield root;
  const children: ts.Node[] = [];
  ts.forEachChild(root, (child) => void children.push(child));
  for (const child of children) yield* nodes(child);
}

const literal = (node: ts.Node | undefined): string | null => (node && ts.isStringLiteralLike(node) ? node.text : null);

const isUrlOfThisFile = (node: ts.Node): node is ts.NewExpression =>
  ts.isNewExpression(node) &&
  node.expression.getText() === 'URL' &&
  node.arguments?.[1]?.getText() === 'import.meta.url';

/** The module that a node names, undefined when it names none. */
function named(node: ts.Node): string | null | undefined {
  if (ts.isImportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier ? literal(node.moduleSpecifier) : undefined;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : null;
  if (ts.isImportEqualsDeclaration(node))
    return ts.isExternalModuleReference(node.moduleReference) ? literal(node.moduleReference.expression) : undefined;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return literal(node.arguments[0]);
  if (ts.isCallExpression(node) && node.expression.getText() === 'require') return literal(node.arguments[0]);
  // A worker is started by its address: what it runs is imported all the same.
  if (isUrlOfThisFile(node)) {
    const at = literal(node.arguments![0]);
    return at !== null && /\.[cm]?[jt]sx?$/.test(at) ? at : undefined;
  }
  return undefined;
}

export function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  for (const node of nodes(parse(path, text))) {
    const specifier = named(node);
    if (specifier !== undefined) found.push({ specifier, line: lineOf(node) });
  }
  return found;
}

/** The file that a relative specifier leads to, from the root; null for packages. */
export const target = (from: string, specifier: string): string | null =>
  specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : null;
