import type { Actor, ActorKind } from '../../model/actor.ts';
import type { Lexicon } from '../lexicon.ts';

const PEOPLE: ReadonlySet<ActorKind> = new Set([
  'official',
  'spokesperson',
  'leader',
  'expert',
  'reporter',
  'individual',
  'unnamed official',
]);
const GROUPS: ReadonlySet<ActorKind> = new Set(['armed group', 'facade group', 'umbrella brand', 'actor category']);
const OUTLETS: ReadonlySet<ActorKind> = new Set([
  'news agency',
  'newspaper',
  'broadcaster',
  'news site',
  'aggregator',
  'group-aligned media',
  'unnamed source',
]);
const RELAYS: ReadonlySet<ActorKind> = new Set([
  ...OUTLETS,
  'monitor',
  'individual',
  'group media',
  'transcript service',
  'newsletter',
]);
const OFFICIAL: ReadonlySet<ActorKind> = new Set([
  'state',
  'state body',
  'regional government',
  'official',
  'spokesperson',
]);
const FORCES: ReadonlySet<ActorKind> = new Set(['state forces', 'coalition', 'state-linked forces']);

/** The actor with the words in one of its names, and the fewest others. */
function called(all: readonly Actor[], words: readonly string[]): string | null {
  let best: { id: string; over: number } | null = null;
  for (const a of all)
    for (const name of [a.name.en, ...(a.aliases.en ?? [])]) {
      const own = name.toLowerCase().split(/[^\p{L}]+/u);
      const over = own.length - words.length;
      if (words.every((w) => own.includes(w)) && (!best || over < best.over)) best = { id: a.id, over };
    }
  return best?.id ?? null;
}

/** The actors in force and what the reading asks of them. */
export class Cast {
  readonly #lexicon: Lexicon;
  readonly #speakers = new Map<string, Actor[]>();
  readonly #members = new Map<string, string[]>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    for (const a of lexicon.actors.values())
      for (const r of a.relations ?? [])
        if (r.type === 'speaks_for') this.#speakers.set(r.to, [...(this.#speakers.get(r.to) ?? []), a]);
        else if (r.type === 'member_of') this.#members.set(r.to, [...(this.#members.get(r.to) ?? []), a.id]);
  }

  kind(id: string): ActorKind | undefined {
    return this.#lexicon.actors.get(id)?.kind;
  }
  isPerson = (id: string): boolean => PEOPLE.has(this.kind(id)!);
  isGroup = (id: string): boolean => GROUPS.has(this.kind(id)!) || this.kind(id) === 'group media';
  isOutlet = (id: string): boolean => OUTLETS.has(this.kind(id)!);
  isRelay = (id: string): boolean => RELAYS.has(this.kind(id)!);
  isForce = (id: string): boolean => FORCES.has(this.kind(id)!);
  /** A state, its bodies and those who speak for them. */
  isOfficial = (id: string): boolean => OFFICIAL.has(this.kind(id)!);
  isState = (id: string): boolean => this.kind(id) === 'state';

  /** Groups that fight the forces written about here: what they report of attacks, they claim. Others may only report. */
  isClaimant(id: string): boolean {
    const a = this.#lexicon.actors.get(id);
    const bound = a?.relations?.some((r) => r.type === 'brand_of' || (r.type === 'side' && r.to === 'pmf')) === true;
    return (
      bound ||
      a?.kind === 'umbrella brand' ||
      a?.kind === 'facade group' ||
      a?.kind === 'group media' ||
      a?.kind === 'actor category'
    );
  }

  /** Those who answer for the actor: whom it speaks for and what it is a member of, nearest first. */
  bodies(id: string): string[] {
    const out: string[] = [id];
    for (let i = 0; i < out.length && i < 20; i++)
      for (const r of this.#lexicon.actors.get(out[i]!)?.relations ?? [])
        if ((r.type === 'speaks_for' || r.type === 'member_of') && !out.includes(r.to)) out.push(r.to);
    return out;
  }

  /** The side whose forces are attacked: bodies of the United States and of the coalition. */
  isTargetSide = (id: string): boolean =>
    this.bodies(id).some((b) => b === 'usa' || b === 'cjtf-oir' || b === 'coalition-forces');

  /** The group for which somebody speaks: the group itself, its spokesman, its media. */
  groupOf(id: string): string | null {
    if (this.isGroup(id)) return this.principal(id);
    const to = this.#lexicon.actors.get(id)?.relations?.find((r) => r.type === 'speaks_for')?.to;
    return to !== undefined && this.isGroup(to) ? to : null;
  }

  /** What a group's own media say, the group says. */
  principal(id: string): string {
    const to = this.#lexicon.actors.get(id)?.relations?.find((r) => r.type === 'speaks_for')?.to;
    return this.kind(id) === 'group media' && to ? to : id;
  }

  /**
   * The office that is called by the words: of one of the bodies, else of one with the same superior; the one whose own
   * names hold the fewest other words.
   */
  officeCalled(bodies: ReadonlySet<string>, words: readonly string[]): string | null {
    const own = [...bodies].flatMap((b) => this.#speakers.get(b) ?? []);
    const around = [...bodies].flatMap((b) => this.bodies(b).flatMap((x) => this.#members.get(x) ?? []));
    return (
      called(own, words) ??
      called(
        around.flatMap((b) => this.#speakers.get(b) ?? []),
        words,
      )
    );
  }

  /** Whether the last word of one of the actor's names is this one; whom no table knows is called by the words of its id. */
  isCalled(id: string, word: string): boolean {
    const a = this.#lexicon.actors.get(id);
    if (!a) return id.endsWith(`-${word}`);
    return [a.name.en, ...(a.aliases.en ?? [])].some((name) => name.toLowerCase().endsWith(` ${word}`));
  }

  /** The office that a role and a body name together ("a Pentagon official"); the body itself where that is not one office. */
  office(body: string, role: string, senior: boolean): string {
    const kinds: ReadonlySet<string> =
      role === 'spokesperson' ? new Set(['spokesperson']) : new Set(['unnamed official']);
    const fit = (this.#speakers.get(body) ?? []).filter((a) => kinds.has(a.kind) && a.id.includes('senior') === senior);
    if (fit.length === 1) return fit[0]!.id;
    const any = (this.#speakers.get(body) ?? []).filter((a) => kinds.has(a.kind));
    return any.length === 1 ? any[0]!.id : body;
  }
}
