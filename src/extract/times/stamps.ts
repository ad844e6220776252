import { DAY, type Span } from './calendar.ts';
import type { Scene } from '../scene.ts';
import type { Time } from './time.ts';

/** Tokens before the clock time of an entry: its number, "UPDATE", a bullet. */
const LEAD = 4;

/** Whether only a number, marks and words of news stand before token `to`. */
function opens(s: Scene, to: number): boolean {
  if (to > LEAD) return false;
  for (let i = 0; i < to; i++)
    if (!s.isMark(i) && s.tokens[i]!.form.kind !== 'number' && !s.covers('breaking', i)) return false;
  return true;
}

/** Whether the sentence begins its line. */
const headsLine = (s: Scene): boolean => /^$|\n/.test(s.text.slice(Math.max(0, s.range.from - 1), s.tokens[0]!.from));

/** The clock time that heads an entry of a live page or a ticker ("21:25 GMT+3", "UPDATE 23:30: …"), where the sentence begins with one. */
export function stampOf(s: Scene, times: readonly Time[]): Time | null {
  const first = times.find((t) => t.kind === 'point');
  if (!first || !opens(s, first.from)) return null;
  if (first.from === 0 && s.tokens[0]!.form.kind === 'clock' && headsLine(s)) return first;
  const end = s.tokens[first.to - 1]!.to;
  return first.to >= s.length - 1 || /^(\s?[|\])]|:\s| [-–—])/.test(s.text.slice(end, end + 2)) ? first : null;
}

/** The moment of an entry: its clock time on the last day before publication that has it. */
export function entryOf(stamp: Time, until: number): Span {
  const at = stamp.span.to!;
  const moment = at + Math.floor((until - at) / DAY) * DAY;
  return { from: moment, to: moment };
}
