import type { Bound } from './bound.ts';
import type { Event, Grade, Knowledge, Outcome, Stage, Weapon } from './codes.ts';
import type { Interval } from './interval.ts';
import type { Instant } from './instant.ts';

/** One named reason for or against "same incident", with its weight in bits (log2 likelihood ratio). */
export interface Reason {
  name: string;
  weight: number;
  note?: string;
}

/** A field on which claims disagree, with the values and which claims hold each. */
export interface Dispute {
  field: 'perpetrator' | 'outcome' | 'munitions' | 'killed' | 'injured' | 'weapon' | 'happened';
  values: readonly { value: string; claims: readonly string[] }[];
}

/** What an incident's claims amount to: everything that an answer needs, derived from mentions, never typed in. */
export interface IncidentSummary extends Interval {
  site: string | null;
  /** The site, then what it lies within, widest last. */
  path: readonly string[];
  event: Event;
  stage: Stage;
  outcome: Outcome;
  weapon: readonly Weapon[];
  munitions: Bound | null;
  killed: Bound | null;
  injured: Bound | null;
  /** As told; where some claims tell it and others leave it to a site that houses forces, those too. Empty = nobody says. */
  target: readonly string[];
  perpetrator: readonly string[];
  /** Middle of what all its claims' intervals share (of their hull where they share nothing). */
  reference: Instant | null;
  grade: Grade;
  /** A person's override of the computed grade, with its reason; null = computed. */
  override: { grade: Grade; why: string } | null;
  knowledge: Knowledge;
  contested: boolean;
  /** Clusters that remain when only sure links hold. */
  parts: number;
  /** Some claim leaves open how many incidents it speaks of (`count.high` null). */
  open: boolean;
  /** How many incidents its claims may amount to at most: `parts`, and what a claim allows above its mentions ("three or four" = 1 more); null = open. */
  multiplicity: number | null;
  parties: readonly string[];
  /** Live incident claims linked to it, and how many of them a person accepted or amended. */
  claims: number;
  reviewed: number;
  /** `<report_id>.<claim_no>` of those claims, sorted, `+` in front of reviewed ones: a claim of two incidents is counted once in an answer. */
  claim_keys: readonly string[];
  /** First publication among its claims. */
  first: Instant;
  disputes: readonly Dispute[];
}

/** A live incident: its stable code and its summary. `key` identifies it inside one answer. */
export interface Incident extends IncidentSummary {
  incident_id: number;
  code: string;
  /** The entry that graded it last, also back to the computed grade; absent = nobody did. */
  graded?: number;
  /** Pairs of incident ids that are judged or told as distinct even where their intervals meet. */
  distinct: readonly number[];
}
