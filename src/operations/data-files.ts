import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import * as z from 'zod';
import { load } from 'js-yaml';
import { Actor } from '../model/actor.ts';
import { DaybookError } from '../model/errors.ts';
import { Gazetteer, Place } from '../model/place.ts';
import type { Rule } from '../model/rule.ts';
import { Source } from '../model/source.ts';
import { parseRule } from '../count/rules.ts';
import { Actors } from '../resolve/actors.ts';

export const DATA_KINDS = ['source', 'actor', 'place', 'rule'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** One file of data/{sources,actors,places,rules} as the desk wrote it. */
export interface DataFile {
  kind: DataKind;
  /** Path under data/, with slashes. */
  file: string;
  sha256: string;
  items: { id: string }[];
}

const FOLDERS: Record<DataKind, string> = { source: 'sources', actor: 'actors', place: 'places', rule: 'rules' };
const NOUNS = { source: Source, actor: Actor, place: Place } as const;

/** The YAML files under a folder, sorted, with their bytes; no folder = none. */
async function yamlFiles(folder: string): Promise<{ path: string; bytes: Buffer }[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => [] as string[]);
  const paths = names.filter((n) => n.endsWith('.yaml')).sort();
  return Promise.all(paths.map(async (n) => ({ path: join(folder, n), bytes: await readFile(join(folder, n)) })));
}

function parsed(file: string, bytes: Buffer): unknown {
  try {
    return load(bytes.toString('utf8'), { maxAliases: 0, filename: file });
  } catch (e) {
    throw new DaybookError(
      'data-invalid',
      { detail: (e as Error).message.split('\n')[0]! },
      { where: { file }, cause: e },
    );
  }
}

/** Every data file, validated; places and actors first, since rules are checked against them. */
export async function readDataFiles(root: string): Promise<DataFile[]> {
  const files: DataFile[] = [];
  for (const kind of ['actor', 'place', 'source'] as const)
    for (const { path, bytes } of await yamlFiles(join(root, FOLDERS[kind])))
      files.push({ ...described(root, path, bytes), kind, items: items(kind, path, parsed(path, bytes)) });
  const { actors, gazetteer } = nounsOf(files);
  const tables = { actors: new Actors(actors), gazetteer };
  for (const { path, bytes } of await yamlFiles(join(root, FOLDERS.rule)))
    files.push({
      ...described(root, path, bytes),
      kind: 'rule',
      items: [parseRule(parsed(path, bytes), path, tables)],
    });
  unique(files);
  return files;
}

const described = (root: string, path: string, bytes: Buffer): { file: string; sha256: string } => ({
  file: relative(root, path).replaceAll('\\', '/'),
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

function items(kind: keyof typeof NOUNS, file: string, value: unknown): { id: string }[] {
  const result = z.array(NOUNS[kind]).safeParse(value ?? []);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const id = Array.isArray(value) ? (value[Number(issue.path[0])] as { id?: string } | undefined)?.id : undefined;
  throw new DaybookError(
    'data-invalid',
    { detail: `${id ?? `item ${String(issue.path[0] ?? '')}`}, ${issue.path.slice(1).join('.')}: ${issue.message}` },
    { where: { file } },
  );
}

/** Ids of the actors and places of the files. */
function known(files: readonly DataFile[]): { actors: ReadonlySet<string>; places: ReadonlySet<string> } {
  const ids = (kind: DataKind): Set<string> =>
    new Set(files.filter((f) => f.kind === kind).flatMap((f) => f.items.map((i) => i.id)));
  return { actors: ids('actor'), places: ids('place') };
}

/** An id stands in one file only; relations and `within` name what exists. */
function unique(files: readonly DataFile[]): void {
  const home = new Map<string, string>();
  const { actors, places } = known(files);
  for (const { kind, file, items } of files)
    for (const item of items) {
      const key = `${kind} ${item.id}${kind === 'rule' ? `@${(item as Rule).version}` : ''}`;
      const fault = (detail: string): never => {
        throw new DaybookError('data-invalid', { detail }, { where: { file } });
      };
      if (home.has(key)) fault(`${key} stands in ${home.get(key)} already`);
      home.set(key, file);
      if (kind === 'actor')
        for (const r of (item as Actor).relations)
          if (!actors.has(r.to)) fault(`${item.id}: ${r.type} “${r.to}” is no actor`);
      if (kind === 'place') {
        const { within } = item as Place;
        if (within !== null && !places.has(within)) fault(`${item.id}: within “${within}” is no place`);
      }
    }
}

/** Actors, places and sources of the files, for reading without a database. */
export function nounsOf(files: readonly DataFile[]): {
  actors: Actor[];
  places: Place[];
  sources: Source[];
  gazetteer: Gazetteer;
} {
  const of = <T>(kind: DataKind): T[] => files.filter((f) => f.kind === kind).flatMap((f) => f.items as T[]);
  const places = of<Place>('place');
  return { actors: of<Actor>('actor'), places, sources: of<Source>('source'), gazetteer: new Gazetteer(places) };
}

/** What the engine reads by besides nouns: lexicons, times and the theatre. */
export async function readLanguage(root: string): Promise<{
  lexicons: Record<string, unknown>;
  times: Record<string, unknown>;
  theatre: unknown;
}> {
  const [lexicons, times] = await Promise.all([readWords(root, 'lexicons'), readWords(root, 'times')]);
  const path = join(root, 'theatre.yaml');
  return { lexicons, times, theatre: parsed(path, await readFile(path)) };
}

/** Lexicons or times by their path under the folder without ending: `en`, `ar/verbs`. */
async function readWords(root: string, folder: 'lexicons' | 'times'): Promise<Record<string, unknown>> {
  const words: Record<string, unknown> = {};
  for (const { path, bytes } of await yamlFiles(join(root, folder)))
    words[
      relative(join(root, folder), path)
        .replaceAll('\\', '/')
        .replace(/\.yaml$/, '')
    ] = parsed(path, bytes);
  return words;
}
