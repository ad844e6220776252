import type { EntryKind } from '../model/codes.ts';
import { engineAdopted } from './kinds/acts.ts';
import { claimAccepted, claimAdded, claimAmended, claimRejected } from './kinds/claims.ts';
import { kind, refused, type Kind } from './kinds/kind.ts';
import { incidentGraded, linksSettled, mentionsJudged } from './kinds/links.ts';
import { reportCaptured, reportRead, reportWithdrawn } from './kinds/reports.ts';
import { actorNoted, placeNoted, ruleSet, sourceNoted } from './kinds/tables.ts';
import { Undone } from './kinds/undone.ts';

const entryUndone = kind<Undone>({
  description: 'An earlier entry is undone: the views are as if it had not been.',
  data: Undone,
  needs: () => ({}),
  // What it does is declared by the kind that it undoes; see apply.ts.
  apply: () => {},
  undo: refused('an undoing is not undone', 'Do the act again.'),
});

/** Every kind of entry that this version writes; the rest of ENTRY_KINDS is reserved. */
export const KINDS: Partial<Record<EntryKind, Kind>> = {
  'source.noted': sourceNoted as Kind,
  'actor.noted': actorNoted as Kind,
  'place.noted': placeNoted as Kind,
  'rule.set': ruleSet as Kind,
  'report.captured': reportCaptured as Kind,
  'report.withdrawn': reportWithdrawn as Kind,
  'report.read': reportRead as Kind,
  'claim.accepted': claimAccepted as Kind,
  'claim.rejected': claimRejected as Kind,
  'claim.amended': claimAmended as Kind,
  'claim.added': claimAdded as Kind,
  'mentions.judged': mentionsJudged as Kind,
  'links.settled': linksSettled as Kind,
  'incident.graded': incidentGraded as Kind,
  'entry.undone': entryUndone as Kind,
  'engine.adopted': engineAdopted as Kind,
};
