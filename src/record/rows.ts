import type { Bound } from '../model/bound.ts';
import type { Claim } from '../model/claim.ts';
import type { ClaimKind, Grade, Review, Verdict } from '../model/codes.ts';
import type { FigureRow } from '../model/answer.ts';
import type { Incident, Reason } from '../model/incident.ts';
import type { Mention } from '../model/mention.ts';
import type { Report } from '../model/report.ts';

/** The rows of the view tables as code sees them (since/until live beside them, see versioned.ts). */

export type ReportMeta = Omit<Report, 'text'>;

export type ReportRow = {
  report_id: number;
  code: string;
  published: number;
  withdrawn: boolean;
  body: { report: ReportMeta; text: string; raw: string; extractor: string; media_type: string };
};

export type ClaimRow = {
  report_id: number;
  claim_no: number;
  kind: ClaimKind;
  review: Review;
  /** `flag`: a later reading no longer has a claim that a person touched. `changed`: entry and person of the last change. */
  body: {
    claim: Claim;
    engine: string;
    flag: 'vanished' | null;
    reviewed: { entry: number; by: string; why: string } | null;
  };
};

export type MentionRow = {
  report_id: number;
  claim_no: number;
  k: number;
  country: string | null;
  from_us: number | null;
  to_us: number | null;
  published: number;
  body: Mention;
};

export type TallyRow = {
  report_id: number;
  claim_no: number;
  kind: 'tally' | 'level';
  unit: string;
  voice: string;
  /** Countries of its places, sorted, with a space between; '' = unsaid. */
  countries: string;
  published: number;
  body: FigureRow;
};

export type LinkRow = {
  incident_id: number;
  report_id: number;
  claim_no: number;
  k: number;
  published: number;
  /** Weight of the link in hundredths of a bit. */
  score: number;
  /** Which of the incident's parts under sure links the mention belongs to. */
  part: number;
  reasons: Reason[];
  mention: Mention;
};

export type IncidentRow = {
  incident_id: number;
  code: string;
  country: string | null;
  from_us: number | null;
  to_us: number | null;
  grade: Grade;
  /** What counting needs of the body, as JSON: an answer reads this column alone. */
  countable: string;
  body: Incident;
};

export type JudgementRow = {
  judgement_id: number;
  a: string;
  b: string;
  verdict: Verdict;
  body: { by: string; why: string; at: string; names: [string, string] };
};

export type NounRow = { id: string; file: string; body: Record<string, unknown> };
export type RuleRow = NounRow & { version: number };
export type ReadingRow = { report_id: number; engine: string; claims: number };
export type DataFileRow = { file: string; kind: string; sha256: string };

export type { Bound };
