import { asideIn } from './asides.ts';
import type { Scope } from '../speech/hearing.ts';
import type { Clause } from '../incidents/clauses.ts';
import { comparisons } from './comparisons.ts';
import type { FigureDraft, Range } from '../draft.ts';
import { clauseOf, figure, type Figure } from './figure.ts';
import { figureOf } from './figures.ts';
import { labelledFigure, listFigure } from './labelled-counts.ts';
import type { Quantity } from './numbers.ts';
import type { Page, Reading } from '../page.ts';
import { multipleFigures } from './multiples.ts';
import { askedIn } from './questions.ts';
import { ordinalFigures } from './ordinals.ts';
import { exclude } from './exclusions.ts';
import { addsUp, partsOf, type Part } from './parts.ts';
import { alongside, countBefore, inherit, partOfToll, subsetOf, type Subset } from './subsets.ts';
import { totalFigure } from './totals.ts';
import { zeroFigures } from './zeros.ts';
import { draft } from './tally-draft.ts';

/** Figures of one scope and the tokens that they rest on. */
export function figures(r: Reading, page: Page, scope: Scope): { drafts: FigureDraft[]; taken: Clause[] } {
  const drafts: FigureDraft[] = [];
  const taken: Clause[] = [];
  const used = new Set<Quantity>();
  const inside = r.quantities.filter((q) => q.core[0] >= scope.from && q.core[1] <= scope.to);
  const whole: Clause = { from: scope.from, to: scope.to };
  if (item(r, page)) return { drafts, taken: [whole] };
  if (inside.length > 1 && !r.scene.has('each') && completes(page, r, partsOf(r, page, whole, null)))
    return { drafts, taken: [whole] };
  let run: Quantity | null = null;
  for (const q of inside) {
    if (used.has(q)) continue;
    const whole = q.of && !knows(page, drafts, q.of) ? figureOf(r, page, scope, q.of) : null;
    if (whole) drafts.push(draft(r, page, { scope, f: whole, parts: [], range: rangeOf(r, page, scope, whole) }));
    const of = countBefore(r, page, drafts);
    const part: Subset | null =
      subsetOf(r, scope, { q, of, run }) ?? partOfToll(r, page, scope, { q, run }) ?? alongside(r, q, drafts.at(-1));
    run = part ? q : null;
    if (part) {
      drafts.push(inherit(r, draft(r, page, { scope, f: part.f, parts: [], range: part.range }), part));
      // "The other two were on Oct. 27: one at X, the other at Y" goes on to tell them.
      if (!r.scene.has('remainder')) taken.push(part.range);
      continue;
    }
    const f =
      listFigure(r, q, of) ?? labelledFigure(r, q, of) ?? figureOf(r, page, scope, q) ?? elliptic(r, q, drafts.at(-1));
    if (!f) continue;
    const range = rangeOf(r, page, scope, f);
    const parts = listedWith(r, page, { f, range, used });
    const sum = summed(r, page, { inside, parts, range });
    if (sum) {
      used.add(sum);
      f.quantity = asSum(sum, parts);
    }
    for (const p of parts) used.add(p.quantity);
    used.add(q);
    drafts.push(draft(r, page, { scope, f, parts, range }));
    if (f.alone) taken.push({ from: Math.max(range.from, Math.min(f.from, q.from)), to: range.to });
  }
  const unsaid = zeroFigures(r, scope, countBefore(r, page, drafts));
  for (const { f, range } of [...multipleFigures(r, page, scope), ...ordinalFigures(r, page, scope), ...unsaid]) {
    const versus = comparisons(r).some((h) => h.to === f.quantity.from);
    if (!versus && taken.some((t) => t.from < f.to && t.to > f.from)) continue;
    drafts.push(draft(r, page, { scope, f, parts: [], range }));
    // "… shot down a drone, the third since May": what leads is told, what follows is counted.
    if (!r.scene.has('act', range.from, f.from)) taken.push(range);
  }
  if (drafts.length === 0) {
    exclude(r, page);
    page.aside = askedIn(r, page) ?? asideIn(r) ?? page.aside;
  }
  return { drafts, taken };
}

/** "19 attacks in November … and another 26 in December": a bare number with a time of its own is of the kind counted before it. */
const elliptic = (r: Reading, q: Quantity, before: FigureDraft | undefined): Figure | null =>
  before?.kind === 'tally' &&
  (q.bound.low ?? 2) > 1 &&
  !listing(r, q.from) &&
  r.times.some((t) => t.from >= q.core[1] && t.from - q.core[1] <= 1)
    ? figure(q, before.unit)
    : null;

/** Whether a colon before token `to` opens a list: its numbers are parts. */
const listing = (r: Reading, to: number): boolean => {
  for (let i = 0; i < to; i++) if (r.scene.isMark(i, ':')) return true;
  return false;
};

/** Whether so many were counted before: "25 of the 46" then tells nothing new of the 46. */
const knows = (page: Page, here: readonly FigureDraft[], q: Quantity): boolean =>
  [...here, ...page.drafts].some((d) => d.kind === 'tally' && (d.bound.low ?? d.bound.about) === q.bound.low);

/** The clause of a figure, with its label and with the list of its parts that a colon opens. */
function rangeOf(r: Reading, page: Page, scope: Scope, f: Figure): Clause {
  const clause = clauseOf(r, scope, f.quantity);
  const near = { from: Math.min(clause.from, f.from), to: Math.max(clause.to, f.to) };
  return r.scene.isMark(near.to, ':') && f.kind === 'tally' ? listed(r, page, { near, end: scope.to, f }) : near;
}

/** The parts of a figure told in its clause, where they make it up and belong to no other. */
function listedWith(r: Reading, page: Page, x: { f: Figure; range: Clause; used: ReadonlySet<Quantity> }): Part[] {
  const found = x.f.kind === 'level' ? [] : partsOf(r, page, x.range, x.f);
  return found.some((p) => x.used.has(p.quantity)) || !addsUp(found, x.f) ? [] : found;
}

/** The number that sums up parts told before it: "14 in Iraq and nine in Syria, which makes 23". */
const summed = (
  r: Reading,
  page: Page,
  x: { inside: readonly Quantity[]; parts: readonly Part[]; range: Clause },
): Quantity | undefined =>
  x.parts.length > 1
    ? x.inside.find((q) => !x.parts.some((p) => p.quantity === q) && totalFigure(r, page, x.range, q))
    : undefined;

/** A sum shares the hedge of its parts. */
function asSum(sum: Quantity, parts: readonly Part[]): Quantity {
  const { hedge } = parts[0]!.quantity;
  return { ...sum, hedge, bound: { ...sum.bound, high: hedge === 'least' ? null : sum.bound.high } };
}

/** "48 of them were in Iraq and 55 in Syria": parts that add up to the total told just before are that total's. */
function completes(page: Page, r: Reading, parts: readonly Part[]): boolean {
  const last = page.drafts.findLast((d): d is FigureDraft => d.kind === 'tally');
  if (!last || parts.length < 2 || last.parts.length > 0 || r.line - last.line > 1) return false;
  const sum = parts.reduce((n, p) => n + (p.quantity.bound.low ?? p.quantity.bound.about ?? 0), 0);
  const value = last.bound.low ?? last.bound.about;
  const { places } = page.lexicon;
  const countries = parts.every(
    ({ place }) => places.country(place) === place || last.places.some((x) => places.inside(place, x)),
  );
  if (sum !== value || !countries) return false;
  last.parts = parts.map((p) => ({
    place: p.place,
    low: p.quantity.bound.low,
    high: p.quantity.bound.high,
    about: p.quantity.bound.about,
  }));
  return true;
}

/** "- 19 attacks on X base" below "58 attacks, distributed as follows:": a part of that count. */
function item(r: Reading, page: Page): boolean {
  const last = page.drafts.at(-1);
  const q = r.quantities[0];
  const site = r.sites.find((p) => p.id !== null);
  const open = page.head !== null && last?.kind === 'tally' && last.line === page.head.line;
  if (!open || !q || q.from > 1 || !site || !r.scene.has('deed') || r.scene.length > 16) return false;
  last.parts.push({ place: site.id, low: q.bound.low, high: q.bound.high, about: q.bound.about });
  last.evidence.push(r.scene.span(0, r.scene.length) as Range);
  return true;
}

/** "115 attacks: 60 in Iraq and 55 in Syria": what a colon opens belongs to the figure when it lists its parts. */
function listed(r: Reading, page: Page, x: { near: Clause; end: number; f: Figure }): Clause {
  const wide = { from: x.near.from, to: x.end };
  return partsOf(r, page, wide, x.f).length > 1 ? wide : x.near;
}
