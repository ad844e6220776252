import { DAY, MINUTE, fromLocal, parseWall, showWall, toLocal, type Instant } from './instant.ts';

/** Half open [from, to) in microseconds UTC; null = open on that side. */
export interface Interval {
  from: Instant | null;
  to: Instant | null;
}

const start = (i: Interval): number => i.from ?? -Infinity;
const end = (i: Interval): number => i.to ?? Infinity;

/** Whether the two share an instant. */
export const meets = (a: Interval, b: Interval): boolean => start(a) < end(b) && start(b) < end(a);
/** Whether `inner` lies wholly inside `outer`. */
export const covers = (outer: Interval, inner: Interval): boolean =>
  start(outer) <= start(inner) && end(inner) <= end(outer);
/** Whether the instant lies in the interval. */
export const holds = (i: Interval, at: Instant): boolean => start(i) <= at && at < end(i);

/** What both allow; null when they don't meet. */
export function intersection(a: Interval, b: Interval): Interval | null {
  if (!meets(a, b)) return null;
  const from = Math.max(start(a), start(b));
  const to = Math.min(end(a), end(b));
  return { from: Number.isFinite(from) ? from : null, to: Number.isFinite(to) ? to : null };
}

/** The narrowest interval that covers both. */
export function hull(a: Interval, b: Interval): Interval {
  const from = Math.min(start(a), start(b));
  const to = Math.max(end(a), end(b));
  return { from: Number.isFinite(from) ? from : null, to: Number.isFinite(to) ? to : null };
}

/** Width in microseconds; Infinity when a side is open. */
export const width = (i: Interval): number => end(i) - start(i);

/** Middle of a closed interval, the known end of a half-open one, null of an open one. */
export function midpoint(i: Interval): Instant | null {
  if (i.from !== null && i.to !== null) return Math.floor((i.from + i.to) / 2);
  return i.from ?? (i.to === null ? null : i.to - 1);
}

/** A time of the exchange contract: closed, local minutes or whole days, either side may be open. */
export interface ContractTime {
  from: string | null;
  to: string | null;
}

/**
 * Contract time (closed, local, minutes; a bare date is the whole local day) → half open instants in `zone`.
 * Null for words that are no time; `from` after `to` is returned as it stands, callers refuse it.
 */
export function fromContract(t: ContractTime, zone: string): Interval | null {
  const from = t.from === null ? null : parseWall(t.from);
  const to = t.to === null ? null : parseWall(t.to);
  if ((t.from !== null && from === null) || (t.to !== null && to === null)) return null;
  const after = t.to !== null && t.to.length === 10 ? DAY : MINUTE;
  const start = from === null ? null : fromLocal(from, zone);
  const end = to === null ? null : fromLocal(to + after, zone);
  // A minute that the clocks of spring leave out is still a minute long.
  const told = from !== null && to !== null && from <= to;
  return { from: start, to: told && end! <= start! ? start! + MINUTE : end };
}

/** Half open instants → contract time (closed, local minutes) in `zone`. */
export function toContract(i: Interval, zone: string): ContractTime {
  return {
    from: i.from === null ? null : showWall(toLocal(i.from, zone)),
    to: i.to === null ? null : showWall(toLocal(i.to, zone) - MINUTE),
  };
}

/** Whole local days `since`…`until` (bare dates, both included; null = open) → half open instants in `zone`. */
export function daysBetween(since: string | null, until: string | null, zone: string): Interval {
  return fromContract({ from: since, to: until }, zone) ?? { from: null, to: null };
}
