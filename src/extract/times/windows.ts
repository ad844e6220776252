import { agoAt, amountAt, unitAt, type Amount, type UnitHit } from './amounts.ts';
import { DAY, HOUR, MINUTE, dayOf, shift, startOf, whole, wholeDay, type Span } from './calendar.ts';
import { part } from './day-parts.ts';
import { isArabic } from '../text/fold.ts';
import type { Scene } from '../scene.ts';
import { stretchAt } from './stretches.ts';
import { clipped, spanning, stretched, type Now, type Time } from './time.ts';

/** Stretch told as "last", "this", "next" of a unit: the calendar's own. */
function unitSpan(lead: string, { unit }: UnitHit, now: Now): Span | null {
  if (unit === 'minute' || unit === 'hour' || unit === 'day') return null;
  const span = whole(unit, now.wall, lead === 'this' ? 0 : lead === 'next' ? 1 : -1);
  return lead === 'this' ? { from: span.from, to: Math.min(span.to, now.until) } : span;
}

/** An unsaid number of units is about this many. */
const SOME = 3;

/** Stretch of an amount that ends now, or, told ahead, begins now. */
function amountSpan(lead: string, a: Amount, now: Now): Span {
  const n = a.n ?? SOME;
  if (lead === 'next') return { from: now.until, to: shift(now.until, n, a.unit) };
  const from = shift(now.until, -n, a.unit);
  return {
    from: a.unit === 'hour' || a.unit === 'minute' ? from : dayOf(from),
    to: now.until,
  };
}

/** "the past two weeks", "last week", "this month", "next year", "خلال الساعات الـ24 الماضية". */
export function relative(s: Scene, i: number, now: Now): Time | null {
  const lead = s.starts('past', i);
  if (!lead || (lead.value === 'last' && s.key(i - 1) === 'to')) return ended(s, i, now);
  const k = lead.to + (s.key(lead.to) === 'ال' ? 1 : 0);
  const a = amountAt(s, k);
  // "the last ten days of October" is no window up to now.
  if (a && s.starts('of', a.to) && s.starts('month', a.to + 1)) return null;
  if (a && lead.value !== 'this') return windowed(s, { from: i, lead: lead.value, a }, now);
  const unit = unitAt(s, k);
  if (!unit || unit.many !== null || s.starts('month', unit.to)) return null;
  const after = s.starts('last', unit.to);
  if (lead.value === 'past' && !(after && isArabic(s.key(k))))
    return windowed(
      s,
      {
        from: i,
        lead: 'past',
        a: { from: k, to: unit.to, n: 1, unit: unit.unit },
      },
      now,
    );
  return calendar(
    s,
    {
      from: i,
      lead: after?.value ?? lead.value,
      unit,
      to: after?.to ?? unit.to,
    },
    now,
  );
}

function windowed(s: Scene, x: { from: number; lead: string; a: Amount }, now: Now): Time {
  const after = isArabic(s.key(x.a.to - 1)) ? (s.starts('last', x.a.to) ?? s.starts('last', x.a.to + 1)) : undefined;
  const lead = after?.value ?? x.lead;
  return {
    ...spanning(x.from, after?.to ?? x.a.to, amountSpan(lead, x.a, now)),
    kind: 'window',
    amount: x.a,
  };
}

function calendar(s: Scene, x: { from: number; lead: string; unit: UnitHit; to: number }, now: Now): Time | null {
  // "this year's third quarter" is the quarter.
  const inner =
    x.unit.unit === 'year' ? stretchAt(s, x.to, startOf('year', unitSpan(x.lead, x.unit, now)!.from!)) : null;
  if (inner?.grain === 'quarter' || inner?.grain === 'half') {
    const year = unitSpan(x.lead, x.unit, now)!.from!;
    const span = stretchAt(s, x.to, year + 364 * DAY)!.span;
    return { ...stretched({ ...inner, span }), from: x.from };
  }
  const span = unitSpan(x.lead, x.unit, now);
  return (
    span && {
      ...spanning(x.from, x.to, span),
      kind: 'window',
      grain: x.unit.unit,
    }
  );
}

/** "الأسبوع الماضي", "الأيام الثلاثة الماضية": the unit first, then that it is over. */
function ended(s: Scene, i: number, now: Now): Time | null {
  if (!isArabic(s.key(i))) return null;
  const a = amountAt(s, i);
  const unit = unitAt(s, i);
  const last = s.starts('last', a?.to ?? unit?.to ?? i);
  if (!last || last.from === i) return null;
  if (a) return windowed(s, { from: i, lead: 'past', a }, now);
  return calendar(s, { from: i, lead: last.value, unit: unit!, to: last.to }, now);
}

/** The moment `n` units from a base, as wide as it is told: an hour either way, a day, the days around a week. */
function about(base: number, a: Amount, n: number): Span {
  const at = shift(base, n, a.unit);
  if (a.unit === 'minute' || a.unit === 'hour') return { from: at - HOUR, to: at + HOUR };
  if (a.unit === 'day') return wholeDay(dayOf(at));
  if (a.unit === 'week') return { from: dayOf(at) - 3 * DAY, to: dayOf(at) + 4 * DAY - MINUTE };
  return whole(a.unit === 'decade' || a.unit === 'century' ? 'year' : a.unit, at);
}

/** So long after or before a moment, give or take half of that. */
function after(moment: number, a: Amount, n: number): Span {
  const [near, far] = [shift(moment, n / 2, a.unit), shift(moment, n * 1.5, a.unit)];
  return { from: Math.min(near, far), to: Math.max(near, far) };
}

/** "two days ago", "a week earlier", "three days later", "قبل يومين", "بعد أسبوع". */
export function ago(s: Scene, i: number, now: Now): Time | null {
  const a = amountAt(s, i) ?? bareUnit(s, i);
  const hit = a ? agoAt(s, s.starts('approxafter', a.to)?.to ?? a.to) : null;
  if (
    a &&
    hit &&
    (hit.value === 'ago' || (a.n !== null && (!short(a) || now.moment != null))) &&
    !(a.n === null && short(a))
  )
    return distant(s, a, { from: i, to: hit.to, told: hit.value }, now);
  const lead = s.starts('agolead', i);
  const k = lead && s.starts('approx', lead.to) ? s.starts('approx', lead.to)!.to : lead?.to;
  if (!lead || k === undefined) return null;
  const b = amountAt(s, k) ?? single(s, k);
  // "قبل ساعة من الآن" counts from now, "قبل ساعة من الهجوم" does not.
  const from = s.starts('from', b?.to ?? i) !== undefined && s.starts('ref', b!.to + 1)?.value !== 'present';
  return b && !(b.n === null && short(b)) && !from ? distant(s, b, { from: i, to: b.to, told: lead.value }, now) : null;
}

/** "hours later" is the same day, whatever the hour. */
const short = (a: Amount): boolean => a.unit === 'hour' || a.unit === 'minute';

/** The year of "year-ago", "year-earlier". */
function bareUnit(s: Scene, i: number): Amount | null {
  const unit = unitAt(s, i);
  return unit && unit.many === null && s.tokens[unit.to]?.glue === '-'
    ? { from: i, to: unit.to, n: 1, unit: unit.unit }
    : null;
}

/** An Arabic unit alone is one of it: "قبل أسبوع". */
function single(s: Scene, i: number): Amount | null {
  const unit = unitAt(s, i);
  return unit && unit.many === null && unit.unit !== 'day' ? { from: i, to: unit.to, n: 1, unit: unit.unit } : null;
}

function distant(s: Scene, a: Amount, x: { from: number; to: number; told: string }, now: Now): Time {
  if (a.n === null)
    return {
      ...spanning(x.from, x.to, { from: null, to: null }),
      kind: 'ref',
      sense: 'past',
      amount: a,
    };
  // "ago" counts from the telling, "earlier" and "later" from the day spoken of.
  const base = x.told === 'ago' ? now.until : a.unit === 'hour' ? (now.day ?? now.wall) : (now.day ?? dayOf(now.wall));
  const n = x.told.startsWith('later') ? a.n : -a.n;
  const span = short(a) && now.moment != null && x.told !== 'ago' ? after(now.moment, a, n) : about(base, a, n);
  const day = a.unit === 'day' || a.unit === 'hour' ? dayOf((span.from! + span.to!) / 2) : null;
  const grain = a.unit === 'decade' ? 'year' : a.unit;
  // "three nights ago"
  const told =
    day !== null && s.starts('unit', a.to - 1) && s.key(a.to - 1) === 'nights' ? part(day, 'night', now) : span;
  return {
    ...spanning(x.from, x.to, clipped(told, now)),
    kind: day === null ? 'stretch' : 'day',
    day,
    grain,
  };
}
