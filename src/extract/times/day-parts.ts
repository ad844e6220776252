import { DAY, HOUR, MINUTE, dayOf, type Span } from './calendar.ts';
import type { Core } from './named-date.ts';
import { dateAt } from './dates.ts';
import type { Hit, Scene } from '../scene.ts';
import { ahead } from './tense.ts';
import { clipped, spanning, stretched, type Now, type Time } from './time.ts';

/** Hours of a part of the day ("early", "morning", "فجر"), as rows of data/times say; hours past 24 reach into the next day. */
export function part(day: number, name: string, now: Now): Span {
  const [from, to] = now.hours.get(name) ?? [0, 24];
  return {
    from: day + from * HOUR,
    to: day + to * HOUR - (to === 24 ? MINUTE : 0),
  };
}

/** A day with a part of it before or after ("early Friday", "Thursday night", "فجر اليوم"), or a part alone. */
export function dayPart(s: Scene, i: number, now: Now): Time | null {
  const lead = s.starts('part', i);
  const date = lead ? afterPart(s, lead.to, now) : dateAt(s, i, now.wall);
  if (!date) return lead && lead.value !== 'early' && s.starts('partalone', i) ? alone(s, lead, now) : null;
  if (date.day === null) return { ...stretched(date), from: i, span: clipped(date.span, now) };
  const tail = s.starts('part', date.to) ?? (s.starts('of', date.to) ? s.starts('part', date.to + 1) : undefined);
  const name = lead?.value ?? tail?.value;
  const from = lead ? lead.from : date.from;
  if (!name) return { ...stretched(date), from, span: clipped(date.span, now) };
  const day = before(s, date, part(date.day, name, now), now);
  const span = clipped(part(day, name, now), now);
  return {
    ...spanning(from, tail?.to ?? date.to, span),
    kind: 'part',
    day,
    grain: 'part',
  };
}

/** "Friday night" told on Friday morning is that of the week before, unless the words point ahead. */
const before = (s: Scene, date: Core, span: Span, now: Now): number =>
  span.from! > now.until &&
  date.day === dayOf(now.wall) &&
  s.starts('weekday', date.from) &&
  !ahead(s, date.from, date.to)
    ? date.day - 7 * DAY
    : date.day!;

/** "overnight" and "last night" without a day: the night that ended last. */
function alone(s: Scene, lead: Hit, now: Now): Time {
  const today = dayOf(now.wall);
  const nightly = (now.hours.get(lead.value)?.[1] ?? 0) > 24;
  const base = daySpoken(s.starts('partalone', lead.from)!.value, now) ?? (nightly ? today - DAY : today);
  // "At midnight" told in the morning was the last one.
  const day = part(base, lead.value, now).from! > now.until ? base - DAY : base;
  const span = clipped(part(day, lead.value, now), now);
  return {
    ...spanning(lead.from, lead.to, span),
    kind: 'part',
    day,
    grain: 'part',
  };
}

/** "Tonight" said after midnight is still the night of the day before. */
const SMALL_HOURS = 5 * HOUR;

/** The day of "noon" is the one spoken of; that of "shortly after midnight" the last that began, unless old news is told. */
function daySpoken(word: string, now: Now): number | null {
  const today = dayOf(now.until);
  const old = now.day !== null && now.day < today - DAY;
  if (word === 'tonight') return dayOf(now.until - SMALL_HOURS);
  return word === 'spoken' || (word === 'night' && old) ? now.day : word === 'night' ? today : null;
}

/** The day after a part of it, small words between them read over ("the morning of May 5", "early on Thursday"). */
function afterPart(s: Scene, from: number, now: Now): Core | null {
  for (let k = from; k < from + 3; k++) {
    const date = dateAt(s, k, now.wall);
    if (date) return date;
    // "late on the night of Tuesday", "في وقت متأخر من ليل الثلاثاء".
    const more = s.starts('part', k);
    if (more) return dateAt(s, more.to, now.wall);
    if (!s.starts('of', k) && !s.starts('on', k) && !s.starts('between', k)) return null;
  }
  return null;
}
