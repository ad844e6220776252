import type { Answer, CountedIncident, Finding, MatchedTally } from '../model/answer.ts';
import type { Claim } from '../model/claim.ts';
import { showDay, showInstant, type Instant } from '../model/instant.ts';
import type { Countable, Incident } from '../model/incident.ts';
import type { Name } from '../model/names.ts';
import type { Rule } from '../model/rule.ts';
import { sentence } from '../count/sentence.ts';
import type { ClaimRow, ReportRow } from '../record/rows.ts';
import { speakerOf, type Tables } from '../record/small-tables.ts';
import { daysOf } from './days.ts';
import { mapPlaces } from './map-places.ts';
import type {
  AnswerView,
  ClaimView,
  CountedView,
  Excerpt,
  IncidentLine,
  Named,
  RuleView,
  SourceView,
  TallyView,
} from './outputs.ts';

/**
 * What leaves, for every door and face: names instead of bare ids, words by the rights of their report, the notice of a
 * source wherever its words appear. Nothing else turns rows into output.
 */

const own = (en: string): Name => ({ en });

export const named = (id: string, tables: Tables): Named => ({
  id,
  name: tables.actors.get(id)?.name ?? tables.gazetteer.get(id)?.name ?? tables.sources.get(id)?.name ?? own(id),
});

export const actorNamed = (id: string, tables: Tables): Named => ({
  id,
  name: tables.actors.get(id)?.name ?? named(id, tables).name,
});
export const placeNamed = (id: string, tables: Tables): Named => ({
  id,
  name: tables.gazetteer.get(id)?.name ?? own(id),
});

export const when = (at: Instant | null): string | null => (at === null ? null : showInstant(at));

export function sourceView(ref: { id: string; name: string; kind: string }, tables: Tables): SourceView {
  const source = tables.sources.get(ref.id);
  return {
    id: ref.id,
    name: source?.name ?? own(ref.name),
    kind: source?.kind ?? ref.kind,
    reliability: source?.reliability ?? 'F',
    notice: source?.notice ?? null,
  };
}

/** What has to be said beside a paraphrase of a source that brings no notice of its own. */
const PARAPHRASE: Name = {
  en: 'Our own paraphrase of public reporting, not the source’s wording.',
  ar: 'إعادة صياغة منّا لما نُشر علنًا، وليست ألفاظ المصدر.',
};

export const noticeOf = (report: { provenance: string }, source: SourceView): Name | null =>
  source.notice ?? (report.provenance === 'paraphrase' ? PARAPHRASE : null);

/** At most so many characters stand on either side of a claim's words on public surfaces. */
const AROUND = 160;

/** The words of a claim with their surroundings, as the rights of the report allow; none without rights to quote. */
export function excerpts(text: string, evidence: Claim['evidence'], rights: string): Excerpt[] {
  if (rights === 'none') return [];
  return evidence.map(([from, to], i) => {
    const left = Math.max(i ? evidence[i - 1]![1] : 0, from - AROUND);
    const right = Math.min(evidence[i + 1]?.[0] ?? text.length, to + AROUND);
    return {
      before: text.slice(wordStart(text, left, from), from),
      words: text.slice(from, to),
      after: text.slice(to, wordEnd(text, right, to)),
    };
  });
}

/** Cuts fall between words, and never inside a surrogate pair. */
function wordStart(text: string, at: number, limit: number): number {
  if (at <= 0) return 0;
  while (at < limit && !/\s/.test(text[at - 1]!)) at++;
  return at;
}
function wordEnd(text: string, at: number, limit: number): number {
  if (at >= text.length) return text.length;
  while (at > limit && !/\s/.test(text[at]!)) at--;
  return at;
}

/** Ids of actors and places that a claim speaks of. */
function idsIn(c: Claim): string[] {
  if (c.kind === 'incident')
    return [
      ...(c.place?.id ? [c.place.id] : []),
      ...c.perpetrator.map((p) => p.actor),
      ...c.target,
      ...[c.killed?.who, c.injured?.who].filter((w): w is string => !!w),
    ];
  if (c.kind === 'statement') return [];
  const t = c.tally;
  return [
    ...t.place,
    ...[t.target, t.perpetrator].filter((x): x is string => !!x),
    ...t.parts.flatMap((p) => (p.place ? [p.place] : [])),
  ];
}

export interface ClaimContext {
  report: ReportRow;
  text: string;
  tables: Tables;
  incidents: readonly string[];
}

export function claimView(row: ClaimRow, { report, text, tables, incidents }: ClaimContext): ClaimView {
  const { report: meta } = report.body;
  const { claim } = row.body;
  const source = sourceView(meta.source, tables);
  const day = showDay(report.published);
  const speaker = claim.attribution.at(-1)?.speaker ?? speakerOf(tables, meta.source.id);
  const quotable = meta.rights !== 'none';
  return {
    name: `${report.code}.${row.claim_no}`,
    report: report.code,
    title: meta.title,
    published: showInstant(report.published),
    language: meta.language,
    source: { ...source, notice: noticeOf(meta, source) },
    provenance: meta.provenance,
    review: row.review,
    unreviewed: row.review === 'suggested',
    flag: row.body.flag,
    engine: row.body.engine,
    excerpts: excerpts(text, claim.evidence, meta.rights),
    chain: claim.attribution.map((a) => ({
      ...actorNamed(a.speaker, tables),
      via: a.via,
      cue: a.cue && quotable ? text.slice(a.cue[0], a.cue[1]) : null,
    })),
    voice: actorNamed(tables.actors.voice(speaker, day), tables),
    claim,
    names: Object.fromEntries(idsIn(claim).map((id) => [id, named(id, tables).name])),
    incidents: [...incidents],
  };
}

export function tallyView(t: MatchedTally, reports: ReadonlyMap<number, ReportRow>, tables: Tables): TallyView {
  const meta = reports.get(t.report_id)!.body.report;
  const source = sourceView(meta.source, tables);
  return {
    ...t,
    claim: `${t.report_code}.${t.claim_no}`,
    report: t.report_code,
    published: showInstant(t.published),
    source: { ...source, notice: noticeOf(meta, source) },
    provenance: meta.provenance,
    voice: actorNamed(t.voice, tables),
    chain: t.chain.map((id) => actorNamed(id, tables)),
    review: t.review as TallyView['review'],
    places: t.place.map((p) => placeNamed(p, tables)),
    target: t.target === null ? null : actorNamed(t.target, tables),
    perpetrator: t.perpetrator === null ? null : actorNamed(t.perpetrator, tables),
    parts: t.parts.map((p) => ({
      place: p.place === null ? null : placeNamed(p.place, tables),
      low: p.low,
      high: p.high,
      about: p.about ?? null,
    })),
    words: meta.rights === 'none' ? '' : t.words,
  };
}

export const ruleView = (r: Rule): RuleView => ({
  id: r.id,
  version: r.version,
  label: r.label,
  description: r.description,
  note: r.note ?? null,
});

type Line = Pick<
  Incident | CountedIncident,
  'code' | 'grade' | 'knowledge' | 'contested' | 'site' | 'from' | 'to' | 'parts' | 'parties' | 'reviewed' | 'claims'
>;

export const incidentLine = (i: Line, tables: Tables): IncidentLine => ({
  ...i,
  site: i.site === null ? null : placeNamed(i.site, tables),
  from: when(i.from),
  to: when(i.to),
  parties: i.parties.map((p) => actorNamed(p, tables)),
});

const countedView = (i: CountedIncident, tables: Tables): CountedView => ({
  ...incidentLine(i, tables),
  set: i.set,
  why: [...i.why],
});

const findingView = (f: Finding, tables: Tables) => ({
  ...f,
  voice: actorNamed(f.voice, tables),
  claims: [...f.claims],
});

export function answerView(
  answer: Answer,
  context: {
    rule: Rule;
    tables: Tables;
    incidents: readonly Countable[];
    reports: ReadonlyMap<number, ReportRow>;
    notices: Name[];
  },
): AnswerView {
  const { rule, tables, incidents, reports, notices } = context;
  return {
    ...answer,
    rule: ruleView(rule),
    cutoff: when(answer.cutoff),
    sentence: {
      en: sentence(answer, { rule, language: 'en', ...tables }),
      ar: sentence(answer, { rule, language: 'ar', ...tables }),
    },
    notices,
    incidents: answer.incidents.map((i) => countedView(i, tables)),
    out: answer.out.map((o) => ({ code: o.code, why: [...o.why] })),
    days: daysOf(answer, incidents, tables),
    places: mapPlaces(
      answer.incidents.map(({ site, set }) => ({ site, doubtful: set === 'high' })),
      tables,
    ),
    tallies: answer.tallies.map((t) => tallyView(t, reports, tables)),
    findings: answer.findings.map((f) => findingView(f, tables)),
  };
}
