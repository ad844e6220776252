/** Days and minutes of a wall clock, in milliseconds as if UTC: the engine has no clock of its own. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const dayOf = (wall: number): number => Math.floor(wall / DAY) * DAY;
export const weekdayOf = (wall: number): number => new Date(wall).getUTCDay();
export const yearOf = (wall: number): number => new Date(wall).getUTCFullYear();

/** Start of the day; null where the calendar has no such day. */
export function day(year: number, month: number, date: number): number | null {
  const wall = Date.UTC(year, month - 1, date);
  const back = new Date(wall);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === date ? wall : null;
}

/** First and last minute of a month. */
export const monthOf = (year: number, month: number): Span => ({
  from: Date.UTC(year, month - 1, 1),
  to: Date.UTC(year, month, 1) - MINUTE,
});

/** Wall times, both included; null = open. */
export interface Span {
  from: number | null;
  to: number | null;
}

export const wholeDay = (start: number): { from: number; to: number } => ({ from: start, to: start + DAY - MINUTE });

/** The latest such day of the year that is not after `now`, so that news of January may speak of December. */
export function recent(month: number, date: number, now: number): number | null {
  const year = yearOf(now);
  const here = day(year, month, date);
  return here !== null && here <= now + 2 * DAY ? here : (day(year - 1, month, date) ?? here);
}

/** The latest such weekday that is not after the day of `now`; `before` asks for one before it. */
export function lastWeekday(weekday: number, now: number, before = false): number {
  const today = dayOf(now);
  const back = (weekdayOf(today) - weekday + 7) % 7;
  return today - (back === 0 && before ? 7 : back) * DAY;
}
