import { isDeepStrictEqual } from 'node:util';
import type { Claim } from '../model/claim.ts';
import type { Review } from '../model/codes.ts';

/** A live claim of a report, as a new reading meets it. */
export interface LiveClaim {
  no: number;
  claim: Claim;
  review: Review;
}

export interface Alignment {
  /** Claims to record: new versions of known ones (changed only), and new ones with the next numbers. */
  claims: { no: number; claim: Claim }[];
  /** Number of each claim of the reading, in its order. */
  numbers: number[];
  /** Numbers of live claims that the reading no longer has. */
  vanished: number[];
}

/** Overlap of words at which two claims of one report are the same claim in two readings. */
const SAME_WORDS = 0.5;

/**
 * A new reading meets the live claims of its report: kind, origin and overlap of words ≥ 0.5 make the same claim (best
 * pairs first). Aligned claims that a person touched keep what the person left. `last` = highest number ever given.
 */
export function align(live: readonly LiveClaim[], reading: readonly Claim[], last: number): Alignment {
  const pairs = live
    .flatMap((l, i) => reading.map((claim, j) => ({ i, j, weight: likeness(l.claim, claim) })))
    .filter((p) => p.weight >= SAME_WORDS)
    .sort((a, b) => b.weight - a.weight || a.i - b.i || a.j - b.j);
  const oldOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of pairs) {
    if (taken.has(i) || oldOf.has(j)) continue;
    taken.add(i);
    oldOf.set(j, i);
  }
  let next = last;
  const numbers: number[] = [];
  const claims = reading.flatMap((claim, j) => {
    const old = oldOf.has(j) ? live[oldOf.get(j)!]! : null;
    const no = old ? old.no : ++next;
    numbers.push(no);
    // As values, not as text: the database gives a document's keys back in an order of its own.
    const kept = old && (old.review !== 'suggested' || isDeepStrictEqual(old.claim, JSON.parse(JSON.stringify(claim))));
    return kept ? [] : [{ no, claim }];
  });
  return { claims, numbers, vanished: live.filter((_, i) => !taken.has(i)).map((l) => l.no) };
}

const originOf = (c: Claim): string => c.attribution.at(-1)?.speaker ?? '';

/** Shared part of the words of two claims (Jaccard over code units); 0 for another kind or another origin. */
function likeness(a: Claim, b: Claim): number {
  if (a.kind !== b.kind || originOf(a) !== originOf(b)) return 0;
  let shared = 0;
  for (const [x, y] of a.evidence)
    for (const [s, t] of b.evidence) shared += Math.max(0, Math.min(y, t) - Math.max(x, s));
  const length = (c: Claim): number => c.evidence.reduce((n, [from, to]) => n + to - from, 0);
  return shared / (length(a) + length(b) - shared);
}
