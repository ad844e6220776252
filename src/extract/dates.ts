import { day, dayOf, lastWeekday, monthOf, recent, wholeDay, yearOf, DAY, type Span } from './calendar.ts';
import { numberAt } from './numbers.ts';
import type { Scene } from './scene.ts';

/** A day, month or year named in a sentence, over tokens [from, to). */
export interface Core {
  from: number;
  to: number;
  span: { from: number; to: number };
  /** The day, when it is one. */
  day: number | null;
}

const isYear = (n: number): boolean => n >= 1900 && n <= 2100;

const core = (from: number, to: number, start: number | null): Core | null =>
  start === null ? null : { from, to, span: wholeDay(start), day: start };

/** Year right after token `i` ("October 18, 2023"), with the token after it. */
function yearAt(s: Scene, i: number): { year: number; to: number } | null {
  const k = s.isMark(i, ',،') ? i + 1 : i;
  const t = s.tokens[k];
  return t?.form.kind === 'number' && isYear(t.form.value) && t.to - t.from === 4
    ? { year: t.form.value, to: k + 1 }
    : null;
}

/** Day number at `i`, with an ordinal ending and "of" read over. */
function dateNumber(s: Scene, i: number): { n: number; to: number } | null {
  const t = s.tokens[i];
  if (!t || t.form.kind !== 'number' || t.form.value < 1 || t.form.value > 31) return null;
  let to = i + 1;
  if (/^(th|st|nd|rd)$/.test(s.key(to)) && s.tokens[to]!.from === t.to) to++;
  return { n: t.form.value, to };
}

function monthFirst(s: Scene, i: number, now: number): Core | null {
  const m = s.starts('month', i);
  if (!m) return null;
  const month = Number(m.value);
  const d = dateNumber(s, m.to);
  if (d && s.tokens[m.to]!.glue === '') {
    const y = yearAt(s, d.to);
    return core(i, y?.to ?? d.to, y ? day(y.year, month, d.n) : recent(month, d.n, now));
  }
  return monthAlone(s, i, m.to, { month, now });
}

function monthAlone(s: Scene, from: number, to: number, { month, now }: { month: number; now: number }): Core | null {
  const y = yearAt(s, to);
  const lead = s.starts('inmonth', from - 1) ?? s.starts('mid', from - 1) ?? s.starts('since', from - 1);
  if (!y && !lead && !s.starts('thisyear', to)) return null;
  const here = yearOf(now);
  const year = y?.year ?? (monthOf(here, month).from! <= now ? here : here - 1);
  const span = monthOf(year, month) as { from: number; to: number };
  return { from, to: y?.to ?? s.starts('thisyear', to)?.to ?? to, span, day: null };
}

function dayFirst(s: Scene, i: number, now: number): Core | null {
  const d = dateNumber(s, i);
  if (!d) return null;
  const k = s.starts('of', d.to) ? d.to + 1 : d.to;
  const m = s.starts('month', k);
  if (!m || s.tokens[i]!.glue === '-') return null;
  const y = yearAt(s, m.to);
  return core(i, y?.to ?? m.to, y ? day(y.year, Number(m.value), d.n) : recent(Number(m.value), d.n, now));
}

/** 2023-11-07, 7/11/2023, 19-10-2023. Day first unless that is no date: these are texts of the region. */
function numeric(s: Scene, i: number): Core | null {
  const [a, b, c] = [s.tokens[i], s.tokens[i + 1], s.tokens[i + 2]];
  if (!a || !b || !c || [a, b, c].some((t) => t.form.kind !== 'number') || b.glue === '' || c.glue === '') return null;
  const [x, y, z] = [a.form.value, b.form.value, c.form.value];
  const start = isYear(x) ? day(x, y, z) : isYear(z) ? (day(z, y, x) ?? day(z, x, y)) : null;
  return core(i, i + 3, start);
}

function weekday(s: Scene, i: number, now: number): Core | null {
  const w = s.starts('weekday', i);
  if (!w) return null;
  const before = s.starts('last', w.to) ?? s.ends('last', i);
  const from = before && before.to === i ? before.from : i;
  return core(from, Math.max(w.to, before?.to ?? 0), lastWeekday(Number(w.value), now, before !== undefined));
}

function dayWord(s: Scene, i: number, now: number): Core | null {
  const w = s.starts('dayword', i);
  return w ? core(i, w.to, dayOf(now) + Number(w.value) * DAY) : null;
}

function yearAlone(s: Scene, i: number): Core | null {
  const y = s.starts('inmonth', i - 1) ? yearAt(s, i) : null;
  if (!y || y.to !== i + 1) return null;
  return {
    from: i,
    to: y.to,
    span: { from: Date.UTC(y.year, 0, 1), to: Date.UTC(y.year + 1, 0, 1) - 60_000 },
    day: null,
  };
}

/** The day that is named at token `i`; several names of one day in a row are read as one ("today, Tuesday 7 November"). */
export function dateAt(s: Scene, i: number, now: number): Core | null {
  const first = one(s, i, now);
  if (!first || first.day === null) return first;
  const k = s.isMark(first.to, ',،(') ? first.to + 1 : first.to;
  const next = one(s, k, now);
  if (!next || next.day === null || !(s.starts('weekday', i) || s.starts('dayword', i)) || s.starts('dayword', k))
    return first;
  // The date is the firmer name: a wrong weekday is the commoner slip.
  const dated = !s.starts('weekday', k);
  return {
    from: i,
    to: next.to + (s.isMark(next.to, ')') ? 1 : 0),
    span: dated ? next.span : first.span,
    day: dated ? next.day : first.day,
  };
}

const one = (s: Scene, i: number, now: number): Core | null =>
  numeric(s, i) ??
  monthFirst(s, i, now) ??
  dayFirst(s, i, now) ??
  weekday(s, i, now) ??
  dayWord(s, i, now) ??
  yearAlone(s, i);

/** Two days coordinated or in a range: "Oct. 17 and 18", "Oct. 17-24", "17 و30 تشرين الأول", "Oct. 17 to Nov. 7". */
export function dateRange(s: Scene, i: number, now: number): (Core & { span: Span }) | null {
  const bareFirst = dateNumber(s, i);
  const firstDate = dateAt(s, i, now);
  const k = firstDate?.to ?? bareFirst?.to;
  if (k === undefined) return null;
  const linked = s.starts('rangeto', k) ?? s.starts('and', k);
  const waw =
    s.tokens[k]?.form.kind === 'number' &&
    /[و-]/.test(s.text.slice(s.tokens[k - 1]!.to, s.tokens[k]!.from).trim() || 'x');
  const at = linked ? linked.to : waw ? k : -1;
  if (at < 0) return null;
  const second = dateAt(s, at, now);
  if (firstDate?.day != null) return close(s, i, { first: firstDate, second, at });
  if (!bareFirst || second?.day == null) return null;
  const start = day(yearOf(second.day), new Date(second.day).getUTCMonth() + 1, bareFirst.n);
  return start !== null && start < second.day
    ? { from: i, to: second.to, span: { from: start, to: second.span.to }, day: null }
    : null;
}

function close(s: Scene, i: number, x: { first: Core; second: Core | null; at: number }): Core | null {
  const start = x.first.day!;
  if (x.second?.day != null && x.second.day > start)
    return { from: i, to: x.second.to, span: { from: start, to: x.second.span.to }, day: null };
  const n = numberAt(s, x.at);
  if (!n || n.value > 31 || s.starts('people', n.to) || s.starts('unit', n.to)) return null;
  const end = day(yearOf(start), new Date(start).getUTCMonth() + 1, n.value);
  return end !== null && end > start
    ? { from: i, to: n.to, span: { from: start, to: wholeDay(end).to }, day: null }
    : null;
}
