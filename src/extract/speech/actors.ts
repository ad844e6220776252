import type { Cast } from './cast.ts';
import { borrowed, cut, foreign } from './lands.ts';
import { ministries } from './ministries.ts';
import { proxies } from './proxies.ts';
import type { Hit, Scene } from '../scene.ts';
import type { Voice } from './voice.ts';

/** "قائد عمليات بغداد": a post, and where it is. */
const inPost = (s: Scene, h: Hit, cast: Cast): boolean =>
  s.language === 'ar' &&
  cast.kind(h.value) === 'state body' &&
  s.starts('place', h.from)?.to === h.to &&
  s.covers('field', h.from - 1) !== undefined &&
  s.covers('post', h.from - 2) !== undefined;

/** Names that stand for a place here ("in Iraq") are nobody who speaks. */
function asPlace(s: Scene, h: Hit, cast: Cast): boolean {
  const kind = cast.kind(h.value);
  if (kind !== 'state' && kind !== 'state body' && kind !== 'regional government') return false;
  if (!s.all('place').some((p) => p.from <= h.from && p.to >= h.to) || h.value === 'pentagon') return false;
  // "The Baghdad operations command" is no word of the government.
  if (s.covers('post', h.to) && !s.covers('role', h.to)) return true;
  if (inPost(s, h, cast)) return true;
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
  const orgs = s
    .all('actor')
    .filter((h) => !cast.isPerson(h.value) && !cast.isOutlet(h.value) && !foreign(s, h, cast) && !inPost(s, h, cast));
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
  const named = s.all('actor').filter((h) => !asPlace(s, h, cast) && !borrowed(s, h, cast) && !cut(s, h, cast));
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
