import type { FigureRow } from '../model/answer.ts';
import { DaybookError } from '../model/errors.ts';
import type { Incident } from '../model/incident.ts';
import type { Instant } from '../model/instant.ts';
import { Rule } from '../model/rule.ts';
import type { Query } from '../store/connection.ts';
import { incidentFrom } from './derive.ts';
import type { IncidentRow, JudgementRow, LinkRow, NounRow, RuleRow, TallyRow } from './rows.ts';
import { tablesFrom, type Tables } from './views.ts';

/** What the record held at a point: every query bounds rows by since ≤ n and (until is null or until > n). */
const HELD = 'since <= $1 and (until is null or until > $1)';

/** Small tables by the entry that last changed them, for each store (`scope`). */
const known = new WeakMap<object, Map<number, Tables>>();

/** Sources, actors and places in force at point `n`. */
export async function tablesAt(q: Query, n: number, scope: object): Promise<Tables> {
  const [row] = await q<{ v: number | null }>(
    `select max(seq) as v from entry where kind in ('source.noted', 'actor.noted', 'place.noted') and seq <= $1`,
    [n],
  );
  const changed = row!.v ?? 0;
  const kept = known.get(scope) ?? new Map<number, Tables>();
  known.set(scope, kept);
  const hit = kept.get(changed);
  if (hit) return hit;
  const rows = (t: string): Promise<NounRow[]> =>
    q<NounRow>(`select id, file, body from ${t} where ${HELD} order by id`, [n]);
  const tables = tablesFrom({
    actors: await rows('actor'),
    places: await rows('place'),
    sources: await rows('source'),
  });
  if (kept.size > 8) kept.clear();
  kept.set(changed, tables);
  return tables;
}

/** Every version of every rule, newest first within its id. */
export async function rules(q: Query): Promise<Rule[]> {
  const rows = await q<RuleRow>('select id, version, body from rule where until is null order by id, version desc');
  return rows.map((r) => Rule.parse(r.body));
}

/** `rule` or `rule@version` → the rule; newest version where none is named. */
export async function ruleNamed(q: Query, name: string): Promise<Rule> {
  const all = await rules(q);
  const [id, version] = name.split('@');
  const found = all.find((r) => r.id === id && (version === undefined || String(r.version) === version));
  if (found) return found;
  const ids = [...new Set(all.map((r) => r.id))].join(', ');
  throw new DaybookError('rule-unknown', { rule: name, known: ids || 'none yet; run “daybook load”' });
}

export interface Point {
  n: number;
  cutoff: Instant | null;
  reviewedOnly: boolean;
}

/** Live incidents at a point; with a cutoff or with reviewed claims only they are taken anew from the mentions that remain. */
export async function incidentsAt(
  q: Query,
  at: Point & { countries: readonly string[] },
  tables: Tables,
): Promise<Incident[]> {
  const rows = await q<IncidentRow>(
    `select incident_id, body from incident where ${HELD} and (country is null or country = any($2::text[]) or $3) order by incident_id`,
    [at.n, at.countries, at.cutoff !== null || at.reviewedOnly],
  );
  const incidents = rows.map((r) => r.body);
  if (at.cutoff === null && !at.reviewedOnly) return incidents;
  const links = await linksOf(
    q,
    rows.map((r) => r.incident_id),
    at,
  );
  const judgements = await judgementsAt(q, at.n);
  return incidents.flatMap((i) => {
    const { incident_id, code, graded, override, distinct } = i;
    const remaining = links.get(incident_id) ?? [];
    const then = remaining.length
      ? incidentFrom(remaining, { incident_id, code, graded, override, distinct }, { tables, judgements })
      : null;
    return then ? [then] : [];
  });
}

/** Judgements in force at a point. */
export const judgementsAt = (q: Query, n: number): Promise<JudgementRow[]> =>
  q<JudgementRow>(`select judgement_id, a, b, verdict, body from judgement where ${HELD} order by judgement_id`, [n]);

async function linksOf(q: Query, ids: readonly number[], at: Point): Promise<Map<number, LinkRow[]>> {
  const rows = await q<LinkRow>(
    `select * from link where ${HELD} and incident_id = any($2::bigint[]) and ($3::bigint is null or published < $3)
     order by incident_id, report_id, claim_no, k`,
    [at.n, ids, at.cutoff],
  );
  const kept = at.reviewedOnly
    ? rows.filter((l) => l.mention.review === 'accepted' || l.mention.review === 'amended')
    : rows;
  const byIncident = new Map<number, LinkRow[]>();
  for (const l of kept) byIncident.set(l.incident_id, [...(byIncident.get(l.incident_id) ?? []), l]);
  return byIncident;
}

/** Links of one incident at a point, in order of publication. */
export async function linksOfIncident(q: Query, incidentId: number, at: Point): Promise<LinkRow[]> {
  return ((await linksOf(q, [incidentId], at)).get(incidentId) ?? []).sort((a, b) => a.published - b.published);
}

/** Claimed figures at a point, published before the cutoff, by time of publication. */
export async function figuresAt(q: Query, at: Point): Promise<FigureRow[]> {
  const rows = await q<TallyRow>(
    `select * from tally where ${HELD} and ($2::bigint is null or published < $2) order by published, report_id, claim_no`,
    [at.n, at.cutoff],
  );
  const figures = rows.map((r) => r.body);
  return at.reviewedOnly ? figures.filter((f) => f.review === 'accepted' || f.review === 'amended') : figures;
}
