import { claimsOf, incidentsOf, reportsById, textsOf } from '../record/reports.ts';
import type { ClaimRow } from '../record/rows.ts';
import type { Tables } from '../record/small-tables.ts';
import type { Query } from '../store/connection.ts';
import type { ClaimView } from './outputs.ts';
import { claimView } from './present.ts';

/** Claims as they leave, in the order of the rows. */
export async function claimViews(
  q: Query,
  rows: readonly ClaimRow[],
  at: { n: number; tables: Tables },
): Promise<ClaimView[]> {
  const ids = [...new Set(rows.map((r) => r.report_id))];
  const reports = await reportsById(q, ids, at.n);
  const texts = await textsOf(q, reports.values());
  const incidents = await incidentsOf(q, ids, at.n);
  return rows.map((row) =>
    claimView(row, {
      report: reports.get(row.report_id)!,
      text: texts.get(row.report_id)!,
      tables: at.tables,
      incidents: incidents.get(`${row.report_id}.${row.claim_no}`) ?? [],
    }),
  );
}

/** The claims of these reports as they leave, by `<report_id>.<claim_no>`. */
export async function claimViewsOf(
  q: Query,
  reportIds: readonly number[],
  at: { n: number; tables: Tables },
): Promise<Map<string, ClaimView>> {
  const rows = await claimsOf(q, reportIds, at.n);
  const views = await claimViews(q, rows, at);
  return new Map(rows.map((r, i) => [`${r.report_id}.${r.claim_no}`, views[i]!]));
}
