import { within, lowOf, type Placed } from '../count/sets.ts';
import type { Answer, CountedIncident } from '../model/answer.ts';
import type { Countable } from '../model/incident.ts';
import { MINUTE, showDay, toLocal, type Instant } from '../model/instant.ts';
import { midpoint } from '../model/interval.ts';
import type { Tables } from '../record/small-tables.ts';
import type { AnswerView } from './outputs.ts';

type Day = AnswerView['days'][number];

/** So many incidents are weighed in all for the lower edge of the band: a long series stays cheap. */
const WEIGHED = 4000;

/**
 * Low, best and high as they would stand if the window ended on each day on which one of them grows. Best and high add up
 * day by day; low is counted anew, on as many days as are affordable, and in between stays what it was: since a wider
 * window never lowers it, that is never too much.
 */
export function daysOf(answer: Answer, incidents: readonly Countable[], tables: Tables): Day[] {
  const { zone, since } = answer.window;
  const day = dayIn(zone);
  const first = answer.incidents.reduce<string | null>((d, i) => earlier(d, day(i.from) || null), since) ?? '';
  const inside = (d: string): string => (since !== null && d < since ? since : d || first);
  const best = new Map<string, number>();
  const high = new Map<string, number | null>();
  const ends = new Map<CountedIncident, string>();
  for (const i of answer.incidents) {
    if (i.set !== 'high') grow(best, inside(day(midpoint(i))), i.amount.best);
    if (i.set === 'low') ends.set(i, inside(day(i.to === null ? null : i.to - 1)));
    grow(high, inside(day(i.from)), i.amount.high);
  }
  const days = [...new Set([...best.keys(), ...high.keys(), ...ends.values()])].filter((d) => d !== '').sort();
  const low = lowsOf(days, placedOf(ends, incidents), tables);
  const total: { best: number; high: number | null } = { best: 0, high: 0 };
  return days.map((d) => {
    total.best += best.get(d) ?? 0;
    const more = high.get(d);
    total.high = total.high === null || more === null ? null : total.high + (more ?? 0);
    return { day: d, low: low.get(d)!, ...total };
  });
}

/** Zones are whole quarter hours off UTC, so that instants of one quarter hour share their day: asked once for each. */
const QUARTER = 15 * MINUTE;
function dayIn(zone: string): (at: Instant | null) => string {
  const known = new Map<number, string>();
  return (at) => {
    if (at === null) return '';
    const quarter = Math.floor(at / QUARTER);
    const day = known.get(quarter) ?? showDay(toLocal(at, zone));
    known.set(quarter, day);
    return day;
  };
}

const earlier = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? (b ?? a) : a;

function grow(days: Map<string, number | null>, day: string, by: number | null): void {
  const before = days.get(day);
  days.set(day, by === null || before === null ? null : (before ?? 0) + by);
}

/** The low-set as counting has it, each with the last day that it touches. */
function placedOf(ends: ReadonlyMap<CountedIncident, string>, incidents: readonly Countable[]): [string, Placed][] {
  const byCode = new Map(incidents.map((i) => [i.code, i]));
  return [...ends].map(([{ code, amount }, end]) => [
    end,
    { incident: byCode.get(code)!, amount, set: 'low', why: [] } satisfies Placed,
  ]);
}

function lowsOf(days: readonly string[], placed: readonly [string, Placed][], tables: Tables): Map<string, number> {
  const every = Math.max(1, Math.ceil((days.length * placed.length) / WEIGHED));
  const lows = new Map<string, number>();
  let low = 0;
  days.forEach((d, n) => {
    if (n === days.length - 1 || n % every === 0)
      low = lowOf(
        within(
          placed.flatMap(([end, p]) => (end <= d ? [p] : [])),
          'low',
        ),
        tables,
      );
    lows.set(d, low);
  });
  return lows;
}
