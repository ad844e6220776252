import type { TallyUnit } from '../../model/codes.ts';
import type { Clause } from '../incidents/clauses.ts';
import { atSpot, dayTold, deedUnit, fromDay, lasting, end, figure, type Figure } from './figure.ts';
import type { Quantity } from './numbers.ts';
import type { Page, Reading } from '../page.ts';
import { lastUnit } from './questions.ts';
import type { Hit, Scene } from '../scene.ts';

/** A running total: "the number of attacks has reached 118", "بلغ عدد القتلى 17", "raises to 130 the number of attacks", "bringing the total to 40". */
export const totalFigure = (r: Reading, page: Page, c: Clause, q: Quantity): Figure | null =>
  sumFigure(r, page, c, q) ?? broughtFigure(r, page, c, q);

/** A noun of sum with its verb and its number, in whatever order they stand. */
export function sumFigure(r: Reading, page: Page, c: Clause, q: Quantity): Figure | null {
  const s = r.scene;
  const sum = sumBefore(r, c, q) ?? sumAfter(s, q) ?? amounting(s, c, q);
  if (!sum) return null;
  const from = sum.from < q.from ? q.from : q.core[1];
  const unit = unitOf(r, page, c, { sum, to: sum.from < q.from ? reachedAt(s, q) : end(r, sum.to + 8), q });
  if (!unit || (hurt(unit) && oneEvent(r, page, c, unit))) return null;
  // "the number of missiles fired at the base tonight"
  if ((unit === 'drone' || unit === 'rocket') && atSpot(r, page, c) && !lasting(r)) return null;
  const past = s.all('reach', Math.max(c.from, sum.from - 4), q.from).some((h) => h.value === 'more');
  const { low, high } = q.bound;
  const quantity =
    past && low !== null && low === high ? { ...q, bound: { low: low + 1, high: null, about: null } } : q;
  return { ...figure(quantity, unit, Math.max(q.to, from)), alone: true };
}

const sums = (s: Scene, from: number, to: number): Hit | undefined =>
  s.all('sum', from, to).findLast((h) => s.key(h.from - 1) !== 'a' && !s.starts('vague', h.from));

/** Where the words that lead to the number begin: the number itself, or the verb of reaching before it. */
const reachedAt = (s: Scene, q: Quantity): number => s.ends('reach', q.from)?.from ?? q.from;

/** The noun may stand in the words of saying before the clause: "put the number of attacks at 118". */
const CUE = 3;

/** "the tally of attacks … is now 102", "بلغ عدد الهجمات 60", "the total: 40". */
function sumBefore(r: Reading, c: Clause, q: Quantity): Hit | undefined {
  const s = r.scene;
  const sum =
    sums(s, Math.max(0, c.from - CUE), q.from) ??
    (s.isMark(c.from - 1, ':') && q.from - c.from <= 1 ? sums(s, 0, c.from) : undefined);
  if (!sum || r.quantities.some((o) => o !== q && o.from >= sum.to && o.to <= q.from && !grown(s, o, q)))
    return undefined;
  const led =
    s.ends('reach', q.from) !== undefined ||
    s.ends('reach', q.core[0]) !== undefined ||
    /^(to|at|is|was|by|إلى|الي|عند|هو|هي)$/.test(s.key(q.from - 1));
  // "a first count of four"
  const of = sum.to === q.from - 1 && s.key(sum.to) === 'of' && s.ends('former', sum.from) !== undefined;
  const first = s.all('reach', Math.max(c.from, sum.from - 3), sum.from).length > 0;
  return led || of || s.isMark(q.from - 1, ':') || (first && !broken(s, sum.to, q.from)) ? sum : undefined;
}

/** "from 41 to 55": the first number is what the second has grown from. */
export const grown = (s: Scene, o: Quantity, q: Quantity): boolean =>
  /^(from|من)$/.test(s.key(o.from - 1)) && q.from - o.to === 1 && /^(to|إلى|الي)$/.test(s.key(o.to));

/** "Attacks since Oct. 17 now number 115": the verb says that they are summed up. */
const amounting = (s: Scene, c: Clause, q: Quantity): Hit | undefined =>
  s.ends('amount', q.from) && s.all('deed', c.from, q.from).find((d) => d.value.endsWith('+'));

/** "brings to 130 the number of attacks", "يرتفع إلى 136 عدد الهجمات". */
function sumAfter(s: Scene, q: Quantity): Hit | undefined {
  const led =
    s.ends('bring', q.from) ?? s.ends('reach', q.from) ?? (/^(to|إلى|الي)$/.test(s.key(q.from - 1)) || undefined);
  const sum = led && s.all('sum', q.core[1], Math.min(s.length, q.core[1] + 4))[0];
  return sum && sum.from - q.core[1] <= 1 ? sum : undefined;
}

const broken = (s: Scene, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (s.isMark(i, ';؛')) return true;
  return false;
};

const hurt = (unit: TallyUnit): boolean => unit === 'killed' || unit === 'injured';

/** Whether the toll is that of an incident told just before, and of no series. */
function oneEvent(r: Reading, page: Page, c: Clause, unit: TallyUnit): boolean {
  if (lastUnit(r, page) === unit || r.times.some((t) => (t.kind === 'since' || t.kind === 'window') && !fromDay(r, t)))
    return false;
  const deeds = [...r.scene.all('deed', 0, c.to), ...r.scene.all('ops', 0, c.to)];
  const dated = dayTold(r, deeds);
  // "the toll of Friday's strikes on X", "hurt in the drone attack on X"
  if (deeds.length > 0 && (dated || deeds.every((d) => !d.value.endsWith('+')))) return true;
  return page.told.length > 0 && r.index - page.told.at(-1)!.at <= 2 && !deeds.some((d) => d.value.endsWith('+'));
}

/** What is summed up: the noun of sum says so, or the first thing named after it, else what was counted before. */
function unitOf(r: Reading, page: Page, c: Clause, x: { sum: Hit; to: number; q: Quantity }): TallyUnit | null {
  const s = r.scene;
  const { q } = x;
  if (x.sum.value === 'killed' || x.sum.value === 'injured') return x.sum.value;
  // "a toll of eight dead": what stands right behind the number says of whom it is.
  const after = s.starts('harm', q.core[1]);
  if (after) return after.value === 'killed' ? 'killed' : 'injured';
  const heads = ['deed', 'weapon', 'harm', 'people', 'ship'].flatMap((cat) => s.all(cat, x.sum.to - 1, x.to));
  const head = heads.sort((a, b) => a.from - b.from || b.to - a.to)[0];
  if (!head)
    return lastUnit(r, page) ?? (s.has('deed', c.from, c.to) || s.has('times', x.sum.from, x.to) ? 'attack' : null);
  const deed = s.all('deed', head.from, Math.min(s.length, head.to + 1))[0];
  if (deed) return deedUnit(s, deed);
  if (head.cat === 'harm') return head.value === 'killed' ? 'killed' : 'injured';
  if (head.cat === 'ship') return 'attack';
  if (head.cat === 'weapon') return head.value === 'drone' ? 'drone' : 'rocket';
  const harm = s.all('harm', head.from, x.to)[0];
  return harm ? (harm.value === 'killed' ? 'killed' : 'injured') : null;
}

/** "bringing the total to 40", "put the number at 24", "had spoken of 21". */
function broughtFigure(r: Reading, page: Page, c: Clause, q: Quantity): Figure | null {
  const s = r.scene;
  const bring = s.all('bring', 0, q.from).at(-1);
  if (!bring || s.starts('people', q.core[1]) || s.starts('weapon', q.core[1])) return null;
  for (let i = bring.to; i < q.from; i++)
    if (s.isMark(i, ';،') || (s.covers('number', i) && i < q.from - 3)) return null;
  if (q.from - bring.to > (bring.from < c.from ? 4 : 22)) return null;
  const injured =
    s.starts('harm', q.core[1]) !== undefined ||
    s.has('harm', c.from, q.from) ||
    (!s.has('deed', c.from, c.to) && lastUnit(r, page) === 'injured' && !s.has('force', c.from, c.to));
  const weapon = s.all('weapon', bring.from, end(r, bring.to + 3)).find((w) => COUNTED.has(w.value));
  if (injured && oneEvent(r, page, c, harmed(s, c, q))) return null;
  return figure(q, injured ? harmed(s, c, q) : ((weapon?.value as TallyUnit | undefined) ?? 'attack'));
}

/** Weapons that are counted one by one. */
const COUNTED: ReadonlySet<string> = new Set(['drone', 'rocket']);

const harmed = (s: Scene, c: Clause, q: Quantity): TallyUnit =>
  (s.starts('harm', q.core[1]) ?? s.all('harm', c.from, q.from).at(-1))?.value === 'killed' ? 'killed' : 'injured';
