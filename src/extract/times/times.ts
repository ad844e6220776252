import { EARLIEST, LATEST } from '../../model/instant.ts';
import { amountAt, rateAt, unitAt, type Amount } from './amounts.ts';
import { DAY, MINUTE, dayOf, lastWeekday, shift, startOf, whole, wholeDay, type Span } from './calendar.ts';
import { clocks } from './clocks.ts';
import type { Core } from './named-date.ts';
import { dateAt, dateRange } from './dates.ts';
import { dayPart, part } from './day-parts.ts';
import type { Hit, Scene } from '../scene.ts';
import { ahead } from './tense.ts';
import { clipped, spanning, type Now, type Time } from './time.ts';
import { ago, relative } from './windows.ts';

/** "since Oct. 17", "since mid-October", "since last week", "منذ أسبوعين". */
function since(s: Scene, i: number, now: Now): Time | null {
  const lead = s.starts('since', i);
  if (!lead) return null;
  const mid = s.starts('mid', lead.to);
  const at = mid ? mid.to : lead.to;
  const date = dateAt(s, at, now.wall) ?? (mid ? null : dateAt(s, at + 1, now.wall));
  if (date && (mid !== undefined || at + 1 >= date.from)) {
    const start =
      mid && date.grain === 'month' ? startOf('month', date.span.from) + Number(mid.value) * DAY : date.span.from;
    return {
      ...spanning(i, date.to, { from: start, to: null }),
      kind: 'since',
      names: [date],
    };
  }
  const event = date || mid || !/^(since|منذ)$/.test(s.key(i)) ? null : eventDate(s, at, now);
  if (event)
    return {
      ...spanning(event.from, event.to, { from: event.span.from, to: null }),
      kind: 'since',
      day: event.day,
      names: [event],
    };
  const told = relative(s, at, now) ?? ago(s, at, now) ?? ago(s, i, now) ?? (mid ? reference(s, at, now) : null);
  if (told?.span.from == null) return null;
  const start = told.kind === 'stretch' && told.grain === 'week' ? told.span.from + 3 * DAY : told.span.from;
  return {
    ...told,
    from: i,
    span: { from: start, to: null },
    kind: 'since',
    day: null,
  };
}

/** How far behind "since" the date of an event may stand, in tokens. */
const EVENT = 8;

/** "since the strike of 4 January", "since the truce began on Sunday": the day of what happened then. */
function eventDate(s: Scene, from: number, now: Now): Core | null {
  // "Officials have since told reporters of …" looks back on nothing.
  for (let k = from + 1; k < from + EVENT && !s.isMark(k) && !s.starts('say', k - 1); k++) {
    const date = s.starts('on', k - 1) || s.starts('of', k - 1) ? dateAt(s, k, now.wall) : null;
    if (date && date.day !== null) return date;
  }
  return null;
}

/** "between Friday night and Saturday morning": from the start of one part of a day to the end of another. */
function partRange(s: Scene, lead: Hit, now: Now): Time | null {
  const first = dayPart(s, lead.to, now);
  const link = first ? (s.starts('and', first.to) ?? s.starts('rangeto', first.to)) : undefined;
  const last = link ? dayPart(s, link.to, now) : null;
  if (!first || !last || (first.kind !== 'part' && last.kind !== 'part')) return null;
  const { from } = first.span;
  const { to } = last.span;
  return from !== null && to !== null && from < to
    ? { ...spanning(lead.from, last.to, { from, to }), kind: 'range', day: first.day }
    : null;
}

function between(s: Scene, i: number, now: Now): Time | null {
  const lead = s.starts('between', i);
  const parts = lead ? partRange(s, lead, now) : null;
  if (parts) return parts;
  const range = dateRange(s, lead ? lead.to : i, now.wall);
  return range ? { ...spanning(i, range.to, range.span), kind: 'range', names: range.ends } : null;
}

/** "the same day", "a day earlier", "the next morning", "over the weekend". */
function anaphor(s: Scene, i: number, now: Now): Time | null {
  const hit = s.starts('anaphor', i);
  // "hours after the strike" counts from something else.
  const longer = Math.max(s.starts('part', i)?.to ?? 0, s.starts('dayword', i)?.to ?? 0);
  if (!hit || s.key(hit.to) === 'من' || longer > hit.to) return null;
  const [told, name] = hit.value.split(' ') as [string, string | undefined];
  if (told === 'weekend') return weekend(s, hit, now);
  if (name === 'year') {
    const span = whole('year', now.day ?? now.wall, Number(told));
    return { ...spanning(i, hit.to, clipped(span, now)), grain: 'year' };
  }
  const day = (now.day ?? dayOf(now.wall)) + Number(told) * DAY;
  // "the same night" as a dawn began the evening before.
  const base = name && part(day, name, now).from! > now.until ? day - DAY : day;
  return name
    ? {
        ...spanning(i, hit.to, clipped(part(base, name, now), now)),
        kind: 'part',
        day: base,
        grain: 'part',
      }
    : {
        ...spanning(i, hit.to, clipped(wholeDay(base), now)),
        kind: 'day',
        day: base,
        grain: 'day',
      };
}

/** Saturday and Sunday, the last ones unless the tense points ahead. */
function weekend(s: Scene, hit: Hit, now: Now): Time {
  const last = lastWeekday(6, now.wall, hit.value === 'weekend last');
  const over = last + 2 * DAY <= now.wall;
  const saturday = over && ahead(s, hit.from, hit.to) ? last + 7 * DAY : last;
  const span = clipped({ from: saturday, to: saturday + 2 * DAY - MINUTE }, now);
  return {
    ...spanning(hit.from, hit.to, span),
    kind: 'range',
    day: saturday,
    grain: 'weekend',
  };
}

/** "two years", "a five-hour visit", "every day": how long or how often, never when. */
function spell(s: Scene, i: number, now: Now): Time | null {
  const rate = rateAt(s, i);
  if (rate) return { ...spanning(i, rate.to, OPEN), kind: 'set', amount: rate };
  const amount = amountAt(s, i);
  // "Two nights ago" is a time, "for two nights" no more than how often.
  if (!amount || s.key(amount.to - 1) === 'nights') return null;
  return endingWith(s, amount, now) ?? { ...spanning(i, amount.to, OPEN), kind: 'duration', amount };
}

/** "the 48 hours to Thursday evening", "the week ending March 9": a window up to a day. */
function endingWith(s: Scene, a: Amount, now: Now): Time | null {
  const link = a.n === null ? undefined : s.starts('ending', a.to);
  const last = link ? dayPart(s, link.to, now) : null;
  if (!last || last.day === null || last.span.to === null) return null;
  const from = shift(last.span.to, -a.n!, a.unit);
  return { ...spanning(a.from, last.to, { from, to: last.span.to }), kind: 'window', amount: a };
}

const OPEN: Span = { from: null, to: null };

/** "now", "recently", "the future", "the year": points at a time without dating anything by it. */
function reference(s: Scene, i: number, now: Now): Time | null {
  const word = s.starts('ref', i);
  if (word)
    return {
      ...spanning(i, word.to, OPEN),
      kind: 'ref',
      sense: word.value as 'past' | 'present' | 'future',
    };
  const unit = s.key(i) === 'the' ? unitAt(s, i + 1) : s.key(i).startsWith('ال') ? unitAt(s, i) : null;
  if (!unit || unit.many !== null || unit.unit === 'minute' || unit.unit === 'hour' || unit.unit === 'day') return null;
  if (s.tokens[unit.to]?.glue === '-') return null;
  const of = s.starts('of', unit.to) ? dateAt(s, unit.to + 1, now.wall) : null;
  if (of?.day != null && unit.unit === 'week')
    return { ...spanning(i, of.to, whole('week', of.day)), kind: 'ref', grain: 'week' };
  const span = whole(unit.unit, now.wall, unit.unit === 'quarter' ? -1 : 0);
  return { ...spanning(i, unit.to, span), kind: 'ref', grain: unit.unit };
}

const PATTERNS = [between, since, relative, ago, anaphor, dayPart, spell, reference] as const;

/** Categories of words that a time may begin with. */
const OPENERS = [
  'between',
  'since',
  'past',
  'unit',
  'agolead',
  'anaphor',
  'part',
  'month',
  'weekday',
  'dayword',
  'holiday',
  'nth',
  'nthday',
  'decade',
  'season',
  'howmany',
  'number',
  'rate',
  'every',
  'ref',
] as const;

/** Tokens at which a time may begin; null where the sentence has none, as most have. */
function openings(s: Scene): Uint8Array | null {
  let marks: Uint8Array | null = null;
  const mark = (i: number): void => {
    marks ??= new Uint8Array(s.length);
    if (i >= 0) marks[i] = 1;
  };
  for (const cat of OPENERS)
    for (const hit of s.all(cat)) {
      mark(hit.from);
      // "a week", "the past year", "a full month": an article stands before the unit.
      if (cat === 'unit') for (let k = 1; k <= 3; k++) mark(hit.from - k);
    }
  s.tokens.forEach((t, i) => {
    if (t.form.value >= 0) mark(i);
  });
  return marks;
}

/** "900,000 years ago" is no time that the record can hold. */
const onCalendar = ({ span, day }: Time): boolean =>
  [span.from, span.to, day].every((at) => at === null || (at >= EARLIEST / 1000 && at < LATEST / 1000));

/** Every time of the sentence, in order, each resolved into the past unless the text says otherwise. */
export function times(s: Scene, now: Now): Time[] {
  const open = openings(s);
  if (!open) return [];
  const out: Time[] = [];
  for (let i = 0; i < s.length;) {
    if (open[i] === 0) {
      i++;
      continue;
    }
    let found: Time | null = null;
    for (const pattern of PATTERNS) if ((found = pattern(s, i, now))) break;
    if (found && !onCalendar(found)) found = null;
    if (found) {
      out.push(found);
      if (found.day !== null) now = { ...now, day: found.day };
    }
    i = found ? Math.max(found.to, i + 1) : i + 1;
  }
  return clocks(s, out, now).sort((a, b) => a.from - b.from);
}

/** Whether a time can date what happened: it names a time, and not one that was still to come. */
export const dates = (t: Time, now: Now): boolean =>
  t.kind !== 'duration' &&
  t.kind !== 'set' &&
  t.kind !== 'ref' &&
  (t.span.from === null || t.span.from < dayOf(now.until) + DAY);
