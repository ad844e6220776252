import type { TallyUnit } from '../../model/codes.ts';
import type { Clause } from '../incidents/clauses.ts';
import type { FigureDraft } from '../draft.ts';
import { clauseOf, end, figure, type Figure } from './figure.ts';
import type { Scope } from '../speech/hearing.ts';
import { numberAt, type Quantity } from './numbers.ts';
import type { Page, Reading } from '../page.ts';
import type { Hit, Scene } from '../scene.ts';
import { earlier } from './tally-spans.ts';

/** A number that is a part of a count told before, with the words that tell it. */
export interface Subset {
  f: Figure;
  range: Clause;
  /** The count that it is a part of. */
  of: FigureDraft;
}

/** The count to which a part may belong: of this sentence, or the last thing told in this paragraph or the one before. */
export function countBefore(r: Reading, page: Page, here: readonly FigureDraft[]): FigureDraft | null {
  const last = here.at(-1) ?? page.drafts.at(-1);
  return last?.kind === 'tally' && r.line - last.line <= 1 ? last : null;
}

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
  if (lead < 0 || (run === null && (q.bound.low ?? 2) < 2)) return null;
  const hurt = of.unit === 'injured' || of.unit === 'killed';
  if (hurt && lead === q.from && run === null && ofOneAttack(r, clause)) return null;
  const next = r.quantities.find((o) => o.from >= q.to && o.from < clause.to);
  let to = next ? next.from : clause.to;
  while (to > q.to && (r.scene.starts('and', to - 1) || r.scene.isMark(to - 1) || r.scene.key(to - 1) === 'و')) to--;
  return { f: figure(q, unitOf(r, q, of)), range: { from: Math.max(clause.from, lead), to }, of };
}

/** "20 of them were hurt when a drone hit al-Tanf" tells of one attack. */
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
  const lead = s.ends('subset', before) ?? versus(r, q);
  if (lead) return lead.from;
  const opens =
    s.starts('subset', clause.from) !== undefined && !r.quantities.some((o) => o.from >= clause.from && o.to <= q.from);
  return opens ? clause.from : run && follows(r, run, q) ? q.from : -1;
}

/** "two of the six", "three of these 12 attacks": of so many as were counted before. */
function ofWhole(s: Scene, q: Quantity, value: number | null): true | undefined {
  if (s.key(q.core[1]) !== 'of') return undefined;
  const at = /^(the|those|these|all|its|their)$/.test(s.key(q.core[1] + 1)) ? q.core[1] + 2 : q.core[1] + 1;
  return (value !== null && numberAt(s, at)?.value === value) || undefined;
}

/** "compared with 58", "up from nine", "against 22 in January". */
function versus(r: Reading, q: Quantity): Hit | undefined {
  const dated = r.times.some((t) => t.from >= q.core[1] && t.from - q.core[1] <= 1);
  const at = q.from - 1;
  return (
    r.scene.ends('compare', q.from) ??
    (dated && r.scene.key(at) === 'against' ? { cat: 'compare', value: 'c', from: at, to: q.from } : undefined)
  );
}

/** "…, five were rockets, and one was a combined attack", "، و33 على كونيكو": goes on with the list. */
function follows(r: Reading, run: Quantity, q: Quantity): boolean {
  const s = r.scene;
  const joined = s.starts('and', q.from - 1) !== undefined || s.isMark(q.from - 1, ',،;؛') || s.key(q.from - 1) === 'و';
  return joined && !r.quantities.some((o) => o.from >= run.to && o.to <= q.from);
}

/** Dead and wounded say so themselves; anything else is of the kind counted before. */
function unitOf(r: Reading, q: Quantity, of: FigureDraft): TallyUnit {
  const harm = r.scene.all('harm', q.core[1], end(r, q.core[1] + 3))[0];
  return harm ? (harm.value === 'killed' ? 'killed' : 'injured') : of.unit;
}

/** A part has the window and the places of the whole where it names none of its own. */
export function inherit(r: Reading, d: FigureDraft, { of, range }: Subset): FigureDraft {
  const timed = r.times.some((t) => t.from >= range.from && t.to <= range.to && !r.said.has(t));
  const same = r.scene.all('sameperiod', range.from, range.to)[0];
  const placed = r.sites.some((p) => p.id !== null && p.from >= range.from && p.to <= range.to);
  return {
    ...d,
    window: same || !timed ? earlier(r, { from: same?.to ?? range.from, to: range.to }, of.window) : d.window,
    told: false,
    places: placed ? d.places : of.places,
    target: of.target,
    perpetrator: of.perpetrator,
  };
}
