import {
  around,
  day,
  dayOf,
  lastWeekday,
  monthIn,
  whole,
  wholeDay,
  yearOf,
  DAY,
  MINUTE,
  type Stretch,
} from './calendar.ts';
import type { Core } from './named-date.ts';
import { numberAt } from '../figures/numbers.ts';
import type { Scene } from '../scene.ts';
import { monthAlone, stretchAt, yearCore } from './stretches.ts';
import { ahead, tenseAt } from './tense.ts';
import { yearAt } from './years.ts';

const core = (from: number, to: number, start: number | null): Core | null =>
  start === null ? null : { from, to, span: wholeDay(start), day: start, grain: 'day' };

/** Day number at `i`, with an ordinal ending and "of" read over; "4.1" is none. */
function dateNumber(s: Scene, i: number): { n: number; to: number } | null {
  const word = s.starts('nthday', i);
  if (word && s.starts('of', word.to)) return { n: Number(word.value), to: word.to };
  const t = s.tokens[i];
  if (!t || t.form.kind !== 'number' || t.form.value < 1 || t.form.value > 31) return null;
  if (s.text[t.to] === '.' && /\d/.test(s.text[t.to + 1] ?? '')) return null;
  let to = i + 1;
  if (/^(th|st|nd|rd)$/.test(s.key(to)) && s.tokens[to]!.from === t.to) to++;
  return { n: t.form.value, to };
}

/** A date further off than this, without its year, is more likely the one on the other side of now when that is near. */
const LONG = 240 * DAY;
const NEAR = 100 * DAY;
/** Nearly a year ahead is a date just over, whatever the tense around it. */
const YEAR = 300 * DAY;

/** The day of a month whose year is told after it, or is the nearest that the tense allows: past, unless told otherwise. */
function dated(s: Scene, at: [number, number], x: { month: number; date: number; now: number }): Core | null {
  const y = yearAt(s, at[1]) ?? yearWord(s, at[1], x.now);
  if (y) return core(at[0], y.to, day(y.year, x.month, x.date));
  const { past, next } = around(x.month, x.date, x.now);
  const start = past === null || next === null || past === next ? past : nearest(s, at, { past, next, now: x.now });
  return core(at[0], at[1], start ?? next);
}

/** The past day, unless the words point ahead, or it is long ago and the next is near. */
function nearest(s: Scene, at: [number, number], x: { past: number; next: number; now: number }): number {
  if (x.next - x.now > YEAR || s.ends('since', at[0])) return x.past;
  const tense = tenseAt(s, ...at);
  const near = x.now - x.past > LONG && x.next - x.now < NEAR;
  return tense?.side === 'ahead' || (near && (tense === null || tense.weak)) ? x.next : x.past;
}

/** "this year", "last year" after a date. */
export function yearWord(s: Scene, i: number, now: number): { year: number; to: number } | null {
  const word = s.starts('yearword', i);
  return word ? { year: yearOf(now) + Number(word.value), to: word.to } : null;
}

/** A month by one name or by two of the same ("تشرين الأول/أكتوبر", "تشرين الأول (أكتوبر)"). */
function monthAt(s: Scene, i: number): { month: number; to: number } | null {
  const m = s.starts('month', i);
  if (!m) return null;
  const open = s.isMark(m.to, '(');
  const other = open || s.tokens[m.to]?.glue === '/' ? s.starts('month', open ? m.to + 1 : m.to) : undefined;
  const same = other?.value === m.value ? other.to : m.to;
  return {
    month: Number(m.value),
    to: same > m.to && open && s.isMark(same, ')') ? same + 1 : same,
  };
}

function monthFirst(s: Scene, i: number, now: number): Core | null {
  const m = monthAt(s, i);
  if (!m) return null;
  const { month } = m;
  const d = dateNumber(s, m.to);
  if (d && s.tokens[m.to]!.glue === '') return dated(s, [i, d.to], { month, date: d.n, now });
  return monthAlone(s, i, m.to, { month, now });
}

function dayFirst(s: Scene, i: number, now: number): Core | null {
  // "Tower 22 on Jan. 28"
  const d = s.covers('place', i) ? null : dateNumber(s, i);
  if (!d) return null;
  const k = s.starts('of', d.to) ? d.to + 1 : d.to;
  const m = monthAt(s, k);
  return m && dated(s, [i, m.to], { month: m.month, date: d.n, now });
}

/** 2023-11-07, 7/11/2023, 19-10-2023, 17.10.2023, 17/10/89. Day first, as in the region, unless that is no date or still to come. */
function numeric(s: Scene, i: number, now: number): Core | null {
  const [a, b, c] = [s.tokens[i], s.tokens[i + 1], s.tokens[i + 2]];
  if (!a || !b || !c || [a, b, c].some((t) => t.form.kind !== 'number')) return null;
  const joined = (x: typeof a, y: typeof a): boolean => y.glue !== '' || s.text.slice(x.to, y.from) === '.';
  if (!joined(a, b) || !joined(b, c)) return null;
  const [x, y] = [a.form.value, b.form.value];
  const short = c.to - c.from === 2 && c.glue === '/' ? (c.form.value < 50 ? 2000 : 1900) : 0;
  const z = c.form.value + short;
  if (a.to - a.from === 4) return core(i, i + 3, day(x, y, z));
  if (z < 1900 || z > 2100) return null;
  const [first, other] = [day(z, y, x), day(z, x, y)];
  return core(i, i + 3, first === null || (first > now && other !== null && other <= now) ? other : first);
}

/** Short names that are words or names of their own ("Sun", "we'd") need a date, a part of the day, or "on", beside them. */
function shortName(s: Scene, i: number, to: number): boolean {
  const t = s.tokens[i]!;
  if (t.form.key.length > 5 || !/^[a-z]/.test(t.form.key)) return false;
  const k = s.isMark(to, ',') ? to + 1 : to;
  return (
    !s.starts('on', i - 1) && !['month', 'part'].some((cat) => s.starts(cat, k)) && s.tokens[k]?.form.kind !== 'number'
  );
}

/** "of last week", "this week" after a weekday. */
function ofWeek(s: Scene, i: number, now: number): { monday: number; to: number } | null {
  const k = s.starts('of', i) ? i + 1 : i;
  const lead = s.starts('past', k);
  const unit = lead ? s.starts('unit', lead.to) : undefined;
  if (!lead || unit?.value !== 'week') return null;
  return {
    monday: whole('week', now, WEEKS[lead.value] ?? 0).from,
    to: unit.to,
  };
}

const WEEKS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** "Tuesday", "last Friday", "next Monday"; the tense tells which, and the past is taken unless it points ahead. */
function weekday(s: Scene, i: number, now: number): Core | null {
  const w = s.starts('weekday', i);
  if (!w || shortName(s, i, w.to)) return null;
  const week = ofWeek(s, w.to, now);
  if (week) return core(i, week.to, week.monday + ((Number(w.value) + 6) % 7) * DAY);
  const after = s.starts('last', w.to);
  const before = s.ends('past', i);
  const said = after?.value ?? before?.value ?? null;
  const from = !after && before ? before.from : i;
  const last = lastWeekday(Number(w.value), now, said === 'last' || said === 'past');
  const next = said === 'next' || ((said === null || said === 'this') && ahead(s, from, w.to));
  const start = !next || (last === dayOf(now) && said !== 'next') ? last : last + 7 * DAY;
  return core(from, after?.to ?? w.to, start);
}

function dayWord(s: Scene, i: number, now: number): Core | null {
  const w = s.starts('dayword', i);
  return w ? core(i, w.to, dayOf(now) + Number(w.value) * DAY) : null;
}

/** "Thanksgiving", "New Year's Eve": a month and a date, or a month, a weekday and which of them. */
function holiday(s: Scene, i: number, now: number): Core | null {
  const h = s.starts('holiday', i);
  if (!h) return null;
  const [month, date, nth] = h.value.split(' ').map(Number) as [number, number, number | undefined];
  const inYear = (year: number): number | null => {
    if (nth === undefined) return day(year, month, date);
    const first = Date.UTC(year, month - 1, 1);
    return first + (((date - new Date(first).getUTCDay() + 7) % 7) + 7 * (nth - 1)) * DAY;
  };
  const y = yearAt(s, h.to);
  const [here, year] = [inYear(yearOf(now)), yearOf(now)];
  const over = here !== null && here <= now;
  const next = ahead(s, i, h.to);
  return core(i, y?.to ?? h.to, inYear(y?.year ?? (next ? (over ? year + 1 : year) : over ? year : year - 1)));
}

/** The day that is named at token `i`; several names of one day in a row are read as one ("today, Tuesday 7 November"). */
export function dateAt(s: Scene, i: number, now: number): Core | null {
  const first = one(s, i, now);
  if (!first || first.day === null) return first;
  const k = s.isMark(first.to, ',،(') ? first.to + 1 : first.to;
  const next = one(s, k, now);
  if (!next || next.day === null || !(s.starts('weekday', i) || s.starts('dayword', i)) || s.starts('dayword', k))
    return first;
  // The date is the firmer name: a wrong weekday is the commoner slip.
  const firm = s.starts('weekday', k) ? first : next;
  return { ...firm, from: i, to: next.to + (s.isMark(next.to, ')') ? 1 : 0) };
}

const one = (s: Scene, i: number, now: number): Core | null =>
  numeric(s, i, now) ??
  monthFirst(s, i, now) ??
  (s.tokens[i]?.glue === '-' ? null : dayFirst(s, i, now)) ??
  weekday(s, i, now) ??
  dayWord(s, i, now) ??
  holiday(s, i, now) ??
  stretchAt(s, i, now);

/** Two ends of a range of days, with what is named at each. */
export interface DateRange {
  from: number;
  to: number;
  span: Stretch;
  ends: [Core, Core];
}

/** How far into a month its beginning and its end are taken to reach, in days, where they bound a range. */
const EDGE = 5;

/** A date with "early", "mid" or "late" before it: in a range "mid-October" is the 15th, "early February" its first days. */
function endAt(s: Scene, i: number, now: number): Core | null {
  const part = s.starts('mid', i);
  const end = dateAt(s, part?.to ?? i, now);
  if (!part || end?.grain !== 'month') return end;
  const month = whole('month', end.span.from);
  const from = month.from + Number(part.value) * DAY;
  const to = part.value === '0' ? from + EDGE * DAY : part.value === '14' ? from + DAY : month.to + MINUTE;
  return { ...end, span: { from, to: to - MINUTE } };
}

/** Two days coordinated or in a range: "Oct. 17 and 18", "Oct. 17-24", "17 و30 تشرين الأول", "Oct. 17 to Nov. 7". */
export function dateRange(s: Scene, i: number, now: number): DateRange | null {
  const first = endAt(s, i, now);
  const bare = first ? null : dateNumber(s, i);
  const k = first?.to ?? bare?.to;
  if (k === undefined) return null;
  const at = linked(s, k);
  if (at < 0) return null;
  const second = endAt(s, at, now) ?? (first?.grain === 'year' ? yearCore(s, at) : dayFirst(s, at, now));
  if (first) return second && second.span.from > first.span.from ? closed(first, second) : byNumber(s, first, at);
  if (!bare || second?.day == null) return null;
  const start = core(i, bare.to, day(yearOf(second.day), monthIn(second.day), bare.n));
  return start !== null && start.day! < second.day ? closed(start, second) : null;
}

/** Token after what joins two dates at `k`, or -1. */
function linked(s: Scene, k: number): number {
  const link = s.starts('rangeto', k) ?? s.starts('and', k);
  if (link) return link.to;
  const joined =
    s.tokens[k]?.form.kind === 'number' && /^[و–-]$/.test(s.text.slice(s.tokens[k - 1]!.to, s.tokens[k]!.from).trim());
  return joined ? k : -1;
}

const closed = (first: Core, second: Core): DateRange => ({
  from: first.from,
  to: second.to,
  span: { from: first.span.from, to: second.span.to },
  ends: [first, second],
});

/** "Oct. 17 and 24": the second day is a number alone, of the same month. */
function byNumber(s: Scene, first: Core, at: number): DateRange | null {
  const n = first.day === null ? null : numberAt(s, at);
  if (!n || n.value > 31 || s.starts('people', n.to) || s.starts('unit', n.to)) return null;
  const second = core(at, n.to, day(yearOf(first.day!), monthIn(first.day!), n.value));
  return second && second.day! > first.day! ? closed(first, second) : null;
}
