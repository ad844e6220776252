import * as z from 'zod';
import { VERDICTS } from './codes.ts';
import type { Noun } from './noun.ts';

const key = z.string().regex(/^\d+\.\d+\.\d+$/, 'a mention key: report_id.claim_no.k');

/** A person's verdict on an unordered pair of mentions (`a` < `b`); undone by an entry, never edited. */
export const Judgement = z.object({ a: key, b: key, verdict: z.enum(VERDICTS) });
export type Judgement = z.infer<typeof Judgement>;

/** The pair in its one order, so that equal pairs are equal values. */
export function judgement(a: string, b: string, verdict: Judgement['verdict']): Judgement {
  return a < b ? { a, b, verdict } : { a: b, b: a, verdict };
}

export const JudgementNoun: Noun = {
  name: 'judgement',
  label: { en: 'Judgement', ar: 'حكم ربط' },
  description: 'Same, not the same, or unsure, on a pair of mentions.',
  schema: Judgement,
};
