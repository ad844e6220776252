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

/** The engine of claims that a person added. */
export const DESK = 'desk';

/** Puts the version back that the undone entry superseded, unless a later entry stands on it. */
const restore: Undo<Reviewed> = async (views, { seq: entry, kind: name, data }, { seq, touched }) => {
  const row = views.claim.get(data.report_id, data.claim_no);
  // Whose word the claim has now: the entry itself again, once what stood on it has been undone.
  const standing = row?.body.reviewed?.entry ?? 0;
  if (standing !== entry) {
    const later = standing > entry;
    throw new DaybookError('entry-not-undoable', {
      entry,
      kind: name,
      detail: later
        ? `entry ${standing} changed the claim after it`
        : row
          ? 'it is undone already'
          : 'the claim is no longer live',
      todo: later ? `Undo entry ${standing} first.` : 'Nothing is left to do.',
    });
  }
  const key = { report_id: data.report_id, claim_no: data.claim_no };
  const before = await views.claim.endedBy(entry, key);
  // Had nobody touched it, the reading that no longer found it would have ended it.
  const flag = row!.body.flag ?? before?.body.flag ?? null;
  const lost = flag === 'vanished' && before?.review === 'suggested';
  if (before && !lost) views.claim.put({ ...before, body: { ...before.body, flag } }, seq);
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
  const body = { claim, engine: row?.body.engine ?? DESK, flag: null, reviewed };
  views.claim.put({ report_id, claim_no, kind: claim.kind, review: to, body }, entry.seq);
}

export const claimAccepted = review('A person found the claim right.', { review: 'accepted', data: Reviewed });
export const claimRejected = review(
  'A person found that the report does not say this; it stops counting and stays readable.',
  {
    review: 'rejected',
    data: Reviewed,
  },
);
export const claimAmended = review<Rewritten>('A person corrected the claim.', { review: 'amended', data: Rewritten });
export const claimAdded = review<Rewritten>('A person added a claim that no reading had found.', {
  review: 'accepted',
  data: Rewritten,
});
