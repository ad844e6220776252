import { ENGINE } from '../extract/engine.ts';
import { Claim } from '../model/claim.ts';
import { mentionKey } from '../model/mention.ts';
import { append } from '../record/append.ts';
import { align } from '../record/align.ts';
import { DESK } from '../record/kinds/claims.ts';
import { splitByBytes, type Draft } from '../record/envelope.ts';
import { tablesAt } from '../record/small-tables.ts';
import type { Json } from '../record/json.ts';
import { lastEntry } from '../record/points.ts';
import type { ReportRow } from '../record/rows.ts';
import { settle } from '../record/settle.ts';
import { type Views } from '../record/views.ts';
import { speakerOf } from '../record/small-tables.ts';
import { getBlobs } from '../store/blobs.ts';
import type { Context } from './context.ts';

/** A reading's claims for one report, by whom they were read. */
export interface Reading {
  report_id: number;
  text: string;
  engine: { name: string; version: string };
  claims: Claim[];
}

/** Most claims that one entry holds. */
const PART = 50;

/**
 * Records readings and what linking makes of them, in one transaction: a claim is never without its incident. Tells the
 * number of each claim, in the order of the readings.
 */
export async function recordReadings(
  context: Context,
  readings: readonly Reading[],
  by: string,
): Promise<{ claims: number; numbers: number[][] }> {
  if (!readings.length) return { claims: 0, numbers: [] };
  const claims = readings.reduce((n, r) => n + r.claims.length, 0);
  let numbers: number[][] = [];
  let changed: number[] = [];
  const texts = await context.store.read((q) => getBlobs(q, [...new Set(readings.map((r) => r.text))]));
  await append(
    context.store,
    {
      key: `read ${context.newId()}`,
      texts: new Map([...texts].map(([sha, b]) => [sha, Buffer.from(b.bytes).toString('utf8')])),
      stages: [
        async (views) => {
          await views.ensureReports(readings.map((r) => r.report_id));
          const last = await lastNumbers(views, readings);
          const read = readings.map((r) => readDrafts(views, r, { by, last: last.get(r.report_id) ?? 0 }));
          numbers = read.map((r) => r.numbers);
          changed = readings.flatMap((r, i) => (read[i]!.drafts.length ? [r.report_id] : []));
          return read.flatMap((r) => r.drafts);
        },
        (views, next) => settle(views, { dirty: mentionsIn(views, changed), by, next }),
      ],
    },
    context.now,
  );
  return { claims, numbers };
}

/** Highest number that a claim of each report ever had: it is never given again. */
async function lastNumbers(views: Views, readings: readonly Reading[]): Promise<Map<number, number>> {
  const rows = await views.q<{ report_id: number; last: number }>(
    'select report_id, max(claim_no) as last from claim where report_id = any($1::bigint[]) group by report_id',
    [readings.map((r) => r.report_id)],
  );
  return new Map(rows.map((r) => [r.report_id, r.last]));
}

export const mentionsIn = (views: Views, reportIds: readonly number[]): string[] =>
  [...new Set(reportIds)].flatMap((id) => views.mention.of(id).map(mentionKey));

/** Entries of one reading, none where it changes nothing; and the number of each of its claims. */
function readDrafts(
  views: Views,
  reading: Reading,
  at: { by: string; last: number },
): { drafts: Draft[]; numbers: number[] } {
  const { report_id, text, engine, claims: read } = reading;
  const live = views.claim.of(report_id).map((c) => ({ no: c.claim_no, claim: c.body.claim, review: c.review }));
  const { claims, numbers, ...lost } = align(live, read, at.last);
  // Flagged once is flagged; and what a person added because no reading found it has not vanished from any.
  const news = (no: number): boolean => {
    const { flag, engine } = views.claim.get(report_id, no)!.body;
    return flag === null && engine !== DESK;
  };
  const vanished = lost.vanished.filter(news);
  const before = views.reading.get(report_id);
  // Two that read at once, or one that was killed and started again: what is known already is not recorded again.
  if (before?.engine === `${engine.name}/${engine.version}` && !claims.length && !vanished.length)
    return { drafts: [], numbers };
  const chunks = splitByBytes(claims as unknown as Json[], 40_000).flatMap((c) => inFifties(c));
  const drafts = chunks.map((part, n): Draft => ({
    kind: 'report.read',
    by: at.by,
    data: {
      report_id,
      engine: engine.name,
      version: engine.version,
      text,
      part: n + 1,
      of: chunks.length,
      claims: part,
      vanished: n === 0 ? vanished : [],
    },
  }));
  return { drafts, numbers };
}

function inFifties(items: Json[]): Json[][] {
  const out: Json[][] = [];
  for (let i = 0; i < items.length || i === 0; i += PART) out.push(items.slice(i, i + PART));
  return out;
}

/** Reads the reports that no engine has read yet; returns how many. A crash between capture and reading is healed here. */
export async function readUnread(
  context: Context,
  by: string,
  limit = 200,
): Promise<{ reports: number; claims: number }> {
  const rows = await context.store.read((q) =>
    q<ReportRow>(
      `select r.* from report r left join reading x on x.report_id = r.report_id and x.until is null
       where r.until is null and x.report_id is null order by r.report_id limit $1`,
      [limit],
    ),
  );
  if (!rows.length) return { reports: 0, claims: 0 };
  const readings = await readRows(context, rows);
  const { claims } = await recordReadings(context, readings, by);
  return { reports: rows.length, claims };
}

/** What the present engine takes from reports of the record; nothing is recorded. */
export async function readRows(context: Context, rows: readonly ReportRow[]): Promise<Reading[]> {
  const engine = await context.engine();
  const { texts, tables } = await context.store.read(async (q) => {
    return {
      texts: await getBlobs(q, [...new Set(rows.map((r) => r.body.text))]),
      tables: await tablesAt(q, await lastEntry(q), context.store),
    };
  });
  return rows.map((row) => {
    const { report } = row.body;
    const text = Buffer.from(texts.get(row.body.text)!.bytes).toString('utf8');
    const source = tables.sources.get(report.source.id);
    const zone = report.zone ?? source?.zone ?? (source?.country ? tables.gazetteer.zone(source.country) : undefined);
    const speaks_for = speakerOf(tables, report.source.id);
    const claims = readSafely(context, report.id, () => engine.read({ ...report, zone, text, speaks_for }));
    return { report_id: row.report_id, text: row.body.text, engine: ENGINE, claims };
  });
}

/**
 * What the engine takes from one report must not hold up the rest of its batch: a fault of ours leaves that report with
 * no claims (the next version of the engine reads it again), a claim out of shape is left out, and both are told.
 */
export function readSafely(context: Pick<Context, 'tell'>, report: string, read: () => Claim[]): Claim[] {
  try {
    const claims = read();
    const kept = claims.filter((c) => Claim.safeParse(c).success);
    if (kept.length < claims.length) context.tell(`${report}: ${claims.length - kept.length} claims were out of shape`);
    return kept;
  } catch (e) {
    context.tell(`${report}: the reading failed (${e instanceof Error ? e.message : String(e)}); it has no claims yet`);
    return [];
  }
}
