/** Days and minutes of a wall clock, in milliseconds as if UTC: the engine has no clock of its own. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Units in which times are told. */
export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'decade' | 'century';

/** Wall times, both included; null = open. */
export interface Span {
  from: number | null;
  to: number | null;
}

/** A span that is open at neither end. */
export interface Stretch {
  from: number;
  to: number;
}

export const dayOf = (wall: number): number => Math.floor(wall / DAY) * DAY;
export const weekdayOf = (wall: number): number => new Date(wall).getUTCDay();
export const yearOf = (wall: number): number => new Date(wall).getUTCFullYear();
export const monthIn = (wall: number): number => new Date(wall).getUTCMonth() + 1;

/** Start of the day; null where the calendar has no such day. */
export function day(year: number, month: number, date: number): number | null {
  const wall = Date.UTC(year, month - 1, date);
  const back = new Date(wall);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === date ? wall : null;
}

/** Months in the units that are made of them. */
const MONTHS: Readonly<Partial<Record<Unit, number>>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
};

/** Milliseconds of the units of fixed length. */
const FIXED: Readonly<Partial<Record<Unit, number>>> = {
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
};

/** Start of the unit that holds the moment; weeks start on Monday. */
export function startOf(unit: Unit, wall: number): number {
  const months = MONTHS[unit];
  if (months === undefined) {
    const length = unit === 'week' ? DAY : FIXED[unit]!;
    const start = Math.floor(wall / length) * length;
    return unit === 'week' ? start - ((weekdayOf(start) + 6) % 7) * DAY : start;
  }
  const at = Math.floor((yearOf(wall) * 12 + monthIn(wall) - 1) / months) * months;
  return Date.UTC(1900, at - 1900 * 12, 1);
}

/** The moment `n` units later; a day that the month lacks becomes its last. */
export function shift(wall: number, n: number, unit: Unit): number {
  const months = MONTHS[unit];
  if (months === undefined) return wall + n * FIXED[unit]!;
  const first = Date.UTC(yearOf(wall), monthIn(wall) - 1 + Math.round(n * months), 1);
  const last = Date.UTC(yearOf(first), monthIn(first), 0);
  const date = first + (new Date(wall).getUTCDate() - 1) * DAY + (wall - dayOf(wall));
  return Math.min(date, last + (wall - dayOf(wall)));
}

/** First and last minute of the unit that holds the moment, or of one `n` units later. */
export function whole(unit: Unit, wall: number, n = 0): Stretch {
  const from = startOf(unit, shift(startOf(unit, wall), n, unit));
  return { from, to: shift(from, 1, unit) - MINUTE };
}

export const wholeDay = (start: number): Stretch => ({
  from: start,
  to: start + DAY - MINUTE,
});

/** First and last minute of `count` months from a month of a year. */
export const months = (year: number, month: number, count = 1): Stretch => ({
  from: Date.UTC(year, month - 1, 1),
  to: Date.UTC(year, month - 1 + count, 1) - MINUTE,
});

/** Such days of the year on either side of `now`, so that news of January may speak of December. */
export function around(month: number, date: number, now: number): { past: number | null; next: number | null } {
  const year = yearOf(now);
  const here = day(year, month, date);
  const over = here !== null && here <= now + 2 * DAY;
  return over
    ? {
        past: here,
        next: here >= dayOf(now) ? here : day(year + 1, month, date),
      }
    : {
        past: day(year - 1, month, date) ?? here,
        next: here ?? day(year + 1, month, date),
      };
}

/** The latest such weekday that is not after the day of `now`; `before` asks for one before it. */
export function lastWeekday(weekday: number, now: number, before = false): number {
  const today = dayOf(now);
  const back = (weekdayOf(today) - weekday + 7) % 7;
  return today - (back === 0 && before ? 7 : back) * DAY;
}
