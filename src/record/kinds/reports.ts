import * as z from 'zod';
import { Claim } from '../../model/claim.ts';
import { DaybookError } from '../../model/errors.ts';
import { parseInstant } from '../../model/instant.ts';
import { Report } from '../../model/report.ts';
import type { Views } from '../views.ts';
import { kind, refused } from './kind.ts';

const sha = z.string().regex(/^[0-9a-f]{64}$/);
const reportId = z.int().min(1);

const Captured = z.object({
  report: Report.omit({ text: true }),
  text: sha,
  raw: sha,
  extractor: z.string(),
  media_type: z.string(),
});

export const reportCaptured = kind<z.infer<typeof Captured>>({
  description: 'A report as received: its description; its text and raw bytes are blobs.',
  data: Captured,
  needs: () => ({}),
  apply(views, { seq, data }) {
    views.freshReports([seq]);
    const { report, text, raw, extractor, media_type } = data;
    const published = parseInstant(report.published)!;
    views.report.put(
      {
        report_id: seq,
        code: report.id,
        published,
        withdrawn: false,
        body: { report, text, raw, extractor, media_type },
      },
      seq,
    );
  },
  undo: refused('what was received was received', 'Withdraw the report: daybook report withdraw.'),
});

const Withdrawn = z.object({ report_id: reportId, report: z.string(), why: z.string().min(1) });

function setWithdrawn(views: Views, id: number, at: { seq: number; withdrawn: boolean }): boolean {
  const row = views.report.get(id);
  return row !== undefined && views.report.put({ ...row, withdrawn: at.withdrawn }, at.seq);
}

export const reportWithdrawn = kind<z.infer<typeof Withdrawn>>({
  description: 'A report that the desk no longer rests anything on; its claims stop counting and stay readable.',
  data: Withdrawn,
  needs: (d) => ({ reports: [d.report_id] }),
  apply(views, { seq, data }, touched) {
    if (setWithdrawn(views, data.report_id, { seq, withdrawn: true })) touched.reports.add(data.report_id);
  },
  undo(views, { data, seq: entry }, { seq, touched }) {
    if (views.report.since(data.report_id) !== entry)
      throw new DaybookError('entry-not-undoable', {
        entry,
        kind: 'report.withdrawn',
        detail: 'it is undone already',
        todo: 'Nothing is left to do.',
      });
    setWithdrawn(views, data.report_id, { seq, withdrawn: false });
    touched.reports.add(data.report_id);
  },
});

const Read = z.object({
  report_id: reportId,
  engine: z.string(),
  version: z.string(),
  text: sha,
  part: z.int().min(1),
  of: z.int().min(1),
  claims: z.array(z.object({ no: z.int().min(1), claim: Claim })).max(50),
  /** Claims of the earlier reading that this one no longer has: ended, or flagged where a person had touched them. */
  vanished: z.array(z.int().min(1)),
});

export const reportRead = kind<z.infer<typeof Read>>({
  description: 'A reading: what one engine version took from one report, at most 50 claims a part.',
  data: Read,
  needs: (d) => ({ reports: [d.report_id] }),
  apply(views, { seq, data }, touched) {
    const id = data.report_id;
    const engine = `${data.engine}/${data.version}`;
    for (const claim_no of data.vanished) {
      const row = views.claim.get(id, claim_no);
      if (!row) continue;
      if (row.review === 'suggested') views.claim.end(row, seq);
      else views.claim.put({ ...row, body: { ...row.body, flag: 'vanished' } }, seq);
    }
    for (const { no, claim } of data.claims) {
      const body = { claim, engine, flag: null, reviewed: null };
      views.claim.put({ report_id: id, claim_no: no, kind: claim.kind, review: 'suggested', body }, seq);
    }
    const claims = (data.part === 1 ? 0 : (views.reading.get(id)?.claims ?? 0)) + data.claims.length;
    views.reading.put({ report_id: id, engine, claims }, seq);
    touched.reports.add(id);
  },
  undo: refused('a reading is replaced by the next one', 'Read the report again, or settle its claims one by one.'),
});
