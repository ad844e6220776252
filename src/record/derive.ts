import type { FigureRow } from '../model/answer.ts';
import type { FigureClaim } from '../model/claim.ts';
import type { Claim } from '../model/claim.ts';
import { showDay } from '../model/instant.ts';
import { countable, type Incident } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import { mentionKey } from '../model/mention.ts';
import type { Gazetteer } from '../model/place.ts';
import { mentionsOf } from '../resolve/mentions.ts';
import { summarise } from '../resolve/summary.ts';
import type { ClaimRow, LinkRow, MentionRow, ReportRow, TallyRow } from './rows.ts';
import { type Views } from './views.ts';
import { speakerOf, type Tables } from './small-tables.ts';

/**
 * Rows that follow from claims and links: mentions and tallies of a report, and what an incident's links amount to.
 * One path for everything that changes a claim (reading, review, amendment, withdrawal, undoing): derive again, keep the difference.
 */

/** The exact words of a claim, joined by " … " where they stand apart. */
export const wordsOf = (text: string, evidence: Claim['evidence']): string =>
  evidence.map(([from, to]) => text.slice(from, to)).join(' … ');

function told(row: ReportRow, text: string, tables: Tables) {
  const { report } = row.body;
  const source = tables.sources.get(report.source.id);
  const zone = report.zone ?? source?.zone ?? (source?.country ? tables.gazetteer.zone(source.country) : null);
  return {
    code: row.code,
    published: row.published,
    source: report.source.id,
    voice: speakerOf(tables, report.source.id),
    zone: zone ?? null,
    text,
  };
}

export function mentionRows(
  report: ReportRow,
  claim: ClaimRow,
  context: { text: string; tables: Tables },
): MentionRow[] {
  const { tables, text } = context;
  const at = { report: told(report, text, tables), report_id: claim.report_id, claim_no: claim.claim_no };
  return mentionsOf({ ...at, claim: claim.body.claim, review: claim.review }, tables).map((m) => ({
    report_id: m.report_id,
    claim_no: m.claim_no,
    k: m.k,
    country: m.site === null ? null : tables.gazetteer.country(m.site),
    from_us: m.from,
    to_us: m.to,
    published: m.published,
    body: m,
  }));
}

export function figureRow(
  report: ReportRow,
  claim: ClaimRow,
  context: { text: string; tables: Tables },
): TallyRow | null {
  const c = claim.body.claim;
  if (c.kind !== 'tally' && c.kind !== 'level') return null;
  const figure = figureOf(report, claim, { ...context, figure: c });
  return {
    report_id: claim.report_id,
    claim_no: claim.claim_no,
    kind: c.kind,
    unit: c.tally.unit,
    voice: figure.voice,
    countries: countriesOf(figure.place, context.tables.gazetteer),
    published: report.published,
    body: figure,
  };
}

/** The countries that places lie in, as tallies are found by them. */
export const countriesOf = (places: readonly string[], gazetteer: Gazetteer): string =>
  [...new Set(places.map((p) => gazetteer.country(p)))].sort().join(' ');

function figureOf(
  report: ReportRow,
  claim: ClaimRow,
  { text, tables, figure: c }: { text: string; tables: Tables; figure: FigureClaim },
): FigureRow {
  const on = showDay(report.published);
  const own = speakerOf(tables, report.body.report.source.id);
  const speaker = c.attribution.at(-1)?.speaker ?? own;
  return {
    report_id: claim.report_id,
    report_code: report.code,
    claim_no: claim.claim_no,
    kind: c.kind,
    published: report.published,
    source: report.body.report.source.id,
    voice: tables.actors.voice(speaker, on),
    party: tables.actors.party(speaker, on),
    chain: c.attribution.map((a) => tables.actors.voice(a.speaker, on)),
    stance: c.stance,
    certainty: c.certainty,
    auxiliary: c.auxiliary ?? null,
    review: claim.review,
    ...c.tally,
    words: wordsOf(text, c.evidence),
  };
}

/** Derives the mentions and tallies of a report again as of entry `seq`; returns the incidents whose links changed. */
export async function deriveReport(views: Views, reportId: number, seq: number): Promise<Set<number>> {
  const tables = await views.tables();
  const report = views.report.get(reportId)!;
  const claims = report.withdrawn ? [] : views.claim.of(reportId).filter((c) => c.review !== 'rejected');
  if (claims.length) await views.ensureTexts([reportId]);
  const context = { text: claims.length ? views.text(report) : '', tables };
  const mentions = new Map(claims.flatMap((c) => mentionRows(report, c, context)).map((m) => [mentionKey(m), m]));
  const figures = new Map(claims.map((c) => [c.claim_no, figureRow(report, c, context)] as const));
  const touched = new Set<number>();
  for (const old of views.mention.of(reportId)) {
    if (mentions.has(mentionKey(old))) continue;
    views.mention.end(old, seq);
    unlink(views, mentionKey(old), seq, touched);
  }
  for (const m of mentions.values()) if (views.mention.put(m, seq)) relink(views, m, seq, touched);
  for (const old of views.tally.of(reportId)) if (!figures.get(old.claim_no)) views.tally.end(old, seq);
  for (const f of figures.values()) if (f) views.tally.put(f, seq);
  return touched;
}

/** A mention that is gone takes its link with it. */
export function unlink(views: Views, key: string, seq: number, touched: Set<number>): void {
  const incidentId = views.linkOf.get(key);
  if (incidentId === undefined) return;
  const [report_id, claim_no, k] = key.split('.').map(Number);
  views.link.end({ incident_id: incidentId, report_id, claim_no, k }, seq);
  views.linkOf.delete(key);
  touched.add(incidentId);
}

/** A mention that changed changes the copy that its link keeps. */
function relink(views: Views, m: MentionRow, seq: number, touched: Set<number>): void {
  const incidentId = views.linkOf.get(mentionKey(m));
  if (incidentId === undefined) return;
  const link = views.link.get(incidentId, m.report_id, m.claim_no, m.k);
  if (!link) return;
  views.link.put({ ...link, mention: m.body }, seq);
  touched.add(incidentId);
}

/** What an incident has beside what its links amount to. */
type Identity = Pick<Incident, 'incident_id' | 'code' | 'graded' | 'override' | 'distinct'>;

/** What a list of links amounts to: the same function for stored incidents and for answers with a cutoff. */
export function incidentFrom(
  links: readonly LinkRow[],
  identity: Identity,
  context: { tables: Tables; judgements: Iterable<Judgement> },
): Incident | null {
  const { incident_id, code, graded, override, distinct } = identity;
  const { tables, judgements } = context;
  const summary = summarise(
    links.map((l) => l.mention),
    { override, judgements, ...tables },
  );
  return summary && { ...summary, incident_id, code, ...(graded === undefined ? {} : { graded }), distinct };
}

/** Derives one incident again from its live links as of entry `seq`; an incident without affirming links ends. */
export async function deriveIncident(views: Views, incidentId: number, seq: number): Promise<void> {
  const links = views.link.of(incidentId);
  const row = views.incident.get(incidentId);
  const code = row?.code;
  if (code === undefined) return;
  const distinct = distinctFrom(views, links);
  const { graded, override } = row!.body;
  const identity = { incident_id: incidentId, code, graded, override: override ?? null, distinct };
  const context = { tables: await views.tables(), judgements: views.judgement.all() };
  const incident = links.length ? incidentFrom(links, identity, context) : null;
  if (!incident) {
    views.incident.end({ incident_id: incidentId }, seq);
    return;
  }
  views.incident.put(incidentRow(incident), seq);
}

export const incidentRow = (i: Incident) => ({
  incident_id: i.incident_id,
  code: i.code,
  country: i.path.at(-1) ?? null,
  from_us: i.from,
  to_us: i.to,
  grade: i.grade,
  countable: JSON.stringify(countable(i)),
  body: i,
});

/** Incidents that are surely others: told apart by one claim that speaks of several, or judged not the same. */
function distinctFrom(views: Views, links: readonly LinkRow[]): number[] {
  const found = new Set<number>();
  for (const l of links) {
    for (const m of views.mention.of(l.report_id)) {
      if (m.claim_no !== l.claim_no || m.k === l.k) continue;
      const other = views.linkOf.get(mentionKey(m));
      if (other !== undefined && other !== l.incident_id) found.add(other);
    }
  }
  const own = new Set(links.map((l) => mentionKey(l)));
  for (const j of views.judgement.all()) {
    if (j.verdict !== 'NEGATIVE' || own.has(j.a) === own.has(j.b)) continue;
    const other = views.linkOf.get(own.has(j.a) ? j.b : j.a);
    if (other !== undefined) found.add(other);
  }
  return [...found].sort((a, b) => a - b);
}
