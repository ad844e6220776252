import type { TallyUnit } from '../model/codes.ts';
import type { Scope } from './hearing.ts';
import { clauses, type Clause } from './clauses.ts';
import type { FigureDraft } from './draft.ts';
import type { Quantity } from './numbers.ts';
import type { Page, Reading } from './page.ts';
import { within } from './places.ts';
import type { Hit } from './scene.ts';
import { munitionsIn } from './weapons.ts';

/** A number that counts something over a time, with the tokens that say so. */
export interface Figure {
  quantity: Quantity;
  unit: TallyUnit;
  kind: 'tally' | 'level';
  /** Tokens of the wording. */
  from: number;
  to: number;
  contractor: boolean;
  /** Whether its words make no incident of their own. */
  alone: boolean;
}

const figure = (q: Quantity, unit: TallyUnit, to = q.to): Figure => ({
  quantity: q,
  unit,
  kind: unit === 'troops' ? 'level' : 'tally',
  from: q.from,
  to: Math.max(to, q.to),
  contractor: false,
  alone: true,
});

/** The clause around the number: hard marks end it, commas do not. */
export function clauseOf(r: Reading, scope: Scope, q: Quantity): Clause {
  const s = r.scene;
  let from = q.from;
  let to = q.to;
  while (from > scope.from && !s.isMark(from - 1, ';؛:')) from--;
  while (to < scope.to && !s.isMark(to, ';؛:')) to++;
  return { from, to };
}

const end = (r: Reading, n: number): number => Math.min(r.scene.length, n);

/** Whether the clause speaks of one spot, so that its numbers belong to an incident there. */
const atSpot = (r: Reading, page: Page, c: Clause): boolean =>
  within(r.scene, r.sites, c, page.lexicon.places).filter((p) => p.spot).length === 1;

/** Whether the clause tells how one attack went ("a drone struck a base, wounding five"): its numbers are that attack's. */
function oneAttack(r: Reading, c: Clause): boolean {
  const s = r.scene;
  if (s.has('since', c.from, c.to) || s.has('times', c.from, c.to)) return false;
  const deeds = s.all('deed', c.from, c.to);
  if (deeds.length > 0 && deeds.every((d) => !d.value.endsWith('+'))) return true;
  const acts = s
    .all('act', c.from, c.to)
    .some((a) => a.value === 'struck' || a.value === 'launch' || a.value === 'stop');
  const wide = r.sites.some((p) => p.from >= c.from && p.to <= c.to && p.id);
  return acts && wide && munitionsIn(s, c.from, c.to, r.quantities) !== null;
}

export function figureOf(r: Reading, page: Page, scope: Scope, q: Quantity): Figure | null {
  const c = clauseOf(r, scope, q);
  return (
    timesFigure(r, page, c, q) ??
    deedFigure(r, page, { c, near: pieceOf(r, scope, q) }, q) ??
    harmFigure(r, page, { c, near: pieceOf(r, scope, q) }, q) ??
    levelFigure(r, c, q) ??
    totalFigure(r, page, c, q) ??
    weaponFigure(r, page, pieceOf(r, scope, q), q)
  );
}

/** The narrow clause around the number, cut as incidents are. */
const pieceOf = (r: Reading, scope: Scope, q: Quantity): Clause =>
  clauses(r.scene, scope, r.sites).find((c) => c.from <= q.core[0] && c.to >= q.core[1]) ?? { from: q.from, to: q.to };

/** "attacked at least 41 times". */
function timesFigure(r: Reading, page: Page, c: Clause, q: Quantity): Figure | null {
  const s = r.scene;
  const times = s.all('times', q.core[1], end(r, q.core[1] + 3))[0];
  const acts = s.has('act', c.from, c.to) || s.has('deed', c.from, c.to);
  if (!times || !acts || (atSpot(r, page, c) && !s.has('since', c.from, c.to))) return null;
  // "on three occasions near al-Asad" are three incidents there, no figure of the series.
  const here = r.sites.some((p) => p.spot && p.from >= times.to && p.from - times.to <= 2);
  if (here && !s.has('since', c.from, c.to)) return null;
  return figure(q, 'attack', times.to);
}

/** "27 attacks", "خمس هجمات". */
function deedFigure(r: Reading, page: Page, x: { c: Clause; near: Clause }, q: Quantity): Figure | null {
  const s = r.scene;
  const { c, near: piece } = x;
  const near = end(r, q.core[1] + 6);
  const deed = s.all('deed', q.core[1], near).find((d) => !stopBefore(r, q.core[1], d.from));
  const more = s.starts('further', q.core[1]) ?? (q.also ? s.starts('further', q.core[0] - 1) : undefined);
  const happened = s.all('act', q.core[1], end(r, q.core[1] + 4)).find((a) => a.value === 'occur');
  if (!deed && !(more && happened && q.bound.low !== 1)) return null;
  const plural = !deed || deed.value.endsWith('+') || page.language === 'ar';
  if (!plural || (deed && atSpot(r, page, c) && !s.has('since', c.from, c.to))) return null;
  const spots = r.sites.filter((p) => p.spot && deed && p.from >= deed.to && p.to <= piece.to);
  if (
    spots.length > 0 &&
    (q.bound.low ?? 99) < 4 &&
    !s.has('since', c.from, c.to) &&
    s.has('weapon', q.core[1], spots[0]!.from)
  )
    return null;
  if (q.bound.low === 1 && q.bound.high === 1) return null;
  if (q.bound.low !== null && s.has('vague', q.core[0], q.core[1]) && !s.ends('approx', q.core[0])) return null;
  const unit = deed?.value.startsWith('strike') ? 'strike' : 'attack';
  return { ...figure(q, unit, deed?.to ?? more?.to), alone: !happened };
}

function stopBefore(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      r.scene.isMark(i) ||
      (r.scene.covers('locative', i) && r.scene.key(i) !== 'of') ||
      r.scene.covers('number', i) ||
      r.scene.covers('people', i) ||
      r.scene.covers('site', i)
    )
      return true;
  return false;
}

/** "21 US personnel had minor injuries", "25 of the 46 have been diagnosed", "a contractor died". */
function harmFigure(r: Reading, page: Page, x: { c: Clause; near: Clause }, q: Quantity): Figure | null {
  const s = r.scene;
  const { c, near: piece } = x;
  const near = end(r, q.core[1] + 4);
  const people = s.all('people', q.core[1], near)[0];
  const contract = s.all('contract', q.core[1], near)[0];
  const harm = nearest(s.all('harm', c.from, c.to), q.core);
  if (!harm || s.starts('deed', q.core[1])) return null;
  const after = harm.from >= q.core[1] && (people !== undefined || straight(r, q.core[1], harm.from));
  const before = harm.to <= q.core[0] && (people !== undefined || q.core[0] - harm.to <= 1);
  if ((!after && !before) || (!people && !contract && !after)) return null;
  // Those hurt by strikes of the side that is attacked are not that side's.
  const last = page.told.at(-1);
  const theirs =
    last !== undefined &&
    r.index - last.at <= 2 &&
    last.draft.perpetrators.some((p) => page.cast.isTargetSide(p.actor));
  if (theirs && people?.value === 'any') return null;
  if (atSpot(r, page, c) || atSpot(r, page, piece) || oneAttack(r, c) || loose(r, q)) return null;
  const unit = harm.value === 'killed' ? 'killed' : 'injured';
  return { ...figure(q, unit, (people ?? contract)?.to), contractor: contract !== undefined && unit === 'killed' };
}

const nearest = (hits: readonly Hit[], at: readonly [number, number]): Hit | undefined =>
  [...hits].sort((a, b) => gap(a, at) - gap(b, at))[0];

const gap = (h: Hit, at: readonly [number, number]): number =>
  h.from >= at[1] ? h.from - at[1] : Math.max(0, at[0] - h.to);

/** "Roughly 2,500 US troops remain in Iraq": a stock, no count over a time. */
function levelFigure(r: Reading, c: Clause, q: Quantity): Figure | null {
  const s = r.scene;
  const people = s.all('people', q.core[1], end(r, q.core[1] + 4)).length > 0 || goesOn(r, q);
  if (!people || s.has('harm', c.from, c.to) || (q.bound.low ?? q.bound.about ?? 0) < 50) return null;
  const placed = r.sites.some((p) => p.from >= q.to && p.from - q.to <= 8) || s.has('stationed', c.from, c.to);
  return placed && !s.has('deed', c.from, c.to) ? figure(q, 'troops') : null;
}

/** "…and some 900 in Syria": the people were named with the number before. */
const goesOn = (r: Reading, q: Quantity): boolean =>
  r.quantities.some(
    (o) =>
      o.core[1] < q.core[0] && r.scene.all('people', o.core[1], Math.min(r.scene.length, o.core[1] + 4)).length > 0,
  );

/** "several personnel" counts nobody; "dozens" does. */
const loose = (r: Reading, q: Quantity): boolean =>
  r.scene.covers('vague', q.core[0]) !== undefined && q.bound.low !== 24;

/** Nothing stands between a number and the harm that it counts but small words. */
function straight(r: Reading, from: number, to: number): boolean {
  const s = r.scene;
  if (to - from > 9) return false;
  for (let i = from; i < to; i++)
    if (s.isMark(i) || s.covers('act', i) || s.covers('weapon', i) || s.covers('deed', i) || s.covers('place', i))
      return false;
  return true;
}

/** "bringing the total to 40", "put the number at 24", "had spoken of 21". */
export function totalFigure(r: Reading, page: Page, c: Clause, q: Quantity): Figure | null {
  const s = r.scene;
  const bring = s.all('bring', 0, q.from).at(-1);
  if (!bring || s.starts('people', q.core[1]) || s.starts('weapon', q.core[1])) return null;
  for (let i = bring.to; i < q.from; i++)
    if (s.isMark(i, ';،') || (s.covers('number', i) && i < q.from - 3)) return null;
  if (q.from - bring.to > (bring.from < c.from ? 4 : 22)) return null;
  const hurt =
    s.has('harm', c.from, q.from) ||
    (!s.has('deed', c.from, c.to) && lastUnit(page) === 'injured' && !s.has('force', c.from, c.to));
  return figure(q, hurt ? 'injured' : 'attack');
}

const lastUnit = (page: Page): TallyUnit | null =>
  page.drafts.findLast((d): d is FigureDraft => d.kind === 'tally')?.unit ?? null;

/** A number of drones or rockets over several places or a whole country in a stated time. */
function weaponFigure(r: Reading, page: Page, c: Clause, q: Quantity): Figure | null {
  const s = r.scene;
  const w = s.all('weapon', q.core[1], end(r, q.core[1] + 3))[0];
  if (!w || (w.value !== 'drone' && w.value !== 'rocket') || s.starts('deed', w.to) || s.has('deed', w.from, w.to))
    return null;
  const window = r.times.some((t) => t.kind === 'window' || t.kind === 'since');
  const wide = r.sites.some((p) => p.from >= c.from && p.to <= c.to) && !r.sites.some((p) => p.spot);
  const spread = within(s, r.sites, c, page.lexicon.places).filter((p) => p.spot).length > 1;
  if (!(window && wide) && !spread) return null;
  return { ...figure(q, w.value, w.to), alone: !spread };
}
