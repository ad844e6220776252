import * as z from 'zod';

/** Fields that several verbs take, worded once. */
export const by = z.string().min(1).max(200).describe('who acts');
export const why = z.string().min(1).max(2000).describe('the reason, kept with the entry');
export const since = z.iso.date().describe('first day that counts, local to the rule (default: the rule’s)');
export const until = z.iso.date().describe('last day that counts, local to the rule (default: the rule’s)');
export const asOf = z.string().describe('only reports published by the end of this day (UTC) or instant');
export const at = z
  .union([z.int(), z.string()])
  .describe('record point: an entry number, or the last entry of a day (UTC)');
export const rule = z.string().min(1).describe('a counting rule, RULE or RULE@VERSION');

/** Window, cutoff and record point of a question. */
export const question = {
  rule,
  since: since.optional(),
  until: until.optional(),
  asOf: asOf.optional(),
  at: at.optional(),
};
