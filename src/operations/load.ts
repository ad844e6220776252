import * as z from 'zod';
import { append } from '../record/append.ts';
import { splitByBytes, type Draft } from '../record/envelope.ts';
import type { Json } from '../record/json.ts';
import type { Views } from '../record/views.ts';
import type { EntryKind } from '../model/codes.ts';
import { DaybookError } from '../model/errors.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Context } from './context.ts';
import { readDataFiles, type DataFile, type DataKind } from './data-files.ts';
import { by } from './inputs.ts';
import { operation } from './operation.ts';

const ENTRY_OF: Record<DataKind, EntryKind> = {
  source: 'source.noted',
  actor: 'actor.noted',
  place: 'place.noted',
  rule: 'rule.set',
};

/** Entries hold no floats: what is not an integer is told as a decimal string (the noun reads it back). */
export function asJson(value: unknown): Json {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(asJson);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).flatMap(([k, v]) => (v === undefined ? [] : [[k, asJson(v)]])));
  return value as Json;
}

function drafts(file: DataFile, by: string): Draft[] {
  const parts = splitByBytes(file.items.map(asJson));
  return parts.map((items, n) => ({
    kind: ENTRY_OF[file.kind],
    by,
    data: { file: file.file, sha256: file.sha256, part: n + 1, of: parts.length, items },
  }));
}

/** A rule version that gave answers never changes: its file must raise the version. */
function refuseChangedRule(views: Views, file: DataFile): void {
  for (const item of file.items as { id: string; version: number }[]) {
    const held = views.rule.get(item.id, item.version);
    if (held && !isDeepStrictEqual(held.body, JSON.parse(JSON.stringify(item))))
      throw new DaybookError(
        'rule-invalid',
        { rule: item.id, detail: `version ${item.version} is in the record with another content; raise “version”` },
        { where: { file: file.file } },
      );
  }
}

/** Brings into the record every data file that differs from what it holds. */
export async function loadData(context: Context, by: string): Promise<{ loaded: string[]; entries: number }> {
  const files = await readDataFiles(context.dataFiles);
  const loaded: string[] = [];
  const done = await append(
    context.store,
    {
      key: `load ${context.newId()}`,
      stages: [
        async (views) => {
          await views.data_file.ensureAll();
          await views.rule.ensureAll();
          const changed = files.filter((f) => views.data_file.get(f.file)?.sha256 !== f.sha256);
          loaded.splice(0, loaded.length, ...changed.map((f) => f.file));
          for (const f of changed) if (f.kind === 'rule') refuseChangedRule(views, f);
          return changed.flatMap((f) => drafts(f, by));
        },
      ],
    },
    context.now,
  );
  return { loaded, entries: Math.max(0, done.last - done.first + 1) };
}

export const load = operation({
  name: 'load',
  summary: 'Brings changed files of data/{sources,actors,places,rules} into the record.',
  input: z.object({ by }),
  output: z.object({ loaded: z.array(z.string()), entries: z.int() }),
  positional: [],
  right: 'desk',
  writes: true,
  examples: ['daybook load --by editor'],
  run: (context, input) => loadData(context, input.by),
  show: ({ loaded, entries }) =>
    loaded.length
      ? `Loaded ${loaded.length} files in ${entries} entries:\n  ${loaded.join('\n  ')}`
      : 'Nothing has changed.',
});
