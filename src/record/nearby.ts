import type { Interval } from '../model/interval.ts';
import type { Gazetteer } from '../model/place.ts';
import { isBoundless } from '../resolve/sites.ts';
import type { Query } from '../store/connection.ts';
import { IS_WIDE, WIDE } from './block.ts';
import type { MentionRow } from './rows.ts';

/** Stretches of time in one country; '' = the place is unsaid. */
interface Stretch {
  country: string;
  from: number;
  to: number;
}

const FAR = Number.MAX_SAFE_INTEGER;
const start = (i: Interval): number => i.from ?? -FAR;
const end = (i: Interval): number => i.to ?? FAR;

/** Live mentions that lie in the country of one of these, or in none that is known, at a time that meets it. */
export async function nearby(q: Query, rows: readonly MentionRow[], gazetteer: Gazetteer): Promise<MentionRow[]> {
  const stretches = stretchesOf(rows, gazetteer);
  const join = `from unnest($1::text[], $2::bigint[], $3::bigint[]) as s(country, starts, ends)
    join mention m on m.until is null and coalesce(m.country, '') = s.country`;
  return q<MentionRow>(
    `select m.* ${join} and m.from_us > s.starts - ${WIDE} and m.from_us < s.ends and m.to_us > s.starts and not ${IS_WIDE}
     union all select m.* ${join} and ${IS_WIDE}
       and (m.from_us is null or m.from_us < s.ends) and (m.to_us is null or m.to_us > s.starts)`,
    [stretches.map((s) => s.country), stretches.map((s) => s.from), stretches.map((s) => s.to)],
  );
}

/** Where and when to look: each row in its own country and in those that may be it, meeting stretches joined. */
function stretchesOf(rows: readonly MentionRow[], gazetteer: Gazetteer): Stretch[] {
  const countries = gazetteer.countries();
  const boundless = countries.filter((c) => isBoundless(c, gazetteer));
  const open = new Set([...boundless, '']);
  const all = [...countries, ''];
  const found = rows.flatMap((r) => {
    const home = r.country ?? '';
    const where = open.has(home) ? all : [home, ...open];
    return where.map((country): Stretch => ({
      country,
      from: start({ from: r.from_us, to: null }),
      to: end({ from: null, to: r.to_us }),
    }));
  });
  found.sort((a, b) => (a.country < b.country ? -1 : a.country > b.country ? 1 : a.from - b.from));
  const joined: Stretch[] = [];
  for (const s of found) {
    const last = joined.at(-1);
    if (last && last.country === s.country && s.from <= last.to) last.to = Math.max(last.to, s.to);
    else joined.push({ ...s });
  }
  return joined;
}
