import type { Claim } from '../model/claim.ts';
import { showFaults } from './faults.ts';
import type { ChangedClaim, ClaimSaid, Field, ReadDiff, ReportDiff } from './read-diff.ts';

/** A comparison of two readings for people; reports in which nothing differs are only counted. */
export function showDiff(diff: ReadDiff): string {
  const { totals: t } = diff;
  const kept = t.kept ? `, ${t.kept} of these kept as a person left them` : '';
  return [
    `${diff.old} → ${diff.new}`,
    ...diff.reports.filter(differs).flatMap(showReport),
    '',
    ...diff.onlyOld.map((r) => `only in ${diff.old}: ${r.report} (${r.claims} claims)`),
    ...diff.onlyNew.map((r) => `only in ${diff.new}: ${r.report} (${r.claims} claims)`),
    `${t.reports} reports: ${t.added} added, ${t.removed} removed, ${t.changed} changed${kept}, ${t.unchanged} unchanged.`,
    ...showFaults(diff.errors),
  ].join('\n');
}

const differs = (r: ReportDiff): boolean => r.added.length + r.removed.length + r.changed.length > 0;

function showReport(r: ReportDiff): string[] {
  const counts = [`${r.added.length} added`, `${r.removed.length} removed`, `${r.changed.length} changed`];
  return [
    '',
    `${r.report}: ${counts.join(', ')}, ${r.unchanged} unchanged`,
    ...r.changed.flatMap(showChanged),
    ...r.removed.flatMap((c) => showSaid('-', c, c.kept)),
    ...r.added.flatMap((c) => showSaid('+', c, null)),
  ];
}

const left = (kept: string | null): string => (kept === null ? '' : `  (${kept} by a person: stays)`);

function showSaid(sign: string, c: ClaimSaid, kept: string | null): string[] {
  const content = c.content as Claim;
  return [
    `  ${sign} ${c.claim} ${c.kind} ${quoted(c.words, content.evidence)}${left(kept)}`,
    `      ${facts(content)}`,
  ];
}

function showChanged(c: ChangedClaim): string[] {
  const evidence = c.fields.find((f) => f.field === 'evidence');
  const name = c.as === c.claim ? c.claim : `${c.claim} = ${c.as}`;
  return [
    `  ~ ${name} ${c.kind} ${quoted(c.words, evidence?.old)}${left(c.kept)}`,
    ...c.fields.map((f) => `      ${f.field}: ${showField(f, c)}`),
  ];
}

function showField(f: Field, c: ChangedClaim): string {
  if (f.field === 'evidence') return `${quoted(c.words, f.old)} → ${quoted(c.newWords, f.new)}`;
  return `${value(f.old)} → ${value(f.new)}`;
}

/** Words on one line; where none are at hand, the spans where they stand. */
const quoted = (words: readonly string[] | null, spans: unknown): string =>
  words === null ? value(spans ?? null) : words.map((w) => `“${oneLine(w)}”`).join(' … ');

/** A value as it would be written in the contract; nothing = a dash. */
function value(v: unknown): string {
  if (v === null || v === undefined) return '–';
  return oneLine(typeof v === 'string' ? v : JSON.stringify(v, (_, part: unknown) => part ?? undefined));
}

/** Texts hold line ends, and characters that a terminal would obey. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ');

/** What a claim says beside its words, field by field, without what says nothing. */
function facts(claim: Claim): string {
  const { kind: _kind, evidence: _evidence, attribution, ...rest } = { ...claim, gist: null };
  const speakers = attribution.map((a) => a.speaker).join(' ← ');
  const told = Object.entries(rest).filter(([, v]) => v !== null && !(Array.isArray(v) && v.length === 0));
  return [...(speakers ? [`per ${speakers}`] : []), ...told.map(([k, v]) => `${k} ${value(v)}`)].join(' · ');
}
