/** The stage of a synthetic world: countries with bases, towns and areas, the forces on them, the groups against them. */
import { Actor } from '../../src/model/actor.ts';
import { Gazetteer, Place } from '../../src/model/place.ts';
import { Actors } from '../../src/resolve/actors.ts';
import type { Random } from './random.ts';

export interface Country {
  id: string;
  /** Bases and towns, each with the areas that it lies in, narrowest first. */
  sites: readonly { id: string; areas: readonly string[] }[];
  /** Forces housed by the bases, and who speaks for them. */
  forces: string;
  command: string;
  official: string;
  authority: string;
  groups: readonly string[];
}

export interface Atlas {
  actors: Actors;
  gazetteer: Gazetteer;
  countries: readonly Country[];
  /** The state whose forces are attacked everywhere. */
  state: string;
  agencies: readonly string[];
  monitors: readonly string[];
}

const actor = (id: string, kind: string, relations: readonly (readonly [string, string])[] = []): Actor =>
  Actor.parse({ id, name: { en: id }, kind, relations: relations.map(([type, to]) => ({ type, to })) });

const DIVISIONS = 4;

/** As many countries as asked, each with four divisions and some sites in each; bases lie at least a degree apart. */
export function atlas(random: Random, size: { countries: number; sites: number }): Atlas {
  const actors = [actor('power', 'state'), actor('ministry', 'state body', [['member_of', 'power']])];
  const places: Place[] = [];
  const countries = Array.from({ length: size.countries }, (_, c) => country(c, { random, size, actors, places }));
  const agencies = Array.from({ length: 6 }, (_, i) => `agency-${i}`);
  const monitors = Array.from({ length: 2 }, (_, i) => `monitor-${i}`);
  actors.push(...agencies.map((id) => actor(id, 'news agency')), ...monitors.map((id) => actor(id, 'monitor')));
  return {
    actors: new Actors(actors),
    gazetteer: new Gazetteer(places),
    countries,
    state: 'power',
    agencies,
    monitors,
  };
}

interface Drawing {
  random: Random;
  size: { countries: number; sites: number };
  actors: Actor[];
  places: Place[];
}

function country(c: number, { random, size, actors, places }: Drawing): Country {
  const id = `land-${c}`;
  const [lat, lon] = [-60 + (c % 12) * 10, -170 + Math.floor(c / 12) * 12];
  const place = (more: object): unknown => places.push(Place.parse({ name: { en: 'x' }, lat, lon, ...more }));
  place({ id, kind: 'country', within: null, zone: random.pick(['Asia/Baghdad', 'Europe/Kyiv', 'UTC']) });
  const forces = `forces-${c}`;
  for (let d = 0; d < DIVISIONS; d++) place({ id: `${id}-div-${d}`, kind: 'governorate', within: id });
  const sites = Array.from({ length: size.sites }, (_, s) => {
    const division = `${id}-div-${s % DIVISIONS}`;
    const base = `${id}-base-${s}`;
    const at = { lat: lat + (s % 8) * 1.1, lon: lon + Math.floor(s / 8) * 1.1 };
    place({ id: base, kind: 'base', within: division, hosts: [forces], ...at });
    return { id: base, areas: [division, id] };
  });
  actors.push(
    actor(forces, 'state forces', [['member_of', 'ministry']]),
    actor(`official-${c}`, 'unnamed official', [['speaks_for', 'power']]),
    actor(`state-${c}`, 'state'),
    actor(`brand-${c}`, 'umbrella brand'),
    actor(`group-${c}-a`, 'armed group', [['brand_of', `brand-${c}`]]),
    actor(`group-${c}-b`, 'armed group'),
  );
  const groups = [`brand-${c}`, `group-${c}-a`, `group-${c}-b`];
  return { id, sites, forces, command: 'ministry', official: `official-${c}`, authority: `state-${c}`, groups };
}
