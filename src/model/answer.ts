import type { Grade, Knowledge, RuleUnit, TallyUnit, Stance } from './codes.ts';
import type { Bound } from './bound.ts';
import type { Instant } from './instant.ts';

/** A claimed figure in force at a point of the record, as tallies are listed, compared and printed. */
export interface FigureRow {
  report_id: number;
  report_code: string;
  claim_no: number;
  kind: 'tally' | 'level';
  published: Instant;
  source: string;
  /** Origin's voice: what "per …" prints. */
  voice: string;
  party: string;
  chain: readonly string[];
  stance: Stance;
  certainty: 'stated' | 'hedged';
  auxiliary: string | null;
  review: string;
  unit: TallyUnit;
  low: number | null;
  high: number | null;
  about: number | null;
  wording: string;
  /** Local dates as claimed, both included; null = unsaid. */
  from: string | null;
  to: string | null;
  place: readonly string[];
  target: string | null;
  perpetrator: string | null;
  parts: readonly { place: string | null; low: number | null; high: number | null; about?: number | null }[];
  excludes: string | null;
  /** The exact words, joined by " … " where they stand apart. */
  words: string;
}

export interface MatchedTally extends FigureRow {
  /** True when scope or window was left unsaid and taken as the rule's: printed "(scope as understood)". */
  understood: boolean;
}

/** Something that does not add up among tallies, with the claims that show it. */
export interface Finding {
  kind:
    | 'parts do not sum'
    | 'two totals on one page'
    | 'total below what it lists'
    | 'total falls'
    | 'total is revised'
    | 'two totals at one time'
    | 'total below its delta'
    | 'window does not fit';
  voice: string;
  note: string;
  /** `<report code>.<claim no>` */
  claims: readonly string[];
}

/** Incidents of ours that explain why a tally is another number than ours. */
export interface Gap {
  why: 'told after it' | 'claimed only' | 'outside their definition' | 'reported only' | 'in our high count only';
  /** Codes, sorted. */
  incidents: readonly string[];
}

/** A claimed total, or the step between two totals of one voice, beside what we hold for the same days. */
export interface Comparison {
  kind: 'total' | 'step';
  /** `<report code>.<claim no>`: the total, or the earlier and the later one. */
  claims: readonly string[];
  voice: string;
  /** Local days of the rule's zone, both included; null = open. */
  from: string | null;
  to: string;
  theirs: Bound;
  ours: Amount;
  /** Whether some number that they allow lies within our bounds, else on which side. */
  stands: 'inside' | 'below' | 'above';
  gaps: readonly Gap[];
}

/** How much one incident adds to an answer in the rule's unit: at least, as we take it, at most (null = open). */
export interface Amount {
  low: number;
  best: number;
  high: number | null;
}

export interface CountedIncident {
  code: string;
  grade: Grade;
  knowledge: Knowledge;
  contested: boolean;
  site: string | null;
  from: Instant | null;
  to: Instant | null;
  amount: Amount;
  parts: number;
  parties: readonly string[];
  reviewed: number;
  claims: number;
  /** The innermost of the three nested sets that it belongs to. */
  set: 'low' | 'best' | 'high';
  /** Why it is not further in; empty in the low-set. */
  why: readonly string[];
}

/** A Rule asked at a point of the record. `high` null prints as "or more". */
export interface Answer {
  rule: { id: string; version: number };
  /** What the numbers count. */
  unit: RuleUnit;
  window: { since: string | null; until: string | null; zone: string };
  /** Record point: the last entry that the answer rests on. */
  n: number;
  /** Cutoff: only reports published before it; null = none. */
  cutoff: Instant | null;
  reviewedOnly: boolean;
  low: number;
  best: number;
  high: number | null;
  partition: Record<Knowledge, number>;
  contested: number;
  reviewed: { n: number; of: number };
  incidents: readonly CountedIncident[];
  /** Live incidents near the rule that it leaves out, with the reason. */
  out: readonly { code: string; why: readonly string[] }[];
  tallies: readonly MatchedTally[];
  findings: readonly Finding[];
}
