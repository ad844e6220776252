import { changes } from './changes.ts';
import { claimAccept, claimAdd, claimAmend, claimReject } from './claim.ts';
import { grade, judge, reportWithdraw, undo } from './corrections.ts';
import { compare } from './compare.ts';
import { count } from './count.ts';
import { exportRows } from './export.ts';
import { front } from './front.ts';
import { importClaims } from './import-claims.ts';
import { incident } from './incident.ts';
import { ingest } from './ingest.ts';
import { rebuild, verify } from './keeping.ts';
import { load } from './load.ts';
import { log } from './log.ts';
import type { Operation } from './operation.ts';
import { read } from './read.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import { tallies } from './tallies.ts';

/** Every verb, in the order in which help lists them. */
export const VERBS: readonly Operation[] = [
  front,
  count,
  tallies,
  changes,
  compare,
  rules,
  incident,
  report,
  exportRows,
  ingest,
  read,
  importClaims,
  claimAccept,
  claimReject,
  claimAmend,
  claimAdd,
  reportWithdraw,
  judge,
  grade,
  undo,
  load,
  log,
  verify,
  rebuild,
];
