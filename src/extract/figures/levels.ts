import type { Clause } from '../incidents/clauses.ts';
import type { FigureDraft } from '../draft.ts';
import { end, figure, type Figure } from './figure.ts';
import type { Quantity } from './numbers.ts';
import type { Page, Reading } from '../page.ts';

/** "Roughly 2,500 US troops remain in Iraq": a stock, no count over a time. */
export function levelFigure(r: Reading, c: Clause, q: Quantity): Figure | null {
  const s = r.scene;
  const people = s.all('people', q.core[1], end(r, q.core[1] + 4)).length > 0 || goesOn(r, q);
  const near = phraseOf(r, c, q);
  if (
    !people ||
    s.has('harm', near.from, near.to) ||
    Math.max(q.bound.low ?? 0, q.bound.about ?? 0, q.bound.high ?? 0) < 50
  )
    return null;
  const placed = r.sites.some((p) => p.from >= q.to && p.from - q.to <= 8) || s.has('stationed', c.from, c.to);
  return placed && !s.has('deed', near.from, near.to) ? figure(q, 'troops') : null;
}

/** The words around the number up to the commas on either side. */
function phraseOf(r: Reading, c: Clause, q: Quantity): Clause {
  let { from, to } = { from: q.from, to: q.to };
  while (from > c.from && !r.scene.isMark(from - 1, ',،')) from--;
  while (to < c.to && !r.scene.isMark(to, ',،')) to++;
  return { from, to };
}

/** "…and some 900 in Syria": the people were named with the number before. */
const goesOn = (r: Reading, q: Quantity): boolean =>
  r.quantities.some(
    (o) =>
      o.core[1] < q.core[0] && r.scene.all('people', o.core[1], Math.min(r.scene.length, o.core[1] + 4)).length > 0,
  );

/** A stock coordinated with an approximate one is approximate too: "about 900 in Syria and 2,500 in Iraq". */
export function stock(r: Reading, f: Figure, page: Page): FigureDraft['bound'] {
  const last = page.drafts.at(-1);
  const n = f.quantity.bound.low;
  const hedged = r.quantities.some((q) => q.hedge === 'about' && q.core[1] < f.quantity.core[0] && !f.quantity.hedge);
  return n !== null && hedged && (last === undefined || last.kind !== 'incident')
    ? { low: null, high: null, about: n }
    : f.quantity.bound;
}

/** Levels stand side by side in one sentence: each rests on its own words. */
export function evidenceStart(r: Reading, c: Clause, f: Figure): number {
  const before = r.quantities.findLast((q) => q.core[1] <= f.from && q.core[0] >= c.from);
  return before ? f.from : c.from;
}

export function evidenceEnd(r: Reading, c: Clause, f: Figure): number {
  const next = r.quantities.find((q) => q.from >= f.to && q.from < c.to);
  let to = next ? next.from : c.to;
  while (to > f.to && (r.scene.starts('and', to - 1) || r.scene.isMark(to - 1))) to--;
  return to;
}
