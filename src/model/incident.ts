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

/** A quantity as its claims allow it, with the number that was told last. */
export interface Quantity {
  low: number | null;
  high: number | null;
  last: number | null;
}

/** People harmed, by the party whose they are; null = nobody says whose. */
export interface Harmed extends Quantity {
  field: 'killed' | 'injured';
  who: string | null;
}

/** What counting needs of an incident: stored beside it in one piece, so that an answer is one scan and loads no links. */
export interface Countable extends Interval {
  incident_id: number;
  /** Its stable code. */
  code: string;
  site: string | null;
  event: Event;
  stage: Stage;
  outcome: Outcome;
  /** Every outcome that is told, where claims disagree on it. */
  outcomes: readonly Outcome[];
  munitions: Quantity | null;
  harmed: readonly Harmed[];
  /** As told; where some claims tell it and others leave it to a site that houses forces, those too. Empty = nobody says. */
  target: readonly string[];
  perpetrator: readonly string[];
  /** Middle of what all its claims' intervals share (of their hull where they share nothing). */
  reference: Instant | null;
  grade: Grade;
  knowledge: Knowledge;
  contested: boolean;
  /** Clusters that remain when only sure links hold. */
  parts: number;
  /** How many incidents its claims may amount to at most: `parts`, and what a claim allows above its mentions ("three or four" = 1 more); null = open. */
  multiplicity: number | null;
  parties: readonly string[];
  /** First publication among its claims. */
  first: Instant;
  /** Reports that say that it happened, in order of publication. */
  reports: readonly number[];
  /** Live incident claims linked to it, and how many of them a person accepted or amended. */
  claims: number;
  reviewed: number;
  /** `<report_id>.<claim_no>` of those that speak of several incidents, sorted, `+` in front of reviewed ones: an answer counts them once. */
  shared: readonly string[];
  /** Ids of incidents that are judged or told as others even where their intervals meet. */
  distinct: readonly number[];
}

/** What an incident's claims amount to: derived from mentions, never typed in. */
export interface IncidentSummary extends Omit<Countable, 'incident_id' | 'code' | 'distinct'> {
  /** The site, then what it lies within, widest last. */
  path: readonly string[];
  weapon: readonly Weapon[];
  killed: Bound | null;
  injured: Bound | null;
  /** A person's override of the computed grade, with its reason; null = computed. */
  override: { grade: Grade; why: string } | null;
  /** Some claim leaves open how many incidents it speaks of (`count.high` null). */
  open: boolean;
  disputes: readonly Dispute[];
}

/** A live incident: its identity and its summary. */
export interface Incident extends IncidentSummary, Countable {
  /** The entry that graded it last, also back to the computed grade; absent = nobody did. */
  graded?: number;
}

/** The part of an incident that counting needs, always in this order. */
export const countable = (i: Incident): Countable => ({
  incident_id: i.incident_id,
  code: i.code,
  from: i.from,
  to: i.to,
  reference: i.reference,
  site: i.site,
  event: i.event,
  stage: i.stage,
  outcome: i.outcome,
  outcomes: i.outcomes,
  munitions: i.munitions,
  harmed: i.harmed,
  target: i.target,
  perpetrator: i.perpetrator,
  grade: i.grade,
  knowledge: i.knowledge,
  contested: i.contested,
  parts: i.parts,
  multiplicity: i.multiplicity,
  parties: i.parties,
  first: i.first,
  reports: i.reports,
  claims: i.claims,
  reviewed: i.reviewed,
  shared: i.shared,
  distinct: i.distinct,
});
