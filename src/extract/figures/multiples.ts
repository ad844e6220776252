import { atSpot, clauseOf, deedUnit, figure, type Figure } from './figure.ts';
import type { Clause } from '../incidents/clauses.ts';
import type { Scope } from '../speech/hearing.ts';
import { shapeOf, type Quantity } from './numbers.ts';
import type { Page, Reading } from '../page.ts';
import type { Hit } from '../scene.ts';

/** Times over which is counted; one day tells of incidents. */
const LASTING: ReadonlySet<string> = new Set(['since', 'window', 'range']);

/** "attacked twice over the weekend", "مرتين منذ الاثنين", "هجومين خلال الأسبوع": a number that no numeral tells. */
export function multipleFigures(r: Reading, page: Page, scope: Scope): { f: Figure; range: Clause }[] {
  const s = r.scene;
  const duals = s.all('dual').filter((h) => h.value === 'times' || h.value === 'attack');
  return [...s.all('multiple'), ...duals].flatMap((h) => {
    if (h.from < scope.from || h.to > scope.to) return [];
    const f = figureOf(r, h);
    const range = clauseOf(r, scope, f.quantity);
    const lasting = r.times.filter((t) => LASTING.has(t.kind) && !r.said.has(t));
    const told = s.has('act', range.from, range.to) || f.unit !== 'attack' || h.value === 'attack';
    const since = lasting.some((t) => t.kind === 'since');
    return lasting.length > 0 && told && (since || !atSpot(r, page, range)) ? [{ f, range }] : [];
  });
}

function figureOf(r: Reading, h: Hit): Figure {
  const s = r.scene;
  const before = s.ends('approx', h.from);
  const n = h.cat === 'multiple' ? Number(h.value) : 2;
  const bound = shapeOf(before?.value ?? null)(n);
  const core = [h.from, h.to] as const;
  const q: Quantity = {
    from: before?.from ?? h.from,
    to: h.to,
    core,
    bound,
    hedge: before?.value ?? null,
    also: false,
  };
  const deed = s.covers('deed', h.from);
  return figure(q, deed ? deedUnit(s, deed) : 'attack');
}
