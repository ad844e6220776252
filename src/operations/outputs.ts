import * as z from 'zod';
import { GRADES, KNOWLEDGE, REVIEWS } from '../model/codes.ts';
import { Claim } from '../model/claim.ts';
import { Name } from '../model/names.ts';

/** Shapes that verbs answer with. What is not declared here does not leave. Instants are RFC 3339 strings, UTC. */

const instant = z.string();

/** A thing with its name in both languages, so that faces need no table of their own. */
export const Named = z.object({ id: z.string(), name: Name });
export type Named = z.infer<typeof Named>;

export const SourceView = z.object({
  id: z.string(),
  name: Name,
  kind: z.string(),
  reliability: z.string(),
  /** Printed wherever the source's words appear. */
  notice: Name.nullable(),
});
export type SourceView = z.infer<typeof SourceView>;

/** Words as they may be shown: by the rights of the report. `before` and `after` are at most 160 characters. */
export const Excerpt = z.object({ before: z.string(), words: z.string(), after: z.string() });
export type Excerpt = z.infer<typeof Excerpt>;

export const ClaimView = z.object({
  /** `<report>.<number>` */
  name: z.string(),
  report: z.string(),
  title: z.string(),
  published: instant,
  language: z.string(),
  source: SourceView,
  provenance: z.string(),
  review: z.enum(REVIEWS),
  /** A machine read it and no person has accepted it. */
  unreviewed: z.boolean(),
  flag: z.string().nullable(),
  engine: z.string(),
  excerpts: z.array(Excerpt),
  /** Who said it: first the one who speaks to this report, last the origin. Empty = the report in its own voice. */
  chain: z.array(Named.extend({ via: z.string().nullable(), cue: z.string().nullable() })),
  /** Who the claim is "per". */
  voice: Named,
  claim: Claim,
  /** Names of the actors and places that the claim speaks of. */
  names: z.record(z.string(), Name),
  incidents: z.array(z.string()).describe('codes of the incidents that it is linked to'),
});
export type ClaimView = z.infer<typeof ClaimView>;

/** A place of incidents, or one that helps to find them: never finer than 0.1 degrees. */
export const MapPlace = Named.extend({
  kind: z.string(),
  lat: z.number().describe('degrees, to 0.1'),
  lon: z.number().describe('degrees, to 0.1'),
  wide: z.boolean().describe('an area or more: the point stands for all of it'),
  incidents: z.int().describe('of ours there: those of the best count; 0 with none doubtful = for orientation only'),
  doubtful: z.int().describe('those of the high count alone'),
});
export type MapPlace = z.infer<typeof MapPlace>;

const Part = z.object({
  place: Named.nullable(),
  low: z.int().nullable(),
  high: z.int().nullable(),
  about: z.int().nullable(),
});

export const TallyView = z.object({
  claim: z.string(),
  report: z.string(),
  published: instant,
  source: SourceView,
  provenance: z.string(),
  voice: Named,
  chain: z.array(Named),
  review: z.enum(REVIEWS),
  certainty: z.string(),
  unit: z.string(),
  low: z.int().nullable(),
  high: z.int().nullable(),
  about: z.int().nullable(),
  wording: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  places: z.array(Named),
  target: Named.nullable(),
  perpetrator: Named.nullable(),
  parts: z.array(Part),
  excludes: z.string().nullable(),
  words: z.string(),
  /** Scope or window was left unsaid and is taken as the rule's. */
  understood: z.boolean(),
});
export type TallyView = z.infer<typeof TallyView>;

export const FindingView = z.object({ kind: z.string(), voice: Named, note: z.string(), claims: z.array(z.string()) });

export const RuleView = z.object({
  id: z.string(),
  version: z.int(),
  label: Name,
  description: Name,
  note: Name.nullable(),
});
export type RuleView = z.infer<typeof RuleView>;

export const IncidentLine = z.object({
  code: z.string(),
  grade: z.enum(GRADES),
  knowledge: z.enum(KNOWLEDGE),
  contested: z.boolean(),
  site: Named.nullable(),
  from: instant.nullable(),
  to: instant.nullable(),
  parts: z.int(),
  parties: z.array(Named),
  reviewed: z.int(),
  claims: z.int(),
});
export type IncidentLine = z.infer<typeof IncidentLine>;

export const CountedView = IncidentLine.extend({ set: z.enum(['low', 'best', 'high']), why: z.array(z.string()) });
export type CountedView = z.infer<typeof CountedView>;

export const AnswerView = z.object({
  rule: RuleView,
  window: z.object({ since: z.string().nullable(), until: z.string().nullable(), zone: z.string() }),
  n: z.int().describe('record point: the last entry that the answer rests on'),
  cutoff: instant.nullable(),
  reviewedOnly: z.boolean(),
  low: z.int(),
  best: z.int(),
  high: z.int().nullable().describe('null = or more'),
  partition: z.object({
    both: z.int(),
    'acknowledged only': z.int(),
    'claimed only': z.int(),
    'reported only': z.int(),
  }),
  contested: z.int(),
  reviewed: z.object({ n: z.int(), of: z.int() }),
  sentence: z.object({ en: z.string(), ar: z.string() }),
  notices: z.array(Name).describe('what must be said beside these figures, e.g. that samples are paraphrases'),
  incidents: z.array(CountedView),
  out: z.array(z.object({ code: z.string(), why: z.array(z.string()) })),
  days: z
    .array(z.object({ day: z.string(), low: z.int(), best: z.int(), high: z.int().nullable() }))
    .describe('running totals by local day of the rule’s zone, on the days on which one of them grows'),
  places: z.array(MapPlace),
  tallies: z.array(TallyView),
  findings: z.array(FindingView),
});
export type AnswerView = z.infer<typeof AnswerView>;

export const EntryView = z.object({
  seq: z.int(),
  kind: z.string(),
  at: instant,
  by: z.string(),
  summary: z.string(),
});
export type EntryView = z.infer<typeof EntryView>;

const Bounded = z
  .object({ low: z.int().nullable(), high: z.int().nullable(), about: z.int().nullable().optional() })
  .nullable();

export const JudgementView = z.object({
  entry: z.int(),
  a: z.string(),
  b: z.string(),
  verdict: z.string(),
  by: z.string(),
  why: z.string(),
  at: instant,
});

/** What a telling says of whether it happened; `other` = a threat, a retraction, something else than news of it. */
const word = z.enum(['affirms', 'denies', 'does not confirm', 'other']);

/** Who speaks of an incident, and who of them is independent of whom: tellings lead to parties, parties to the grade. */
export const Independence = z.object({
  tellings: z.array(
    z.object({
      mention: z.string(),
      claim: z.string(),
      source: SourceView,
      word,
      party: z.string().describe('id of the party that it counts as'),
      copies: z.string().nullable().describe('the mention whose words it repeats and as which it counts'),
    }),
  ),
  parties: z.array(Named.extend({ word })).describe('each with the strongest of its words: it affirms, else denies, …'),
  sides: z
    .array(
      Named.extend({
        side: z.enum(['struck', 'said to have done it', 'in a position to know']),
        word: z.enum(['affirms', 'denies', 'does not confirm', 'not asked']),
        claims: z.array(z.string()),
      }),
    )
    .describe('one row for each word of a side in a position to know; “not asked” = we hold no word of it'),
  credibility: z.int().min(1).max(6).describe('Admiralty, computed from parties; 6 = cannot be judged'),
});
export type Independence = z.infer<typeof Independence>;

export const IncidentView = IncidentLine.extend({
  n: z.int(),
  cutoff: instant.nullable(),
  path: z.array(Named),
  event: z.string(),
  stage: z.string(),
  outcome: z.string(),
  weapon: z.array(z.string()),
  munitions: Bounded,
  killed: Bounded,
  injured: Bounded,
  targets: z.array(Named),
  perpetrators: z.array(Named),
  gradeWhy: Name.describe('why it has this grade, as a sentence'),
  override: z.object({ grade: z.enum(GRADES), why: z.string() }).nullable(),
  precision: z.object({ acledTime: z.int(), acledGeo: z.int(), ucdpDate: z.int(), ucdpWhere: z.int() }),
  disputes: z.array(
    z.object({ field: z.string(), values: z.array(z.object({ value: z.string(), claims: z.array(z.string()) })) }),
  ),
  notices: z.array(Name),
  links: z.array(
    z.object({
      mention: z.string().describe('as people name it: REPORT.CLAIM or REPORT.CLAIM.K'),
      score: z.number().describe('bits; 0 for the founding mention'),
      reasons: z.array(z.object({ name: z.string(), weight: z.number(), note: z.string().optional() })),
      claim: ClaimView,
    }),
  ),
  judgements: z.array(JudgementView),
  independence: Independence,
  places: z.array(MapPlace),
});
export type IncidentView = z.infer<typeof IncidentView>;

export const ReportView = z.object({
  id: z.string(),
  n: z.int(),
  title: z.string(),
  byline: z.string().nullable(),
  url: z.string().nullable(),
  published: instant,
  language: z.string(),
  medium: z.string(),
  source: SourceView,
  provenance: z.string(),
  rights: z.string(),
  revises: z.string().nullable(),
  withdrawn: z.boolean(),
  engine: z.string().nullable(),
  /** The stored text where rights allow it, else null: then only the claims' excerpts are shown. */
  text: z.string().nullable(),
  /** Claims with their spans into `text`. */
  claims: z.array(ClaimView),
  rejected: z.array(ClaimView).describe('claims that a person rejected: kept readable, never counted'),
});
export type ReportView = z.infer<typeof ReportView>;

export const FrontView = z.object({
  n: z.int(),
  reports: z.int(),
  claims: z.int(),
  incidents: z.int(),
  questions: z.array(AnswerView).describe('standing questions, the first is the main one'),
  latestIncidents: z.array(IncidentLine),
  latestClaims: z.array(ClaimView),
});
export type FrontView = z.infer<typeof FrontView>;

export const ChangesView = z.object({
  rule: RuleView,
  before: z.object({ n: z.int(), cutoff: instant.nullable(), low: z.int(), best: z.int(), high: z.int().nullable() }),
  after: z.object({ n: z.int(), cutoff: instant.nullable(), low: z.int(), best: z.int(), high: z.int().nullable() }),
  difference: z.int().describe('after.best − before.best; the changes sum to it'),
  changes: z.array(
    z.object({
      by: z.int().describe('what it adds to best'),
      cause: z.string(),
      incident: z.string().nullable(),
      note: z.string(),
      entries: z.array(EntryView),
    }),
  ),
});
export type ChangesView = z.infer<typeof ChangesView>;
