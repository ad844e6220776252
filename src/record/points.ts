import { DaybookError } from '../model/errors.ts';
import { EARLIEST, LATEST, parseCutoff, showInstant, type Instant } from '../model/instant.ts';
import type { Query } from '../store/connection.ts';

/** Number of the last entry; 0 for an empty record. */
export async function lastEntry(q: Query): Promise<number> {
  const [row] = await q<{ n: number }>('select coalesce(max(seq), 0) as n from entry');
  return row!.n;
}

/** A record point as people give it: a number, or a date or instant = the last entry recorded by its end (UTC). Absent = the last. */
export async function recordPoint(q: Query, at: string | number | undefined | null): Promise<number> {
  const last = await lastEntry(q);
  if (at === undefined || at === null || at === '') return last;
  if (/^-?\d+$/.test(String(at))) {
    const number = Number(at);
    if (number < 0 || number > last) throw new DaybookError('point-unknown', { n: last, point: String(at) });
    return number;
  }
  const end = endOf('The record point', String(at));
  const [row] = await q<{ n: number }>('select coalesce(max(seq), 0) as n from entry where at < $1::timestamptz', [
    showInstant(end),
  ]);
  return row!.n;
}

/** A cutoff as people give it: only reports published before the end of it. Absent = none. */
export function cutoffAt(asOf: string | undefined | null): Instant | null {
  if (asOf === undefined || asOf === null || asOf === '') return null;
  return endOf('The cutoff', asOf);
}

/** The end of a day or instant within the years that the record can hold. */
function endOf(what: string, value: string): Instant {
  const end = parseCutoff(value);
  if (end === null || end <= EARLIEST || end > LATEST) throw new DaybookError('date-invalid', { what, value });
  return end;
}
