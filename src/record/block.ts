import { DAY, type Instant } from '../model/instant.ts';

/** Rows of `incident` or `mention` by where and when they lie. */
export interface Block {
  /** Record point. */
  n: number;
  /** Countries as the rows have them; '' = the place is unsaid. */
  countries: readonly string[];
  from: Instant | null;
  to: Instant | null;
}

/** Wider intervals than this have an index of their own (sql/0002_counting.sql). */
export const WIDE = 7 * DAY;
/** Beyond every instant, in numbers that bigint and JavaScript both hold. */
const FAR = Number.MAX_SAFE_INTEGER;

/** Values of the parameters $1 … $4 of `inBlock`. */
export const blockValues = ({ n, countries, from, to }: Block): unknown[] => [n, countries, from ?? -FAR, to ?? FAR];

const PLACE = `coalesce(country, '') = any($2::text[])`;
const MEETS = `(to_us is null or to_us > $3) and (from_us is null or from_us < $4)`;
export const IS_WIDE = `coalesce(to_us - from_us > ${WIDE}, true)`;

/**
 * SQL for `what` of the rows of a table in force at a point whose interval meets a window: narrow ones by where they begin,
 * wide ones by country, and those that have ended since by when they ended.
 */
export const inBlock = (what: string, table: 'incident' | 'mention'): string => `
  select ${what} from ${table} where until is null and since <= $1 and ${PLACE}
    and from_us > $3::bigint - ${WIDE} and from_us < $4::bigint and to_us > $3 and not ${IS_WIDE}
  union all select ${what} from ${table} where until is null and since <= $1 and ${PLACE} and ${MEETS} and ${IS_WIDE}
  union all select ${what} from ${table} where until > $1 and since <= $1 and ${PLACE} and ${MEETS}`;
