import type { TallyUnit } from '../../model/codes.ts';
import type { Clause } from '../incidents/clauses.ts';
import type { FigureDraft } from '../draft.ts';
import { comparisons } from './comparisons.ts';
import { clauseOf, end, figure, nearby, type Figure, weaponUnit } from './figure.ts';
import type { Scope } from '../speech/hearing.ts';
import { numberAt, type Quantity } from './numbers.ts';
import type { Page, Reading } from '../page.ts';
import type { Hit, Scene } from '../scene.ts';
import { earlier } from './tally-spans.ts';
import { tollBefore } from './tolls.ts';

/** A number that is a part of a count told before, with the words that tell it. */
export interface Subset {
  f: Figure;
  range: Clause;
  /** The count that it is a part of. */
  of: FigureDraft;
}

/** The count to which a part may belong: of this sentence, or the last thing told in this paragraph or the one before. */
export function countBefore(r: Reading, page: Page, here: readonly FigureDraft[]): FigureDraft | null {
  const sum = r.quantities.reduce((n, q) => n + (q.bound.low ?? 0), 0);
  const told = [...page.drafts.slice(-RECENT), ...here];
  // "By weapon: drones 22, rockets 7, unknown 2" are parts of the 31 told before, whatever was told since.
  const whole = told.findLast(
    (d): d is FigureDraft => d.kind === 'tally' && d.bound.low === sum && d.line >= r.line - 2,
  );
  const named = r.quantities.find((q) => q.of)?.of?.bound.low;
  const same = named == null ? undefined : told.findLast((d) => d.kind === 'tally' && d.bound.low === named);
  if (same?.kind === 'tally') return same;
  const last =
    (r.quantities.length > 1 ? whole : undefined) ??
    (r.scene.has('remainder') ? told.findLast((d) => d.kind === 'tally' && (d.bound.low ?? 0) >= SERIES) : told.at(-1));
  if (last?.kind !== 'tally' || !nearby(r, last)) return null;
  // What few there are is told one by one: "two of them" in the next paragraph goes on with the telling.
  return r.line - last.line <= 1 || (last.bound.low ?? last.bound.about ?? 0) >= SERIES ? last : null;
}

/** So many claims back is looked for a whole. */
const RECENT = 6;

/** From so many on they are counted and no longer told one by one. */
const SERIES = 4;

/** "Eleven of those involved drones", "among them 44 on al-Omar, 33 on Conoco", "بينها 44 هجوماً على حقل العمر، و33 على كونيكو". */
export function subsetOf(
  r: Reading,
  scope: Scope,
  x: { q: Quantity; of: FigureDraft | null; run: Quantity | null },
): Subset | null {
  const { q, of, run } = x;
  if (!of || of.unit === 'troops') return null;
  const clause = clauseOf(r, scope, q);
  const lead = leadOf(r, { q, run, clause, value: of.bound.low ?? of.bound.about });
  const rest = restOf(r, q, of);
  if (lead < 0 || (run === null && !rest && (q.bound.low ?? 2) < 2)) return null;
  const hurt = of.unit === 'injured' || of.unit === 'killed';
  const few = (of.unit === 'drone' || of.unit === 'rocket') && (q.bound.low ?? SERIES) < SERIES;
  if ((hurt || few) && lead === q.from && run === null && ofOneAttack(r, clause)) return null;
  const label = armed(r.scene, q) || (run && armed(r.scene, run)) ? labelOf(r.scene, q, clause) : -1;
  if (label >= 0) return { f: figure(rest ?? q, unitOf(r, q, of)), range: { from: label, to: q.to }, of };
  const next = r.quantities.find((o) => o.from >= q.to && o.from < clause.to);
  let to = next ? next.from : clause.to;
  while (to > q.to && (r.scene.starts('and', to - 1) || r.scene.isMark(to - 1) || r.scene.key(to - 1) === 'و')) to--;
  // "Duhok took over 900 of them": the words before the number say where, unless they tell of another.
  const alone = lead === q.from && !r.quantities.some((o) => o.from >= clause.from && o.to <= q.from);
  return {
    f: figure(rest ?? q, unitOf(r, q, of)),
    range: { from: alone ? clause.from : Math.max(clause.from, lead), to },
    of,
  };
}

/** "Three of them were flown out": a part of those hurt in the attack told just before. */
export function partOfToll(
  r: Reading,
  page: Page,
  scope: Scope,
  { q, run }: { q: Quantity; run: Quantity | null },
): Subset | null {
  const s = r.scene;
  if (armed(s, q) || s.starts('weapon', q.core[1])) return null;
  const of = tollBefore(r, page, scope, q);
  const value = of?.bound.low ?? of?.bound.about ?? 0;
  if (!of || value < (q.bound.low ?? q.bound.about ?? 0)) return null;
  const before = s.isMark(q.from - 1, ',،:') ? q.from - 1 : q.from;
  const partly =
    s.starts('subset', q.core[1]) ??
    s.ends('subset', before) ??
    ofWhole(s, q, value) ??
    recovered(s, q) ??
    versus(r, q) ??
    (run !== null || undefined);
  return partly ? subsetOf(r, scope, { q, of, run }) : null;
}

/** "47 drones over X, together with nine ballistic missiles": what was counted beside it over the same time. */
export function alongside(r: Reading, q: Quantity, of: FigureDraft | undefined): Subset | null {
  const s = r.scene;
  if (of?.kind !== 'tally' || (of.unit !== 'drone' && of.unit !== 'rocket') || s.ends('besides', q.from) === undefined)
    return null;
  const weapon = s.all('weapon', q.core[1], end(r, q.core[1] + 3))[0];
  const unit = weaponUnit(weapon?.value);
  if (!weapon || !unit || s.has('deed', q.core[1], Math.min(s.length, weapon.to + 1))) return null;
  return { f: figure(q, unit, weapon.to), range: { from: q.from, to: weapon.to }, of };
}

/** "all but two": as many as are left of the count. */
function restOf(r: Reading, q: Quantity, { bound }: FigureDraft): Quantity | null {
  const but = r.scene.ends('allbut', q.from);
  if (!but || bound.low === null || q.bound.low === null) return null;
  const n = bound.low - q.bound.low;
  return { ...q, from: but.from, bound: { low: n, high: bound.high === null ? null : n, about: null } };
}

/** "20 of them were hurt when a drone hit al-Tanf", "two of them came down inside the base": tells of one attack. */
const ofOneAttack = (r: Reading, c: Clause): boolean =>
  r.scene.has('act', c.from, c.to) && r.sites.some((p) => p.spot && p.from >= c.from && p.to <= c.to);

/** Where the words begin that make the number a part, -1 where none do. */
function leadOf(
  r: Reading,
  { q, run, clause, value }: { q: Quantity; run: Quantity | null; clause: Clause; value: number | null },
): number {
  const s = r.scene;
  if (s.starts('subset', q.core[1]) ?? ofWhole(s, q, value)) return q.from;
  const before = s.isMark(q.from - 1, ',،:') ? q.from - 1 : q.from;
  const lead =
    s.ends('subset', before) ??
    versus(r, q) ??
    s.ends('allbut', q.from) ??
    armed(s, q) ??
    remainder(r, q) ??
    recovered(s, q) ??
    outOf(s, q);
  if (lead) return lead.from;
  const opens =
    s.starts('subset', clause.from) !== undefined && !r.quantities.some((o) => o.from >= clause.from && o.to <= q.from);
  return opens ? clause.from : run && follows(r, run, q) ? q.from : -1;
}

/** "By weapon: drones 22, rockets 7": where the label of a bare number begins, -1 where it has none. */
function labelOf(s: Scene, q: Quantity, c: Clause): number {
  if (!closed(s, q) || s.ends('and', q.from)) return -1;
  let from = q.from;
  while (from > c.from && q.from - from <= LABEL && !s.isMark(from - 1)) from--;
  return from < q.from && (s.isMark(from - 1) || from === 0) ? from : -1;
}

/** So many words may a label have: "indirect fire of unknown type 2". */
const LABEL = 6;

/** "The other two were on Oct. 27": what is left of a count, with a day of its own. */
const remainder = (r: Reading, q: Quantity): Hit | undefined =>
  r.times.some((t) => t.day !== null && t.from >= q.to) ? r.scene.ends('remainder', q.from) : undefined;

/** "Of the 40 attacks in Iraq the factions claimed 28": a bare number behind such an opening. */
const outOf = (s: Scene, q: Quantity): Hit | undefined =>
  closed(s, q) && s.all('outof', 0, 3).length > 0 ? { cat: 'outof', value: 'o', from: q.from, to: q.from } : undefined;

/** "A dozen are back at work": so many of those hurt. */
const recovered = (s: Scene, q: Quantity): Hit | undefined =>
  s.key(q.from - 1) === 'the' ? undefined : s.all('recovered', q.to, Math.min(s.length, q.to + 4))[0];

/** A bare number behind its weapon. */
export const armed = (s: Scene, q: Quantity): Hit | undefined =>
  closed(s, q) ? s.ends('weapon', s.isMark(q.from - 1, ':') ? q.from - 1 : q.from) : undefined;

/** Whether nothing follows the number that it would count. */
const closed = (s: Scene, q: Quantity): boolean => q.to >= s.length || s.isMark(q.to);

/** "two of the six", "three of these 12 attacks": of so many as were counted before. */
function ofWhole(s: Scene, q: Quantity, value: number | null): true | undefined {
  if (s.key(q.core[1]) !== 'of') return undefined;
  const det = /^(the|those|these|all|its|their)$/.test(s.key(q.core[1] + 1));
  const at = det ? q.core[1] + 2 : q.core[1] + 1;
  if (value !== null && numberAt(s, at)?.value === value) return true;
  return (
    (det && ['deed', 'venture', 'harm'].some((cat) => s.starts(cat, at)) && !s.has('act', at - 1, at)) || undefined
  );
}

/** "compared with 58", "up from nine", "against 22 in January". */
const versus = (r: Reading, q: Quantity): Hit | undefined => comparisons(r).find((h) => h.to === q.from);

/** "…, five were rockets, and one was a combined attack", "، و33 على كونيكو": goes on with the list. */
function follows(r: Reading, run: Quantity, q: Quantity): boolean {
  const s = r.scene;
  const joined = s.starts('and', q.from - 1) !== undefined || s.isMark(q.from - 1, ',،;؛') || s.key(q.from - 1) === 'و';
  const labelled = armed(s, run) !== undefined && closed(s, q) && s.isMark(run.to, ',،');
  return (joined || labelled) && !r.quantities.some((o) => o.from >= run.to && o.to <= q.from);
}

/** Dead and wounded say so themselves; anything else is of the kind counted before. */
function unitOf(r: Reading, q: Quantity, of: FigureDraft): TallyUnit {
  const harm = r.scene.all('harm', q.core[1], end(r, q.core[1] + 3))[0];
  return harm ? (harm.value === 'killed' ? 'killed' : 'injured') : of.unit;
}

/** A part has the window, the places and the speaker of the whole where it names none of its own. */
export function inherit(r: Reading, d: FigureDraft, { of, range }: Subset): FigureDraft {
  const timed = r.times.some((t) => t.from >= range.from && t.to <= range.to && !r.said.has(t));
  const same = r.scene.all('sameperiod', range.from, range.to)[0];
  const placed = r.sites.some((p) => p.id !== null && p.from >= range.from && p.to <= range.to);
  return {
    ...d,
    chain: d.chain.length > 0 || r.line !== of.line ? d.chain : of.chain,
    window: same || !timed ? earlier(r, { from: same?.to ?? range.from, to: range.to }, of.window) : d.window,
    told: false,
    places: placed ? d.places : of.places,
    target: of.target,
    perpetrator: of.perpetrator,
  };
}
