import { Documents, groupsOf, type Document } from '../adapters/documents.ts';
import { readLines, shared } from '../labelled.ts';
import { clusterRows } from '../cluster-rows.ts';
import type { Measured, Part } from '../row.ts';

export type Labelled = Document & { incident: string };

/** Documents of a development set, `gvc` or `longtail`. */
export const documentsOf = (name: string): Labelled[] =>
  readLines<Labelled>(shared('data', 'incidents', `${name}.dev.jsonl`));

/** Documents that tell of one incident, by text, date and names alone. */
async function measured(name: string): Promise<Measured> {
  const documents = documentsOf(name);
  const ours = homes(groupsOf(new Documents(documents).bits()));
  const gold = new Map<string, number>();
  const parts = documents.map(({ incident }, i): Part => {
    if (!gold.has(incident)) gold.set(incident, gold.size);
    return [gold.get(incident)!, ours.get(i)!];
  });
  return {
    set: name,
    units: documents.map((_, i) => String(i)),
    rows: await clusterRows(parts, 2),
  };
}

/** Number of the group of each position. */
export const homes = (groups: readonly (readonly number[])[]): Map<number, number> =>
  new Map(groups.flatMap((g, k) => g.map((i) => [i, k] as const)));

export const gvc = (): Promise<Measured> => measured('gvc');
export const longtail = (): Promise<Measured> => measured('longtail');
