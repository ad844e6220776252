import { atSpot, clauseOf, deedUnit, figure, LONG, type Figure } from './figure.ts';
import type { Clause } from '../incidents/clauses.ts';
import type { Scope } from '../speech/hearing.ts';
import { shapeOf, type Quantity } from './numbers.ts';
import type { Page, Reading } from '../page.ts';
import type { Hit, Scene } from '../scene.ts';
import type { Time } from '../times/time.ts';

/** Times over which is counted; one day tells of incidents. */
const LASTING: ReadonlySet<string> = new Set(['since', 'window', 'range']);

/** "attacked twice over the weekend", "مرتين منذ الاثنين", "هجومين خلال الأسبوع": a number that no numeral tells. */
export function multipleFigures(r: Reading, page: Page, scope: Scope): { f: Figure; range: Clause }[] {
  const s = r.scene;
  const duals = s.all('dual').filter((h) => h.value === 'times' || h.value === 'attack');
  return [...s.all('multiple'), ...duals].flatMap((h) => {
    if (h.from < scope.from || h.to > scope.to || told(s, h)) return [];
    const f = figureOf(r, h);
    const range = clauseOf(r, scope, f.quantity);
    const lasting = r.times.filter((t) => (LASTING.has(t.kind) || over(t)) && !r.said.has(t));
    const acted = s.has('act', range.from, range.to) || f.unit !== 'attack' || h.value === 'attack';
    const since = lasting.some((t) => t.kind === 'since');
    return lasting.length > 0 && acted && (since || !atSpot(r, page, range)) ? [{ f, range }] : [];
  });
}

/** "وبهاتين العمليتين": those told before. */
const told = (s: Scene, h: Hit): boolean => /(هاتين|هذين|هاتان|هذان)$/.test(s.key(h.from - 1));

/** "هجومين طوال تموز": a month, a quarter, a year. */
const over = ({ kind, span: { from, to } }: Time): boolean =>
  kind === 'stretch' && from !== null && to !== null && to - from > LONG;

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
