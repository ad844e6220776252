import * as z from 'zod';
import { DaybookError } from '../model/errors.ts';
import type { Incident } from '../model/incident.ts';
import { acledGeo, acledTime, ucdpDate, ucdpWhere } from '../model/precision.ts';
import { mentionKey } from '../model/mention.ts';
import { incidentFrom } from '../record/derive.ts';
import { judgementsAt, linksOfIncident, type Point } from '../record/holdings.ts';
import { tablesAt } from '../record/small-tables.ts';
import { cutoffAt, recordPoint } from '../record/points.ts';
import type { IncidentRow, JudgementRow, LinkRow } from '../record/rows.ts';
import type { Tables } from '../record/small-tables.ts';
import type { Query } from '../store/connection.ts';
import { claimViewsOf } from './claim-views.ts';
import { asOf, at } from './inputs.ts';
import { gradeWhy } from './grade-why.ts';
import { independenceOf } from './independence.ts';
import { mapPlaces } from './map-places.ts';
import { operation } from './operation.ts';
import { IncidentView, type ClaimView } from './outputs.ts';
import { actorNamed, incidentLine, placeNamed, when } from './present.ts';

/** The incident that has, or then had, this code. */
export async function incidentNamed(q: Query, code: string, n: number): Promise<IncidentRow> {
  const [row] = await q<IncidentRow>(
    'select * from incident where code = $2 and since <= $1 and (until is null or until > $1)',
    [n, code],
  );
  if (!row) throw new DaybookError('incident-unknown', { incident: code });
  return row;
}

export const incident = operation({
  name: 'incident',
  summary: 'Shows an incident: what each side says, the grade and why, where claims disagree, what links them.',
  input: z.object({
    incident: z.string().describe('code of the incident'),
    asOf: asOf.optional(),
    at: at.optional(),
  }),
  output: IncidentView,
  positional: ['incident'],
  right: 'reader',
  writes: false,
  examples: ['daybook incident i-2023-11-07-erbil-airport-a'],
  run: ({ store }, input) =>
    store.read(async (q) => {
      const point: Point = { n: await recordPoint(q, input.at), cutoff: cutoffAt(input.asOf), reviewedOnly: false };
      const tables = await tablesAt(q, point.n, store);
      const row = await incidentNamed(q, input.incident, point.n);
      const links = await linksOfIncident(q, row.incident_id, point);
      const judgements = await judgementsAt(q, point.n);
      const then = point.cutoff === null ? row.body : incidentFrom(links, row.body, { tables, judgements });
      if (!then) throw new DaybookError('incident-unknown', { incident: input.incident });
      const claims = await claimViewsOf(q, [...new Set(links.map((l) => l.report_id))], { n: point.n, tables });
      return view(then, { point, links, judgements, claims, tables });
    }),
  show: showIncident,
});

interface Parts {
  point: Point;
  links: readonly LinkRow[];
  judgements: readonly JudgementRow[];
  claims: ReadonlyMap<string, ClaimView>;
  tables: Tables;
}

function view(i: Incident, { point, links, judgements, claims, tables }: Parts): z.input<typeof IncidentView> {
  const kind = i.site === null ? 'country' : (tables.gazetteer.get(i.site)?.kind ?? 'country');
  const keys = new Set(links.map(mentionKey));
  const linked = links.map((l) => ({
    mention: mentionName(l),
    score: l.score / 100,
    reasons: l.reasons.map((r) => ({ ...r, weight: r.weight / 100 })),
    claim: claims.get(`${l.report_id}.${l.claim_no}`)!,
  }));
  return {
    ...i,
    ...incidentLine(i, tables),
    n: point.n,
    cutoff: when(point.cutoff),
    path: i.path.map((p) => placeNamed(p, tables)),
    weapon: [...i.weapon],
    targets: i.target.map((t) => actorNamed(t, tables)),
    perpetrators: i.perpetrator.map((p) => actorNamed(p, tables)),
    gradeWhy: gradeWhy(i, tables),
    precision: { acledTime: acledTime(i), acledGeo: acledGeo(kind), ucdpDate: ucdpDate(i), ucdpWhere: ucdpWhere(kind) },
    disputes: i.disputes.map((d) => ({
      field: d.field,
      values: d.values.map((v) => ({ value: v.value, claims: [...v.claims] })),
    })),
    notices: [
      ...new Map(
        linked.flatMap((l) =>
          l.claim.source.notice ? [[l.claim.source.notice.en, l.claim.source.notice] as const] : [],
        ),
      ).values(),
    ],
    links: linked,
    judgements: judgements
      .filter((j) => keys.has(j.a) || keys.has(j.b))
      .map((j) => ({
        entry: j.judgement_id,
        a: j.body.names[0],
        b: j.body.names[1],
        verdict: j.verdict,
        by: j.body.by,
        why: j.body.why,
        at: j.body.at,
      })),
    independence: independenceOf(links, i, { tables, claims, nameOf: mentionName }),
    places: mapPlaces([{ site: i.site, doubtful: false }], tables),
  };
}

/** A mention as people name it: REPORT.CLAIM, with .K where the claim speaks of several incidents. */
export const mentionName = (l: LinkRow): string =>
  `${l.mention.report_code}.${l.claim_no}${(l.mention.count.low ?? 1) > 1 ? `.${l.k}` : ''}`;

function showIncident(i: z.infer<typeof IncidentView>): string {
  const head = [
    `${i.code}: ${i.grade}${i.contested ? ', contested' : ''}, ${i.knowledge}`,
    `  ${i.gradeWhy.en}`,
    `  ${i.event}, ${i.stage}, ${i.outcome}; ${i.weapon.join(', ')}; ${i.path.map((p) => p.name.en).join(', ') || 'place unknown'}`,
    `  ${i.from ?? '…'} to ${i.to ?? '…'}; ${i.claims} claims, ${i.reviewed} reviewed; parties: ${i.parties.map((p) => p.name.en).join(', ') || 'none'}; credibility ${i.independence.credibility}`,
  ];
  const sides = i.independence.sides.map(
    (s) => `  ${s.name.en} (${s.side}): ${s.word}${s.claims.length ? ` (${s.claims.join(', ')})` : ''}`,
  );
  const copies = i.independence.tellings.flatMap((t) => (t.copies ? [`  ${t.mention} repeats ${t.copies}`] : []));
  const claims = i.links.map(
    ({ claim: c, mention, score }) =>
      `  ${c.published.slice(0, 16)} ${mention} ${c.claim.stance} per ${c.voice.name.en} (${c.source.name.en}; ${c.review}; ${score.toFixed(1)} bits): ` +
      c.excerpts.map((e) => e.words.replace(/\s+/g, ' ')).join(' … '),
  );
  const disputes = i.disputes.map(
    (d) => `  disputed ${d.field}: ${d.values.map((v) => `${v.value} (${v.claims.join(', ')})`).join(' | ')}`,
  );
  const judged = i.judgements.map((j) => `  entry ${j.entry}: ${j.a} ${j.verdict} ${j.b} by ${j.by}: ${j.why}`);
  return [
    ...head,
    ...sides,
    ...claims,
    ...copies,
    ...disputes,
    ...judged,
    ...i.notices.map((n) => `Note: ${n.en}`),
  ].join('\n');
}
