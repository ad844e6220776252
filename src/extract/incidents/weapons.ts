import type { Event, Weapon } from '../../model/codes.ts';
import type { Quantity } from '../figures/numbers.ts';
import type { Hit, Scene } from '../scene.ts';
import { by } from './harm.ts';

const AIR: ReadonlySet<Weapon> = new Set(['drone', 'aircraft']);
const FIRE: ReadonlySet<Weapon> = new Set(['rocket', 'missile', 'mortar']);

/** "أُسقطت بالأسلحة الرشاشة": with what it was stopped is no weapon of the attack. */
const means = (s: Scene, from: number, h: Hit): boolean =>
  h.from > from &&
  s.ends('act', h.from)?.value === 'stop' &&
  s.text[s.tokens[h.from]!.from] === 'ب' &&
  s.has('weapon', from, h.from);

/** Weapons named in tokens [from, to), each once, in order. */
export function weaponsIn(s: Scene, from: number, to: number): Weapon[] {
  return [
    ...new Set(
      s
        .all('weapon', from, to)
        .filter((h) => !means(s, from, h))
        .map((h) => h.value as Weapon),
    ),
  ];
}

/** The event that the weapons make: what flies by itself is an air or drone strike, also when it is shot down. */
function armed(weapons: readonly Weapon[]): Event | null {
  if (weapons.some((w) => AIR.has(w))) return 'Air/drone strike';
  if (weapons.some((w) => FIRE.has(w))) return 'Shelling/artillery/missile attack';
  if (weapons.includes('bomb')) return 'Remote explosive/landmine/IED';
  if (weapons.includes('grenade')) return 'Grenade';
  return weapons.includes('gun') ? 'Armed clash' : null;
}

/** The event that tokens [from, to) tell: of the weapons, else of guns that shell, of men on the ground, of a bang. */
export function eventOf(weapons: readonly Weapon[], s: Scene, from: number, to: number): Event {
  if (s.has('seize', from, to) && !s.has('harm', from, to)) return 'Arrests';
  const known = armed(weapons);
  if (known) return known;
  if (s.has('gunnery', from, to) || s.has('blast', from, to)) return 'Shelling/artillery/missile attack';
  if (s.has('ground', from, to) || s.has('seize', from, to)) return 'Armed clash';
  return 'Air/drone strike';
}

/** How many were used, as the clause says: a number, a dual, "a drone", "several", or a bare plural. */
export function munitionsIn(
  s: Scene,
  from: number,
  to: number,
  all: readonly Quantity[],
): { low: number | null; high: number | null } | null {
  const weapons = s.all('weapon', from, to);
  for (const q of all) {
    if (q.core[0] < from || q.core[1] > to) continue;
    const w = weapons.find((h) => h.from >= q.core[1] && h.from - q.core[1] <= 3);
    if (
      !w ||
      s.all('dual', w.from, w.to).length > 0 ||
      s.has('locative', q.core[1], w.from) ||
      s.has('deed', w.from, w.to) ||
      s.has('harm', q.core[1], w.from) ||
      s.all('deed', q.core[1], w.from + 1).some((d) => by(s, d.from) && w.from > q.core[1]) ||
      s.has('people', q.core[1], w.from) ||
      s.starts('deed', w.to) ||
      all.some((o) => o !== q && o.core[0] >= q.core[1] && o.core[1] <= w.from)
    )
      continue;
    const both =
      q.bound.low === 3 && s.has('vague', q.core[0], q.core[1]) && new Set(weapons.map((h) => h.value)).size > 1;
    return { low: both ? 4 : (q.bound.low ?? q.bound.about), high: q.bound.high };
  }
  const dual = s.all('dual', from, to).find((h) => h.value === 'drone' || h.value === 'rocket' || h.value === 'bomb');
  if (dual) return { low: 2, high: s.has('approxafter', dual.to, Math.min(s.length, dual.to + 3)) ? null : 2 };
  // Two kinds in the plural are two of each.
  const kinds = new Set(weapons.filter((w) => s.has('plural', w.from, w.to)).map((w) => w.value));
  if (s.has('plural', from, to)) return { low: kinds.size > 1 ? 4 : 2, high: null };
  const one = s.all('singular', from, to)[0];
  return (one && !s.starts('deed', one.to)) || weapons.some((w) => single(s, w, from)) ? { low: 1, high: 1 } : null;
}

/** "a sticky bomb", "an incoming rocket": one, with its article a few words before it. */
function single(s: Scene, w: Hit, from: number): boolean {
  if (w.value === 'aircraft' || w.value === 'gun' || s.has('deed', w.from, w.to) || s.has('deed', w.to, w.to + 3))
    return false;
  for (let i = w.from - 1; i >= Math.max(from, w.from - 3); i--) {
    if (/^(an?|another)$/.test(s.key(i))) return true;
    if (s.isMark(i) || s.covers('act', i) || s.covers('locative', i) || s.covers('and', i)) return false;
  }
  return false;
}
