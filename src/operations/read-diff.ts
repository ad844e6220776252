import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { CLAIM_KINDS, REVIEWS } from '../model/codes.ts';
import { DaybookError } from '../model/errors.ts';
import { align } from '../record/align.ts';
import type { Context } from './context.ts';
import { fault, Fault } from './faults.ts';
import { pagesOf, sideOf, type Side, type Told } from './read-sides.ts';

const words = z.array(z.string()).nullable().describe('null = neither the text nor the words are at hand');

export const ClaimSaid = z.object({
  claim: z.string(),
  kind: z.enum(CLAIM_KINDS),
  words,
  content: z.unknown().describe('the claim in the exchange contract'),
});
export type ClaimSaid = z.infer<typeof ClaimSaid>;

const Field = z.object({ field: z.string(), old: z.unknown().optional(), new: z.unknown().optional() });
export type Field = z.infer<typeof Field>;

/** `kept`: the review state of a claim that a person touched, which stays as the person left it; else null. */
const kept = z.enum(REVIEWS).nullable();

export const ChangedClaim = z.object({
  claim: z.string().describe('its name in OLD'),
  as: z.string().describe('its name in NEW'),
  kind: z.enum(CLAIM_KINDS),
  words,
  newWords: words,
  kept,
  fields: z.array(Field),
});
export type ChangedClaim = z.infer<typeof ChangedClaim>;

export const ReportDiff = z.object({
  report: z.string(),
  added: z.array(ClaimSaid),
  removed: z.array(ClaimSaid.extend({ kept })),
  changed: z.array(ChangedClaim),
  unchanged: z.int(),
});
export type ReportDiff = z.infer<typeof ReportDiff>;

const Lone = z.object({ report: z.string(), claims: z.int() });

/** What a new reading would change in an old one, claim by claim. */
export const ReadDiff = z.object({
  old: z.string(),
  new: z.string(),
  reports: z.array(ReportDiff).describe('reports that both hold, in the order of OLD'),
  onlyOld: z.array(Lone),
  onlyNew: z.array(Lone),
  totals: z.object({
    reports: z.int(),
    added: z.int(),
    removed: z.int(),
    changed: z.int(),
    kept: z.int().describe('changed or removed claims that stay as a person left them'),
    unchanged: z.int(),
  }),
  errors: z.array(Fault),
});
export type ReadDiff = z.infer<typeof ReadDiff>;

interface Asked {
  old: string;
  paths: readonly string[];
  source?: string | undefined;
  published?: string | undefined;
  language?: string | undefined;
}

/** Fields of the verb that write or make readings: a comparison does neither. */
const NOT_WITH = ['out', 'link', 'second', 'claims'] as const;

/** Compares OLD with NEW, the first path; further paths are the reports that the comparison is limited to. */
export async function readDiff(
  context: Context,
  asked: Asked & Partial<Record<(typeof NOT_WITH)[number], unknown>>,
): Promise<ReadDiff> {
  for (const what of NOT_WITH)
    if (asked[what]) throw new DaybookError('input-invalid', { what, detail: 'it does not go with “diff”' });
  const [now, ...paths] = asked.paths;
  const { pages, errors } = await pagesOf(context, paths, asked);
  const old = await sideOf(context, asked.old, pages);
  return compared(old, await sideOf(context, now!, pages), errors);
}

function compared(old: Side, now: Side, errors: readonly DaybookError[]): ReadDiff {
  const reports: ReportDiff[] = [];
  const faults = [...errors, ...old.errors, ...now.errors];
  for (const [report, was] of old.reports) {
    const is = now.reports.get(report);
    if (!is) continue;
    // Spans into another text say nothing about this one.
    if (was.text !== null && is.text !== null && was.text !== is.text)
      faults.push(new DaybookError('report-changed', { report }));
    else reports.push(reportDiff(report, was.claims, is.claims));
  }
  return {
    old: old.name,
    new: now.name,
    reports,
    onlyOld: lone(old, now),
    onlyNew: lone(now, old),
    totals: totalsOf(reports),
    errors: faults.map(fault),
  };
}

const lone = (one: Side, other: Side): z.infer<typeof Lone>[] =>
  [...one.reports]
    .filter(([report]) => !other.reports.has(report))
    .map(([report, { claims }]) => ({ report, claims: claims.length }));

/** The alignment is that of recording a new reading: what is shown here is what would be recorded. */
export function reportDiff(report: string, old: readonly Told[], now: readonly Told[]): ReportDiff {
  const live = old.map(({ claim, review }, i) => ({ no: i + 1, claim, review }));
  const { numbers, vanished } = align(
    live,
    now.map((t) => t.claim),
    old.length,
  );
  const added: ClaimSaid[] = [];
  const changed: ChangedClaim[] = [];
  let unchanged = 0;
  now.forEach((is, j) => {
    const was = old[numbers[j]! - 1];
    if (!was) added.push(said(is));
    else if (isDeepStrictEqual(was.claim, is.claim)) unchanged += 1;
    else changed.push(changedClaim(was, is));
  });
  const gone = vanished.map((no) => old[no - 1]!);
  const removed = gone.filter((t) => !t.stays).map((t) => ({ ...said(t), kept: keptAs(t) }));
  return { report, added, removed, changed, unchanged: unchanged + gone.length - removed.length };
}

const said = ({ id, claim, words }: Told): ClaimSaid => ({ claim: id, kind: claim.kind, words, content: claim });

const keptAs = ({ review }: Told): z.infer<typeof kept> => (review === 'suggested' ? null : review);

const changedClaim = (was: Told, is: Told): ChangedClaim => ({
  claim: was.id,
  as: is.id,
  kind: was.claim.kind,
  words: was.words,
  newWords: is.words,
  kept: keptAs(was),
  fields: differences(was.claim, is.claim),
});

const isRecord = (v: unknown): v is Record<string, unknown> => v !== null && typeof v === 'object' && !Array.isArray(v);

/** Fields that differ, by their path; a list counts as one value. */
function differences(old: unknown, now: unknown, path = ''): Field[] {
  if (isDeepStrictEqual(old, now)) return [];
  if (!isRecord(old) || !isRecord(now)) return [{ field: path, old, new: now }];
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...keys].flatMap((key) => differences(old[key], now[key], path ? `${path}.${key}` : key));
}

function totalsOf(reports: readonly ReportDiff[]): ReadDiff['totals'] {
  const totals = { reports: reports.length, added: 0, removed: 0, changed: 0, kept: 0, unchanged: 0 };
  for (const r of reports) {
    totals.added += r.added.length;
    totals.removed += r.removed.length;
    totals.changed += r.changed.length;
    totals.kept += [...r.changed, ...r.removed].filter((c) => c.kept !== null).length;
    totals.unchanged += r.unchanged;
  }
  return totals;
}
