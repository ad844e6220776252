/**
 * Instants and local time. An Instant is an integer count of microseconds since 1970-01-01T00:00Z (safe until 2255).
 * Inside, an interval is half open [from, to); in the exchange contract it is closed, in local minutes of the place.
 */
export type Instant = number;
export const SECOND = 1_000_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();
function format(zone: string): Intl.DateTimeFormat {
  let f = formats.get(zone);
  if (!f) {
    f = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    // Names come in any spelling of capitals: a file full of spellings must not fill the memory.
    if (formats.size > 600) formats.clear();
    formats.set(zone, f);
  }
  return f;
}

/** Whether the IANA zone name is known to this runtime. */
export function isZone(zone: string): boolean {
  try {
    format(zone);
    return true;
  } catch {
    return false;
  }
}

const offsets = new Map<string, number>();
/** Offset of the zone from UTC at that instant, in microseconds (by quarters of an hour: clocks change on none other). */
export function offsetAt(instant: Instant, zone: string): number {
  if (zone === 'UTC') return 0;
  const quarter = Math.floor(instant / (HOUR / 4));
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const at = (quarter * HOUR) / 4 / 1000;
  const part: Record<string, number> = {};
  for (const p of format(zone).formatToParts(at)) if (p.type !== 'literal') part[p.type] = Number(p.value);
  const local = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
  const offset = (local - at) * 1000;
  if (offsets.size > 50_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** Local wall time as if it were UTC (microseconds) → instant; a time inside a spring gap moves forward. */
export function fromLocal(local: number, zone: string): Instant {
  const guess = local - offsetAt(local, zone);
  const at = local - offsetAt(guess, zone);
  return at + offsetAt(at, zone) === local ? at : afterGap(local, zone, [Math.min(guess, at), Math.max(guess, at)]);
}

/** No such wall time: the first instant whose wall time lies past it, so that local order is kept. */
function afterGap(local: number, zone: string, [before, after]: [Instant, Instant]): Instant {
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (toLocal(middle, zone) >= local) high = middle;
    else low = middle;
  }
  return high;
}

/** Instant → local wall time as if it were UTC (microseconds). */
export const toLocal = (instant: Instant, zone: string): number => instant + offsetAt(instant, zone);

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?)?$/;

/** `2023-11-08` or `2023-11-08T12:30[:15[.123456]]` → wall time as if UTC (microseconds); null when it is no such time. */
export function parseWall(s: string): number | null {
  const m = LOCAL.exec(s);
  if (!m) return null;
  const [y, mo, d, h, mi, sec] = [m[1], m[2], m[3], m[4] ?? '0', m[5] ?? '0', m[6] ?? '0'].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const ms = Date.UTC(y, mo - 1, d, h, mi, sec);
  const back = new Date(ms);
  if (back.getUTCMonth() !== mo - 1 || back.getUTCDate() !== d || h > 23 || mi > 59 || sec > 59) return null;
  return ms * 1000 + Number((m[7] ?? '').padEnd(6, '0') || 0);
}

/** RFC 3339 instant (`…Z` or `±hh:mm`), up to microseconds → Instant; null when it is none or lies outside 1900–2200. */
export function parseInstant(s: string): Instant | null {
  const m = /^(.+?)(Z|[+-]\d{2}:\d{2})$/.exec(s);
  if (!m || !m[1]!.includes('T')) return null;
  const wall = parseWall(m[1]!);
  if (wall === null) return null;
  const z = m[2]!;
  const offset =
    z === 'Z' ? 0 : (z[0] === '-' ? -1 : 1) * (Number(z.slice(1, 3)) * 60 + Number(z.slice(4, 6))) * MINUTE;
  const at = wall - offset;
  return at >= EARLIEST && at < LATEST ? at : null;
}
export const EARLIEST: Instant = Date.UTC(1900, 0, 1) * 1000;
export const LATEST: Instant = Date.UTC(2200, 0, 1) * 1000;

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** Instant → RFC 3339 in UTC; seconds and fraction only where they are not zero. */
export function showInstant(at: Instant): string {
  const d = new Date(Math.floor(at / 1000));
  const micros = ((at % SECOND) + SECOND) % SECOND;
  const sec = d.getUTCSeconds();
  const tail = micros ? `:${pad(sec)}.${pad(micros, 6)}` : `:${pad(sec)}`;
  return `${d.toISOString().slice(0, 16)}${tail}Z`;
}

/** Wall time (as if UTC) → `YYYY-MM-DDTHH:MM`. */
export const showWall = (wall: number): string => new Date(Math.floor(wall / 1000)).toISOString().slice(0, 16);
/** Wall time (as if UTC) → `YYYY-MM-DD`. */
export const showDay = (wall: number): string => new Date(Math.floor(wall / 1000)).toISOString().slice(0, 10);

/** End (exclusive) of a day or of an instant as given on a command line: a bare date is the end of that day, UTC. */
export function parseCutoff(s: string): Instant | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(s)) {
    const wall = parseWall(s);
    return wall === null ? null : wall + DAY;
  }
  const at = parseInstant(s);
  return at === null ? null : at + 1;
}
