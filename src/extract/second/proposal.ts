import * as z from 'zod';
import { Attribution, IncidentClaim, LevelClaim, StatementClaim, TallyClaim } from '../../model/claim.ts';

/**
 * What a second reader may propose: the nouns of a claim, with exact words where a claim has spans. A model counts no
 * code units; it can copy.
 */

/** Words as they stand in the text; `occurrence` tells which, from 1, where they stand there more than once. */
export const Quote = z.object({
  words: z.string().min(1).max(2000),
  occurrence: z.int().min(1).max(1000).default(1),
});
export type Quote = z.infer<typeof Quote>;

const quoted = {
  evidence: z.array(Quote).min(1).max(50),
  attribution: z
    .array(Attribution.extend({ cue: Quote.nullable().default(null) }))
    .max(10)
    .default([]),
};

// A plain union: its JSON Schema says anyOf, which more endpoints take than oneOf.
export const Proposal = z.union([
  IncidentClaim.extend(quoted),
  TallyClaim.extend(quoted),
  LevelClaim.extend(quoted),
  // A gist would be the one field in a reader's own words.
  StatementClaim.omit({ gist: true }).extend(quoted),
]);
export type Proposal = z.infer<typeof Proposal>;

const Proposals = z.object({ claims: z.array(Proposal) });

/** JSON Schema of an answer, for endpoints that hold their model to one. */
export function proposalsSchema(): Record<string, unknown> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(Proposals, { io: 'output' });
  return schema;
}

/** What an answer holds, each proposal still unchecked; or why it holds none. */
export type Unwrapped = { proposals: readonly unknown[] } | { fault: string };

const FENCE = /^```[a-z]*\s*\n([^]*)\n\s*```$/i;

/** The proposals of an answer: a JSON object with `claims`, which may stand in a code fence. */
export function unwrap(answer: string): Unwrapped {
  const text = answer.trim();
  let value: unknown;
  try {
    value = JSON.parse(FENCE.exec(text)?.[1] ?? text);
  } catch {
    return { fault: 'it is no JSON' };
  }
  const whole = z.object({ claims: z.array(z.unknown()) }).safeParse(value);
  return whole.success ? { proposals: whole.data.claims } : { fault: 'it has no list “claims”' };
}
