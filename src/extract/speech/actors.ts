import type { Actor, ActorKind } from '../../model/actor.ts';
import type { Lexicon } from '../lexicon.ts';
import { ministries } from './ministries.ts';
import { proxies } from './proxies.ts';
import type { Hit, Scene } from '../scene.ts';
import type { Voice } from './voice.ts';

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

/** Names that stand for a place here ("in Iraq") are nobody who speaks. */
function asPlace(s: Scene, h: Hit, cast: Cast): boolean {
  const kind = cast.kind(h.value);
  if (kind !== 'state' && kind !== 'state body' && kind !== 'regional government') return false;
  if (!s.all('place').some((p) => p.from <= h.from && p.to >= h.to) || h.value === 'pentagon') return false;
  // "The Baghdad operations command" is no word of the government.
  if (s.covers('post', h.to) && !s.covers('role', h.to)) return true;
  if (s.covers('accord', h.from - 1) || s.covers('accord', h.from - 2)) return false;
  return (
    s.has('locative', h.from - 2, h.from) ||
    s.has('locative', h.from - 1, h.from) ||
    (/^[بل]/.test(s.text.slice(s.tokens[h.from]!.from, s.tokens[h.from]!.from + 1)) &&
      s.tokens[h.from]!.to - s.tokens[h.from]!.from > 6)
  );
}

function roleVoice(s: Scene, role: Hit, cast: Cast): Voice | null {
  // "قال مسؤول لوكالة …": the outlet beside a role is told, and no body of it.
  const orgs = s.all('actor').filter((h) => !cast.isPerson(h.value) && !cast.isOutlet(h.value));
  const senior = s.has('senior', role.from - 4, role.to + 2);
  const before = orgs.findLast((h) => h.to <= role.from && role.from - h.to <= 2 && !s.isMark(role.from - 1));
  const after = orgs.find((h) => h.from >= role.to && h.from - role.to <= 3 && bridge(s, role.to, h.from));
  // "The commander-in-chief's spokesperson": an office of somebody in office.
  const whose = s
    .all('actor')
    .findLast((h) => h.to === role.from && s.tokens[h.to - 1]!.owner && cast.isPerson(h.value));
  if (whose && role.value === 'spokesperson') {
    const id = cast.office(whose.value, role.value, false);
    if (id !== whose.value) return { from: whose.from, to: role.to, id };
  }
  const org = after && s.starts('bridge', role.to) ? after : (before ?? after);
  if (!org) return anonymous(s, role, cast);
  return {
    from: Math.min(org.from, role.from),
    to: Math.max(org.to, role.to),
    id: cast.office(org.value, role.value, senior),
  };
}

const AMERICAN: ReadonlySet<string> = new Set(['usa', 'pentagon', 'us-military']);

/** "Officials have told reporters": of no named body, in reports about attacks on American forces, officials of theirs. */
function anonymous(s: Scene, role: Hit, cast: Cast): Voice | null {
  const plural = s.key(role.from) === 'officials';
  const arm = plural ? s.key(role.from - 1) : '';
  if (/^(military|defen[cs]e|american)$/.test(arm)) {
    const id = cast.officeCalled(
      AMERICAN,
      arm === 'american' ? ['us', 'official'] : ['us', arm.replace('defence', 'defense'), 'official'],
    );
    if (id) return { from: role.from - 1, to: role.to, id };
  }
  // "Kurdish security officials" are somebody's; only bare officials are nobody's in particular.
  const bare = s.key(role.from - 1) !== 'the' && !s.covers('branch', role.from - 1);
  if (!plural || !bare || s.starts('bridge', role.to)) return null;
  return { from: role.from, to: role.to, id: cast.office('usa', 'official', false) };
}

const bridge = (s: Scene, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (s.isMark(i) || s.covers('say', i)) return false;
  return true;
};

/** Everybody in the sentence who may speak, in order; offices before the bodies that they contain. */
export function voices(s: Scene, cast: Cast): Voice[] {
  const named = s.all('actor').filter((h) => !asPlace(s, h, cast));
  const bodies = s.has('portfolio') ? ministries(s) : [];
  const out: Voice[] = [
    ...named.slice(0, 40).map((h) => ({ from: h.from, to: h.to, id: h.value })),
    ...proxies(s),
    ...bodies,
  ];
  for (const role of s.all('role').slice(0, 20)) {
    if (out.some((v) => v.from <= role.from && v.to >= role.to && cast.isPerson(v.id))) continue;
    const v = roleVoice(s, role, cast);
    if (v) out.push(v);
  }
  for (const v of out) {
    // "two US defense officials": the state that stands before its own officials is part of their name.
    const state = out.find((w) => w.to === v.from && cast.isState(w.id) && cast.isPerson(v.id));
    if (state && cast.bodies(v.id).includes(state.id)) v.from = state.from;
  }
  const wide = out.filter(
    (v) => !out.some((w) => w !== v && w.from <= v.from && w.to >= v.to && w.to - w.from > v.to - v.from),
  );
  const apart = wide
    .filter((v) => cast.kind(v.id) !== 'unnamed source' || !wide.some((w) => w.to === v.from))
    .filter((v) => !wide.some((w) => w !== v && w.from < v.from && w.to > v.from && cast.isPerson(w.id)));
  return apart
    .slice(0, 40)
    .sort((a, b) => a.from - b.from || (cast.isForce(a.id) ? 1 : 0) - (cast.isForce(b.id) ? 1 : 0));
}
