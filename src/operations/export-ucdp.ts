import { ucdpDate, ucdpWhere } from '../model/precision.ts';
import { empty, english, many, point, pointColumns, when, type Column } from './export-columns.ts';
import {
  country,
  firstDay,
  kindOf,
  lastDay,
  site,
  siteOf,
  sources,
  withinKind,
  year,
  type IncidentRowOut,
} from './export-incidents.ts';

/** UCDP: 1 = a state takes part, 2 = none does; empty where a side is not named. One-sided violence is not told apart. */
function violence({ incident: { perpetrator, target }, tables: { actors } }: IncidentRowOut): 1 | 2 | null {
  if ([...perpetrator, ...target].some((id) => actors.isState(actors.party(id)))) return 1;
  return perpetrator.length && target.length ? 2 : null;
}
const clear = (r: IncidentRowOut): 1 | 2 => (ucdpDate(r.incident) <= 2 && ucdpWhere(kindOf(r)) <= 3 ? 1 : 2);
const wkt = (r: IncidentRowOut): string | null => {
  const { lat, lon } = point(siteOf(r), r.tables);
  return lat === null ? null : `POINT (${lon} ${lat})`;
};
const dead = ({ incident: { killed } }: IncidentRowOut): number => killed?.about ?? killed?.low ?? 0;

/** Names and order of UCDP GED; side a is who did it, side b whom it was on. */
export const UCDP_COLUMNS: readonly Column<IncidentRowOut>[] = [
  { name: 'id', says: 'our code', of: (r) => r.incident.code },
  { name: 'relid', says: 'our code', of: (r) => r.incident.code },
  { name: 'year', says: 'of the first day', of: year },
  empty('active_year'),
  {
    name: 'code_status',
    says: 'Clear, or Check where no claim is reviewed',
    of: (r) => (r.incident.reviewed ? 'Clear' : 'Check'),
  },
  { name: 'type_of_violence', says: '1 a state takes part, 2 none does', of: violence },
  empty('conflict_name'),
  empty('dyad_name'),
  {
    name: 'side_a',
    says: 'who did it, according to claims',
    of: (r) => many(english(r.incident.perpetrator, r.tables)),
  },
  { name: 'side_b', says: 'whom it was on', of: (r) => many(english(r.incident.target, r.tables)) },
  { name: 'number_of_sources', says: 'independent parties, not pages', of: (r) => r.incident.parties.length },
  { name: 'source_article', says: 'ids of reports', of: (r) => many(r.links.map((l) => l.mention.report_code)) },
  { name: 'source_office', says: 'names of sources', of: sources },
  { name: 'source_date', says: 'first publication, UTC', of: (r) => when(r.incident.first) },
  empty('source_headline'),
  { name: 'where_prec', says: '1 exact … 7 sea: from the kind of place', of: (r) => ucdpWhere(kindOf(r)) },
  { name: 'where_coordinates', says: 'the site', of: site },
  {
    name: 'where_description',
    says: 'the site and what it lies within',
    of: (r) => many(english(r.incident.path, r.tables)),
  },
  { name: 'adm_1', says: 'governorate', of: (r) => withinKind(r, 'governorate') },
  { name: 'adm_2', says: 'district', of: (r) => withinKind(r, 'district') },
  ...pointColumns(siteOf),
  { name: 'geom_wkt', says: 'the same point', of: wkt },
  { name: 'country', says: 'English name', of: country },
  empty('region'),
  { name: 'event_clarity', says: '1 = day and site are known, 2 = one is not', of: clear },
  {
    name: 'date_prec',
    says: '1 day … 5 more than a month: from the width of its time',
    of: (r) => ucdpDate(r.incident),
  },
  { name: 'date_start', says: 'first local day', of: firstDay },
  { name: 'date_end', says: 'last local day', of: lastDay },
  empty('deaths_a'),
  empty('deaths_b'),
  empty('deaths_civilians'),
  { name: 'deaths_unknown', says: 'all dead: whose they are is not told apart', of: dead },
  { name: 'best', says: 'dead as told: about, else at least; 0 where nobody tells', of: dead },
  { name: 'high', says: 'at most; empty = open', of: ({ incident: { killed } }) => (killed ? killed.high : 0) },
  { name: 'low', says: 'at least', of: (r) => r.incident.killed?.low ?? 0 },
];
