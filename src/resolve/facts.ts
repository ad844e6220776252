import type { Weapon } from '../model/codes.ts';
import { mentionKey, type Mention } from '../model/mention.ts';
import type { Gazetteer } from '../model/place.ts';
import type { Actors } from './actors.ts';
import { relation, type Relation } from './sites.ts';

export interface World {
  actors: Actors;
  gazetteer: Gazetteer;
}

/** Actors named together, looked up once: every comparison of two mentions asks the same of them. */
export interface Named {
  /** As told. */
  ids: readonly string[];
  /** Without classes of groups: who agrees with many identifies none. */
  known: readonly { party: string; commands: ReadonlySet<string> }[];
  /** Parties that answer for any of them. */
  commands: ReadonlySet<string>;
}

/** What is compared of a mention, looked up once for all its pairs. */
export interface Facts {
  mention: Mention;
  key: string;
  /** Weapons that are known. */
  weapons: readonly Weapon[];
  /** Named perpetrators, whatever is said of their part. */
  perpetrators: Named;
  /** Parties that are said to have done it and not cleared of it. */
  strikers: readonly string[];
  /** Whom it was on: as told, else the forces that the site houses. */
  targets: Named;
  /** Speakers in one string. */
  chain: string;
  /** Whether it is one of several that its claim tells of. */
  several: boolean;
  /** Where its words begin. */
  first: number;
}

/** Whom it was on: as told, else the forces that the site houses. */
export function targetsOf(
  m: Pick<Mention, 'target' | 'site' | 'perpetrator'>,
  gazetteer: Gazetteer,
): readonly string[] {
  if (m.target.length || m.site === null) return m.target;
  return gazetteer.get(m.site)?.hosts ?? [];
}

/** Looks up what is compared, and how two places stand to each other, in tables that do not change meanwhile. */
export class Lookup {
  readonly #world: World;
  readonly #facts = new Map<Mention, Facts>();
  readonly #named = new Map<string, Named>();
  readonly #relations = new Map<string, Map<string, Relation>>();

  constructor(world: World) {
    this.#world = world;
  }

  facts(m: Mention): Facts {
    const known = this.#facts.get(m);
    if (known) return known;
    const facts = this.#look(m);
    this.#facts.set(m, facts);
    return facts;
  }

  #look(m: Mention): Facts {
    const { actors, gazetteer } = this.#world;
    const cleared = (status: string): boolean => status === 'DENIED' || status === 'ACQUITTED';
    return {
      mention: m,
      key: mentionKey(m),
      weapons: m.weapon.filter((w) => w !== 'unknown'),
      perpetrators: this.#of(m.perpetrator.map((p) => p.actor)),
      strikers: m.perpetrator.filter((p) => !cleared(p.status)).map((p) => actors.party(p.actor)),
      targets: this.#of(targetsOf(m, gazetteer)),
      chain: m.chain.join('>'),
      several: m.count.low !== 1 || m.count.high !== 1,
      first: m.evidence[0]?.[0] ?? 0,
    };
  }

  relation(a: string | null, b: string | null): Relation {
    if (a === null || b === null) return 'unsaid';
    const row = this.#relations.get(a) ?? new Map<string, Relation>();
    this.#relations.set(a, row);
    const known = row.get(b);
    if (known !== undefined) return known;
    const found = relation(a, b, this.#world.gazetteer);
    row.set(b, found);
    return found;
  }

  /** Whether the party is a state. */
  isState(party: string): boolean {
    return this.#world.actors.isState(party);
  }

  /** Whether the place is a whole country. */
  isCountry(site: string | null): boolean {
    return site !== null && this.#world.gazetteer.get(site)?.kind === 'country';
  }

  #of(ids: readonly string[]): Named {
    const key = ids.join('\t');
    const found = this.#named.get(key);
    if (found) return found;
    const { actors } = this.#world;
    const known = ids
      .filter((id) => !actors.isCategory(id))
      .map((id) => ({ party: actors.party(id), commands: actors.commands(id) }));
    const named = { ids, known, commands: new Set(ids.flatMap((id) => [...actors.commands(id)])) };
    this.#named.set(key, named);
    return named;
  }
}
