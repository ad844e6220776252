import type { Scene } from '../scene.ts';

/** Whether a number of four digits is a year of our time. */
export const isYear = (n: number): boolean => n >= 1900 && n <= 2100;

/** Words that follow a time of day in four digits ("2030 hours"), and those that do so after "at" ("at 2100 last night"). */
const HOURS: ReadonlySet<string> = new Set(['hours', 'hrs', 'local', 'gmt', 'utc']);
const DAYS: ReadonlySet<string> = new Set(['on', 'last', 'this', 'today', 'yesterday', 'tonight']);

const isClock = (s: Scene, i: number): boolean =>
  HOURS.has(s.key(i + 1)) || (s.key(i - 1) === 'at' && DAYS.has(s.key(i + 1)));

/** Year at token `i`, or after a comma ("October 18, 2023"), with the token after it. */
export function yearAt(s: Scene, i: number): { year: number; to: number } | null {
  const k = s.isMark(i, ',،') ? i + 1 : i;
  const t = s.tokens[k];
  return t?.form.kind === 'number' && isYear(t.form.value) && t.to - t.from === 4 && !isClock(s, k)
    ? { year: t.form.value, to: k + 1 }
    : null;
}
