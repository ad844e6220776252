import { collect } from '../collect/collect.ts';
import { ENGINE } from '../extract/engine.ts';
import { Claim } from '../model/claim.ts';
import type { Review } from '../model/codes.ts';
import { DaybookError } from '../model/errors.ts';
import type { Report } from '../model/report.ts';
import { sha256 } from '../record/envelope.ts';
import { DESK } from '../record/kinds/claims.ts';
import { lastEntry } from '../record/points.ts';
import { claimsOf, textsOf } from '../record/reports.ts';
import type { ReportRow } from '../record/rows.ts';
import type { Context } from './context.ts';
import { engineFromFiles, inputOf } from './file-engine.ts';
import { contentOf, labelledLines } from './import-claims.ts';
import { readRows } from './reading.ts';

/** A claim of one side of a comparison. */
export interface Told {
  id: string;
  claim: Claim;
  review: Review;
  /** Whether a reading that has no such claim leaves it as it is: a person added it, or it has been flagged before. */
  stays: boolean;
  /** Its words, span by span; null where neither text nor words are at hand. */
  words: string[] | null;
}

/** What one side holds of a report; `text` is the SHA-256 of what it was read from, null where that is not told. */
export interface SideReport {
  claims: Told[];
  text: string | null;
}

export interface Side {
  name: string;
  reports: Map<string, SideReport>;
  errors: DaybookError[];
}

/** The two sides that are no files: what the record holds, and what the present engine reads. */
const RECORD = 'record';
const PRESENT = 'engine';

/** Whether comparing these asks the record; paths are NEW and the reports. */
export const restsOnRecord = (old: string, [now, ...reports]: readonly string[]): boolean =>
  old === RECORD || now === RECORD || (!reports.length && (old === PRESENT || now === PRESENT));

/** The reports that a comparison is limited to, by id; null = whatever the sides hold. */
export type Pages = ReadonlyMap<string, Page> | null;
interface Page {
  report: Report;
  sha: string;
}

interface Asked {
  source?: string | undefined;
  published?: string | undefined;
  language?: string | undefined;
}

/** The reports of the paths. */
export async function pagesOf(
  context: Context,
  paths: readonly string[],
  asked: Asked,
): Promise<{ pages: Pages; errors: DaybookError[] }> {
  if (!paths.length) return { pages: null, errors: [] };
  const pages = new Map<string, Page>();
  const errors: DaybookError[] = [];
  const { sources } = await engineFromFiles(context.dataFiles);
  const { source, published, language } = asked;
  for await (const outcome of collect(paths, {
    source,
    published,
    language,
    sources: new Map(sources.map((s) => [s.id, s])),
  }))
    if ('error' in outcome) errors.push(outcome.error);
    else pages.set(outcome.ok.report.id, { report: outcome.ok.report, sha: shaOf(outcome.ok.report.text) });
  return { pages, errors };
}

const shaOf = (text: string): string => sha256(Buffer.from(text, 'utf8'));

/** A side by what it is called: `record`, `engine`, or a file of {id, claims} lines. */
export function sideOf(context: Context, name: string, pages: Pages): Promise<Side> {
  if (name === RECORD) return recordSide(context, pages);
  if (name !== PRESENT) return fileSide(name, pages);
  return pages ? engineOnPages(context, pages) : engineOnRecord(context);
}

const wordsIn = (text: string, claim: Claim): string[] => claim.evidence.map(([from, to]) => text.slice(from, to));

/** Content alone, with its defaults, as JSON has it: what two sides are compared by. */
const plain = (claim: Claim): Claim => JSON.parse(JSON.stringify(Claim.parse(claim))) as Claim;

/** Fresh claims of a reading, under the names that reading would give them. */
const told = (report: string, claims: readonly Claim[], text: string): Told[] =>
  claims.map((claim, i) => ({
    id: `${report}.${i + 1}`,
    claim: plain(claim),
    review: 'suggested',
    stays: false,
    words: wordsIn(text, claim),
  }));

async function fileSide(file: string, pages: Pages): Promise<Side> {
  const side: Side = { name: file, reports: new Map(), errors: [] };
  for await (const line of labelledLines(file)) {
    if (line instanceof DaybookError) {
      // Nothing at all is no side: everything would look new, or gone.
      if (line.code === 'file-unreadable') throw line;
      side.errors.push(line);
      continue;
    }
    if (pages && !pages.has(line.id)) continue;
    const text = pages?.get(line.id)?.report.text;
    // Lines that speak of one report are one reading of it.
    const before = side.reports.get(line.id)?.claims ?? [];
    const claims = line.claims.map((c, i): Told => {
      const claim = plain(contentOf(c));
      const words = text === undefined ? (c.words ?? null) : wordsIn(text, claim);
      const id = c.id ?? `${line.id}.${before.length + i + 1}`;
      return { id, claim, review: c.review ?? 'suggested', stays: false, words };
    });
    side.reports.set(line.id, { claims: [...before, ...claims], text: null });
  }
  return side;
}

async function engineOnPages(context: Context, pages: ReadonlyMap<string, Page>): Promise<Side> {
  const { engine, sources } = await engineFromFiles(context.dataFiles);
  const sourceOf = new Map(sources.map((s) => [s.id, s]));
  const reports = new Map<string, SideReport>();
  for (const [id, { report, sha }] of pages) {
    const claims = engine.read(inputOf(report, sourceOf.get(report.source.id)));
    reports.set(id, { claims: told(id, claims, report.text), text: sha });
  }
  return { name: presentName, reports, errors: [] };
}

const presentName = `${ENGINE.name}/${ENGINE.version}`;

/** Reports of the record that something rests on, in batches. */
async function* batchesOf(context: Context): AsyncGenerator<ReportRow[]> {
  for (let after = 0; ;) {
    const rows = await context.store.read((q) =>
      q<ReportRow>(
        'select * from report where until is null and not withdrawn and report_id > $1 order by report_id limit 200',
        [after],
      ),
    );
    if (!rows.length) return;
    after = rows.at(-1)!.report_id;
    yield rows;
  }
}

async function engineOnRecord(context: Context): Promise<Side> {
  const reports = new Map<string, SideReport>();
  for await (const rows of batchesOf(context)) {
    const texts = await context.store.read((q) => textsOf(q, rows));
    for (const [i, { claims, text }] of (await readRows(context, rows)).entries()) {
      const { code, report_id } = rows[i]!;
      reports.set(code, { claims: told(code, claims, texts.get(report_id)!), text });
    }
  }
  return { name: presentName, reports, errors: [] };
}

async function recordSide(context: Context, pages: Pages): Promise<Side> {
  const reports = new Map<string, SideReport>();
  const n = await context.store.read(lastEntry);
  for await (const batch of batchesOf(context)) {
    const rows = batch.filter((r) => !pages || pages.has(r.code));
    const held = new Map(rows.map((r): [number, SideReport] => [r.report_id, { claims: [], text: r.body.text }]));
    const [texts, claims] = await context.store.read(async (q) => [
      await textsOf(q, rows),
      await claimsOf(q, [...held.keys()], n),
    ]);
    const codeOf = new Map(rows.map((r) => [r.report_id, r.code]));
    for (const { report_id, claim_no, review, body } of claims) {
      const claim = plain(body.claim);
      const stays = body.flag !== null || body.engine === DESK;
      const words = wordsIn(texts.get(report_id)!, claim);
      held.get(report_id)!.claims.push({ id: `${codeOf.get(report_id)}.${claim_no}`, claim, review, stays, words });
    }
    for (const r of rows) reports.set(r.code, held.get(r.report_id)!);
  }
  return { name: `record at ${n}`, reports, errors: [] };
}
