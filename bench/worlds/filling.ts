/** A synthetic world as rows of a record: what linking made of it, put straight into the views. */
import type { FigureRow } from '../../src/model/answer.ts';
import { DAY, showDay } from '../../src/model/instant.ts';
import type { Rule } from '../../src/model/rule.ts';
import { incidentRow } from '../../src/record/derive.ts';
import type { IncidentRow, LinkRow, MentionRow, TallyRow } from '../../src/record/rows.ts';
import { VIEW_TABLES, type ViewName } from '../../src/record/tables.ts';
import { Versioned } from '../../src/record/versioned.ts';
import { name } from '../../src/resolve/name.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { summarise } from '../../src/resolve/summary.ts';
import type { Query, Store } from '../../src/store/connection.ts';
import type { Atlas } from './atlas.ts';
import type { Size, World } from './world.ts';

export interface Filled {
  claims: number;
  incidents: number;
  tallies: number;
}

/** Fills the views with a world, `offset` first among its ids; everything is in force since entry 1. */
export async function fill(store: Store, w: World, size: Size, offset: number): Promise<Filled> {
  const mine = w.mentions.map((m) => ({ ...m, report_id: m.report_id + offset }));
  const { clusters } = resolve(mine, [], w);
  const { codes } = name({ clusters, ignored: [] }, [], { gazetteer: w.gazetteer });
  const incidents: IncidentRow[] = [];
  const links: LinkRow[] = [];
  clusters.forEach(({ founding, members, parts }, n) => {
    const incident_id = offset + n + 1;
    const summary = summarise(
      members.map((m) => m.mention),
      w,
    );
    if (!summary) return;
    incidents.push(incidentRow({ ...summary, incident_id, code: codes.get(founding)!, distinct: [] }));
    const partOf = new Map(parts.flatMap((keys, part) => keys.map((k) => [k, part] as const)));
    for (const { key, mention, score, reasons } of members) {
      const { report_id, claim_no, k, published } = mention;
      const at = { incident_id, report_id, claim_no, k, published };
      const weighed = reasons.map((r) => ({ ...r, weight: hundredths(r.weight) }));
      links.push({ ...at, score: hundredths(score), part: partOf.get(key)!, reasons: weighed, mention });
    }
  });
  const mentions = mine.map((m): MentionRow => {
    const { report_id, claim_no, k, published } = m;
    const country = m.site === null ? null : w.gazetteer.country(m.site);
    return { report_id, claim_no, k, country, from_us: m.from, to_us: m.to, published, body: m };
  });
  const tallies = totals(w, size, offset);
  await store.write(async (q) => {
    await insert(q, 'mention', mentions);
    await insert(q, 'link', links);
    await insert(q, 'incident', incidents);
    await insert(q, 'tally', tallies);
  });
  return { claims: mentions.length + tallies.length, incidents: incidents.length, tallies: tallies.length };
}

const hundredths = (bits: number): number => Math.round(bits * 100);

const BATCH = 5000;

/** Rows into a view, in force since entry 1. */
export async function insert<R extends Record<string, unknown>>(
  q: Query,
  name: ViewName,
  rows: readonly R[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const view = new Versioned<R>(VIEW_TABLES[name], q);
    for (const row of rows.slice(at, at + BATCH)) view.put(row, 1);
    await view.flush();
  }
}

/** Every second day each command gives a total since the first. */
function totals(w: World, { days }: Size, offset: number): TallyRow[] {
  const start = w.truth[0]!.at;
  let report_id = offset + w.tellings.length;
  return w.countries.flatMap((c) =>
    Array.from({ length: Math.floor(days / 2) }, (_, i): TallyRow => {
      const published = start + (2 * i + 1) * DAY;
      const n = w.truth.filter((h) => h.country === c && h.at <= published).length;
      const figure: FigureRow = {
        report_id: ++report_id,
        report_code: `w-${report_id}`,
        claim_no: 1,
        kind: 'tally',
        published,
        source: c.command,
        voice: c.command,
        party: w.state,
        chain: [],
        stance: 'reports',
        certainty: 'stated',
        auxiliary: null,
        review: 'suggested',
        unit: 'attack',
        low: n,
        high: n,
        about: null,
        wording: String(n),
        from: showDay(start),
        to: showDay(published),
        place: [c.id],
        target: c.forces,
        perpetrator: null,
        parts: [],
        excludes: null,
        words: `${n} attacks`,
      };
      const { claim_no, kind, unit, voice } = figure;
      return { report_id, claim_no, kind, unit, voice, countries: c.id, published, body: figure };
    }),
  );
}

/** The small tables that the worlds share, and rules. */
export async function furnish(store: Store, w: Atlas, rules: readonly Rule[]): Promise<void> {
  const noun = (body: object & { id: string }): { id: string; file: string; body: Record<string, unknown> } => ({
    id: body.id,
    file: 'world',
    body: { ...body },
  });
  await store.write(async (q) => {
    await insert(q, 'actor', [...w.actors.all()].map(noun));
    await insert(q, 'place', [...w.gazetteer.all()].map(noun));
    await insert(
      q,
      'rule',
      rules.map((r) => ({ ...noun(r), version: r.version })),
    );
  });
}
