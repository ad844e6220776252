import type { TallyUnit } from '../../model/codes.ts';
import { DAY } from '../times/calendar.ts';
import type { Clause } from '../incidents/clauses.ts';
import type { Scope } from '../speech/hearing.ts';
import type { Quantity } from './numbers.ts';
import type { Page, Reading } from '../page.ts';
import { within } from '../incidents/places.ts';
import type { Hit, Scene } from '../scene.ts';
import { munitionsIn } from '../incidents/weapons.ts';

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

export const figure = (q: Quantity, unit: TallyUnit, to = q.to): Figure => ({
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

/** What a noun of deed is counted as: strikes and operations are no attacks. */
export const deedUnit = (s: Scene, deed: Hit): TallyUnit =>
  s.covers('ops', deed.from)
    ? 'operation'
    : s.all('deed', deed.from, deed.to).some((d) => d.value.startsWith('strike')) && !aimed(s, deed.to)
      ? 'strike'
      : 'attack';

/** "the strike was the 121st on U.S. troops": whether the words at token `i` name the forces of the desk as what was struck. */
export const aimed = (s: Scene, i: number): boolean =>
  /^(on|against|at)$/.test(s.key(i)) &&
  ['force', 'people'].some((cat) => s.all(cat, i, Math.min(s.length, i + 5)).length > 0);

export const end = (r: Reading, n: number): number => Math.min(r.scene.length, n);

/** Lines from a paragraph to the next: an empty one may stand between. */
const NEXT = 2;

/** Whether what was drafted stands in this paragraph or in the one before. */
export const nearby = (r: Reading, d: { line: number }): boolean => r.line - d.line <= NEXT;

/** Whether deeds are told of one day: "on Jan. 9", "Thursday's strikes", even where the day stands in the words of saying. */
export const dayTold = (r: Reading, deeds: readonly Hit[]): boolean =>
  r.times.some(
    (t) =>
      (t.day !== null || fromDay(r, t)) && (!r.said.has(t) || deeds.some((d) => d.from >= t.to && d.from - t.to <= 4)),
  );

/** "The toll from Thursday's strikes": "from" opens no time there, the strikes are those of that day. */
export const fromDay = ({ scene: s }: Reading, t: { from: number; to: number }): boolean =>
  [t.from, t.from - 1].some((i) => /^(from|من)$/.test(s.key(i))) &&
  s.all('deed', t.to, Math.min(s.length, t.to + 4)).length > 0;

/** What weapons are counted as: missiles of any kind are counted with the rockets. */
export const weaponUnit = (value: string | undefined): TallyUnit | null =>
  value === 'drone' ? 'drone' : value === 'rocket' || value === 'missile' ? 'rocket' : null;

/** So long a time holds more than the telling of one event. */
export const LONG = 3 * DAY;

/** Whether the sentence counts over a longer time: "since Monday", "this year", "in the space of a month". */
export const lasting = (r: Reading): boolean =>
  ['since', 'sincethen', 'todate', 'sameperiod', 'over'].some((cat) => r.scene.has(cat)) ||
  r.times.some(
    ({ kind, span }) => kind !== 'ref' && !(span.from === null || (span.to !== null && span.to - span.from < LONG)),
  );

/** Whether the clause speaks of one spot, so that its numbers belong to an incident there. */
export const atSpot = (r: Reading, page: Page, c: Clause): boolean =>
  within(r.scene, r.sites, c, page.lexicon.places).filter((p) => p.spot).length === 1;

/** Acts that tell how one attack went. */
const ATTACKS: ReadonlySet<string> = new Set(['struck', 'launch', 'stop', 'destroy', 'fall', 'hit']);

/** Whether the clause tells how one attack went ("a drone struck a base, wounding five"): its numbers are that attack's. */
export function oneAttack(r: Reading, c: Clause): boolean {
  const s = r.scene;
  if (s.has('since', c.from, c.to) || s.has('times', c.from, c.to)) return false;
  const deeds = s.all('deed', c.from, c.to);
  if (deeds.length > 0 && deeds.every((d) => !d.value.endsWith('+'))) return true;
  const acts = s.all('act', c.from, c.to).some((a) => ATTACKS.has(a.value));
  const wide = r.sites.some((p) => p.from >= c.from && p.to <= c.to && p.id);
  const single = s.has('singular', c.from, c.to);
  return acts && (wide || single) && munitionsIn(s, c.from, c.to, r.quantities) !== null;
}

/** The narrow clause around the number, cut as incidents are. */
export const pieceOf = (r: Reading, scope: Scope, q: Quantity): Clause =>
  r.clauses(scope).find((c) => c.from <= q.core[0] && c.to >= q.core[1]) ?? { from: q.from, to: q.to };
