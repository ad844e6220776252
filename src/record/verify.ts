import { DaybookError } from '../model/errors.ts';
import type { Query, Store } from '../store/connection.ts';
import { getBlobs } from '../store/blobs.ts';
import { checked } from './apply.ts';
import { open, type Entry } from './envelope.ts';
import { CompactRange, leafHash } from './merkle.ts';
import { replay } from './rebuild.ts';
import { VIEW_TABLES } from './tables.ts';

/** Something in the record that is not what was recorded. `seq` = the entry it concerns, null where it concerns a view. */
export interface Fault {
  seq: number | null;
  what: string;
}

export interface Verdict {
  good: boolean;
  size: number;
  /** RFC 6962 root over all leaves, hex. */
  root: string;
  blobs: number;
  quotations: number;
  faults: Fault[];
}

interface Stored extends Record<string, unknown> {
  seq: number;
  kind: string;
  at: string;
  by: string;
  body: Buffer;
  leaf: Buffer;
}

/** At most so many faults are told: one is enough to stop, a list helps to see how far it goes. */
const MOST = 100;

/**
 * Recomputes everything that can be recomputed: numbering, leaves, columns against bodies, the root, blobs against their
 * names, quotations against texts, and all views by replaying the entries beside them.
 * `remembered` = size and root that somebody kept from an earlier run: what was recorded then must still be so.
 */
export async function verify(
  store: Store,
  options: { remembered?: { size: number; root: string }; views?: boolean; onProgress?: (done: number) => void } = {},
): Promise<Verdict> {
  return store.own(async (q) => {
    // One snapshot for entries and views: what others record meanwhile would look like rows that follow from nothing.
    await q('set transaction isolation level repeatable read');
    const faults: Fault[] = [];
    const seen = await entries(q, { ...options, faults });
    const blobs = await checkBlobs(q, seen, faults);
    if (!faults.length) await checkKeys(q, faults);
    if (options.views !== false && !faults.length) await checkViews(q, faults);
    faults.sort((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity));
    // Whatever the checking wrote was scratch; nothing of it stays.
    return { good: !faults.length, size: seen.size, root: seen.root, ...blobs, faults: faults.slice(0, MOST) };
  });
}

interface Seen {
  size: number;
  root: string;
  blobs: Map<string, number>;
  /** Text of each report, and the spans that its claims point at. */
  texts: Map<number, string>;
  spans: { seq: number; report: number; from: number; to: number }[];
}

async function entries(
  q: Query,
  options: { remembered?: { size: number; root: string }; faults: Fault[]; onProgress?: (done: number) => void },
): Promise<Seen> {
  const { faults, remembered } = options;
  const tree = new CompactRange();
  const seen: Seen = { size: 0, root: '', blobs: new Map(), texts: new Map(), spans: [] };
  if (remembered?.size === 0) compare(tree, remembered, faults);
  for await (const rows of q.stream<Stored>('select seq, kind, at, by, body, leaf from entry order by seq', [], 1000)) {
    for (const row of rows) {
      if (row.seq !== seen.size + 1)
        faults.push({ seq: Math.min(row.seq, seen.size + 1), what: `entry ${seen.size + 1} is missing` });
      seen.size = row.seq;
      const leaf = leafHash(row.body);
      tree.append(leaf);
      if (!leaf.equals(row.leaf)) faults.push({ seq: row.seq, what: 'the body does not give the leaf' });
      note(seen, row, faults);
      if (remembered && remembered.size === row.seq) compare(tree, remembered, faults);
    }
    options.onProgress?.(seen.size);
  }
  if (remembered && remembered.size > seen.size)
    faults.push({ seq: seen.size + 1, what: `the record ends before it, but had ${remembered.size} entries` });
  seen.root = tree.root().toString('hex');
  return seen;
}

function compare(tree: CompactRange, remembered: { size: number; root: string }, faults: Fault[]): void {
  const root = tree.root().toString('hex');
  if (root !== remembered.root)
    faults.push({
      seq: remembered.size,
      what: `the root of the first ${remembered.size} entries is not the remembered one`,
    });
}

/** Compares the columns with the body, and notes what the entry says about blobs and words. */
function note(seen: Seen, row: Stored, faults: Fault[]): void {
  let entry: Entry;
  try {
    entry = open(row.body);
    checked(entry);
  } catch (e) {
    faults.push({ seq: row.seq, what: e instanceof DaybookError ? e.message : 'the body cannot be read' });
    return;
  }
  for (const column of ['seq', 'kind', 'at', 'by'] as const)
    if (entry[column] !== row[column])
      faults.push({ seq: row.seq, what: `column “${column}” is not what the body says` });
  for (const sha of entry.blobs) if (!seen.blobs.has(sha)) seen.blobs.set(sha, row.seq);
  const data = entry.data as { text?: string; report_id?: number; claims?: { claim: Quoted }[]; content?: Quoted };
  if (entry.kind === 'report.captured') seen.texts.set(row.seq, data.text!);
  const claims = [...(data.claims ?? []).map((c) => c.claim), ...(data.content ? [data.content] : [])];
  for (const c of claims)
    for (const [from, to] of c.evidence) seen.spans.push({ seq: row.seq, report: data.report_id!, from, to });
}

interface Quoted {
  evidence: [number, number][];
}

/** Idempotency keys against the entries that were recorded under them: a lost key would let a retry record twice. */
async function checkKeys(q: Query, faults: Fault[]): Promise<void> {
  const rows = await q<{ seq: number }>(
    `select coalesce(i.first, e.first) as seq
     from (select convert_from(body, 'UTF8')::jsonb->>'idem' as key, min(seq) as first, max(seq) as last from entry group by 1) e
     full join idem i on i.key = e.key
     where (e.first, e.last) is distinct from (i.first, i.last) order by 1 limit ${MOST}`,
  );
  for (const { seq } of rows) faults.push({ seq, what: 'its idempotency key is not the one that was used' });
}

async function checkBlobs(q: Query, seen: Seen, faults: Fault[]): Promise<{ blobs: number; quotations: number }> {
  const texts = new Map<string, string>();
  const wanted = new Set(seen.texts.values());
  const names = [...seen.blobs.keys()];
  for (let i = 0; i < names.length; i += 100) {
    const batch = names.slice(i, i + 100);
    const held = await blobsOf(q, batch);
    for (const name of batch) {
      const found = held.get(name);
      if (!found)
        faults.push({ seq: seen.blobs.get(name)!, what: `blob ${name} is missing or is not what its name says` });
      else if (wanted.has(name)) texts.set(name, Buffer.from(found).toString('utf8'));
    }
  }
  for (const s of seen.spans) {
    const text = texts.get(seen.texts.get(s.report) ?? '');
    if (text !== undefined && !quotable(text, s.from, s.to))
      faults.push({ seq: s.seq, what: `words ${s.from}–${s.to} are not in the stored text` });
  }
  return { blobs: names.length, quotations: seen.spans.length };
}

/** Those of the blobs that are there and are what their names say; one that is not must not hide the others. */
async function blobsOf(q: Query, names: readonly string[]): Promise<Map<string, Uint8Array>> {
  try {
    return new Map([...(await getBlobs(q, names))].map(([name, b]) => [name, b.bytes]));
  } catch {
    const one = async (name: string): Promise<[string, Uint8Array][]> => {
      const bytes = await blobOrNull(q, name);
      return bytes ? [[name, bytes]] : [];
    };
    const found: [string, Uint8Array][] = [];
    for (const name of names) found.push(...(await one(name)));
    return new Map(found);
  }
}

async function blobOrNull(q: Query, name: string): Promise<Uint8Array | null> {
  try {
    return (await getBlobs(q, [name])).get(name)?.bytes ?? null;
  } catch {
    return null;
  }
}

/** Whether the span lies in the text, holds more than white space and cuts no surrogate pair. */
export function quotable(text: string, from: number, to: number): boolean {
  const cut = (i: number): boolean => {
    const unit = text.charCodeAt(i);
    return i > 0 && unit >= 0xdc00 && unit <= 0xdfff;
  };
  return from >= 0 && from < to && to <= text.length && text.slice(from, to).trim() !== '' && !cut(from) && !cut(to);
}

/** Replays the entries into temporary tables that stand before the real ones, and compares row by row. */
async function checkViews(q: Query, faults: Fault[]): Promise<void> {
  for (const t of Object.values(VIEW_TABLES))
    await q(`create temporary table ${t.name} (like public.${t.name} including indexes) on commit drop`);
  try {
    await replay(q);
  } catch (e) {
    faults.push({ seq: null, what: `the entries cannot be replayed: ${(e as Error).message}` });
    return;
  }
  for (const t of Object.values(VIEW_TABLES)) {
    const [row] = await q<{ lost: number; extra: number }>(
      `select (select count(*) from (select * from pg_temp.${t.name} except select * from public.${t.name}) a) as lost,
              (select count(*) from (select * from public.${t.name} except select * from pg_temp.${t.name}) b) as extra`,
    );
    if (row!.lost || row!.extra)
      faults.push({
        seq: null,
        what: `view “${t.name}”: ${row!.lost} rows are missing or changed, ${row!.extra} do not follow from entries`,
      });
  }
}
