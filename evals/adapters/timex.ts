import type { Amount } from '../../src/extract/times/amounts.ts';
import { DAY, MINUTE, monthIn, weekdayOf, type Unit } from '../../src/extract/times/calendar.ts';
import type { Core } from '../../src/extract/times/named-date.ts';
import type { Lexicon } from '../../src/extract/lexicon.ts';
import { Scene } from '../../src/extract/scene.ts';
import { sentences } from '../../src/extract/text/sentences.ts';
import type { Now, Time } from '../../src/extract/times/time.ts';
import { dates, times } from '../../src/extract/times/times.ts';

export interface TimexDocument {
  id: string;
  /** Date of the document, with or without the time. */
  dct: string;
  text: string;
}
export interface Timex {
  start: number;
  end: number;
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
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

/** ISO week of a day ("1998-W05"). */
export function weekValue(wall: number): string {
  const thursday = wall + (3 - ((weekdayOf(wall) + 6) % 7)) * DAY;
  const year = new Date(thursday).getUTCFullYear();
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

const SEASONS: Readonly<Record<number, string>> = {
  3: 'SP',
  6: 'SU',
  9: 'FA',
  12: 'WI',
};
const nth = (wall: number, length: number): number => Math.ceil(monthIn(wall) / length);

/** A stretch as wide as its grain, from a moment in it. */
const AS: Readonly<Record<Core['grain'], (wall: number) => string>> = {
  minute: (w) => iso(w, 16),
  hour: (w) => iso(w, 13),
  day: (w) => iso(w, 10),
  weekend: (w) => `${weekValue(w)}-WE`,
  week: weekValue,
  month: (w) => iso(w, 7),
  quarter: (w) => `${iso(w, 4)}-Q${nth(w, 3)}`,
  half: (w) => `${iso(w, 4)}-H${nth(w, 6)}`,
  season: (w) => `${iso(w, 4)}-${SEASONS[monthIn(w)] ?? 'SU'}`,
  year: (w) => iso(w, 4),
  decade: (w) => iso(w, 3),
  century: (w) => iso(w, 2),
};

/** Designator of a unit, the number of them in one, and the next smaller one for a half. */
const DESIGNATORS: Readonly<Record<Unit, readonly [string, number, string]>> = {
  minute: ['PT#M', 1, '30S'],
  hour: ['PT#H', 1, '30M'],
  day: ['P#D', 1, 'T12H'],
  week: ['P#W', 1, '3D'],
  month: ['P#M', 1, '15D'],
  quarter: ['P#Q', 1, ''],
  half: ['P#M', 6, ''],
  year: ['P#Y', 1, '6M'],
  decade: ['P#Y', 10, ''],
  century: ['P#Y', 100, ''],
};

/** A length of time as ISO 8601 has it: "P3M", "PT5H30M", and "PXD" for days unnumbered. */
export function durationValue({ n, unit }: Pick<Amount, 'n' | 'unit'>): string {
  const [form, times, half] = DESIGNATORS[unit];
  if (n === null) return form.replace('#', 'X');
  const all = n * times;
  if (Number.isInteger(all) || half === '') return form.replace('#', String(Math.round(all)));
  if (all > 1) return form.replace('#', String(Math.floor(all))) + half;
  return (half.endsWith('S') || half.endsWith('M') ? form.slice(0, form.indexOf('#')) : 'P') + half;
}

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

function timex(s: Scene, at: { from: number; to: number }, type: Timex['type'], value: string): Timex {
  const [start, end] = s.span(at.from, at.to);
  return { start, end, type, value };
}

function partOf(s: Scene, t: Time): Timex {
  const day = AS.day(t.day!);
  const names = [...s.all('part', t.from, t.to), ...s.all('anaphor', t.from, t.to)].map((h) =>
    h.value.split(' ').at(-1)!,
  );
  const code = names.map((n) => PARTS[n]).find((c) => c !== undefined);
  return code ? timex(s, t, 'TIME', `${day}T${code}`) : timex(s, t, 'DATE', day);
}

/** A time of the engine in TIMEX3: named dates each on its own, then by grain, amount or sense. */
function written(s: Scene, t: Time): Timex[] {
  if (t.names.length > 0) return t.names.map((c) => timex(s, c, 'DATE', AS[c.grain](c.day ?? c.span.from)));
  const { from, to } = t.span;
  if (t.grain === 'part') return [partOf(s, t)];
  if (t.kind === 'point') return [timex(s, t, 'TIME', AS.minute(from! + (to! - from!) / 2))];
  if (t.grain !== null && from !== null) return [timex(s, t, 'DATE', AS[t.grain](t.day ?? middle(t)))];
  if (t.sense && t.kind === 'ref') return [timex(s, t, 'DATE', `${t.sense.toUpperCase()}_REF`)];
  return t.amount ? [timex(s, t, t.kind === 'set' ? 'SET' : 'DURATION', durationValue(t.amount))] : [];
}

/** A moment that lies well inside: "two weeks ago" begins in the week before. */
const middle = (t: Time): number =>
  t.grain === 'week' && t.span.to !== null ? (t.span.from! + t.span.to) / 2 : t.span.from!;

/** Time expressions of a document as the engine finds and resolves them. */
export function timexesOf(d: TimexDocument, lexicon: Lexicon): Timex[] {
  const wall = Date.parse(`${d.dct.slice(0, 10)}T00:00Z`) + DAY - MINUTE;
  let now: Now = {
    wall,
    until: wall,
    day: null,
    hours: lexicon.hours,
  };
  return sentences(d.text, lexicon.abbreviations).flatMap((range) => {
    const s = new Scene(d.text, range, lexicon);
    const found = times(s, now);
    const day = found.findLast((t) => t.day !== null && dates(t, now))?.day;
    if (day !== undefined && day !== null) now = { ...now, day };
    return found.flatMap((t) => written(s, t));
  });
}
