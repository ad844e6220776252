import type { Query, Store } from '../store/connection.ts';
import { applyAll, SEQUENCER } from './append.ts';
import { open } from './envelope.ts';
import { VIEW_TABLES } from './tables.ts';
import { Views } from './views.ts';

/** Entries that are replayed together. */
const BATCH = 500;

/** Replays all entries into the view tables that `q` sees (they must be empty). */
export async function replay(q: Query, onProgress: (done: number) => void = () => {}): Promise<number> {
  let done = 0;
  for (;;) {
    const rows = await q<{ seq: number; body: Buffer }>(
      'select seq, body from entry where seq > $1 order by seq limit $2',
      [done, BATCH],
    );
    if (!rows.length) return done;
    const views = new Views(q);
    // The kinds may be mixed: what one entry needs may have been made by the one before, so runs of a kind go together.
    const entries = rows.map((r) => open(r.body));
    for (let from = 0; from < entries.length;) {
      let to = from + 1;
      while (
        to < entries.length &&
        entries[to]!.idem === entries[from]!.idem &&
        entries[to]!.kind === entries[from]!.kind
      )
        to++;
      await applyAll(views, entries.slice(from, to));
      await views.flush();
      from = to;
    }
    done = rows.at(-1)!.seq;
    onProgress(done);
  }
}

/** Empties the views and makes them again from entries alone, in one transaction: readers see the old or the new, never half. */
export async function rebuild(store: Store, onProgress?: (done: number) => void): Promise<number> {
  return store.own(async (q) => {
    // Writers wait: an entry that came in between would be told twice, or not at all.
    await q('select pg_advisory_xact_lock($1)', [SEQUENCER]);
    for (const t of Object.values(VIEW_TABLES)) await q(`delete from ${t.name}`);
    await q('delete from outdated');
    return replay(q, onProgress);
  });
}

/** Makes the views again where a migration asks for it: a record of an older version, or one whose start was cut off. */
export async function bringUp(store: Store, tell: (line: string) => void): Promise<void> {
  const [row] = await store.read((q) => q<{ migration: number }>('select migration from outdated limit 1'));
  if (!row) return;
  tell('This record was written by an older version: its views are made again from its entries, once.');
  const entries = await rebuild(store);
  tell(`Done: ${entries} entries.`);
}
