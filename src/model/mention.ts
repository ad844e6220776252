import type { Auxiliary, Certainty, Event, Outcome, Review, Responsibility, Stage, Stance, Weapon } from './codes.ts';
import type { Bound } from './bound.ts';
import type { Interval } from './interval.ts';
import type { Instant } from './instant.ts';

/** People harmed, and whose they are where that is told. */
export type Harm = Bound & { who?: string | null };

/** Key of a mention: `<report_id>.<claim_no>.<k>`, also the key that judgements and links carry. */
export interface MentionKey {
  report_id: number;
  claim_no: number;
  k: number;
}
export const mentionKey = (m: MentionKey): string => `${m.report_id}.${m.claim_no}.${m.k}`;

/** `report code.claim[.k]` as people type it, e.g. `d-003.6` or `d-seed.8.2` → code, claim, k (default 1). */
export function parseMentionName(s: string): { report: string; claim_no: number; k: number } | null {
  const m = /^(.+?)\.(\d+)(?:\.(\d+))?$/.exec(s);
  return m ? { report: m[1]!, claim_no: Number(m[2]), k: Number(m[3] ?? 1) } : null;
}

/**
 * One occurrence of an incident in a claim, flat: what linking compares and what counting needs.
 * `site` is the place that the claim names, null when the gazetteer does not know it (then `site_text` holds the words).
 */
export interface Mention extends MentionKey, Interval {
  report_code: string;
  published: Instant;
  source: string;
  /** Voice of the claim's origin: persons folded to the body they speak for. */
  voice: string;
  /** Party of that voice: who answers for it; corroboration counts these. */
  party: string;
  /** Reports that copy or retell one another share an origin; equal value = not independent. */
  origin: string;
  /** Voices of the chain, first speaker first; empty = the report's own voice. */
  chain: readonly string[];
  stance: Stance;
  certainty: Certainty;
  auxiliary: Auxiliary | null;
  review: Review;
  event: Event;
  weapon: readonly Weapon[];
  munitions: Bound | null;
  /** How many incidents the claim speaks of. */
  count: Bound;
  stage: Stage;
  outcome: Outcome;
  site: string | null;
  site_text: string | null;
  perpetrator: readonly { actor: string; status: Responsibility }[];
  target: readonly string[];
  killed: Harm | null;
  injured: Harm | null;
  /** Evidence spans [from, to) into the report's text; mentions whose words overlap share evidence. */
  evidence: readonly (readonly [number, number])[];
  /** Sorted 32-bit hashes of the evidence's three-word shingles, at most 64: shared-text evidence across reports. */
  shingles: readonly number[];
  /** True when the words part it from an incident told before in this report ("another", "a second"). */
  parted: boolean;
  /** True when the words point back to an incident told before ("the attack", "one of the attacks"). */
  joined: boolean;
}
