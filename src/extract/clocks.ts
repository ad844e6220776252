import { MINUTE, dayOf } from './calendar.ts';
import type { Scene } from './scene.ts';
import type { Now, Time } from './time.ts';

/** A clock time over tokens [from, to): minutes after midnight, and the zone that it names. */
interface Clock {
  from: number;
  to: number;
  minutes: number;
  zone: string | null;
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

/** "الساعة الثانية والنصف": the hour as a word. */
function spelled(s: Scene, i: number): { minutes: number; to: number } | null {
  const hour = s.starts('unit', i)?.value === 'hour' ? s.starts('oclock', i + 1) : undefined;
  if (!hour) return null;
  const more = s.starts('minutes', hour.to);
  return {
    minutes: Number(hour.value) * 60 + Number(more?.value ?? 0),
    to: more?.to ?? hour.to,
  };
}

/** Zone told after a clock time, also in brackets: "EST", "(Sanaa time)", "بتوقيت غرينتش". */
function zoneAfter(s: Scene, i: number): { zone: string; to: number } | null {
  const open = s.isMark(i, '(');
  const hit = s.starts('zone', open ? i + 1 : i);
  return hit ? { zone: hit.value, to: hit.to + (open && s.isMark(hit.to, ')') ? 1 : 0) } : null;
}

/** "4:30 a.m.", "9 pm", "0430 GMT", "4 in the morning", "الساعة 10:30 صباحاً". */
function clock(s: Scene, i: number): Clock | null {
  const words = spelled(s, i);
  const t = s.tokens[i];
  if (!t || (!words && t.form.value < 0)) return null;
  const half = s.starts('ampm', words?.to ?? i + 1);
  const to = half?.to ?? words?.to ?? i + 1;
  const zone = zoneAfter(s, to);
  const told =
    words?.minutes ??
    digits(t.form, t.to - t.from, {
      half: half !== undefined,
      zone: zone !== null,
    });
  if (told === null) return null;
  return {
    from: i,
    to: zone?.to ?? to,
    minutes: inHalf(told, half?.value),
    zone: zone?.zone ?? null,
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
    // "10:35 a.m. (0735 GMT)" tells one moment twice.
    if (last && c.zone !== null && s.isMark(i - 1, '(') && end === i - 1) last.to = Math.max(last.to, c.to);
    else {
      const on = nearest(days, c);
      const beside = on !== null && gap(on, c) <= BESIDE && !joined.has(on);
      if (beside) joined.add(on);
      const at = point(s, c, { on: on?.day ?? null, with: beside ? on : null }, now);
      if (last && range(s, end, c)) extend(last, at);
      else points.push(at);
    }
    end = c.to;
    i = c.to - 1;
  }
  return [...times.filter((t) => !joined.has(t)), ...points];
}

/** "from 4 a.m. to 6 a.m.", "between 4 a.m. and 6 a.m.": the second clock time ends what the first began. */
function range(s: Scene, end: number, c: Clock): boolean {
  const link = s.starts('rangeto', end) ?? s.starts('and', end);
  return link?.to === c.from;
}

function extend(first: Time, second: Time): void {
  first.span = { from: first.span.from, to: Math.max(second.span.to!, first.span.to!) };
  [first.from, first.to] = [Math.min(first.from, second.from), Math.max(first.to, second.to)];
}

const gap = (t: Time, c: Clock): number => (t.from >= c.to ? t.from - c.to : c.from - t.to);

function nearest(days: readonly Time[], c: Clock): Time | null {
  let best: Time | null = null;
  for (const t of days) if (!best || Math.abs(t.from - c.from) < Math.abs(best.from - c.from)) best = t;
  return best;
}

function point(s: Scene, c: Clock, x: { on: number | null; with: Time | null }, now: Now): Time {
  const base = x.on ?? now.day ?? dayOf(now.wall);
  const slack = s.ends('approx', c.from)?.value === 'about' ? 15 * MINUTE : 0;
  const at = base + c.minutes * MINUTE + moved(c.zone, now);
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
