import * as z from 'zod';
import { Claim } from '../../model/claim.ts';
import type { Review } from '../../model/codes.ts';
import { DaybookError } from '../../model/errors.ts';
import type { Entry } from '../envelope.ts';
import type { Views } from '../views.ts';
import { kind, type Kind, type Undo } from './kind.ts';

const at = { report_id: z.int().min(1), claim_no: z.int().min(1), claim: z.string(), why: z.string().min(1) };
const Reviewed = z.object(at);
const Rewritten = z.object({ ...at, content: Claim });
type Reviewed = z.infer<typeof Reviewed>;
type Rewritten = z.infer<typeof Rewritten>;

/** Puts the version back that the undone entry superseded, unless a later entry stands on it. */
const restore: Undo<Reviewed> = async (views, { seq: entry, kind: name, data }, { seq, touched }) => {
  const since = views.claim.since(data.report_id, data.claim_no);
  if (since !== entry)
    throw new DaybookError('entry-not-undoable', {
      entry,
      kind: name,
      detail: since === undefined ? 'the claim is no longer live' : `entry ${since} changed the claim after it`,
      todo: since === undefined ? 'Nothing is left to undo.' : `Undo entry ${since} first.`,
    });
  const key = { report_id: data.report_id, claim_no: data.claim_no };
  const before = await views.claim.endedBy(entry, key);
  if (before) views.claim.put(before, seq);
  else views.claim.end(key, seq);
  touched.reports.add(data.report_id);
};

function review<D extends Reviewed>(description: string, to: { review: Review; data: z.ZodType<D> }): Kind<D> {
  return kind<D>({
    description,
    data: to.data,
    needs: (d) => ({ reports: [d.report_id] }),
    apply(views, entry, touched) {
      settle(views, entry, to.review);
      touched.reports.add(entry.data.report_id);
    },
    undo: restore as Undo<D>,
  });
}

function settle(views: Views, entry: Entry & { data: Reviewed & { content?: Claim } }, to: Review): void {
  const { report_id, claim_no, why, content } = entry.data;
  const row = views.claim.get(report_id, claim_no);
  const claim = content ?? row!.body.claim;
  const reviewed = { entry: entry.seq, by: entry.by, why };
  const body = { claim, engine: row?.body.engine ?? 'desk', flag: null, reviewed };
  views.claim.put({ report_id, claim_no, kind: claim.kind, review: to, body }, entry.seq);
}

export const claimAccepted = review('A person found the claim right.', { review: 'accepted', data: Reviewed });
export const claimRejected = review('A person found that the report does not say this; it stops counting and stays readable.', {
  review: 'rejected',
  data: Reviewed,
});
export const claimAmended = review<Rewritten>('A person corrected the claim.', { review: 'amended', data: Rewritten });
export const claimAdded = review<Rewritten>('A person added a claim that no reading had found.', {
  review: 'accepted',
  data: Rewritten,
});
