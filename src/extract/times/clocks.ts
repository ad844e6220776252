import { DAY, MINUTE, dayOf } from './calendar.ts';
import type { Hit, Scene } from '../scene.ts';
import type { Now, Time } from './time.ts';

/** A clock time over tokens [from, to): minutes after midnight, and the zone that it names. */
interface Clock {
  from: number;
  to: number;
  minutes: number;
  zone: string | null;
  /** Whether it says in which half of the day. */
  half: boolean;
}

const HALF_DAY = 12 * 60;

/** Minutes after midnight of a time told with a word for the half of the day; "ليلا" is after midnight till six. */
function inHalf(minutes: number, half: string | undefined): number {
  const late = half === 'pm' || (half === 'night' && minutes >= 6 * 60 && minutes < HALF_DAY);
  if (late && minutes < HALF_DAY) return minutes + HALF_DAY;
  return (half === 'am' || half === 'night') && minutes >= HALF_DAY && minutes < HALF_DAY + 60
    ? minutes - HALF_DAY
    : minutes;
}

/** "بين الثانية والرابعة": two hours that bound a time. */
function hourRange(s: Scene, hour: Hit): boolean {
  const before = s.ends('oclock', hour.from);
  const first = before ?? hour;
  const lead = s.starts('unit', first.from - 1) ? first.from - 1 : first.from;
  return s.ends('between', lead) !== undefined && (before !== undefined || s.starts('oclock', hour.to) !== undefined);
}

const isAt = (s: Scene, i: number): boolean => /^(at|عند)$/.test(s.key(i - 1)) || s.ends('approx', i) !== undefined;

/** "at midnight", "around noon", "between 10 a.m. and noon": the hour that has a name, where it stands for itself. */
function hourName(s: Scene, i: number): { minutes: number; to: number } | null {
  const name = s.starts('hourname', i);
  if (!name) return null;
  const link = s.ends('rangeto', i) ?? s.ends('and', i);
  const bounds =
    link !== undefined && (s.covers('ampm', link.from - 1) ?? s.covers('zone', link.from - 1)) !== undefined;
  return isAt(s, i) || bounds || s.ends('between', i) ? { minutes: Number(name.value), to: name.to } : null;
}

/** "nine o'clock" is an hour whatever stands around it. */
const whole = (s: Scene, hour: Hit): boolean => s.language !== 'ar' && hour.to > hour.from + 1;

/** "من ليل أمس", "of Monday evening": the part of the day to which an hour belongs. */
const partBehind = (s: Scene, i: number): boolean =>
  s.starts('of', i) !== undefined && s.starts('part', i + 1) !== undefined;

/** "الساعة الثانية والنصف", "الثالثة عصرا", "nine o'clock": the hour as a word. */
function spelled(s: Scene, i: number): { minutes: number; to: number } | null {
  const named = s.starts('unit', i)?.value === 'hour';
  const hour = s.starts('oclock', named ? i + 1 : i);
  if (!hour) return null;
  const more = s.starts('minutes', hour.to);
  // Without "الساعة" only the half of the day, or another hour, tells it from "the third".
  const end = more?.to ?? hour.to;
  if (!named && !whole(s, hour) && !s.starts('ampm', end) && !partBehind(s, end) && !hourRange(s, hour)) return null;
  return {
    minutes: Number(hour.value) * 60 + Number(more?.value ?? 0),
    to: more?.to ?? hour.to,
  };
}

/** "GMT+3", "UTC -4", whose sign the zone database turns round. */
function offsetAt(s: Scene, i: number): { zone: string; to: number } | null {
  const plus = s.isMark(i, '+');
  const n = s.tokens[plus ? i + 1 : i];
  if (n?.form.kind !== 'number' || n.form.value > 14 || (!plus && n.glue !== '-')) return null;
  return { zone: `Etc/GMT${plus ? '-' : '+'}${n.form.value}`, to: plus ? i + 2 : i + 1 };
}

/** Zone told after a clock time, also in brackets: "EST", "(Sanaa time)", "بتوقيت غرينتش". */
function zoneAfter(s: Scene, i: number): { zone: string; to: number } | null {
  const open = s.isMark(i, '(');
  const hit = s.starts('zone', open ? i + 1 : i);
  if (!hit) return null;
  const offset = hit.value === 'UTC' ? offsetAt(s, hit.to) : null;
  const to = offset?.to ?? hit.to;
  return { zone: offset?.zone ?? hit.value, to: to + (open && s.isMark(to, ')') ? 1 : 0) };
}

/** "4:30 a.m.", "9 pm", "0430 GMT", "4 in the morning", "الساعة 10:30 صباحاً". */
function clock(s: Scene, i: number): Clock | null {
  const named = hourName(s, i);
  const words = named ?? spelled(s, i);
  const t = s.tokens[i];
  if (!t || (!words && t.form.value < 0)) return null;
  const end = words?.to ?? i + 1;
  const half = s.starts('ampm', end) ?? (isAt(s, i) ? s.starts('ampmat', end) : undefined);
  const to = half?.cat === 'ampm' ? half.to : end;
  const zone = zoneAfter(s, to);
  const told =
    words?.minutes ??
    digits(t.form, t.to - t.from, {
      half: half !== undefined || (s.starts('unit', i - 1)?.value === 'hour' && partBehind(s, end)),
      zone: zone !== null,
    });
  if (told === null) return null;
  return {
    from: i,
    to: zone?.to ?? to,
    minutes: inHalf(told, half?.value),
    zone: zone?.zone ?? null,
    half: half !== undefined || named !== null,
  };
}

function digits(
  form: { kind: string; value: number },
  width: number,
  beside: { half: boolean; zone: boolean },
): number | null {
  if (form.kind === 'clock') return form.value < 24 * 60 ? form.value : null;
  if (form.kind !== 'number') return null;
  if (beside.half && form.value <= 12) return form.value * 60;
  const whole = width === 4 && form.value < 2400 && form.value % 100 < 60;
  return beside.zone && whole ? Math.floor(form.value / 100) * 60 + (form.value % 100) : null;
}

/** Tokens between a clock time and the day that it belongs to, so that both make one expression. */
const BESIDE = 4;

/** From the wall of a named zone to the wall of the place, as the offsets stood at publication. */
const moved = (zone: string | null, now: Now): number =>
  zone === null || zone === 'local' || !now.at ? 0 : now.until - now.at(zone);

/** A clock time makes a point of the day it stands with; "about" gives it a quarter of an hour either way. */
export function clocks(s: Scene, times: readonly Time[], now: Now): Time[] {
  const days = times.filter((t) => t.day !== null && t.kind !== 'point');
  const joined = new Set<Time>();
  const points: Time[] = [];
  let end = 0;
  for (let i = 0; i < s.length; i++) {
    const c = clock(s, i);
    if (!c) continue;
    const last = points.at(-1);
    const on = nearest(days, c, joined);
    // "10:35 a.m. (0735 GMT)" tells one moment twice.
    if (last && c.zone !== null && s.isMark(i - 1, '(') && (end === i - 1 || last.to === i - 1))
      again(s, last, { c, on }, now);
    else {
      const beside = on !== null && gap(on, c) <= BESIDE && !joined.has(on);
      if (beside) joined.add(on);
      const at = point(s, c, { on: on?.day ?? null, with: beside ? on : null }, now);
      if (last && (range(s, end, c) || range(s, last.to, c))) extend(last, at);
      else points.push(begun(s, c, at));
    }
    end = c.to;
    i = c.to - 1;
  }
  return [...times.filter((t) => !joined.has(t)), ...points];
}

/** "from 4 a.m. to 6 a.m.", "between 4 a.m. and 6 a.m.": the second clock time ends what the first began. */
function range(s: Scene, end: number, c: Clock): boolean {
  const link = s.starts('rangeto', end) ?? s.starts('and', end);
  const joined = end === c.from && s.text[s.tokens[end]!.from] === 'و';
  return joined || link?.to === c.from;
}

/** Whether "between" or "between about" ends at token `i`. */
const betweenAt = (s: Scene, i: number): boolean => s.ends('between', s.ends('approx', i)?.from ?? i) !== undefined;

/** "between 6 and 9:20 p.m.": the hour before it, told without its half of the day. */
function begun(s: Scene, c: Clock, at: Time): Time {
  const link = s.ends('rangeto', c.from) ?? s.ends('and', c.from);
  const t = link ? s.tokens[link.from - 1] : undefined;
  if (!link || t?.form.kind !== 'number' || t.form.value > 12 || !betweenAt(s, link.from - 1)) return at;
  const hours = c.minutes / 60 - t.form.value;
  const back = (hours > 12 ? hours - 12 : hours) * 60 * MINUTE;
  return back > 0
    ? { ...at, from: Math.min(at.from, link.from - 2), span: { from: at.span.from! - back, to: at.span.to } }
    : at;
}

function extend(first: Time, second: Time): void {
  first.span = { from: first.span.from, to: Math.max(second.span.to!, first.span.to!) };
  [first.from, first.to] = [Math.min(first.from, second.from), Math.max(first.to, second.to)];
}

/** "11:52 on Monday evening", "1:20 after midnight": the part of the day beside it says which of the hours is meant. */
function hourIn(c: Clock, part: Time | null): number {
  const start = part?.kind === 'part' && part.span.from !== null ? (part.span.from - part.day!) / MINUTE : 0;
  if (c.half || start < HALF_DAY || c.minutes > HALF_DAY + 60) return c.minutes;
  return [c.minutes, c.minutes + HALF_DAY, c.minutes + 2 * HALF_DAY].find((m) => m >= start - 60) ?? c.minutes;
}

/** The same moment in another zone: "(2215 GMT on Wednesday)" has a day of its own, which is not that of the place. */
function again(s: Scene, first: Time, x: { c: Clock; on: Time | null }, now: Now): void {
  const { c, on } = x;
  if (on && on.from >= c.to && gap(on, c) <= 1) {
    const told = point(s, c, { on: on.day, with: on }, now);
    const slack = (first.span.to! - first.span.from!) / 2;
    first.span = { from: told.span.from! - slack, to: told.span.to! + slack };
    first.day = dayOf(told.span.from!);
  }
  first.to = Math.max(first.to, c.to);
}

const gap = (t: Time, c: Clock): number => (t.from >= c.to ? t.from - c.to : c.from - t.to);

/** The day nearest to the clock time; of two as near, the one that has none yet ("10 p.m. Wednesday and 2 a.m. Thursday"). */
function nearest(days: readonly Time[], c: Clock, joined: ReadonlySet<Time>): Time | null {
  const far = (t: Time): number => Math.abs(t.from - c.from) + (joined.has(t) ? 0.5 : 0);
  let best: Time | null = null;
  for (const t of days) if (!best || far(t) < far(best)) best = t;
  return best;
}

function point(s: Scene, c: Clock, x: { on: number | null; with: Time | null }, now: Now): Time {
  const base = x.on ?? now.day ?? dayOf(now.wall);
  const slack = s.ends('approx', c.from)?.value === 'about' ? 15 * MINUTE : 0;
  const told = base + hourIn(c, x.with) * MINUTE + moved(c.zone, now);
  // What is told of without a day is over.
  const at = x.on === null && told > now.until ? told - DAY : told;
  return {
    from: Math.min(x.with?.from ?? c.from, c.from),
    to: Math.max(x.with?.to ?? 0, c.to),
    span: { from: at - slack, to: at + slack },
    kind: 'point',
    day: dayOf(at),
    grain: 'minute',
    amount: null,
    names: [],
  };
}
