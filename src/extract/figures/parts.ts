import type { Clause } from '../incidents/clauses.ts';
import { comparisons } from './comparisons.ts';
import type { FigureDraft } from '../draft.ts';
import type { Figure } from './figure.ts';
import type { Quantity } from './numbers.ts';
import type { Page, Reading } from '../page.ts';

/** A number of a figure that stands with its own place. */
export interface Part {
  quantity: Quantity;
  place: string;
  to: number;
}

/** Numbers of the clause that stand with a place each: "14 in Iraq and nine in Syria". */
export function partsOf(r: Reading, page: Page, c: Clause, f: Figure | null): Part[] {
  const s = r.scene;
  // "22 in Syria, versus five in Iraq": what a count is compared with is no part of it.
  const versus = comparisons(r);
  const all = r.quantities.filter(
    (q) => q.core[0] >= c.from && q.core[1] <= c.to && !versus.some((h) => h.to === q.from),
  );
  const found = all.flatMap((q, i): Part[] => {
    const next = all[i + 1]?.from ?? c.to;
    const site = r.sites.find((p) => p.from >= q.core[1] && p.to <= next && p.from - q.core[1] <= 8);
    return site?.id && !s.has('harm', q.core[1], site.from) ? [{ quantity: q, place: site.id, to: site.to }] : [];
  });
  const led = ledParts(r, all);
  if (led.length > 1 && led.length >= found.length) return distinct(led);
  const each = s.all('each', c.from, c.to)[0];
  if (each && found.length < 2) return eachOf(r, page, f, each.from);
  const rest = whole(r, page, found, f) ? found.slice(1) : found;
  return rest.length >= 2 ? distinct(rest) : [];
}

const distinct = (parts: Part[]): Part[] => (new Set(parts.map((p) => p.place)).size === parts.length ? parts : []);

/** The place that ends before token `to`; a country told so without a preposition is no site of its own. */
function placeBefore(r: Reading, to: number): string | null {
  for (let at = to; at > 0 && to - at <= SHARE; at--) {
    const place = r.sites.find((p) => p.to === at)?.id ?? r.scene.ends('place', at)?.value;
    if (place) return place;
    if (!SHARED.test(r.scene.key(at - 1))) return null;
  }
  return null;
}

/** "Erbil province accounts for 171 of them, Sulaimani for 32": the words that may stand between a place and its number. */
const SHARED = /^(province|governorate|accounts|accounted|for|with|took|saw)$/;
const SHARE = 4;

/** Numbers right behind their places: "Iraq 53, Syria 77", "حقل العمر (30 هجوماً)". */
export const ledParts = (r: Reading, all: readonly Quantity[]): Part[] =>
  all.flatMap((q): Part[] => {
    if (r.scene.text[r.scene.tokens[q.from]!.from] === 'و') return [];
    const place = placeBefore(r, r.scene.isMark(q.from - 1, '(:–—-') ? q.from - 1 : q.from);
    return place ? [{ quantity: q, place, to: q.to }] : [];
  });

/** "114 attacks in Syria: 33 on X, 21 on Y": the first number is no part but the whole, told with the place that holds the others. */
function whole(r: Reading, page: Page, found: readonly Part[], f: Figure | null): boolean {
  const [first, ...rest] = found;
  if (!first || rest.length < 2 || first.quantity !== f?.quantity) return false;
  const value = (p: Part): number => p.quantity.bound.low ?? p.quantity.bound.about ?? 0;
  const listed =
    r.scene.isMark(rest[0]!.quantity.from - 1, ':') || r.scene.ends('subset', rest[0]!.quantity.from) !== undefined;
  const inside = rest.some((p) => p.place !== first.place && page.lexicon.places.inside(p.place, first.place));
  return listed || inside || value(first) === rest.reduce((n, p) => n + value(p), 0);
}

/** "three in each country": the countries of the report, with that number each. */
function eachOf(r: Reading, page: Page, f: Figure | null, at: number): Part[] {
  const q = r.quantities.findLast((x) => x.core[1] <= at && x !== f?.quantity);
  return q && at - q.core[1] <= 2 ? countriesSoFar(page).map((place) => ({ quantity: q, place, to: at + 1 })) : [];
}

function countriesSoFar(page: Page): string[] {
  const last = page.drafts.findLast((d): d is FigureDraft => d.kind === 'tally' && d.places.length > 1);
  return last?.places ?? [];
}

const sum = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((a, b) => (a === null || b === null ? null : a + b), 0);

/** Whether numbers with places of their own make up the figure; "136 attacks, among them 44 on X and 33 on Y" lists only some. */
export function addsUp(parts: readonly Part[], f: Figure): boolean {
  const { low, about } = f.quantity.bound;
  if (low === null || about !== null || parts.some((p) => p.quantity === f.quantity)) return true;
  return sum(parts.map((p) => p.quantity.bound.low ?? p.quantity.bound.about)) === low;
}

/** Sum of parts where no total is named; a hedge before the first covers all. */
export function total(parts: readonly Part[], f: Figure): FigureDraft['bound'] {
  const named = !parts.some((p) => p.quantity === f.quantity);
  if (parts.length === 0 || named) return f.quantity.bound;
  const shared = parts[0]!.quantity.hedge === 'least';
  const about = parts.every((p) => p.quantity.bound.about !== null)
    ? sum(parts.map((p) => p.quantity.bound.about))
    : null;
  if (about !== null) return { low: null, high: null, about };
  return {
    low: sum(parts.map((p) => p.quantity.bound.low ?? p.quantity.bound.about)),
    high: shared ? null : sum(parts.map((p) => p.quantity.bound.high)),
    about: null,
  };
}
