import type { FigureRow } from '../model/answer.ts';
import type { Incident } from '../model/incident.ts';
import { midpoint } from '../model/interval.ts';
import type { Instant } from '../model/instant.ts';
import { Rule } from '../model/rule.ts';
import { gazetteer, utc } from '../resolve/world.test-support.ts';

/** A rule like attacks-on-us-forces, over the small world of the tests. */
export const rule = (over: object = {}): Rule =>
  Rule.parse({
    id: 'attacks',
    version: 1,
    label: { en: 'attacks on US forces', ar: 'الهجمات' },
    description: { en: 'attacks' },
    place: ['iraq', 'syria'],
    target: ['us-military', 'oir'],
    window: { since: '2023-10-17' },
    compares: ['attack'],
    note: { en: 'launches count', ar: 'تُحتسب عمليات الإطلاق' },
    ...over,
  });

export function incident(over: Partial<Incident> = {}): Incident {
  const from = over.from === undefined ? utc('2023-11-06T21:00') : over.from;
  const to = over.to === undefined ? utc('2023-11-07T21:00') : over.to;
  const site = over.site === undefined ? 'asad' : over.site;
  const id = over.incident_id ?? 1;
  const parts = over.parts ?? 1;
  return {
    incident_id: id,
    code: `i-${String(id).padStart(3, '0')}`,
    site,
    path: site === null ? [] : gazetteer.path(site),
    from,
    to,
    reference: midpoint({ from, to }),
    event: 'Air/drone strike',
    stage: 'ACCOMPLISHED',
    outcome: 'unknown',
    outcomes: [],
    weapon: ['drone'],
    munitions: null,
    killed: null,
    injured: null,
    harmed: [],
    target: ['us-forces'],
    perpetrator: [],
    grade: 'Confirmed',
    override: null,
    knowledge: 'acknowledged only',
    contested: false,
    parts,
    open: false,
    multiplicity: over.open ? null : parts,
    parties: ['usa'],
    claims: 1,
    reviewed: 0,
    shared: [],
    reports: [id],
    first: utc('2023-11-08'),
    disputes: [],
    distinct: [],
    ...over,
  };
}

export function figure(over: Partial<FigureRow> & { published?: Instant } = {}): FigureRow {
  return {
    report_id: 1,
    report_code: 'r-1',
    claim_no: 1,
    kind: 'tally',
    published: utc('2023-11-08T12:00'),
    source: 'wire',
    voice: 'pentagon',
    party: 'usa',
    chain: ['pentagon'],
    stance: 'reports',
    certainty: 'stated',
    auxiliary: null,
    review: 'suggested',
    unit: 'attack',
    low: 41,
    high: null,
    about: null,
    wording: 'at least 41 times',
    from: '2023-10-17',
    to: '2023-11-08',
    place: ['iraq', 'syria'],
    target: 'us-forces',
    perpetrator: null,
    parts: [],
    excludes: null,
    words: 'at least 41 times since Oct. 17',
    ...over,
  };
}
