import type { Outcome, Stage } from '../../model/codes.ts';
import type { Clause } from './clauses.ts';
import type { Toll } from './harm.ts';
import type { Hit, Scene } from '../scene.ts';

/** Signs of how an attack ended, gathered over all clauses that tell of it. */
export interface Signs {
  stopped: boolean;
  failed: boolean;
  hit: boolean;
  harmed: boolean;
}

export const noSigns = (): Signs => ({ stopped: false, failed: false, hit: false, harmed: false });

/** Small words may stand between: "none of the rockets hit", "لم تبلغ أي سفينة عن أضرار"; in Arabic up to the next conjunction. */
function negated(s: Scene, i: number): boolean {
  if (s.language !== 'ar') return s.has('not', i - 3, i) || s.has('neither', i - 3, i) || s.has('before', i - 4, i);
  for (let k = i; k >= 0 && k > i - 7 && !s.isMark(k); k--) {
    if (k < i && s.covers('not', k)) return true;
    if (s.text[s.tokens[k]!.from] === 'و' && s.starts('act', k)) return false;
  }
  return false;
}

/** "debris set a field alight": how far before what it did the debris of a stopped weapon may stand. */
const DEBRIS = 7;

/** How far behind "fell" it may stand where it fell. */
const NEAR = 9;

/** What fell on the target hit it, what fell beside it or nobody says where failed: the first word of place tells. */
function onTarget(s: Scene, h: Hit, to: number): boolean {
  const end = Math.min(to, h.to + NEAR);
  const dates = (i: number): boolean => s.has('month', i, i + 2) || s.has('weekday', i, i + 2);
  return s.all('inside', h.from + 1, end).find((p) => !dates(p.to))?.value === 'target';
}

/** What was destroyed stands behind the verb, in the passive before it: a site is hit, a weapon in flight is stopped. */
export function onGround(s: Scene, h: Hit): boolean {
  if (s.has('grounded', h.from - NEAR, h.to + NEAR + NEAR)) return true;
  const passive = s.covers('passive', h.from - 1) !== undefined;
  const [from, to] = passive ? [h.from - NEAR, h.from] : [h.to, Math.min(s.length, h.to + NEAR)];
  const [site, weapon] = [s.all('site', from, to), s.all('weapon', from, to)].map((all) =>
    passive ? all.at(-1) : all[0],
  );
  if (!site && !weapon && !passive) return /^(an?|the|its|their)$/.test(s.key(h.to));
  if (!site || !weapon) return site !== undefined;
  return passive ? site.from > weapon.from : site.from < weapon.from;
}

/** "without casualties or damage": the negation covers both. */
function coordinates(s: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^(or|nor|and|او|ولا|و)$/.test(s.key(i))) return true;
  return from === to || s.text[s.tokens[to]!.from] === 'و';
}

/** How far behind "landed" the base that it landed in may begin. */
const INTO = 4;

/** "landed at al-Omar field": it fell on a place that forces hold, named right behind it. */
const into = (s: Scene, h: Hit, spots: readonly number[]): boolean =>
  spots.some(
    (at) => at >= h.to && at <= h.to + INTO && /^(at|in|into|the)$/.test(s.key(at - 1)) && !s.has('inside', h.to, at),
  );

/** Signs in tokens [from, to); `spots` are the tokens at which bases and plants are named. */
export function signsIn(s: Scene, { from, to }: Clause, toll: Toll, spots: readonly number[] = []): Signs {
  const out = noSigns();
  for (const h of s.all('act', from, to)) {
    if (h.value === 'stop') out.stopped = true;
    if (h.value === 'fail') out.failed = true;
    if (h.value === 'destroy') out[onGround(s, h) ? 'hit' : 'stopped'] = true;
    if (h.value === 'fall') out[onTarget(s, h, to) || into(s, h, spots) ? 'hit' : 'failed'] = true;
    const spared =
      h.value === 'hit' && s.all('none', 0, h.from).some((n) => h.from - n.to <= 3 && coordinates(s, n.to, h.from));
    const byDebris = s.has('debris', h.from - DEBRIS, h.from);
    if (
      (h.value === 'hit' || h.value === 'struck') &&
      !spared &&
      !byDebris &&
      !negated(s, h.from) &&
      !s.covers('undamaged', h.from)
    )
      out.hit = true;
  }
  out.harmed = (toll.injured?.low ?? 0) > 0 || (toll.killed?.low ?? 0) > 0;
  return out;
}

export const join = (a: Signs, b: Signs): Signs => ({
  stopped: a.stopped || b.stopped,
  failed: a.failed || b.failed,
  hit: a.hit || b.hit,
  harmed: a.harmed || b.harmed,
});

/** Any effect is a hit; else stopped, where mixed stopped beats failed; else failed; else not said. */
export function outcomeOf(x: Signs): { stage: Stage; outcome: Outcome } {
  if (x.harmed || x.hit) return { stage: 'ACCOMPLISHED', outcome: 'hit' };
  if (x.stopped) return { stage: 'ATTEMPTED', outcome: 'intercepted' };
  if (x.failed) return { stage: 'ATTEMPTED', outcome: 'missed' };
  return { stage: 'ACCOMPLISHED', outcome: 'unknown' };
}
