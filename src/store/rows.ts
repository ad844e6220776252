/**
 * How PostgreSQL's values come out: int8 as number, timestamptz as RFC 3339 in UTC with all six digits, numeric, date
 * and interval as text, bytea as Buffer, json parsed. The driver's own choices lose microseconds (Date), move dates by
 * the machine's zone, and give count() as text. Kept per connection pool, so that no other user of `pg` is affected.
 */
import pg from 'pg';

type Parse = (text: string) => unknown;

/** An int8 beyond ±(2⁵³−1) would change silently as a number; refusing is better than a wrong count. */
export function parseInt8(text: string): number {
  const n = Number(text);
  if (!Number.isSafeInteger(n)) throw new RangeError(`the database gave ${text}, which no number holds exactly`);
  return n;
}

/** `2023-11-08 23:30:00.1234+00` → `2023-11-08T23:30:00.123400Z`: always six digits, so that equal instants are equal strings. */
export function parseTimestamptz(text: string): string {
  const m = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/.exec(text);
  if (!m) throw new RangeError(`the database gave “${text}” as an instant in UTC`);
  return `${m[1]}T${m[2]}.${(m[3] ?? '').padEnd(6, '0')}Z`;
}

const asText: Parse = (text) => text;
// The published types describe a later pg-types than the one that pg brings.
const arrays = pg.types.arrayParser as unknown as {
  create(text: string, parse: (item: string | null) => unknown): { parse(): unknown[] };
};
const list =
  (parse: Parse): Parse =>
  (text) =>
    arrays.create(text, (item) => (item === null ? null : parse(item))).parse();
const parseBytea = pg.types.getTypeParser(17, 'text') as Parse;

/** Type id of the element → [type id of its array, how it is read]. */
const KINDS: Record<number, [array: number, parse: Parse]> = {
  20: [1016, parseInt8],
  1184: [1185, parseTimestamptz],
  1114: [1115, asText],
  1082: [1182, asText],
  1186: [1187, asText],
  1700: [1231, asText],
  17: [1001, parseBytea],
  114: [199, JSON.parse],
  3802: [3807, JSON.parse],
};

const parsers = new Map<number, Parse>();
for (const [type, [array, parse]] of Object.entries(KINDS)) {
  parsers.set(Number(type), parse);
  parsers.set(array, list(parse));
}

/** For `types` of a pg client or pool. */
export const rowTypes = {
  getTypeParser(type: number, format: 'text' | 'binary' = 'text'): Parse {
    const own = format === 'text' ? parsers.get(type) : undefined;
    return own ?? (pg.types.getTypeParser(type, format as 'text') as Parse);
  },
};
