import type { Page } from '../page.ts';
import { fielded } from './fielded.ts';
import type { Scene } from '../scene.ts';
import { voices } from '../speech/actors.ts';
import type { Clause } from './clauses.ts';
import type { Frame } from './frame.ts';
import type { Site } from './site.ts';

/** How near an act, or the thing that was hit, stands to whose it was. */
const NEAR = 4;

interface Party extends Clause {
  id: string;
}

/** Groups and forces named in the clause. */
const fighters = (s: Scene, f: Clause, { cast }: Page): Party[] =>
  voices(s, cast).filter((v) => v.from >= f.from && v.to <= f.to && (cast.isGroup(v.id) || cast.isForce(v.id)));

/** On whom the strikes of the other side were: groups and forces named in the clause that are not theirs. */
export function struckBy(s: Scene, f: Clause, page: Page, speaker: string): string[] {
  const { cast } = page;
  const named = fighters(s, f, page).filter((v) => !cast.isTargetSide(v.id));
  const out = [...new Set([...named.map((v) => v.id), ...armies(s, f)])];
  if (out.length > 0 || cast.isTargetSide(speaker)) return out;
  // Who tells of it without naming anybody tells of itself ("our 45th brigade").
  const own = cast.groupOf(speaker) ?? cast.bodies(speaker).find(cast.isForce);
  return own && s.has('possessive', f.from, f.to) ? [own] : [];
}

/** On whom it was: those whom the clause names as struck, else forces named in it, else those whom the place houses. */
export function targetsIn(f: Frame, site: Site | null, authors: readonly string[]): string[] {
  const { page } = f;
  const { scene: s } = f.r;
  const israel = site?.id && page.lexicon.places.inside(site.id, 'israel');
  if (israel) return ['israel-state'];
  const out = new Set<string>();
  for (const h of s.all('force', f.from, f.to)) out.add(h.value === 'coalition' ? 'coalition-forces' : 'us-forces');
  for (const id of patients(s, f, page)) if (!authors.includes(id)) out.add(id);
  if (out.size === 0 && site?.id) for (const host of page.lexicon.places.get(site.id)?.hosts ?? []) out.add(host);
  if (out.size === 0 && s.has('ship', f.from, f.to, 'trade')) out.add('commercial-shipping');
  if (out.size > 0) return [...out];
  if (s.has('foe', f.from, f.to))
    return fighters(s, f, page)
      .filter((v) => (v.id === 'irgc' || page.cast.kind(v.id) === 'actor category') && !authors.includes(v.id))
      .map((v) => v.id);
  return site && !site.spot && authors.every((a) => page.cast.isClaimant(a)) ? ['us-forces'] : [];
}

/** Those to whom something was done (semantic role of the patient). */
function patients(s: Scene, f: Clause, page: Page): string[] {
  const struck = fighters(s, f, page).filter((v) => suffers(s, v, f));
  return [...struck.map((v) => fielded(page.cast.principal(v.id))), ...armies(s, f), ...outposts(s, f)];
}

/** "a Turkish outpost": whose forces sit in it. */
const outposts = (s: Scene, f: Clause): string[] =>
  s.language === 'ar'
    ? []
    : s
        .all('national', f.from, f.to)
        .filter((n) => s.has('site', n.to, n.to + 2) && !s.covers('by', n.from - 1))
        .map((n) => (n.value === 'usa' ? 'us-forces' : fielded(n.value)));

/** Soldiers of a nation who were hurt. */
const armies = (s: Scene, f: Clause): string[] =>
  s
    .all('army', f.from, f.to)
    .filter((a) => s.has('harm', a.from - NEAR, a.to + NEAR) && !s.covers('by', a.from - 1))
    .map((a) => a.value);

/** "attacked the PMF", "strikes on SDF positions", "a Kataib Hezbollah base was hit", "members of the PMF were killed", "مقر للحشد الشعبي". */
function suffers(s: Scene, v: Clause, f: Clause): boolean {
  if (s.covers('by', v.from - 1) || s.covers('by', v.from - 2)) return false;
  return (s.language === 'ar' ? housed(s, v, f) : owns(s, v)) || object(s, v, f) || hurt(s, v, f) || passively(s, v, f);
}

/** A thing of theirs that can be hit stands right behind their name. */
const owns = (s: Scene, v: Clause): boolean => {
  const thing = s.all('site', v.to, Math.min(s.length, v.to + 3))[0];
  return thing !== undefined && !s.has('act', v.to, thing.from) && !s.has('locative', v.to, thing.from);
};

/** "مقر تابع للواء 45 في الحشد الشعبي": in Arabic it stands before, with no act between. */
function housed(s: Scene, v: Clause, f: Clause): boolean {
  const from = Math.max(f.from, v.from - NEAR - 2);
  const thing = s.all('site', from, v.from).at(-1);
  return (
    thing !== undefined &&
    !s.has('act', thing.to, v.from) &&
    !s.has('place', thing.to, v.from) &&
    !marked(s, thing.to, v.from)
  );
}

/** Behind an act in the active, or behind "attack on". */
function object(s: Scene, v: Clause, f: Clause): boolean {
  const from = Math.max(f.from, v.from - NEAR);
  const act = s.all('act', from, v.from).at(-1);
  if (act?.value === 'suffer') return s.language === 'ar';
  if (act && STRIKES.has(act.value) && s.language !== 'ar')
    return !s.covers('passive', act.from - 1) && !marked(s, act.to, v.from);
  const deed = s.all('deed', from, v.from).at(-1);
  return deed !== undefined && s.has('against', deed.to, v.from);
}

const STRIKES: ReadonlySet<string> = new Set(['attack', 'struck', 'destroy']);

/** Beside those hurt: "killed four members of", "four of its members", "مقتل أربعة من". */
function hurt(s: Scene, v: Clause, f: Clause): boolean {
  const harm = s.all('harm', Math.max(f.from, v.from - NEAR - 3), v.from).at(-1);
  return (
    harm !== undefined &&
    !marked(s, harm.to, v.from) &&
    s.has('people', harm.from, v.to + 2) &&
    !s.has('deed', harm.to, v.from)
  );
}

const passively = (s: Scene, v: Clause, f: Clause): boolean => {
  const act = s.all('act', v.to, Math.min(f.to, v.to + NEAR))[0];
  return (
    act !== undefined &&
    (act.value === 'suffer' || s.covers('passive', act.from - 1) !== undefined) &&
    !marked(s, v.to, act.from)
  );
};

const marked = (s: Scene, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (s.isMark(i)) return true;
  return false;
};
