import { DaybookError } from '../model/errors.ts';
import { deriveIncident, deriveReport } from './derive.ts';
import { open, type Draft, type Entry } from './envelope.ts';
import { KINDS } from './kinds.ts';
import { untouched, type Kind, type Touched } from './kinds/kind.ts';
import type { Undone } from './kinds/undone.ts';
import type { Views } from './views.ts';

/** The declared kind, or an error for what this version does not write. */
export function kindOf(name: string): Kind {
  const found = KINDS[name as keyof typeof KINDS];
  if (!found) throw new DaybookError('entry-invalid', { detail: `kind “${name}” is reserved or unknown` });
  return found;
}

/** The draft's content in the shape that its kind declares. */
export function checked(draft: Draft): Draft {
  const parsed = kindOf(draft.kind).data.safeParse(draft.data);
  if (parsed.success) return draft;
  const issue = parsed.error.issues[0]!;
  throw new DaybookError('entry-invalid', { detail: `${draft.kind} ${issue.path.join('.')}: ${issue.message}` });
}

/** Loads in bulk what a run of entries will need: their own needs, and those of what they undo. */
export async function prepare(views: Views, entries: readonly Entry[]): Promise<Map<number, Entry>> {
  const undone = await entriesOf(
    views,
    entries.filter((e) => e.kind === 'entry.undone').map((e) => (e.data as Undone).entry),
  );
  const reports: number[] = [];
  const incidents: number[] = [];
  let tables = false;
  for (const e of [...entries, ...undone.values()]) {
    const needs = kindOf(e.kind).needs(e.data);
    reports.push(...(needs.reports ?? []));
    incidents.push(...(needs.incidents ?? []));
    tables ||= needs.tables ?? false;
  }
  const own = new Set(entries.filter((e) => e.kind === 'report.captured').map((e) => e.seq));
  views.freshReports([...own]);
  await views.ensureReports(reports.filter((r) => !own.has(r)));
  await views.ensureIncidents(incidents);
  await views.incident.ensureLast(incidents);
  if (tables) await ensureTables(views);
  // Whatever derives an incident again must know what was judged not the same.
  if (tables || reports.length || incidents.length) await views.judgement.ensureAll();
  return undone;
}

async function ensureTables(views: Views): Promise<void> {
  for (const t of [views.source, views.actor, views.place, views.rule]) await t.ensureAll();
  await views.data_file.ensureAll();
}

async function entriesOf(views: Views, seqs: number[]): Promise<Map<number, Entry>> {
  if (!seqs.length) return new Map();
  const rows = await views.q<{ seq: number; body: Buffer }>(
    'select seq, body from entry where seq = any($1::bigint[])',
    [seqs],
  );
  return new Map(rows.map((r) => [r.seq, open(r.body)]));
}

/** Applies one entry to the views, then derives what follows from what it touched. Rows must have been prepared. */
export async function apply(views: Views, entry: Entry, undone: Map<number, Entry>): Promise<void> {
  const touched = untouched();
  await kindOf(entry.kind).apply(views, entry as never, touched);
  if (entry.kind === 'entry.undone') await undo(views, entry, { undone, touched });
  if (touched.tables) await retold(views, touched);
  for (const id of inOrder(touched.reports))
    for (const i of await deriveReport(views, id, entry.seq)) touched.incidents.add(i);
  // What makes an incident distinct from others stands in the claims of all its reports.
  await views.ensureReports([...touched.incidents].flatMap((id) => views.link.of(id).map((l) => l.report_id)));
  for (const id of inOrder(touched.incidents)) await deriveIncident(views, id, entry.seq);
}

const inOrder = (ids: Set<number>): number[] => [...ids].sort((a, b) => a - b);

async function undo(views: Views, entry: Entry, at: { undone: Map<number, Entry>; touched: Touched }): Promise<void> {
  const seq = (entry.data as Undone).entry;
  const target = at.undone.get(seq);
  if (!target) throw new DaybookError('entry-unknown', { entry: seq });
  const how = kindOf(target.kind).undo;
  if (typeof how !== 'function')
    throw new DaybookError('entry-not-undoable', {
      entry: seq,
      kind: target.kind,
      detail: how.refused,
      todo: how.instead,
    });
  await how(views, target as never, { seq: entry.seq, touched: at.touched });
}

/** Sources, actors or places changed: every live report is told again with them, and every incident follows. */
async function retold(views: Views, touched: Touched): Promise<void> {
  views.tablesChanged();
  const rows = await views.q<{ report_id: number }>('select report_id from report where until is null');
  const ids = new Set([...rows.map((r) => r.report_id), ...views.report.all().map((r) => r.report_id)]);
  if (!ids.size) return;
  await views.ensureReports(ids);
  for (const id of ids) touched.reports.add(id);
  for (const i of views.incident.all()) touched.incidents.add(i.incident_id);
}
