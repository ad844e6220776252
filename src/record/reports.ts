import { DaybookError } from '../model/errors.ts';
import { getBlobs } from '../store/blobs.ts';
import type { Query } from '../store/connection.ts';
import type { ClaimRow, ReportRow } from './rows.ts';

const HELD = 'since <= $1 and (until is null or until > $1)';

/** Reports as they were at point `n`, by id. */
export async function reportsById(q: Query, ids: readonly number[], n: number): Promise<Map<number, ReportRow>> {
  if (!ids.length) return new Map();
  const rows = await q<ReportRow>(`select * from report where ${HELD} and report_id = any($2::bigint[])`, [n, ids]);
  return new Map(rows.map((r) => [r.report_id, r]));
}

/** The report of that id (its public one, e.g. `s-2023-10-18-centcom`). */
export async function reportNamed(q: Query, code: string, n: number): Promise<ReportRow> {
  const [row] = await q<ReportRow>(`select * from report where ${HELD} and code = $2`, [n, code]);
  if (!row) throw new DaybookError('report-unknown', { report: code });
  return row;
}

/** Claims of these reports at point `n`, in order. */
export function claimsOf(q: Query, ids: readonly number[], n: number): Promise<ClaimRow[]> {
  return q<ClaimRow>(
    `select * from claim where ${HELD} and report_id = any($2::bigint[]) order by report_id, claim_no`,
    [n, ids],
  );
}

/** Texts of reports, by report id. */
export async function textsOf(q: Query, reports: Iterable<ReportRow>): Promise<Map<number, string>> {
  const rows = [...reports];
  const blobs = await getBlobs(q, [...new Set(rows.map((r) => r.body.text))]);
  return new Map(rows.map((r) => [r.report_id, Buffer.from(blobs.get(r.body.text)!.bytes).toString('utf8')]));
}

/** Codes of the incidents that each claim (`<report_id>.<claim_no>`) is linked to at point `n`. */
export async function incidentsOf(q: Query, ids: readonly number[], n: number): Promise<Map<string, string[]>> {
  const links = await q<{ incident_id: number; report_id: number; claim_no: number }>(
    `select incident_id, report_id, claim_no from link where ${HELD} and report_id = any($2::bigint[]) order by report_id, claim_no, k`,
    [n, ids],
  );
  const codes = await q<{ incident_id: number; code: string }>(
    `select incident_id, code from incident where ${HELD} and incident_id = any($2::bigint[])`,
    [n, [...new Set(links.map((l) => l.incident_id))]],
  );
  const codeOf = new Map(codes.map((c) => [c.incident_id, c.code]));
  const found = new Map<string, string[]>();
  for (const l of links) {
    const key = `${l.report_id}.${l.claim_no}`;
    const code = codeOf.get(l.incident_id);
    if (code) found.set(key, [...(found.get(key) ?? []), code]);
  }
  return found;
}
