import * as z from 'zod';
import { Actor } from '../../model/actor.ts';
import { Place } from '../../model/place.ts';
import { Rule } from '../../model/rule.ts';
import { Source } from '../../model/source.ts';
import type { NounRow, RuleRow } from '../rows.ts';
import type { Views } from '../views.ts';
import { kind, refused, type Touched } from './kind.ts';

/** A data file of the desk as it was when it was loaded; `part` k of `of` where one entry could not hold it. */
const loaded = <T extends z.ZodType>(item: T) =>
  z.object({
    file: z.string().min(1),
    sha256: z.string(),
    part: z.int().min(1),
    of: z.int().min(1),
    items: z.array(item),
  });

const WHY = 'a data file is changed by changing the file';
const INSTEAD = 'Edit the file under data/ and run “daybook load”.';

interface Loaded {
  file: string;
  sha256: string;
  part: number;
  items: readonly { id: string }[];
}

/** The nouns as code uses them: decimals that the entry holds as strings become numbers again. */
const NOUNS = { source: Source, actor: Actor, place: Place, rule: Rule };

/**
 * Rows of the file that it no longer holds end with its first part; the parts that follow only add. Everything is told
 * again with what changed, except for sources that the record has never heard of: nothing can rest on them yet.
 */
async function load(
  views: Views,
  at: { name: 'source' | 'actor' | 'place' | 'rule'; seq: number; data: Loaded; touched: Touched },
): Promise<void> {
  const { name, seq, data, touched } = at;
  const view = views[name];
  const rows = data.items.map((body) => rowOf(name, data.file, body));
  let retell = false;
  const unheard = name === 'source' && (await neverNoted(views, data.items));
  if (data.part === 1)
    for (const old of view.all() as NounRow[])
      if (old.file === data.file && name !== 'rule') retell = view.end(old, seq) || retell;
  for (const row of rows) view.put(row as NounRow & RuleRow, seq);
  views.data_file.put({ file: data.file, kind: name, sha256: data.sha256 }, seq);
  if (name === 'rule') return;
  views.tablesChanged();
  if (retell || !unheard) touched.tables = true;
}

async function neverNoted(views: Views, items: readonly { id: string }[]): Promise<boolean> {
  for (const { id } of items) if (await views.source.last({ id })) return false;
  return true;
}

function rowOf(name: keyof typeof NOUNS, file: string, item: { id: string }): NounRow | RuleRow {
  const body = NOUNS[name].parse(item) as Record<string, unknown>;
  return name === 'rule' ? { id: item.id, version: body.version as number, file, body } : { id: item.id, file, body };
}

const noted = <T extends z.ZodType<{ id: string }>>(
  name: 'source' | 'actor' | 'place' | 'rule',
  schema: T,
  description: string,
) =>
  kind<z.infer<ReturnType<typeof loaded<T>>>>({
    description,
    data: loaded(schema) as never,
    needs: () => ({ tables: true }),
    apply: (views, entry, touched) =>
      load(views, { name, seq: entry.seq, data: entry.data as unknown as Loaded, touched }),
    undo: refused(WHY, INSTEAD),
  });

export const sourceNoted = noted(
  'source',
  Source,
  'Sources as the desk describes them, from one data file or one report.',
);
export const actorNoted = noted('actor', Actor, 'Actors and their dated relations, from one data file.');
export const placeNoted = noted('place', Place, 'Places of the gazetteer, from one data file.');
/** Versions of a rule are never ended: an answer that an earlier version gave can be asked for again. */
export const ruleSet = noted('rule', Rule, 'A version of a counting rule, from one data file.');
