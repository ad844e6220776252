import type { Language } from '../model/codes.ts';
import { DAY, MINUTE, offsetAt, parseInstant, toLocal } from '../model/instant.ts';
import { say, type Page } from './page.ts';

/** Numbers, days and times in the page's language; Arabic with western digits. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', ar: 'ar-u-nu-latn-ca-gregory' };

const NUMBERS = {
  en: new Intl.NumberFormat(LOCALES.en),
  ar: new Intl.NumberFormat(LOCALES.ar),
};
const DAYS = days({ day: 'numeric', month: 'long', year: 'numeric' });
const SHORT_DAYS = days({ day: 'numeric', month: 'short' });
const TIMES = days({
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** All dates are local wall time told as if it were UTC, so that one set of formats serves every zone. */
function days(options: Intl.DateTimeFormatOptions): Readonly<Record<Language, Intl.DateTimeFormat>> {
  const make = (language: Language): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' });
  return { en: make('en'), ar: make('ar') };
}

type Speaking = Pick<Page, 'language'>;

export const number = (page: Speaking, n: number): string => NUMBERS[page.language].format(n);
export const signed = (page: Speaking, n: number): string =>
  n > 0 ? `+${number(page, n)}` : n < 0 ? `−${number(page, -n)}` : '0';

/** `2023-11-08` → 8 November 2023; a wall time keeps its hour and minute. */
export const day = (page: Speaking, wall: string): string => DAYS[page.language].format(new Date(wall.slice(0, 10)));
export const shortDay = (page: Speaking, wall: string): string =>
  SHORT_DAYS[page.language].format(new Date(wall.slice(0, 10)));

const atWall = (micros: number): Date => new Date(Math.floor(micros / 1000));

/** An instant, in UTC and saying so. */
export const utc = (page: Speaking, instant: string): string => `${TIMES[page.language].format(new Date(instant))} UTC`;

/** Local days, both included; null = open. */
export function dayRange(page: Speaking, from: string | null, to: string | null): string | null {
  if (from && to) return DAYS[page.language].formatRange(new Date(from.slice(0, 10)), new Date(to.slice(0, 10)));
  if (from) return page.language === 'ar' ? `منذ ${day(page, from)}` : `since ${day(page, from)}`;
  if (to) return page.language === 'ar' ? `حتى ${day(page, to)}` : `until ${day(page, to)}`;
  return null;
}

/** Half-open instants as local time of the page's zone: whole days as days, anything narrower with hour and minute. */
export function interval(page: Page, from: string | null, to: string | null): string {
  const [start, end] = [wallIn(page.zone, from), wallIn(page.zone, to)];
  if (start === null && end === null) return say(page, 'timeUnknown');
  if (start === null || end === null) return dayRange(page, isoDay(start), isoDay(end === null ? null : end - 1))!;
  if (start % DAY === 0 && end % DAY === 0)
    return DAYS[page.language].formatRange(atWall(start), atWall(Math.max(start, end - DAY)));
  return TIMES[page.language].formatRange(atWall(start), atWall(Math.max(start, end - MINUTE)));
}

const wallIn = (zone: string, instant: string | null): number | null => {
  const at = instant === null ? null : parseInstant(instant);
  return at === null ? null : toLocal(at, zone);
};
const isoDay = (wall: number | null): string | null => (wall === null ? null : atWall(wall).toISOString().slice(0, 10));

/** The local day on which an interval starts, for headings. */
export function startDay(page: Page, from: string | null, to: string | null): string {
  const start = wallIn(page.zone, from);
  const end = wallIn(page.zone, to);
  if (start === null || end === null || end - start <= DAY)
    return dayRange(page, isoDay(start), isoDay(start)) ?? interval(page, from, to);
  return DAYS[page.language].formatRange(atWall(start), atWall(end - MINUTE));
}

/** Closed local minutes as the exchange contract writes them; whole days as days. */
export function wallRange(page: Page, from: string | null, to: string | null): string | null {
  if (!from || !to || !from.includes('T')) return dayRange(page, from, to);
  if (from.endsWith('T00:00') && to.endsWith('T23:59')) return dayRange(page, from, to);
  const text = TIMES[page.language].formatRange(new Date(`${from}Z`), new Date(`${to}Z`));
  return `${text} (${say(page, 'localTime')})`;
}

/** "UTC+3": what the zone is off at that instant. */
export function offset(zone: string, instant: string | null): string {
  const minutes = offsetAt((instant && parseInstant(instant)) || 0, zone) / MINUTE;
  const hours = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

interface Told {
  low: number | null;
  high: number | null;
  about?: number | null | undefined;
}
const BOUNDS = {
  en: {
    least: 'at least {n}',
    most: 'at most {n}',
    about: 'about {n}',
    range: '{n} to {m}',
    unknown: 'an unknown number',
  },
  ar: {
    least: '{n} على الأقل',
    most: '{n} على الأكثر',
    about: 'نحو {n}',
    range: 'بين {n} و{m}',
    unknown: 'عدد غير معلوم',
  },
} as const;

/** A bound in words: "at least 41", "55 to 56", "about 2,500", "3". */
export function bound(page: Speaking, { low, high, about }: Told): string {
  const forms = BOUNDS[page.language];
  const fill = (form: string, n: number, m = 0): string =>
    form.replace('{n}', number(page, n)).replace('{m}', number(page, m));
  if (low !== null && high !== null) return low === high ? number(page, low) : fill(forms.range, low, high);
  if (about != null) return fill(forms.about, about);
  if (low !== null) return fill(forms.least, low);
  return high === null ? forms.unknown : fill(forms.most, high);
}

/** The number that a bound is drawn at. */
export const drawnAt = ({ low, high, about }: Told): number | null => low ?? about ?? high;

/** The first letter in capitals, for labels that start a heading. */
export const capital = (text: string): string => (text ? text[0]!.toLocaleUpperCase('en') + text.slice(1) : text);

const LISTS: Readonly<Record<Language, string>> = { en: ', ', ar: '، ' };
/** Things one after another, with the language's own comma. */
export const listed = (page: Speaking, items: readonly string[]): string => items.join(LISTS[page.language]);

/** What stands between parts of a line that have commas of their own. */
export const SEMICOLON: Readonly<Record<Language, string>> = { en: '; ', ar: '؛ ' };
