import type { ChangeEntry } from '../count/changes.ts';
import type { EntryKind } from '../model/codes.ts';
import { parseInstant, type Instant } from '../model/instant.ts';
import { open, type Entry } from '../record/envelope.ts';
import type { Query } from '../store/connection.ts';
import type { EntryView } from './outputs.ts';

/** What an entry's content may say about itself; every kind uses some of it. */
interface Content {
  report?: { id: string; title: string } | string;
  report_id?: number;
  claim?: string;
  claims?: unknown[];
  engine?: string;
  version?: string;
  why?: string;
  file?: string;
  items?: { id: string }[];
  verdict?: string;
  names?: string[];
  a?: string;
  b?: string;
  incident?: string;
  incident_id?: number;
  grade?: string | null;
  added?: { i: number; m: string }[];
  codes?: { i: number; code: string }[];
  ended?: string[];
  entry?: number;
  kind?: string;
}

/** One sentence per kind of entry: what it says, for lists and for "what changed". */
const SUMMARIES: Partial<Record<EntryKind, (d: Content) => string>> = {
  'source.noted': (d) => `sources of ${d.file} (${d.items!.length})`,
  'actor.noted': (d) => `actors of ${d.file} (${d.items!.length})`,
  'place.noted': (d) => `places of ${d.file} (${d.items!.length})`,
  'rule.set': (d) => `rule ${d.items!.map((i) => i.id).join(', ')} from ${d.file}`,
  'report.captured': (d) => `report ${(d.report as { id: string }).id} captured`,
  'report.withdrawn': (d) => `report ${d.report as string} withdrawn: ${d.why}`,
  'report.read': (d) => `${d.claims!.length} claims read by ${d.engine}/${d.version}`,
  'claim.accepted': (d) => `claim ${d.claim} accepted: ${d.why}`,
  'claim.rejected': (d) => `claim ${d.claim} rejected: ${d.why}`,
  'claim.amended': (d) => `claim ${d.claim} amended: ${d.why}`,
  'claim.added': (d) => `claim ${d.claim} added: ${d.why}`,
  'mentions.judged': (d) => `${d.names!.join(' and ')} judged ${d.verdict}: ${d.why}`,
  'links.settled': (d) => `${d.added!.length} links settled, ${d.codes!.length} incidents new`,
  'incident.graded': (d) => `${d.incident} graded ${d.grade ?? 'as computed'}: ${d.why}`,
  'entry.undone': (d) => `entry ${d.entry} (${d.kind}) undone: ${d.why}`,
  'engine.adopted': (d) => `engine ${d.engine}/${d.version} adopted: ${d.why}`,
};

export const summaryOf = (e: Entry): string => SUMMARIES[e.kind]?.(e.data as Content) ?? e.kind;

export const entryView = (e: Entry): EntryView => ({
  seq: e.seq,
  kind: e.kind,
  at: e.at,
  by: e.by,
  summary: summaryOf(e),
});

/** Entries after `from` up to and with `to`, oldest first. */
export async function entriesBetween(q: Query, from: number, to: number): Promise<Entry[]> {
  const rows = await q<{ body: Buffer }>('select body from entry where seq > $1 and seq <= $2 order by seq', [
    from,
    to,
  ]);
  return rows.map((r) => open(r.body));
}

/** Report ids that an entry concerns, straight from its content. */
function reportsIn(e: Entry): number[] {
  const d = e.data as Content;
  const keys = [d.a, d.b, ...(d.added ?? []).map((l) => l.m), ...(d.ended ?? [])].filter(
    (k): k is string => k !== undefined,
  );
  return [
    ...(e.kind === 'report.captured' ? [e.seq] : []),
    ...(d.report_id ? [d.report_id] : []),
    ...keys.map((k) => Number(k.split('.')[0])),
  ];
}

/**
 * Entries as "what changed" needs them: each with the incidents that its claims are or were linked to, and whether it
 * brought a report that had been published before the earlier point.
 */
export async function changeEntries(q: Query, entries: readonly Entry[], earlier: Instant): Promise<ChangeEntry[]> {
  const undone = await undoneIn(q, entries);
  const subject = (e: Entry): Entry => (e.kind === 'entry.undone' ? (undone.get((e.data as Content).entry!) ?? e) : e);
  const reports = [...new Set(entries.flatMap((e) => reportsIn(subject(e))))];
  const links = await linksEver(q, reports);
  const published = await publishedOf(q, reports);
  return entries.map((e) => {
    const about = subject(e);
    const d = about.data as Content;
    const claim = d.claim && d.report_id ? `${d.report_id}.${d.claim.slice(d.claim.lastIndexOf('.') + 1)}` : null;
    const concerned = links.filter((l) =>
      claim !== null
        ? `${l.report_id}.${l.claim_no}` === claim
        : d.a !== undefined
          ? [d.a, d.b].includes(`${l.report_id}.${l.claim_no}.${l.k}`)
          : d.added
            ? d.added.some((a) => a.i === l.incident_id) || d.ended!.includes(`${l.report_id}.${l.claim_no}.${l.k}`)
            : reportsIn(about).includes(l.report_id),
    );
    const incidents = new Set([...concerned.map((l) => l.code), ...(d.incident ? [d.incident] : [])]);
    const at = parseInstant(e.at)!;
    const late = reportsIn(about).some((r) => (published.get(r) ?? Infinity) < earlier);
    return {
      seq: e.seq,
      kind: e.kind,
      at,
      by: e.by,
      summary: summaryOf(e),
      late,
      subject: { claim: d.claim, incidents: [...incidents] },
    };
  });
}

async function undoneIn(q: Query, entries: readonly Entry[]): Promise<Map<number, Entry>> {
  const seqs = entries.filter((e) => e.kind === 'entry.undone').map((e) => (e.data as Content).entry!);
  if (!seqs.length) return new Map();
  const rows = await q<{ seq: number; body: Buffer }>('select seq, body from entry where seq = any($1::bigint[])', [
    seqs,
  ]);
  return new Map(rows.map((r) => [r.seq, open(r.body)]));
}

interface EverLinked extends Record<string, unknown> {
  incident_id: number;
  report_id: number;
  claim_no: number;
  k: number;
  code: string;
}

async function linksEver(q: Query, reports: readonly number[]): Promise<EverLinked[]> {
  const links = await q<Omit<EverLinked, 'code'>>(
    'select distinct incident_id, report_id, claim_no, k from link where report_id = any($1::bigint[])',
    [reports],
  );
  const codes = await q<{ incident_id: number; code: string }>(
    'select distinct on (incident_id) incident_id, code from incident where incident_id = any($1::bigint[]) order by incident_id, since desc',
    [[...new Set(links.map((l) => l.incident_id as number))]],
  );
  const codeOf = new Map(codes.map((c) => [c.incident_id, c.code]));
  return links.flatMap((l) =>
    codeOf.has(l.incident_id as number) ? [{ ...l, code: codeOf.get(l.incident_id as number)! } as EverLinked] : [],
  );
}

async function publishedOf(q: Query, reports: readonly number[]): Promise<Map<number, number>> {
  const rows = await q<{ report_id: number; published: number }>(
    'select distinct report_id, published from report where report_id = any($1::bigint[])',
    [reports],
  );
  return new Map(rows.map((r) => [r.report_id, r.published]));
}
