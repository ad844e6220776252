import type { Actor, ActorKind } from '../model/actor.ts';
import type { Relation } from '../model/codes.ts';

/** Persons in office fold to the body that they speak for; everything else, unnamed officials too, is a voice of its own. */
const PERSONS: ReadonlySet<ActorKind> = new Set(['official', 'spokesperson', 'leader', 'reporter', 'expert']);
/** Kinds whose `side` names a state or command that answers beside them for an attack on them. */
const SIDE_ANSWERS: ReadonlySet<ActorKind> = new Set([
  'coalition',
  'state-linked forces',
  'regional government',
  'regional security body',
]);
/** Public authorities: what they deny on their own ground they are in a position to know. */
const AUTHORITIES: ReadonlySet<ActorKind> = new Set([
  'state',
  'state body',
  'state forces',
  'coalition',
  'regional government',
  'regional security body',
]);
const UP: readonly Relation[] = ['member_of', 'brand_of', 'speaks_for'];

/** The actors in force, with the walks along dated relations that voices, parties and scopes need. An unknown id is its own voice and party. */
export class Actors {
  readonly #byId: ReadonlyMap<string, Actor>;
  readonly #coalitionsOf = new Map<string, string[]>();
  readonly #commands = new Map<string, ReadonlySet<string>>();

  constructor(actors: Iterable<Actor>) {
    this.#byId = new Map([...actors].map((a) => [a.id, a]));
    for (const a of this.#byId.values()) {
      if (a.kind !== 'coalition') continue;
      for (const r of a.relations) {
        if (r.type !== 'side') continue;
        const state = this.party(r.to);
        this.#coalitionsOf.set(state, [...(this.#coalitionsOf.get(state) ?? []), this.party(a.id)]);
      }
    }
  }

  get(id: string): Actor | undefined {
    return this.#byId.get(id);
  }

  all(): IterableIterator<Actor> {
    return this.#byId.values();
  }

  /** Who a claim is "per": a person is the body they speak for; unnamed officials and sources keep their own voice. */
  voice(id: string, on?: string): string {
    return this.#walk(id, ['speaks_for'], on, (a) => PERSONS.has(a.kind));
  }

  /** In whose name it speaks: persons, unnamed officials and a group's own media fold to the body; members keep their own. */
  name(id: string, on?: string): string {
    return this.#walk(id, ['speaks_for'], on, () => true);
  }

  /** Who answers for a voice: up along speaks_for, member_of and brand_of to the top; `side` is never folded. */
  party(id: string, on?: string): string {
    return this.#walk(this.voice(id, on), UP, on, () => true);
  }

  /** Whether `id` is `ancestor`, is part of it, speaks for it, or fights under its brand. */
  belongs(id: string, ancestor: string, on?: string): boolean {
    const seen = new Set<string>([id]);
    for (const at of seen) {
      if (at === ancestor) return true;
      for (const next of this.#up(at, UP, on)) seen.add(next);
    }
    return false;
  }

  /** Parties entitled to acknowledge an attack on the target: its own, its state, and the coalition that it fights in. */
  commands(target: string): ReadonlySet<string> {
    const known = this.#commands.get(target);
    if (known) return known;
    const found = new Set<string>([this.party(target)]);
    for (const at of found) {
      const actor = this.#byId.get(at);
      if (actor && SIDE_ANSWERS.has(actor.kind)) for (const to of this.#up(at, ['side'])) found.add(this.party(to));
      // Listed exception: a coalition is the command of its leading state's forces, and that state of the coalition's.
      for (const coalition of this.#coalitionsOf.get(at) ?? []) found.add(coalition);
    }
    this.#commands.set(target, found);
    return found;
  }

  /** Whether this party is a state: its acts are acknowledged by itself. */
  isState(party: string): boolean {
    return this.#byId.get(party)?.kind === 'state';
  }

  /** A class of groups ("Iran-backed militias"), not somebody: it agrees with many and identifies none. */
  isCategory(id: string): boolean {
    const kind = this.#byId.get(id)?.kind;
    return kind === 'actor category' || kind === 'unnamed source';
  }

  isAuthority(party: string): boolean {
    const kind = this.#byId.get(party)?.kind;
    return kind !== undefined && AUTHORITIES.has(kind);
  }

  /** Steps up of the given relations in force on that local day (undated relations always are). */
  #up(id: string, types: readonly Relation[], on?: string): string[] {
    const relations = this.#byId.get(id)?.relations ?? [];
    return relations
      .filter((r) => types.includes(r.type))
      .filter((r) => on === undefined || ((r.from ?? '') <= on && on <= (r.until ?? '9999')))
      .map((r) => r.to);
  }

  /** Follows the first relation upward while `goes` allows; a cycle ends at its smallest id, whoever enters it. */
  #walk(id: string, types: readonly Relation[], on: string | undefined, goes: (a: Actor) => boolean): string {
    const path = [id];
    for (let at = id; ;) {
      const actor = this.#byId.get(at);
      const next = actor && goes(actor) ? this.#up(at, types, on)[0] : undefined;
      if (next === undefined) return at;
      const loop = path.indexOf(next);
      if (loop >= 0) return path.slice(loop).sort()[0]!;
      path.push((at = next));
    }
  }
}
