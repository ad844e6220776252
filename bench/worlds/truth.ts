/** What really happens in a synthetic world. */
import { DAY, HOUR, type Instant } from '../../src/model/instant.ts';
import type { Weapon } from '../../src/model/codes.ts';
import type { Atlas, Country } from './atlas.ts';
import type { Random } from './random.ts';

export interface Happened {
  n: number;
  country: Country;
  site: Country['sites'][number];
  at: Instant;
  weapon: Weapon;
  munitions: number;
  by: string;
  outcome: 'hit' | 'intercepted' | 'missed';
}

const WEAPONS: readonly Weapon[] = ['drone', 'drone', 'drone', 'rocket', 'rocket', 'missile'];

export interface Course {
  start: Instant;
  days: number;
  /** Attacks a day and country, on the mean. */
  daily: number;
}

/** Attacks in order of time; some come as salvos on several sites of one country within an hour. */
export function course({ countries }: Atlas, { start, days, daily }: Course, random: Random): Happened[] {
  const found: Omit<Happened, 'n'>[] = [];
  for (const country of countries)
    for (let at = start + random.delay(DAY / daily); at < start + days * DAY; at += random.delay(DAY / daily)) {
      const [by, weapon] = [random.pick(country.groups), random.pick(WEAPONS)];
      const sites = new Set([random.pick(country.sites)]);
      if (random.chance(0.15)) for (let i = random.int(1, 2); i > 0; i--) sites.add(random.pick(country.sites));
      for (const site of sites)
        found.push({
          country,
          site,
          at: Math.floor(at + random.next() * HOUR),
          weapon,
          by,
          munitions: random.int(1, 4),
          outcome: random.pick(['hit', 'hit', 'intercepted', 'missed'] as const),
        });
    }
  return found.sort((a, b) => a.at - b.at).map((h, n) => ({ ...h, n }));
}
