import { harmFigure } from './casualties.ts';
import type { Clause } from '../incidents/clauses.ts';
import { atSpot, clauseOf, deedUnit, end, figure, lasting, pieceOf, type Figure } from './figure.ts';
import type { Scope } from '../speech/hearing.ts';
import { levelFigure } from './levels.ts';
import type { Quantity } from './numbers.ts';
import type { Page, Reading } from '../page.ts';
import { struck } from './ordinals.ts';
import { partsOf } from './parts.ts';
import { within } from '../incidents/places.ts';
import type { Hit, Scene } from '../scene.ts';
import { answers, lastUnit } from './questions.ts';
import { rivalOf } from './rivals.ts';
import { opens } from './tally-spans.ts';
import { grown, sumFigure, totalFigure } from './totals.ts';

/** "If there are ten more attacks", "could kill dozens": a number of what has not happened. */
function unreal(r: Reading, c: Clause, q: Quantity): boolean {
  const s = r.scene;
  const hit = s.all('conditional', c.from, q.from).at(-1);
  if (!hit || /^(have|has)$/.test(s.key(hit.to))) return false;
  for (let i = hit.to; i < q.from; i++) if (s.isMark(i, ',،')) return false;
  return true;
}

/** "if Washington withdraws its 2,500 troops": those are there all the same. */
const owned = (r: Reading, c: Clause, q: Quantity): Figure | null =>
  /^(its|their|the|our)$/.test(r.scene.key(q.from - 1)) ? levelFigure(r, c, q) : null;

export function figureOf(r: Reading, page: Page, scope: Scope, q: Quantity): Figure | null {
  const c = clauseOf(r, scope, q);
  // "went from 61 to 66": the first number is past.
  if (q.bound.high === 0 || r.quantities.some((o) => grown(r.scene, q, o))) return null;
  if (unreal(r, c, q)) return totalFigure(r, page, c, q) ?? owned(r, c, q);
  return (
    sumFigure(r, page, c, q) ??
    timesFigure(r, page, c, q) ??
    shipFigure(r, c, q) ??
    deedFigure(r, page, { c, near: pieceOf(r, scope, q) }, q) ??
    harmFigure(r, page, { c, near: pieceOf(r, scope, q) }, q) ??
    levelFigure(r, c, q) ??
    totalFigure(r, page, c, q) ??
    sinceFigure(r, page, q) ??
    bareFigure(r, page, q) ??
    goalFigure(r, c, q) ??
    weaponFigure(r, page, pieceOf(r, scope, q), q)
  );
}

/** "attacked at least 41 times". */
function timesFigure(r: Reading, page: Page, c: Clause, q: Quantity): Figure | null {
  const s = r.scene;
  const times = s.all('times', q.core[1], end(r, q.core[1] + 3))[0];
  const acts = s.has('act', c.from, c.to) || s.has('deed', c.from, c.to);
  if (!times || !acts || (atSpot(r, page, c) && !lasting(r))) return null;
  // "on three occasions near al-Asad" are three incidents there, no figure of the series.
  const here = r.sites.some((p) => p.spot && p.from >= times.to && p.from - times.to <= 2);
  if (here && !lasting(r)) return null;
  return figure(q, struck(s) ? 'strike' : 'attack', times.to);
}

/** "dozens", the least of the words that count many. */
const DOZENS = 24;

/** "27 attacks", "خمس هجمات". */
function deedFigure(r: Reading, page: Page, x: { c: Clause; near: Clause }, q: Quantity): Figure | null {
  const s = r.scene;
  const { c, near: piece } = x;
  const near = end(r, q.core[1] + 6);
  const deed = [...s.all('deed', q.core[1], near), ...missions(r, q), ...events(r, q), ...ventures(r, q, c)].find(
    (d) => !stopBefore(r, q.core[1], d.from),
  );
  const more = s.starts('further', q.core[1]) ?? (q.also ? s.starts('further', q.core[0] - 1) : undefined);
  const happened = s
    .all('act', q.core[1], end(r, q.core[1] + 4))
    .find((a) => a.value === 'occur' && !stopBefore(r, q.core[1], a.from));
  if (!deed && !(more && happened && q.bound.low !== 1)) return null;
  const lone = single(q) && r.times.some((t) => t.kind === 'since' && t.from >= q.to && t.from <= c.to);
  const plural = !deed || deed.value.endsWith('+') || page.language === 'ar' || lone;
  if (!plural || (deed && atSpot(r, page, c) && !lasting(r))) return null;
  const spots = r.sites.filter((p) => p.spot && deed && p.from >= deed.to && p.to <= piece.to);
  if (
    spots.length > 0 &&
    (q.bound.low ?? 99) < 4 &&
    !s.has('since', c.from, c.to) &&
    s.has('weapon', q.core[1], spots[0]!.from)
  )
    return null;
  if ((single(q) && !lone) || (deed && recalled(r, page, q))) return null;
  const vague = q.bound.low !== null && s.has('vague', q.core[0], q.core[1]) && !s.ends('approx', q.core[0]);
  if (vague && !(q.bound.low! >= DOZENS && r.times.some((t) => t.kind === 'since' || t.kind === 'window'))) return null;
  const unit = deed ? (flown(s, c, deed, q) ? 'strike' : deedUnit(s, deed)) : 'attack';
  return { ...figure(q, unit, deed?.to ?? more?.to), alone: !happened && !wave(r, c, q) };
}

/** "In those four attacks 23 people died": so many as were told before. */
const recalled = ({ scene: s }: Reading, page: Page, q: Quantity): boolean =>
  /^(those|these|تلك|هذه)$/.test(s.key(q.from - 1)) &&
  page.drafts.some((d) => d.kind === 'tally' && d.bound.low === q.bound.low);

const single = (q: Quantity): boolean => q.bound.low === 1 && q.bound.high === 1;

/** "American jets carried out 14 drone strikes": what the side that is attacked does itself are strikes. */
const flown = (s: Scene, c: Clause, deed: Hit, q: Quantity): boolean =>
  /^strikes?$/.test(s.key(deed.to - 1)) &&
  (s.has('force', c.from, q.from) || s.all('weapon', c.from, q.from).some((w) => w.value === 'aircraft')) &&
  s.all('act', c.from, q.from).some((a) => a.value === 'do' && !s.covers('passive', a.from - 1));

/** More than so many at once are no single wave. */
const ONCE = 10;

/** "carried out 41 missions": what a side does itself is counted where the verb of doing it leads. */
function missions(r: Reading, q: Quantity): readonly Hit[] {
  const s = r.scene;
  const ops = s.all('ops', q.core[1], end(r, q.core[1] + 4));
  const done = ops.length > 0 && s.all('act', Math.max(0, q.from - 4), q.from).some((a) => a.value === 'do');
  return done ? ops.map((h) => ({ ...h, value: 'attack+' })) : [];
}

/** "ACLED records 14 events": behind a verb of counting they are what a monitor counts. */
const events = ({ scene: s }: Reading, q: Quantity): readonly Hit[] =>
  s.ends('counting', q.from) ? s.all('event', q.core[1], q.core[1] + 1).map((h) => ({ ...h, value: 'attack+' })) : [];

/** "foiled 13 attempts to target bases", "put out eleven claims against U.S. sites": what was tried or claimed counts as what was done. */
const ventures = (r: Reading, q: Quantity, c: Clause): readonly Hit[] =>
  VENTURES.flatMap((cat) => r.scene.all(cat, q.core[1], end(r, q.core[1] + 3)))
    .filter((h) => AIMED.some((cat) => r.scene.has(cat, h.to, c.to)))
    .map((h) => ({ ...h, value: 'attack+' }));

const VENTURES = ['venture', 'claimed'] as const;
/** What is attacked or by what: an attempt without either is any attempt. */
const AIMED = ['force', 'site', 'people', 'act', 'deed', 'weapon', 'ship', 'place'] as const;

/** "carried out four strikes on Thursday": a count, and the telling of what was done. */
const wave = (r: Reading, c: Clause, q: Quantity): boolean =>
  (q.bound.low ?? ONCE) < ONCE &&
  q.hedge === null &&
  dated(r, c) &&
  r.scene.all('act', Math.max(c.from, q.from - 4), q.core[0]).some((a) => DONE.has(a.value));

/** Whether the clause tells of one day, and of no longer time. */
function dated(r: Reading, c: Clause): boolean {
  const told = r.times.filter((t) => t.from >= c.from && t.to <= c.to && !r.said.has(t));
  return told.length > 0 && !told.some((t) => LASTING.has(t.kind));
}

const LASTING: ReadonlySet<string> = new Set(['since', 'window', 'range', 'duration', 'set', 'ref']);
const DONE: ReadonlySet<string> = new Set(['do', 'attack', 'launch', 'answer']);

function stopBefore(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      r.scene.isMark(i) ||
      (r.scene.covers('locative', i) && r.scene.key(i) !== 'of') ||
      (r.scene.covers('number', i) && !r.scene.covers('weapon', i)) ||
      r.scene.covers('people', i) ||
      r.scene.covers('media', i) ||
      r.scene.covers('site', i)
    )
      return true;
  return false;
}

/** "By our count 17 since February 20": of what was counted before, else attacks. */
function sinceFigure(r: Reading, page: Page, q: Quantity): Figure | null {
  const s = r.scene;
  const unit = lastUnit(r, page);
  const timed = r.times.some(
    (t) => t.from === q.core[1] && (t.kind === 'since' || (t.kind === 'window' && (unit !== null || s.has('since')))),
  );
  const same = unit !== null && s.starts('sameperiod', q.core[1]) !== undefined;
  if ((q.bound.low ?? 2) < 2 || !(timed || same)) return null;
  // "there have been six since July 1": people hurt are not told so.
  const happened = /^(been|were|are)$/.test(s.key(q.from - 1)) && s.key(q.from - 3) === 'there';
  const hurt = unit === 'injured' || unit === 'killed';
  return figure(q, unit === null || (hurt && happened) ? 'attack' : unit);
}

/** "our tracker counts 14", "on Tuesday I gave you 22": a bare number behind a verb of counting, of what was counted before. */
function bareFigure(r: Reading, page: Page, q: Quantity): Figure | null {
  const s = r.scene;
  const asked = answers(r, page, q);
  if (asked) return figure(q, asked);
  const rival = rivalOf(r, page, q);
  if (rival) return figure(q, rival.unit);
  const unit = lastUnit(r, page);
  const closed = q.to >= s.length || s.isMark(q.to) || r.times.some((t) => t.from === q.to);
  const told = s.ends('counting', q.from) ?? s.ends('toldbefore', q.from);
  return unit !== null && closed && told && (q.bound.low ?? 2) > 1 ? figure(q, unit) : null;
}

/** "have targeted more than 110 vessels since November": each was an attack. */
function shipFigure(r: Reading, c: Clause, q: Quantity): Figure | null {
  const s = r.scene;
  const ship = s.all('ship', q.core[1], end(r, q.core[1] + 3))[0];
  const lasting = r.times.some((t) => t.kind === 'since' || t.kind === 'window');
  const attacked = s.all('act', c.from, q.core[0]).some((a) => DONE.has(a.value) || a.value === 'struck');
  return ship && lasting && attacked && (q.bound.low ?? 2) > 1 ? figure(q, 'attack', ship.to) : null;
}

/** So many targets of one wave of strikes are a count; fewer are told one by one. */
const WAVE = 10;

/** "struck more than 85 targets at seven sites". */
function goalFigure(r: Reading, c: Clause, q: Quantity): Figure | null {
  const s = r.scene;
  const goal = s.all('goal', q.core[1], end(r, q.core[1] + 3))[0];
  const n = q.bound.low ?? q.bound.about ?? q.bound.high ?? 0;
  const told = s.has('act', c.from, c.to) || s.has('deed', c.from, c.to);
  return goal && told && n >= WAVE ? { ...figure(q, 'strike', goal.to), alone: false } : null;
}

/** Times over which weapons are counted. */
const OVER: ReadonlySet<string> = new Set(['window', 'since', 'range', 'stretch']);

/** "from positions near X": where a weapon comes from is no place where it was counted. */
const origin = (s: Scene, at: number): boolean =>
  /^(from|من)$/.test(
    [1, 2, 3].map((n) => s.key(at - n)).find((k) => /^(from|at|on|in|towards?|against|من|على|في|نحو|إلى)$/.test(k)) ??
      '',
  );

/** So many over a time are counted, even at one place. */
const FEW = 4;

/** A number of drones or rockets over several places or a whole country in a stated time. */
function weaponFigure(r: Reading, page: Page, c: Clause, q: Quantity): Figure | null {
  const s = r.scene;
  const w = s.all('weapon', q.core[1], end(r, q.core[1] + 3))[0];
  if (
    !w ||
    stopBefore(r, q.core[1], w.from) ||
    (w.value !== 'drone' && w.value !== 'rocket') ||
    s.starts('deed', w.to) ||
    s.has('deed', w.from, w.to)
  )
    return null;
  const window = r.times.some((t) => (t.day === null && OVER.has(t.kind) && !r.said.has(t)) || opens(r, t));
  const listed = partsOf(r, page, { from: 0, to: s.length }, null).length > 1;
  const since = r.times.some((t) => t.kind === 'since') && ((q.bound.low ?? 0) >= FEW || !r.sites.some((p) => p.spot));
  const wide =
    since || (r.sites.some((p) => p.from >= c.from && p.to <= c.to) && !r.sites.some((p) => p.spot)) || listed;
  const spread = within(s, r.sites, c, page.lexicon.places).filter((p) => p.spot && !origin(s, p.from)).length > 1;
  if (!(window && wide) && !spread) return null;
  return { ...figure(q, w.value, w.to), alone: !spread || listed };
}
