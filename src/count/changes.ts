import type { Answer, CountedIncident } from '../model/answer.ts';
import type { EntryKind } from '../model/codes.ts';
import type { Instant } from '../model/instant.ts';
import { byText } from '../resolve/order.ts';

/** An entry between two points of the record, with what it touches. */
export interface ChangeEntry {
  seq: number;
  kind: EntryKind;
  at: Instant;
  by: string;
  summary: string;
  /** A report that was published before the earlier cutoff (or point) and recorded after it. */
  late?: boolean;
  subject: {
    report?: string;
    claim?: string;
    /** Codes of the incidents that its claims are, or were, linked to. */
    incidents?: readonly string[];
  };
}

export type Cause =
  | 'new event'
  | 'late report'
  | 'review'
  | 'correction'
  | 'judgement'
  | 'linking'
  | 'rule change'
  | 'question'
  | 'cutoff'
  | 'unexplained';

/** One incident that entered or left the best count, or counts for more or less in it, with why and by which entry. */
export interface ChangeItem {
  delta: number;
  code: string;
  cause: Cause;
  /** The entry that caused it; null when no entry did (another question, another cutoff). */
  entry: number | null;
  note: string;
}

export interface Changes {
  from: { n: number; cutoff: Instant | null; best: number };
  to: { n: number; cutoff: Instant | null; best: number };
  difference: number;
  /** Sums exactly to the difference. */
  items: readonly ChangeItem[];
}

/** Kinds of entry as causes; what people decided explains more than what arrived, so it is looked for first. */
const CAUSES: readonly (readonly [Cause, readonly EntryKind[]])[] = [
  ['judgement', ['mentions.judged']],
  ['review', ['claim.accepted', 'claim.rejected']],
  ['correction', ['claim.amended', 'claim.added', 'report.withdrawn', 'incident.graded', 'entry.undone']],
  ['new event', ['report.captured', 'report.read']],
  ['linking', ['links.settled', 'engine.adopted']],
];

/** What changed in the best count between two answers to one question, incident by incident. */
export function changes(before: Answer, after: Answer, entries: readonly ChangeEntry[]): Changes {
  const [was, is] = [bestOf(before), bestOf(after)];
  const codes = [...new Set([...was.keys(), ...is.keys()])].sort(byText);
  const items = codes.flatMap((code): ChangeItem[] => {
    const delta = amountIn(is, code) - amountIn(was, code);
    return delta === 0 ? [] : [{ delta, code, ...causeOf(code, { before, after, entries }) }];
  });
  return { from: point(before), to: point(after), difference: after.best - before.best, items };
}

const amountIn = (best: ReadonlyMap<string, CountedIncident>, code: string): number => best.get(code)?.amount.best ?? 0;

const point = (a: Answer): Changes['from'] => ({ n: a.n, cutoff: a.cutoff, best: a.best });
const bestOf = (a: Answer): Map<string, CountedIncident> =>
  new Map(a.incidents.filter((i) => i.set !== 'high').map((i) => [i.code, i]));

interface Between {
  before: Answer;
  after: Answer;
  entries: readonly ChangeEntry[];
}

function causeOf(code: string, { before, after, entries }: Between): Omit<ChangeItem, 'delta' | 'code'> {
  const none = (cause: Cause, note: string): Omit<ChangeItem, 'delta' | 'code'> => ({ cause, entry: null, note });
  if (before.rule.id !== after.rule.id || before.rule.version !== after.rule.version)
    return none('rule change', `${nameOf(before)}, then ${nameOf(after)}`);
  if (JSON.stringify([before.window, before.reviewedOnly]) !== JSON.stringify([after.window, after.reviewedOnly]))
    return none('question', 'another window was asked for');
  for (const [cause, kinds] of CAUSES) {
    const entry = entries.findLast((e) => kinds.includes(e.kind) && (e.subject.incidents ?? []).includes(code));
    if (entry)
      return {
        cause: cause === 'new event' && entry.late ? 'late report' : cause,
        entry: entry.seq,
        note: entry.summary,
      };
  }
  if (before.cutoff !== after.cutoff) return none('cutoff', 'reports published between the two cutoffs');
  return none('unexplained', reasonOf(code, after));
}

const nameOf = (a: Answer): string => `${a.rule.id} v${a.rule.version}`;

function reasonOf(code: string, after: Answer): string {
  const now = [...after.incidents, ...after.out].find((i) => i.code === code);
  return now ? now.why.join(', ') : 'no longer an incident of its own';
}
