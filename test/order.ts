/** The order of the folders: a file imports its own folder and folders above it in this list, and no cycle closes. */
import { importsOf, target, type Sources } from './imports.ts';
import { isTest } from './sources.ts';

export const ORDER = [
  'model',
  'store',
  'collect',
  'extract',
  'resolve',
  'record',
  'count',
  'publish',
  'members',
  'operations',
  'desk',
  'site',
] as const;

/** Stages without effects: they import no part of Node, no driver, nothing but what is listed here. */
export const PURE: Readonly<Record<string, readonly string[]>> = {
  model: ['zod'],
  extract: ['zod'],
  resolve: ['zod'],
  count: ['zod'],
};

/** Files beside the folders put everything together and come last. */
export const LAST = ['main.ts', 'serve.ts', 'compose.ts', 'settings.ts'];

export interface Violation {
  path: string;
  line: number;
  what: string;
}

const folderOf = (path: string): string => path.split('/').slice(1, -1)[0] ?? '';

/** Its place in the order: top-level files come after every folder; -1 = in no list. */
function rank(path: string): number {
  const folder = folderOf(path);
  if (folder === '') return LAST.includes(path.slice('src/'.length)) ? ORDER.length : -1;
  return (ORDER as readonly string[]).indexOf(folder);
}

/** Everything that the sources break, in order of path and line. */
export function violations(sources: Sources): Violation[] {
  const found: Violation[] = [];
  for (const [path, text] of sources) {
    if (rank(path) < 0) found.push({ path, line: 1, what: 'it stands in no folder of the list' });
    for (const { specifier, line } of importsOf(path, text)) {
      const what = specifier === null ? 'an import that is computed' : fault(path, specifier);
      if (what) found.push({ path, line, what });
    }
  }
  for (const cycle of cycles(sources)) found.push({ path: cycle[0]!, line: 1, what: `a cycle: ${cycle.join(' → ')}` });
  return found;
}

function fault(path: string, specifier: string): string | null {
  const to = target(path, specifier);
  if (to === null) return impurity(path, specifier);
  // Tests may use what crosses folders: test/database.ts and its like.
  if (!to.startsWith('src/')) return isTest(path) && to.startsWith('test/') ? null : `${to} is outside src`;
  if (!isTest(path) && isTest(to)) return `${to} is for tests`;
  return rank(to) > rank(path) ? `${folderOf(path) || path} imports ${folderOf(to) || to}, which comes after it` : null;
}

function impurity(path: string, specifier: string): string | null {
  const allowed = PURE[folderOf(path)];
  if (!allowed || isTest(path) || allowed.includes(specifier)) return null;
  return `${folderOf(path)} is pure and imports ${specifier}`;
}

/** Each cycle once, as its path back to where it began; type-only imports count. */
export function cycles(sources: Sources): string[][] {
  const next = (path: string): string[] =>
    importsOf(path, sources.get(path)!).flatMap(({ specifier }) => {
      const to = specifier === null ? null : target(path, specifier);
      return to !== null && sources.has(to) ? [to] : [];
    });
  const found: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    state.set(path, 'open');
    trail.push(path);
    for (const to of new Set(next(path))) {
      if (state.get(to) === 'open') found.push([...trail.slice(trail.indexOf(to)), to]);
      else if (!state.has(to)) visit(to);
    }
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of sources.keys()) if (!state.has(path)) visit(path);
  return found;
}
