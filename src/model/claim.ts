import * as z from 'zod';
import { Bound } from './bound.ts';
import {
  AUXILIARIES,
  CERTAINTIES,
  EVENTS,
  MEDIA,
  OUTCOMES,
  RESPONSIBILITIES,
  REVIEWS,
  STAGES,
  STANCES,
  TALLY_UNITS,
  WEAPONS,
} from './codes.ts';
import type { Noun } from './noun.ts';

/** One proposition that a report carries, in the shape of the exchange contract v1 (docs/contracts/claims.md). */

const id = z.string().min(1).max(200);
/** UTF-16 code units into the report's text, half open. */
export const Span = z
  .tuple([z.int().min(0), z.int().min(1)])
  .refine(([from, to]) => from < to, 'a span must end after it starts');
export type Span = z.infer<typeof Span>;

/** One link of the chain of who said it: the first speaks to this report, the last is the origin. */
export const Attribution = z.object({
  speaker: id,
  via: z.enum(MEDIA).nullable().default(null),
  cue: Span.nullable().default(null),
});
export type Attribution = z.infer<typeof Attribution>;

const wall = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/, 'a local date or minute, e.g. 2023-11-08T12:30');

/** Killed or injured, and whose they are. */
export const Casualties = z.object({ ...Bound.shape, who: id.nullable().default(null) });
export type Casualties = z.infer<typeof Casualties>;

export const Perpetrator = z.object({ actor: id, status: z.enum(RESPONSIBILITIES) });
export type Perpetrator = z.infer<typeof Perpetrator>;

export const TallyPart = z.object({
  place: id.nullable().default(null),
  weapon: z.enum(WEAPONS).optional(),
  low: Bound.shape.low,
  high: Bound.shape.high,
  about: Bound.shape.about,
});
export type TallyPart = z.infer<typeof TallyPart>;

/** A claimed count over a window (tally) or a claimed stock at a time (level). `from` and `to` are local dates, both included. */
export const Tally = z.object({
  unit: z.enum(TALLY_UNITS),
  low: Bound.shape.low,
  high: Bound.shape.high,
  about: Bound.shape.low.default(null),
  wording: z.string().default(''),
  from: wall.nullable().default(null),
  to: wall.nullable().default(null),
  place: z.array(id).default([]),
  target: id.nullable().default(null),
  perpetrator: id.nullable().default(null),
  parts: z.array(TallyPart).default([]),
  excludes: z.string().nullable().default(null),
});
export type Tally = z.infer<typeof Tally>;

const common = {
  evidence: z.array(Span).min(1).max(50),
  attribution: z.array(Attribution).max(10).default([]),
  stance: z.enum(STANCES).default('reports'),
  certainty: z.enum(CERTAINTIES).default('stated'),
  auxiliary: z.enum(AUXILIARIES).nullable().optional(),
};

export const IncidentClaim = z.object({
  kind: z.literal('incident'),
  ...common,
  /** How many incidents the claim speaks of; absent = exactly one (or exactly k where `incidents` names k). */
  count: Bound.optional(),
  event: z.enum(EVENTS),
  weapon: z.array(z.enum(WEAPONS)).min(1).default(['unknown']),
  munitions: Bound.nullable().default(null),
  stage: z.enum(STAGES),
  outcome: z.enum(OUTCOMES).default('unknown'),
  time: z.object({ from: wall.nullable(), to: wall.nullable(), text: z.string().nullable().default(null) }),
  /** `id` null = a place that the gazetteer does not know, kept as its words. */
  place: z
    .object({ id: id.nullable(), text: z.string().nullable().default(null) })
    .nullable()
    .default(null),
  perpetrator: z.array(Perpetrator).default([]),
  target: z.array(id).default([]),
  killed: Casualties.nullable().default(null),
  injured: Casualties.nullable().default(null),
});
export type IncidentClaim = z.infer<typeof IncidentClaim>;

export const TallyClaim = z.object({ kind: z.literal('tally'), ...common, tally: Tally });
export const LevelClaim = z.object({ kind: z.literal('level'), ...common, tally: Tally });
export const StatementClaim = z.object({ kind: z.literal('statement'), ...common, gist: z.string().default('') });

/** A claim's content: what a reading proposes and a person may amend. */
export const Claim = z.discriminatedUnion('kind', [IncidentClaim, TallyClaim, LevelClaim, StatementClaim]);
export type Claim = z.infer<typeof Claim>;
export type FigureClaim = z.infer<typeof TallyClaim> | z.infer<typeof LevelClaim>;

/** A claim as it travels between systems: content, its id, and what a reader may ignore. */
export const ContractExtras = z.object({
  id: id,
  incidents: z.array(id).optional(),
  review: z.enum(REVIEWS).optional(),
  engine: z.string().optional(),
  /** The words of `evidence`, for people; the text stays the authority. */
  words: z.array(z.string()).optional(),
});
export const ContractClaim = z.intersection(Claim, ContractExtras);
export type ContractClaim = z.infer<typeof ContractClaim>;

/** How many incidents a claim speaks of at least: the number of its mentions. Auxiliary claims and other kinds have none. */
export const mentionCount = (c: Claim): number => (c.kind === 'incident' && !c.auxiliary ? mentionsIn(c.count) : 0);

/** The mentions that a claim of so many incidents has: one for each that it speaks of at least. */
export const mentionsIn = (count: Bound | undefined): number => Math.max(1, Math.min(100, count?.low ?? 1));

export const ClaimNoun: Noun = {
  name: 'claim',
  label: { en: 'Claim', ar: 'ادعاء' },
  description: 'One proposition that a report carries, with the words that carry it and the chain of who said it.',
  schema: Claim,
};
