import type { Bound } from '../model/bound.ts';
import type { Event, Outcome, Responsibility, Stage, Stance, TallyUnit, Weapon } from '../model/codes.ts';
import type { Span } from './times/calendar.ts';
import type { Link } from './speech/memory.ts';

/** Text range [from, to) in UTF-16 code units. */
export type Range = readonly [number, number];

/** What every claim has while it is being read. */
export interface Common {
  evidence: Range[];
  chain: Link[];
  stance: Stance;
  hedged: boolean;
  auxiliary: 'historical' | 'future' | 'hypothetical' | 'negated' | null;
  line: number;
}

export type Harm = (Bound & { who: string | null }) | null;

export interface IncidentDraft extends Common {
  kind: 'incident';
  count: number | null;
  event: Event;
  weapons: Weapon[];
  munitions: { low: number | null; high: number | null } | null;
  stage: Stage;
  outcome: Outcome;
  time: { span: Span; text: string | null };
  place: { id: string | null; text: string } | null;
  perpetrators: { actor: string; status: Responsibility }[];
  targets: string[];
  killed: Harm;
  injured: Harm;
}

export interface FigureDraft extends Common {
  kind: 'tally' | 'level';
  unit: TallyUnit;
  bound: { low: number | null; high: number | null; about: number | null };
  wording: string;
  window: Span;
  /** Whether the window was told with the figure itself. */
  told: boolean;
  places: string[];
  target: string | null;
  perpetrator: string | null;
  parts: { place: string | null; low: number | null; high: number | null; about: number | null }[];
  excludes: string | null;
}

export interface StatementDraft extends Common {
  kind: 'statement';
  gist: string;
}

export type Draft = IncidentDraft | FigureDraft | StatementDraft;
