import type { FigureRow } from '../model/answer.ts';
import { DaybookError } from '../model/errors.ts';
import type { Countable, Incident } from '../model/incident.ts';
import type { Instant } from '../model/instant.ts';
import type { Interval } from '../model/interval.ts';
import { Rule } from '../model/rule.ts';
import type { Query } from '../store/connection.ts';
import { isBoundless } from '../resolve/sites.ts';
import { incidentFrom } from './derive.ts';
import { blockValues, inBlock, type Block } from './block.ts';
import type { IncidentRow, JudgementRow, LinkRow, RuleRow } from './rows.ts';
import type { Tables } from './small-tables.ts';

/** What the record held at a point: every query bounds rows by since ≤ n and (until is null or until > n). */
const HELD = 'since <= $1 and (until is null or until > $1)';

/** Every version of every rule, newest first within its id. */
export async function rules(q: Query): Promise<Rule[]> {
  const rows = await q<RuleRow>('select id, version, body from rule where until is null order by id, version desc');
  return rows.map((r) => Rule.parse(r.body));
}

/** `rule` or `rule@version` → the rule; newest version where none is named. */
export async function ruleNamed(q: Query, name: string): Promise<Rule> {
  const [id, version] = name.split('@');
  const [found] = await q<RuleRow>(
    `select body from rule where until is null and id = $1 and ($2::text is null or version::text = $2)
     order by version desc limit 1`,
    [id, version ?? null],
  );
  if (found) return Rule.parse(found.body);
  const ids = [...new Set((await rules(q)).map((r) => r.id))].join(', ');
  throw new DaybookError('rule-unknown', { rule: name, known: ids || 'none yet; run “daybook load”' });
}

export interface Point {
  n: number;
  cutoff: Instant | null;
  reviewedOnly: boolean;
}

/** What a question may touch: a rule's countries and its window, as half open instants. */
export interface Within extends Interval {
  countries: readonly string[];
}

/** Incidents at a point that lie in a block; with a cutoff or with reviewed claims only they are taken anew from the mentions that remain. */
export async function incidentsAt(q: Query, at: Point & Within, tables: Tables): Promise<Countable[]> {
  const { gazetteer } = tables;
  // What is told without a place, or of a region across countries, may lie anywhere.
  const countries = [...at.countries, ...gazetteer.countries().filter((c) => isBoundless(c, gazetteer)), ''];
  const block = { ...at, countries };
  if (at.cutoff !== null || at.reviewedOnly) return incidentsOf(q, block, tables);
  const [row] = await q<{ list: string | null }>(
    `select string_agg(countable, ',') as list from (${inBlock('countable', 'incident')}) as found`,
    blockValues(block),
  );
  return JSON.parse(`[${row!.list ?? ''}]`) as Countable[];
}

/** The incidents that remain of the mentions in a block: published before the cutoff, reviewed where only those count. */
async function incidentsOf(q: Query, at: Point & Block, tables: Tables): Promise<Countable[]> {
  const keys = await q<{ report_id: number; claim_no: number; k: number }>(
    `select report_id, claim_no, k from (${inBlock('report_id, claim_no, k, published', 'mention')}) as found
     where $5::bigint is null or published < $5`,
    [...blockValues(at), at.cutoff],
  );
  const ids = await q<{ incident_id: number }>(
    `select distinct l.incident_id from unnest($2::bigint[], $3::bigint[], $4::bigint[]) as u(r, c, k)
     join link l on l.report_id = u.r and l.claim_no = u.c and l.k = u.k and ${HELD}`,
    [at.n, keys.map((m) => m.report_id), keys.map((m) => m.claim_no), keys.map((m) => m.k)],
  );
  const wanted = ids.map((r) => r.incident_id);
  const rows = await q<IncidentRow>(
    `select incident_id, body from incident where incident_id = any($2::bigint[]) and ${HELD} order by incident_id`,
    [at.n, wanted],
  );
  const links = await linksOf(q, wanted, at);
  const judgements = await judgementsAt(q, at.n);
  return rows.flatMap(({ incident_id, body }) => {
    const remaining = links.get(incident_id);
    return (remaining && incidentFrom(remaining, body, { tables, judgements })) ?? [];
  });
}

/** The incidents at a point that began last, latest first. */
export async function latestIncidents(q: Query, n: number, limit: number): Promise<Incident[]> {
  const rows = await q<IncidentRow>(
    `select body from incident where until is null and since <= $1 and from_us is not null
     order by from_us desc, incident_id desc limit $2`,
    [n, limit],
  );
  return rows.map((r) => r.body);
}

/** Judgements in force at a point. */
export const judgementsAt = (q: Query, n: number): Promise<JudgementRow[]> =>
  q<JudgementRow>(`select judgement_id, a, b, verdict, body from judgement where ${HELD} order by judgement_id`, [n]);

/** Links of these incidents at a point, by incident: published before the cutoff, reviewed where only those count. */
export async function linksOf(q: Query, ids: readonly number[], at: Point): Promise<Map<number, LinkRow[]>> {
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

/** What tallies a question may be set beside: units, countries, and when they may have been said at the earliest. */
export interface Beside {
  units: readonly string[];
  countries: readonly string[];
  from: Instant | null;
}

/** Claimed totals at a point, published before the cutoff, of these units and of just these countries or of none that they name. */
export async function figuresAt(q: Query, at: Point, { units, countries, from }: Beside): Promise<FigureRow[]> {
  const scope = `kind = 'tally' and unit = any($2::text[]) and countries = any($3::text[]) and published >= $4 and published < $5`;
  const rows = await q<{ body: FigureRow }>(
    `select body from tally where until is null and since <= $1 and ${scope}
     union all select body from tally where until > $1 and since <= $1 and ${scope}`,
    [
      at.n,
      units,
      [[...countries].sort().join(' '), ''],
      from ?? Number.MIN_SAFE_INTEGER,
      at.cutoff ?? Number.MAX_SAFE_INTEGER,
    ],
  );
  const figures = rows.map((r) => r.body);
  return at.reviewedOnly ? figures.filter((f) => f.review === 'accepted' || f.review === 'amended') : figures;
}
