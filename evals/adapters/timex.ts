import { DAY, MINUTE, weekdayOf } from '../../src/extract/calendar.ts';
import { dateAt, type Core } from '../../src/extract/dates.ts';
import type { Lexicon } from '../../src/extract/lexicon.ts';
import { Scene } from '../../src/extract/scene.ts';
import { sentences } from '../../src/extract/sentences.ts';
import { numberAt } from '../../src/extract/numbers.ts';
import { times, type Now, type Time } from '../../src/extract/times.ts';

export interface TimexDocument {
  id: string;
  /** Date of the document, with or without the time. */
  dct: string;
  text: string;
}
export interface Timex {
  start: number;
  end: number;
  type: 'DATE' | 'TIME' | 'DURATION';
  value: string;
}
export interface TimexPrediction {
  id: string;
  timexes: Timex[];
}

/** Wall time as far as `length` says; what no calendar holds ("900,000 years ago") has no value. */
const iso = (wall: number, length: number): string => {
  const at = new Date(wall);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, length);
};
const dayValue = (wall: number): string => iso(wall, 10);

/** ISO week of a day ("1998-W05"). */
export function weekValue(wall: number): string {
  const thursday = wall + (3 - ((weekdayOf(wall) + 6) % 7)) * DAY;
  const year = new Date(thursday).getUTCFullYear();
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** A stretch as wide as its unit. */
const AS: Readonly<Record<string, (wall: number) => string>> = {
  hour: (w) => iso(w, 13),
  day: dayValue,
  week: weekValue,
  month: (w) => iso(w, 7),
  year: (w) => iso(w, 4),
};
const DURATION: Readonly<Record<string, string>> = {
  hour: 'PT#H',
  day: 'P#D',
  week: 'P#W',
  month: 'P#M',
  year: 'P#Y',
};

/** TIMEX3's codes for the parts of the day that data/times names; "early" and "late" are no parts there but modify the day. */
const PARTS: Readonly<Record<string, string>> = {
  dawn: 'MO',
  predawn: 'MO',
  morning: 'MO',
  noon: '12:00',
  afternoon: 'AF',
  evening: 'EV',
  night: 'NI',
  overnight: 'NI',
  midnight: '24:00',
};

const coreValue = (c: Core): string =>
  c.day !== null ? dayValue(c.day) : c.span.to - c.span.from > 40 * DAY ? iso(c.span.from, 4) : iso(c.span.from, 7);

/** Dates named in tokens [from, to): a range and a "since" are told by theirs. */
function named(s: Scene, t: Time, now: Now): Timex[] {
  const out: Timex[] = [];
  for (let i = t.from; i < t.to;) {
    const c = dateAt(s, i, now.wall);
    if (c) out.push(timex(s, c, 'DATE', coreValue(c)));
    i = c ? Math.max(c.to, i + 1) : i + 1;
  }
  return out;
}

function timex(s: Scene, at: { from: number; to: number }, type: Timex['type'], value: string): Timex {
  const [start, end] = s.span(at.from, at.to);
  return { start, end, type, value };
}

const unitOf = (s: Scene, t: Time): string | null => s.all('unit', t.from, t.to)[0]?.value.split('+')[0] ?? null;

/** The number told in a time; vague ones ("few", "several") are none. */
function told(s: Scene, t: Time): number | null {
  for (let i = t.from; i < t.to; i++) {
    const n = numberAt(s, i);
    if (n) return n.value;
  }
  return null;
}

/** "this month", "last week" are dates as wide as the unit; "the past two weeks" is a duration. */
function windowed(s: Scene, t: Time): Timex | null {
  const unit = unitOf(s, t);
  const form = DURATION[unit ?? ''];
  const { from, to } = t.span;
  if (unit === null || from === null || to === null || !form) return null;
  const lead = s.starts('past', t.from)?.value ?? 'last';
  const many = s.all('unit', t.from, t.to)[0]!.value.includes('+');
  if (!many && (lead === 'this' || lead === 'last') && unit !== 'hour')
    return timex(s, t, 'DATE', AS[unit]!(lead === 'this' ? to : from));
  const n = told(s, t) ?? (many ? 'X' : 1);
  return timex(s, t, 'DURATION', form.replace('#', String(n)));
}

function partOf(s: Scene, t: Time): Timex | null {
  if (t.day === null) return null;
  const names = [...s.all('part', t.from, t.to), ...s.all('anaphor', t.from, t.to)].map((h) =>
    h.value.split(' ').at(-1)!,
  );
  const code = names.map((n) => PARTS[n]).find((c) => c !== undefined);
  return code ? timex(s, t, 'TIME', `${dayValue(t.day)}T${code}`) : timex(s, t, 'DATE', dayValue(t.day));
}

function pointOf(s: Scene, t: Time): Timex | null {
  const { from, to } = t.span;
  return from === null || to === null ? null : timex(s, t, 'TIME', iso(from + (to - from) / 2, 16));
}

function dayOf(s: Scene, t: Time): Timex | null {
  const unit = unitOf(s, t);
  return t.day === null ? null : timex(s, t, 'DATE', (AS[unit ?? 'day'] ?? dayValue)(t.day));
}

function ranged(s: Scene, t: Time, now: Now): Timex[] {
  const dates = named(s, t, now);
  if (dates.length || t.span.from === null) return dates;
  const weekend = t.day !== null && s.all('anaphor', t.from, t.to).length > 0;
  return [timex(s, t, 'DATE', weekend ? `${weekValue(t.span.from)}-WE` : dayValue(t.span.from))];
}

/** How each kind of time of the engine is written in TIMEX3. */
const WRITE: Readonly<Record<Time['kind'], (s: Scene, t: Time, now: Now) => Timex | Timex[] | null>> = {
  day: dayOf,
  part: partOf,
  point: pointOf,
  month: (s, t, now) => {
    const c = dateAt(s, t.from, now.wall);
    return c ? timex(s, t, 'DATE', coreValue(c)) : named(s, t, now);
  },
  since: ranged,
  range: ranged,
  window: windowed,
};

/** Time expressions of a document as the engine finds and resolves them. */
export function timexesOf(d: TimexDocument, lexicon: Lexicon): Timex[] {
  let now: Now = { wall: Date.parse(`${d.dct.slice(0, 10)}T00:00Z`) + DAY - MINUTE, day: null, hours: lexicon.hours };
  return sentences(d.text, lexicon.abbreviations).flatMap((range) => {
    const s = new Scene(d.text, range, lexicon);
    const found = times(s, now);
    const written = found.flatMap((t) => WRITE[t.kind](s, t, now) ?? []);
    const day = found.findLast((t) => t.day !== null)?.day;
    if (day !== undefined && day !== null) now = { ...now, day };
    return written;
  });
}
