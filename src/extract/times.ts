import { EARLIEST, LATEST } from '../model/instant.ts';
import { DAY, HOUR, MINUTE, dayOf, lastWeekday, weekdayOf, wholeDay, type Span } from './calendar.ts';
import { dateAt, dateRange, type Core } from './dates.ts';
import type { Lexicon } from './lexicon.ts';
import { numberAt } from './numbers.ts';
import type { Hit, Scene } from './scene.ts';

/** A time told in a sentence, resolved to wall time; `since` is open at its end. */
export interface Time {
  from: number;
  to: number;
  span: Span;
  kind: 'day' | 'part' | 'point' | 'since' | 'window' | 'range' | 'month';
  /** The day that "the same day" and "the next morning" would refer to. */
  day: number | null;
}

/** Against what times are resolved: the moment of publication on the wall, and the day last spoken of. */
export interface Now {
  wall: number;
  day: number | null;
  hours: Lexicon['hours'];
}

const clip = (span: Span, now: Now): Span =>
  span.from !== null && span.to !== null && span.from <= now.wall && span.to > now.wall
    ? { from: span.from, to: now.wall }
    : span;

/** Hours of a part of the day ("early", "morning", "فجر"), as rows of data/times say; hours past 24 reach into the next day. */
function part(day: number, name: string, now: Now): Span {
  const [from, to] = now.hours.get(name) ?? [0, 24];
  return { from: day + from * HOUR, to: day + to * HOUR - (to === 24 ? MINUTE : 0) };
}

function since(s: Scene, i: number, now: Now): Time | null {
  const lead = s.starts('since', i);
  if (!lead) return null;
  const mid = s.starts('mid', lead.to);
  const at = mid ? mid.to : lead.to;
  const date = dateAt(s, at, now.wall) ?? dateAt(s, at + 1, now.wall);
  if (!date || (at + 1 < date.from && !mid)) return null;
  const start = mid && date.day === null ? date.span.from + Number(mid.value) * DAY : date.span.from;
  return { from: i, to: date.to, span: { from: start, to: null }, kind: 'since', day: null };
}

function between(s: Scene, i: number, now: Now): Time | null {
  const lead = s.starts('between', i);
  const range = dateRange(s, lead ? lead.to : i, now.wall);
  return range ? { from: i, to: range.to, span: range.span, kind: 'range', day: null } : null;
}

const LENGTH: Readonly<Record<string, number>> = {
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  year: 365 * DAY,
};

/** "the past two weeks", "last week", "this month", "خلال الساعات الـ24 الماضية", "two days ago". */
function window(s: Scene, i: number, now: Now): Time | null {
  const lead = s.starts('past', i);
  if (!lead) return ended(s, i, now);
  for (let k = lead.to; k <= Math.min(lead.to + 3, s.length); k++) {
    const unit = s.starts('unit', k);
    if (!unit) continue;
    const [name, many] = unit.value.split('+') as [string, string | undefined];
    const n = number(s, lead.to, unit) ?? (many === '2' ? 2 : many ? null : 1);
    const after = s.starts('last', unit.to);
    const to = after?.to ?? trailing(s, unit.to);
    return { from: i, to, span: past(lead.value, name, n, now), kind: 'window', day: null };
  }
  return null;
}

/** "الأسبوع الماضي": the unit first, then that it is over. */
function ended(s: Scene, i: number, now: Now): Time | null {
  const unit = s.starts('unit', i);
  const last = unit ? s.starts('last', unit.to) : undefined;
  if (!unit || !last) return null;
  const [name, many] = unit.value.split('+') as [string, string | undefined];
  return {
    from: i,
    to: last.to,
    span: past('last', name, many === undefined ? 1 : Number(many) || null, now),
    kind: 'window',
    day: null,
  };
}

const trailing = (s: Scene, k: number): number => s.starts('last', k + 1)?.to ?? k;

function number(s: Scene, from: number, unit: Hit): number | null {
  for (let k = from; k < unit.to + 3 && k < s.length; k++) {
    const n = numberAt(s, k);
    if (n && n.value < 1000) return n.value;
  }
  return null;
}

function past(lead: string, unit: string, n: number | null, now: Now): Span {
  const length = LENGTH[unit] ?? DAY;
  const today = dayOf(now.wall);
  const monday = today - ((weekdayOf(today) + 6) % 7) * DAY;
  if (lead === 'this') {
    const d = new Date(today);
    const from =
      unit === 'week'
        ? monday
        : unit === 'month'
          ? Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), 1)
          : unit === 'year'
            ? Date.UTC(d.getUTCFullYear(), 0, 1)
            : today;
    return { from, to: now.wall };
  }
  if (lead === 'last' && n === 1 && unit === 'week') return { from: monday - 7 * DAY, to: monday - MINUTE };
  if (lead === 'last' && n === 1 && unit === 'month') {
    const d = new Date(today);
    return {
      from: Date.UTC(d.getUTCFullYear(), d.getUTCMonth() - 1, 1),
      to: Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), 1) - MINUTE,
    };
  }
  const from = now.wall - (n ?? 3) * length;
  return { from: unit === 'hour' ? from : dayOf(from), to: now.wall };
}

/** "two days ago", "قبل يومين". */
function ago(s: Scene, i: number, now: Now): Time | null {
  const n = numberAt(s, i);
  const unit = n ? s.starts('unit', n.to) : undefined;
  if (!n || !unit || !s.starts('ago', unit.to)) return null;
  const length = LENGTH[unit.value.split('+')[0]!] ?? DAY;
  const start = dayOf(now.wall - n.value * length);
  return { from: i, to: unit.to + 1, span: clip(wholeDay(start), now), kind: 'day', day: start };
}

/** "the same day", "a day earlier", "the next morning", "over the weekend". */
function anaphor(s: Scene, i: number, now: Now): Time | null {
  const hit = s.starts('anaphor', i);
  if (!hit) return null;
  const [shift, name] = hit.value.split(' ') as [string, string | undefined];
  if (shift === 'weekend') {
    const saturday = lastWeekday(6, now.wall);
    return {
      from: i,
      to: hit.to,
      span: clip({ from: saturday, to: saturday + 2 * DAY - MINUTE }, now),
      kind: 'range',
      day: saturday,
    };
  }
  const base = (now.day ?? dayOf(now.wall)) + Number(shift) * DAY;
  return {
    from: i,
    to: hit.to,
    span: clip(name ? part(base, name, now) : wholeDay(base), now),
    kind: name ? 'part' : 'day',
    day: base,
  };
}

/** A day with a part of it before or after ("early Friday", "Thursday night", "فجر اليوم"), or a part alone. */
function dayPart(s: Scene, i: number, now: Now): Time | null {
  const lead = s.starts('part', i);
  const date = lead ? afterPart(s, lead.to, now) : dateAt(s, i, now.wall);
  if (!date) return lead && lead.value !== 'early' && s.starts('partalone', i) ? alone(lead, i, now) : null;
  if (date.day === null) return { from: i, to: date.to, span: clip(date.span, now), kind: 'month', day: null };
  const tail = s.starts('part', date.to) ?? (s.starts('of', date.to) ? s.starts('part', date.to + 1) : undefined);
  const name = lead?.value ?? tail?.value;
  const from = lead ? lead.from : date.from;
  if (!name) return { from, to: date.to, span: clip(date.span, now), kind: 'day', day: date.day };
  return { from, to: tail?.to ?? date.to, span: clip(part(date.day, name, now), now), kind: 'part', day: date.day };
}

/** "overnight" and "last night" without a day: the night that ended last. */
function alone(lead: Hit, i: number, now: Now): Time {
  const today = dayOf(now.wall);
  const nightly = (now.hours.get(lead.value)?.[1] ?? 0) > 24;
  const base = nightly ? today - DAY : today;
  return { from: i, to: lead.to, span: clip(part(base, lead.value, now), now), kind: 'part', day: base };
}

/** The day after a part of it, small words between them read over ("the morning of May 5", "early on Thursday"). */
function afterPart(s: Scene, from: number, now: Now): Core | null {
  for (let k = from; k < from + 3; k++) {
    const date = dateAt(s, k, now.wall);
    if (date) return date;
    if (!s.starts('of', k) && !s.starts('on', k)) return null;
  }
  return null;
}

/** "4:30 a.m.", "9 pm", "الساعة 10:30 صباحاً": minutes after midnight. */
function clock(s: Scene, i: number): { from: number; to: number; minutes: number } | null {
  const t = s.tokens[i];
  if (!t || t.form.value < 0) return null;
  const half = s.starts('ampm', i + 1);
  if (t.form.kind !== 'clock' && !(t.form.kind === 'number' && t.form.value <= 12 && half)) return null;
  let minutes = t.form.kind === 'clock' ? t.form.value : t.form.value * 60;
  if (half?.value === 'pm' && minutes < 12 * 60) minutes += 12 * 60;
  if (half?.value === 'am' && minutes >= 12 * 60) minutes -= 12 * 60;
  return { from: i, to: half?.to ?? i + 1, minutes };
}

/** A clock time makes a point of the day it stands with; "about" gives it a quarter of an hour either way. */
function clocks(s: Scene, times: Time[], now: Now): Time[] {
  for (let i = 0; i < s.length; i++) {
    const c = clock(s, i);
    if (!c) continue;
    const on = times.filter((t) => t.day !== null).sort((a, b) => Math.abs(a.from - i) - Math.abs(b.from - i))[0];
    const base = on?.day ?? now.day ?? dayOf(now.wall);
    const slack = s.ends('approx', i)?.value === 'about' ? 15 * MINUTE : 0;
    const at = base + c.minutes * MINUTE;
    if (on) times.splice(times.indexOf(on), 1);
    times.push({
      from: Math.min(on?.from ?? i, i),
      to: Math.max(on?.to ?? 0, c.to),
      span: { from: at - slack, to: at + slack },
      kind: 'point',
      day: base,
    });
    i = c.to - 1;
  }
  return times;
}

const PATTERNS = [between, since, window, ago, anaphor, dayPart] as const;

/** "900,000 years ago" is no time that the record can hold. */
const onCalendar = ({ span, day }: Time): boolean =>
  [span.from, span.to, day].every((at) => at === null || (at >= EARLIEST / 1000 && at < LATEST / 1000));

/** Every time of the sentence, in order, each resolved into the past unless the text says otherwise. */
export function times(s: Scene, now: Now): Time[] {
  const out: Time[] = [];
  for (let i = 0; i < s.length;) {
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
