import type { Unit } from './calendar.ts';
import { isArabic } from '../text/fold.ts';
import { numberAt } from '../figures/numbers.ts';
import type { Hit, Scene } from '../scene.ts';
import { yearAt } from './years.ts';

/** A number of units told in tokens [from, to); `n` is null where the text leaves it open ("several days"). */
export interface Amount {
  from: number;
  to: number;
  n: number | null;
  unit: Unit;
}

/** A unit of the lexicon: `many` is null for a singular, 0 for a plural, 2 for a dual. */
export interface UnitHit {
  unit: Unit;
  many: number | null;
  to: number;
}

export function unitAt(s: Scene, i: number): UnitHit | null {
  const hit = s.starts('unit', i);
  if (!hit) return null;
  const [unit, many] = hit.value.split('+') as [Unit, string | undefined];
  return { unit, many: many === undefined ? null : Number(many), to: hit.to };
}

interface Count {
  n: number | null;
  to: number;
}

/** "two", "2 1/2", "several", "half an", "two or three" (its last), "12 to 18" (its last). */
function countAt(s: Scene, i: number): Count | null {
  const vague = s.starts('howmany', i);
  if (vague)
    return {
      n: vague.value === 'X' ? null : Number(vague.value),
      to: vague.to,
    };
  const n = numberAt(s, i);
  if (!n || n.value > 100_000 || yearAt(s, i)) return null;
  const half = halfAt(s, n.to);
  if (half) return { n: n.value + 0.5, to: half };
  const link = s.starts('rangeto', n.to) ?? s.starts('either', n.to);
  const joined = s.tokens[n.to]?.glue === '-' && s.tokens[n.to]?.form.kind === 'number' ? n.to : (link?.to ?? -1);
  const second = joined < 0 ? null : numberAt(s, joined);
  return second ? { n: second.value, to: second.to } : { n: n.value, to: n.to };
}

/** Token after "1/2" or "and a half" at `i`, or 0. */
function halfAt(s: Scene, i: number): number {
  const words = s.starts('andhalf', i);
  if (words) return words.to;
  const [a, b] = [s.tokens[i], s.tokens[i + 1]];
  return a?.form.value === 1 && b?.form.value === 2 && b.glue === '/' ? i + 2 : 0;
}

/** Words between a number and its unit: "three more days", "two straight weeks". */
function unitAfter(s: Scene, k: number): UnitHit | null {
  for (let i = k; i <= k + 1; i++) {
    const unit = unitAt(s, i);
    if (unit) return unit;
    if (!s.starts('longer', i)) return null;
  }
  return unitAt(s, k + 2);
}

const isOld = (s: Scene, to: number): boolean => s.starts('old', to) !== undefined;

/** The number after an Arabic unit: "الأيام الثلاثة", "الساعات الـ24". */
function numberAfter(s: Scene, k: number): Count | null {
  if (!isArabic(s.key(k - 1))) return null;
  const at = s.starts('of', k) && s.key(k) === 'ال' ? k + 1 : k;
  const n = numberAt(s, at);
  return n && n.value < 1000 ? { n: n.value, to: n.to } : null;
}

/** "two years", "five-hour", "several days", "a week", "weeks", "يومين", "ثلاثة أيام"; ages are none. */
export function amountAt(s: Scene, i: number): Amount | null {
  const told = countAt(s, i);
  const one = !told && /^an?$/.test(s.key(i));
  const count = one ? { n: 1, to: i + 1 } : told;
  const unit = count ? unitAfter(s, count.to) : unitAt(s, i);
  if (!unit || isOld(s, unit.to) || (one && (unit.many !== null || unit.unit === 'quarter'))) return null;
  // "three-quarters" are a share.
  if (unit.unit === 'quarter' && unit.many === 0 && s.tokens[unit.to - 1]!.glue === '-') return null;
  if (count) {
    const half = unit.many === 2 ? 0 : halfAt(s, unit.to);
    const n = count.n === null || !half ? count.n : count.n + 0.5;
    return { from: i, to: half || unit.to, n, unit: unit.unit };
  }
  const long = s.starts('longer', unit.to) && s.tokens[unit.to]!.glue === '-';
  if (unit.many === null) return long ? { from: i, to: unit.to, n: 1, unit: unit.unit } : null;
  const after = numberAfter(s, unit.to);
  return {
    from: i,
    to: after?.to ?? unit.to,
    n: after?.n ?? (unit.many || null),
    unit: unit.unit,
  };
}

/** What comes once in a unit: "every Friday", "each July", "every night". */
const CYCLES: readonly (readonly [string, Unit])[] = [
  ['weekday', 'week'],
  ['month', 'year'],
  ['season', 'year'],
  ['part', 'day'],
];

/** "every day", "each month", "every two weeks", "daily", "يوميا": how often. */
export function rateAt(s: Scene, i: number): Amount | null {
  const word = s.starts('rate', i);
  if (word) return { from: i, to: word.to, n: 1, unit: word.value as Unit };
  const lead = s.starts('every', i);
  if (!lead) return null;
  const amount = amountAt(s, lead.to);
  if (amount) return { ...amount, from: i };
  const unit = unitAt(s, lead.to);
  if (unit) return unit.many === null ? { from: i, to: unit.to, n: 1, unit: unit.unit } : null;
  for (const [cat, of] of CYCLES) {
    const hit = s.starts(cat, lead.to);
    if (hit) return { from: i, to: hit.to, n: 1, unit: of };
  }
  return null;
}

/** "ago", "earlier", "later" right after an amount; "before" and "after" only where nothing follows them. */
export function agoAt(s: Scene, i: number): Hit | null {
  const hit = s.starts('ago', i);
  if (!hit) return null;
  const open = hit.value.endsWith('?') && hit.to < s.length && !s.isMark(hit.to);
  return open ? null : hit;
}
