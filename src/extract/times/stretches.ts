import { amountAt, unitAt } from './amounts.ts';
import { DAY, MINUTE, monthIn, months, whole, yearOf, type Stretch, type Unit } from './calendar.ts';
import type { Core } from './named-date.ts';
import type { Scene } from '../scene.ts';
import { ahead } from './tense.ts';
import { isYear, yearAt } from './years.ts';

const stretch = (from: number, to: number, span: Stretch, grain: Core['grain']): Core => ({
  from,
  to,
  span,
  day: null,
  grain,
});

/** Words after which a month or a year is one, whatever else its name may mean. */
const LEADS = ['inmonth', 'mid', 'since', 'between', 'past', 'due'] as const;
const led = (s: Scene, i: number): boolean => LEADS.some((cat) => s.ends(cat, i) !== undefined);

/** Whether the name of a month stands for one without a word before it: "they may", "a march", "MAY" do not. */
function named(s: Scene, from: number, to: number): boolean {
  const { key, case: letters } = s.tokens[from]!.form;
  if (letters !== 1 || to !== from + 1 || key.length < 4 || key === 'may') return false;
  return key !== 'march' || (from > 0 && !s.starts('on', to));
}

/** A month without a day: its year is told, or is the nearest that the tense allows. */
export function monthAlone(s: Scene, from: number, to: number, x: { month: number; now: number }): Core | null {
  const y = yearAt(s, to);
  const word = y ? undefined : s.starts('yearword', to);
  if (!y && !word && !led(s, from) && !named(s, from, to)) return null;
  const end = y?.to ?? word?.to ?? to;
  const year = y?.year ?? (word ? yearOf(x.now) + Number(word.value) : monthYear(s, [from, to], x));
  const part = s.ends('mid', from);
  return stretch(from, end, part ? third(year, x.month, Number(part.value)) : months(year, x.month), 'month');
}

/** "early", "mid", "late": a third of the month, from the day that the word says. */
function third(year: number, month: number, day: number): Stretch {
  const all = months(year, month);
  const start = all.from + (day === 14 ? 10 : day) * DAY;
  return { from: start, to: day >= 20 ? all.to : start + 10 * DAY - MINUTE };
}

function monthYear(s: Scene, at: [number, number], x: { month: number; now: number }): number {
  const [year, here] = [yearOf(x.now), monthIn(x.now)];
  const lead = s.ends('past', at[0])?.value;
  if (lead === 'this') return year;
  if (lead === 'last') return here - x.month >= 2 ? year : year - 1;
  const past = x.month <= here ? year : year - 1;
  const next = x.month < here ? year + 1 : year;
  if (lead === 'next') return next;
  // A month that is nearly a year off is the one just over.
  const away = (x.month - here + 12) % 12;
  return away > 0 && away <= 8 && ahead(s, ...at) ? next : past;
}

/** The year that the number at token `i` would be. */
export function yearCore(s: Scene, i: number): Core | null {
  const y = s.tokens[i]?.form.kind === 'number' ? yearAt(s, i) : null;
  return y && stretch(i, y.to, whole('year', Date.UTC(y.year, 0, 1)), 'year');
}

/** A year told alone: after a word that leads to one, or before the thing that it dates ("the 2019 attack"). */
function yearAlone(s: Scene, i: number): Core | null {
  const y = yearCore(s, i);
  if (!y) return null;
  const lead = led(s, i) || (s.starts('and', i - 1) !== undefined && yearAt(s, i - 2) !== null);
  if (!lead && !attributive(s, i)) return null;
  return s.starts('people', y.to) || s.starts('unit', y.to) ? null : y;
}

/** A number of the form of a year that counts nothing: no approximation before it, no plural after it. */
function attributive(s: Scene, i: number): boolean {
  const next = s.tokens[i + 1];
  if (
    i === 0 ||
    !next ||
    next.form.kind !== 'word' ||
    !/^[a-z]/.test(next.form.key) ||
    s.tokens[i]!.glue !== '' ||
    next.glue !== ''
  )
    return false;
  return s.tokens[i - 1]!.form.kind === 'word' && !s.ends('approx', i) && !/[^s]s$/.test(next.form.key);
}

/** "the 1980s", "the '80s", "the nineties", "the 20th century". */
function era(s: Scene, i: number): Core | null {
  const word = s.starts('decade', i);
  if (word) return stretch(i, word.to, whole('decade', Date.UTC(Number(word.value), 0, 1)), 'decade');
  const t = s.tokens[i];
  if (t?.form.kind !== 'number') return null;
  const n = t.form.value;
  const next = s.tokens[i + 1];
  if (next?.form.key === 's' && next.from - t.to <= 1 && n % 10 === 0) {
    const year = isYear(n) ? n : n >= 20 && n < 100 && /[’'‘`]/.test(s.text[t.from - 1] ?? '') ? 1900 + n : 0;
    if (year) return stretch(i, i + 2, whole('decade', Date.UTC(year, 0, 1)), 'decade');
  }
  const unit = /^(th|st|nd|rd)$/.test(s.key(i + 1)) ? s.starts('unit', i + 2) : undefined;
  return unit?.value === 'century' && n > 19 && n < 30
    ? stretch(i, unit.to, whole('century', Date.UTC((n - 1) * 100, 0, 1)), 'century')
    : null;
}

/** Quarters and halves of a year: "the third quarter of 1990", "the 1988 fourth quarter", "the first half". */
function portion(s: Scene, i: number, now: number): Core | null {
  const nth = s.starts('nth', i);
  const unit = nth ? s.starts('portion', nth.to) : undefined;
  if (!nth || !unit) return null;
  const count = unit.value === 'quarter' ? 4 : 2;
  const n = nth.value === 'last' ? count : Number(nth.value);
  const of = s.starts('of', unit.to) ? unit.to + 1 : unit.to;
  const after = yearAt(s, of) ?? (s.starts('yearword', of) ? wordYear(s, of, now) : null);
  const before = yearAt(s, i - 1);
  // Half of anything is a half; only that of a year is a time.
  if (n > count || (unit.value === 'half' && !after)) return null;
  const start = (year: number): number => Date.UTC(year, ((n - 1) * 12) / count, 1);
  const year = after?.year ?? before?.year ?? (start(yearOf(now)) <= now ? yearOf(now) : yearOf(now) - 1);
  return stretch(i, after?.to ?? unit.to, whole(unit.value as Unit, start(year)), unit.value as Unit);
}

const wordYear = (s: Scene, i: number, now: number): { year: number; to: number } => {
  const word = s.starts('yearword', i)!;
  return { year: yearOf(now) + Number(word.value), to: word.to };
};

/** "the first week of March", "the last ten days of October". */
function ofMonth(s: Scene, i: number, now: number): Core | null {
  const nth = s.starts('nth', i);
  const a = nth ? amountAt(s, nth.to) : null;
  const unit = nth && !a ? unitAt(s, nth.to) : null;
  const days = a ? (a.n ?? 0) * (a.unit === 'week' ? 7 : 1) : 7;
  const to = a?.to ?? unit?.to ?? 0;
  if (!nth || !(a?.unit === 'day' || (a ?? unit)?.unit === 'week') || !s.starts('of', to)) return null;
  const m = s.starts('month', to + 1);
  const month = m ? monthAlone(s, to + 1, m.to, { month: Number(m.value), now }) : null;
  if (!month || days < 1 || days > 28) return null;
  const start = month.span.from + (Number(nth.value) - 1) * days * DAY;
  const span =
    nth.value === 'last'
      ? { from: month.span.to + MINUTE - days * DAY, to: month.span.to }
      : { from: start, to: Math.min(start + days * DAY - MINUTE, month.span.to) };
  return stretch(i, month.to, span, 'month');
}

/** "this summer", "last fall", "the winter of 1994". */
function season(s: Scene, i: number, now: number): Core | null {
  const name = s.starts('season', i);
  if (!name) return null;
  const lead = s.ends('past', i);
  const of = s.starts('of', name.to) ? name.to + 1 : name.to;
  const y = yearAt(s, of);
  // "the fall" is more often that of a town.
  if (!y && !lead && (s.key(i - 1) !== 'the' || name.value === '9')) return null;
  const month = Number(name.value);
  const year = y?.year ?? seasonYear(lead?.value ?? null, month, now);
  return stretch(i, y?.to ?? name.to, months(year, month, 3), 'season');
}

/** The season that goes on or went last, unless the word before it asks for another. */
function seasonYear(lead: string | null, month: number, now: number): number {
  const here = yearOf(now);
  const past = months(here, month).from <= now ? here : here - 1;
  const going = months(past, month, 3).to >= now;
  if (lead === 'next') return past + 1;
  if (lead === 'last') return going ? past - 1 : past;
  return lead === 'this' && !going ? here : past;
}

/** A month, quarter, season, year or longer stretch named at token `i`. */
export const stretchAt = (s: Scene, i: number, now: number): Core | null =>
  portion(s, i, now) ?? ofMonth(s, i, now) ?? era(s, i) ?? yearAlone(s, i) ?? season(s, i, now);
