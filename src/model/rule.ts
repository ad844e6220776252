import * as z from 'zod';
import {
  COMPARABLE_UNITS,
  EVENTS,
  GRADES,
  KNOWLEDGE,
  OUTCOMES,
  RULE_UNITS,
  STAGES,
  TALLY_UNITS,
  type Grade,
  type TallyUnit,
} from './codes.ts';
import { isZone } from './instant.ts';
import { Name } from './names.ts';
import type { Noun } from './noun.ts';

/**
 * What is counted, as a desk can read and edit it (data/rules/*.yaml). Versioned: a changed rule is a new version
 * and never rewrites an answer that an earlier version gave. An absent list means "any".
 */
export const Rule = z
  .object({
    id: z.string().regex(/^[a-z0-9-]+$/),
    version: z.int().min(1),
    label: Name,
    description: Name,
    unit: z.enum(RULE_UNITS).default('incident'),
    /** Whom a rule in casualties counts. */
    harm: z
      .array(z.enum(['killed', 'injured']))
      .min(1)
      .default(['killed', 'injured']),
    event: z.array(z.enum(EVENTS)).optional(),
    stage: z.array(z.enum(STAGES)).default(['ACCOMPLISHED', 'ATTEMPTED']),
    outcome: z.array(z.enum(OUTCOMES)).optional(),
    /** Places whose inside is in scope. */
    place: z.array(z.string()).min(1),
    /** Actors (with all who belong to them) on whom it was; absent = anyone. */
    target: z.array(z.string()).optional(),
    /** Actors (with all who belong to them, unless `members` says otherwise) who did it or are said to have; absent = anyone. */
    perpetrator: z.array(z.string()).optional(),
    /** Whether those who belong to a perpetrator count as it; false = what is done under its own name alone. */
    members: z.boolean().default(true),
    /** Only incidents known in one of these ways, e.g. claimed ones; absent = any. */
    known: z.array(z.enum(KNOWLEDGE)).optional(),
    /** Default window: local days of `zone`, both included; null = open. */
    window: z.object({ since: z.iso.date().nullable().default(null), until: z.iso.date().nullable().default(null) }),
    zone: z.string().refine(isZone, 'an IANA time zone').default('Asia/Baghdad'),
    knowledge: z
      .object({ low: z.array(z.enum(GRADES)), best: z.array(z.enum(GRADES)) })
      .default({ low: ['Confirmed', 'Fair'], best: ['Confirmed', 'Fair', 'Weak'] }),
    /** Tally units that the rule is set beside; absent = those of its unit (codes.ts). */
    compares: z.array(z.enum(TALLY_UNITS)).optional(),
    /** What the answer's sentence says of the counting, e.g. "launches count, intercepted included". */
    note: Name.optional(),
  })
  .refine((r) => r.knowledge.low.every((g) => r.knowledge.best.includes(g)), {
    message: 'knowledge.low must be a subset of knowledge.best',
    path: ['knowledge', 'low'],
  })
  .refine((r) => !r.knowledge.best.includes('Discounted' satisfies Grade), {
    message: 'Discounted incidents are never counted',
    path: ['knowledge', 'best'],
  });
export type Rule = z.infer<typeof Rule>;

/** Units of the tallies that the rule is set beside. */
export const unitsBeside = ({ compares, unit, harm }: Rule): readonly TallyUnit[] =>
  compares ?? (unit === 'casualty' ? harm : COMPARABLE_UNITS[unit]);

export const RuleNoun: Noun = {
  name: 'rule',
  label: { en: 'Counting rule', ar: 'قاعدة عدّ' },
  description: 'What counts and what knowledge it needs; versioned.',
  schema: Rule,
};
