import { Actor } from '../model/actor.ts';
import { parseInstant, type Instant } from '../model/instant.ts';
import type { Mention } from '../model/mention.ts';
import { Gazetteer, Place } from '../model/place.ts';
import { Actors } from './actors.ts';
import { shinglesOf } from './shingles.ts';

/** A small world for tests: two sides, two countries, a town beside a base. */
const actor = (id: string, kind: string, relations: readonly (readonly [string, string])[] = []): unknown => ({
  id,
  name: { en: id },
  kind,
  relations: relations.map(([type, to]) => ({ type, to })),
});

export const actors = new Actors(
  [
    actor('usa', 'state'),
    actor('pentagon', 'state body', [['member_of', 'usa']]),
    actor('us-military', 'state forces', [['member_of', 'pentagon']]),
    actor('us-forces', 'state forces', [['member_of', 'us-military']]),
    actor('centcom', 'state forces', [['member_of', 'us-military']]),
    actor('press-secretary', 'spokesperson', [['speaks_for', 'pentagon']]),
    actor('us-official', 'unnamed official', [['speaks_for', 'usa']]),
    actor('oir', 'coalition', [['side', 'us-military']]),
    actor('coalition-forces', 'coalition', [['member_of', 'oir']]),
    actor('iraq-state', 'state'),
    actor('iraq-army', 'state forces', [['member_of', 'iraq-state']]),
    actor('pmf', 'state-linked forces', [['side', 'iraq-state']]),
    actor('krg', 'regional government', [['side', 'iraq-state']]),
    actor('ctd', 'regional security body', [['member_of', 'krg']]),
    actor('resistance', 'umbrella brand'),
    actor('channel', 'group media', [['speaks_for', 'resistance']]),
    actor('brigade', 'armed group', [
      ['brand_of', 'resistance'],
      ['side', 'pmf'],
    ]),
    actor('leader', 'leader', [['speaks_for', 'brigade']]),
    actor('militias', 'actor category'),
    actor('irgc', 'state forces', [['member_of', 'iran-state']]),
    actor('iran-state', 'state'),
    actor('wire', 'news agency'),
    actor('paper', 'newspaper', [['side', 'krg']]),
    actor('observer', 'monitor'),
    actor('loop-a', 'armed group', [['member_of', 'loop-b']]),
    actor('loop-b', 'armed group', [['member_of', 'loop-a']]),
  ].map((a) => Actor.parse(a)),
);

type At = readonly [string, string, string | null, number, number];
const places: readonly At[] = [
  ['iraq', 'country', null, 33.2, 43.7],
  ['anbar', 'governorate', 'iraq', 33, 41.5],
  ['western-iraq', 'region', 'iraq', 33.3, 41.8],
  ['erbil-governorate', 'governorate', 'iraq', 36.3, 44.2],
  ['asad', 'base', 'anbar', 33.8, 42.4],
  ['erbil', 'city', 'erbil-governorate', 36.2, 44],
  ['erbil-airport', 'airport', 'erbil', 36.2, 44],
  ['harir', 'town', 'erbil-governorate', 36.6, 44.4],
  ['harir-base', 'base', 'erbil-governorate', 36.5, 44.3],
  ['ramadi', 'city', 'anbar', 33.4, 43.3],
  ['syria', 'country', null, 35, 38.5],
  ['deir-ez-zor', 'governorate', 'syria', 35.2, 40.3],
  ['eastern-syria', 'region', 'syria', 35.3, 40.3],
  ['conoco', 'base', 'deir-ez-zor', 35.3, 40.3],
  ['euphrates', 'base', 'deir-ez-zor', 35.2, 40.4],
  ['tanf', 'base', 'syria', 33.5, 38.6],
  ['israel', 'country', null, 31.4, 35],
  ['middle-east', 'region', null, 32, 44],
];
const zones: Readonly<Record<string, string>> = {
  iraq: 'Asia/Baghdad',
  syria: 'Asia/Damascus',
  israel: 'Asia/Jerusalem',
  'middle-east': 'Asia/Baghdad',
};
const housing = new Set(['asad', 'erbil-airport', 'harir-base', 'conoco', 'euphrates', 'tanf']);

export const gazetteer = new Gazetteer(
  places.map(([id, kind, within, lat, lon]) =>
    Place.parse({
      id,
      name: { en: id },
      kind,
      within,
      lat,
      lon,
      zone: zones[id],
      hosts: housing.has(id) ? ['us-forces'] : undefined,
    }),
  ),
);
export const world = { actors, gazetteer };
export const SITES = places.map(([id]) => id);

/** `2023-11-07T09:00` (UTC) → Instant. */
export const utc = (s: string): Instant => parseInstant(`${s.length === 10 ? `${s}T00:00` : s}Z`)!;

/** A mention of one drone attack on al-Asad on 7 November 2023, told by the wire; `words` become shingles. */
export function mention(over: Partial<Mention> & { words?: string } = {}): Mention {
  const { words, ...rest } = over;
  const report_id = rest.report_id ?? 1;
  const voice = rest.voice ?? 'wire';
  return {
    report_id,
    claim_no: 1,
    k: 1,
    report_code: `r-${report_id}`,
    published: utc('2023-11-07T18:00') + report_id,
    source: 'wire',
    voice,
    party: actors.party(voice),
    origin: actors.party(voice),
    chain: voice === 'wire' ? [] : [voice],
    stance: 'reports',
    certainty: 'stated',
    auxiliary: null,
    review: 'suggested',
    event: 'Air/drone strike',
    weapon: ['drone'],
    munitions: null,
    count: { low: 1, high: 1 },
    stage: 'ACCOMPLISHED',
    outcome: 'unknown',
    site: 'asad',
    site_text: null,
    from: utc('2023-11-06T21:00'),
    to: utc('2023-11-07T21:00'),
    perpetrator: [],
    target: [],
    killed: null,
    injured: null,
    evidence: [[0, 10]],
    shingles: words === undefined ? [] : shinglesOf(words),
    parted: false,
    joined: false,
    ...rest,
  };
}
