import { acledGeo, acledTime } from '../model/precision.ts';
import { empty, english, many, pointColumns, type Column } from './export-columns.ts';
import {
  country,
  eventType,
  firstDay,
  kindOf,
  site,
  siteOf,
  sources,
  why,
  withinKind,
  year,
  type IncidentRowOut,
} from './export-incidents.ts';

/** Violence, demonstrations or neither, as ACLED files its event types. */
function disorder({ incident: { event } }: IncidentRowOut): string {
  const type = eventType(event);
  if (event === 'Excessive force against protesters') return 'Political violence; Demonstrations';
  if (type === 'Protests' || event === 'Violent demonstration') return 'Demonstrations';
  return type === 'Strategic developments' ? type : 'Political violence';
}
const actorColumns = (n: 1 | 2, field: 'perpetrator' | 'target', says: string): Column<IncidentRowOut>[] => [
  { name: `actor${n}`, says, of: (r) => english(r.incident[field].slice(0, 1), r.tables)[0] ?? null },
  { name: `assoc_actor_${n}`, says: 'further ones', of: (r) => many(english(r.incident[field].slice(1), r.tables)) },
  empty(`inter${n}`),
];

/** Names and order of ACLED's export; what ACLED codes and we do not stays empty. */
export const ACLED_COLUMNS: readonly Column<IncidentRowOut>[] = [
  { name: 'event_id_cnty', says: 'our code', of: (r) => r.incident.code },
  { name: 'event_date', says: 'first local day of the rule’s zone', of: firstDay },
  { name: 'year', says: 'of that day', of: year },
  {
    name: 'time_precision',
    says: '1 day, 2 week, 3 month: from the width of its time',
    of: (r) => acledTime(r.incident),
  },
  { name: 'disorder_type', says: 'from the event type', of: disorder },
  { name: 'event_type', says: 'ACLED’s', of: (r) => eventType(r.incident.event) },
  { name: 'sub_event_type', says: 'ACLED’s', of: (r) => r.incident.event },
  ...actorColumns(1, 'perpetrator', 'who did it, according to claims'),
  ...actorColumns(2, 'target', 'whom it was on'),
  empty('interaction'),
  empty('civilian_targeting'),
  empty('iso'),
  empty('region'),
  { name: 'country', says: 'English name', of: country },
  { name: 'admin1', says: 'governorate', of: (r) => withinKind(r, 'governorate') },
  { name: 'admin2', says: 'district', of: (r) => withinKind(r, 'district') },
  empty('admin3'),
  { name: 'location', says: 'the site', of: site },
  ...pointColumns(siteOf),
  { name: 'geo_precision', says: '1 exact, 2 near, 3 region: from the kind of place', of: (r) => acledGeo(kindOf(r)) },
  { name: 'source', says: 'names of sources', of: sources },
  empty('source_scale'),
  { name: 'notes', says: 'grade and why, in our words', of: why },
  { name: 'fatalities', says: 'the lowest that is told; 0 where nobody tells', of: (r) => r.incident.killed?.low ?? 0 },
  {
    name: 'tags',
    says: 'grade, who knows, set',
    of: (r) => many([r.incident.grade, r.incident.knowledge, r.counted.set]),
  },
  empty('timestamp'),
];
