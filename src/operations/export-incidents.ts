import type { CountedIncident } from '../model/answer.ts';
import { EVENT_TYPES, type Event } from '../model/codes.ts';
import type { Incident } from '../model/incident.ts';
import { showDay, toLocal } from '../model/instant.ts';
import type { LinkRow } from '../record/rows.ts';
import type { Tables } from '../record/small-tables.ts';
import { many, pointColumns, when, type Column } from './export-columns.ts';
import { gradeWhy } from './grade-why.ts';
import { named, sourceView } from './present.ts';

/** An incident as exports need it. */
export interface IncidentRowOut {
  incident: Incident;
  counted: CountedIncident;
  links: readonly LinkRow[];
  zone: string;
  tables: Tables;
}
export const siteOf = ({ incident }: IncidentRowOut): string | null => incident.site;

/** The first place of a kind that the incident's site lies within. */
export const withinKind = ({ incident, tables }: IncidentRowOut, ...kinds: string[]): string | null => {
  const id = incident.path.find((p) => kinds.includes(tables.gazetteer.get(p)?.kind ?? ''));
  return id === undefined ? null : named(id, tables).name.en;
};
export const country = (r: IncidentRowOut): string | null => withinKind(r, 'country', 'territory', 'sea');
export const kindOf = ({ incident, tables }: IncidentRowOut): string =>
  incident.site === null ? 'country' : (tables.gazetteer.get(incident.site)?.kind ?? 'country');
export const site = ({ incident, tables }: IncidentRowOut): string | null =>
  incident.site === null ? null : named(incident.site, tables).name.en;
export const sources = ({ links, tables }: IncidentRowOut): string =>
  many(links.map((l) => sourceView({ id: l.mention.source, name: l.mention.source, kind: '' }, tables).name.en));
export const eventType = (e: Event): string =>
  Object.entries(EVENT_TYPES).find(([, subs]) => (subs as readonly string[]).includes(e))?.[0] ?? 'Other';

export const firstDay = ({ incident: { from, to }, zone }: IncidentRowOut): string | null => {
  const at = from ?? to;
  return at === null ? null : showDay(toLocal(at, zone));
};
export const lastDay = ({ incident: { from, to }, zone }: IncidentRowOut): string | null => {
  const at = to === null ? from : to - 1;
  return at === null ? null : showDay(toLocal(at, zone));
};
export const year = (r: IncidentRowOut): number | null => {
  const day = firstDay(r);
  return day === null ? null : Number(day.slice(0, 4));
};
export const why = ({ incident, tables }: IncidentRowOut): string => gradeWhy(incident, tables).en;

type Quantity = 'munitions' | 'killed' | 'injured';
const bounds = (field: Quantity): Column<IncidentRowOut>[] =>
  (['low', 'high'] as const).map((end) => ({
    name: `${field}_${end}`,
    says: `${field}, at ${end === 'low' ? 'least' : 'most'}; empty = nobody says`,
    of: ({ incident }) => incident[field]?.[end] ?? null,
  }));

/** Ours: everything that an incident's page tells in one line. */
export const INCIDENT_COLUMNS: readonly Column<IncidentRowOut>[] = [
  { name: 'code', says: 'its stable code, also in its address', of: (r) => r.incident.code },
  { name: 'set', says: 'innermost of the nested sets: low, best, high', of: (r) => r.counted.set },
  { name: 'grade', says: 'Confirmed, Fair, Weak, Contested, Discounted', of: (r) => r.incident.grade },
  { name: 'knowledge', says: 'who knows of it', of: (r) => r.incident.knowledge },
  { name: 'contested', says: 'denied by one in a position to know', of: (r) => r.incident.contested },
  { name: 'event_type', says: 'ACLED event type', of: (r) => eventType(r.incident.event) },
  { name: 'event', says: 'ACLED sub-event type', of: (r) => r.incident.event },
  { name: 'stage', says: 'MUC-4 stage', of: (r) => r.incident.stage },
  { name: 'outcome', says: 'hit, intercepted, missed, unknown', of: (r) => r.incident.outcome },
  { name: 'from', says: 'earliest instant, UTC', of: (r) => when(r.incident.from) },
  { name: 'to', says: 'latest instant, UTC, not included', of: (r) => when(r.incident.to) },
  { name: 'site', says: 'place id', of: siteOf },
  { name: 'site_name', says: 'its English name', of: site },
  { name: 'country', says: 'country or territory', of: country },
  ...pointColumns(siteOf),
  { name: 'weapons', says: 'with what', of: (r) => many(r.incident.weapon.filter((w) => w !== 'unknown')) },
  ...bounds('munitions'),
  ...bounds('killed'),
  ...bounds('injured'),
  { name: 'targets', says: 'actor ids', of: (r) => many(r.incident.target) },
  { name: 'perpetrators', says: 'actor ids, according to claims', of: (r) => many(r.incident.perpetrator) },
  { name: 'parties', says: 'independent parties that speak of it, ids', of: (r) => many(r.incident.parties) },
  { name: 'claims', says: 'claims linked to it', of: (r) => r.incident.claims },
  { name: 'reviewed', says: 'how many of them a person reviewed', of: (r) => r.incident.reviewed },
  { name: 'sources', says: 'names of sources', of: sources },
  { name: 'why', says: 'why it is not further in; empty in the low-set', of: (r) => many(r.counted.why) },
];
