import type { Query } from '../store/connection.ts';
import { DaybookError } from '../model/errors.ts';
import { parseMentionName } from '../model/mention.ts';
import { append } from '../record/append.ts';
import type { Draft } from '../record/envelope.ts';
import { reportNamed } from '../record/reports.ts';
import { lastEntry } from '../record/points.ts';
import type { ClaimRow, ReportRow } from '../record/rows.ts';
import { settle } from '../record/settle.ts';
import type { Views } from '../record/views.ts';
import type { Context } from './context.ts';
import { mentionsIn } from './reading.ts';

/** What a person did: the entry that says so, and the entries that followed from it. */
export interface Done {
  entry: number;
  last: number;
}

/**
 * A person's act: its entry, then linking again whatever it touched, in one transaction. `touched` names the reports
 * whose mentions may have to find other incidents; `dirty` mentions that must be looked at even if their reports are not.
 */
export async function act(
  context: Context,
  what: { draft: (views: Views) => Promise<Draft>; by: string; touched: readonly number[]; dirty?: readonly string[] },
): Promise<Done> {
  const done = await append(
    context.store,
    {
      key: `act ${context.newId()}`,
      stages: [
        async (views) => {
          await views.ensureReports(what.touched);
          return [await what.draft(views)];
        },
        async (views, next) => {
          await views.ensureReports(what.touched);
          const dirty = [...new Set([...mentionsIn(views, what.touched), ...(what.dirty ?? [])])];
          return settle(views, { dirty, by: what.by, next });
        },
      ],
    },
    context.now,
  );
  return { entry: done.first, last: done.last };
}

/** A claim by the name people use, REPORT.NUMBER, as it is now. */
export async function claimNamed(q: Query, name: string): Promise<{ report: ReportRow; claim: ClaimRow }> {
  const parsed = parseMentionName(name);
  if (!parsed) throw new DaybookError('claim-unknown', { claim: name });
  const n = await lastEntry(q);
  const report = await reportNamed(q, parsed.report, n).catch(() => {
    throw new DaybookError('claim-unknown', { claim: name });
  });
  const [claim] = await q<ClaimRow>('select * from claim where report_id = $1 and claim_no = $2 and until is null', [
    report.report_id,
    parsed.claim_no,
  ]);
  if (!claim) throw new DaybookError('claim-unknown', { claim: name });
  return { report, claim };
}
