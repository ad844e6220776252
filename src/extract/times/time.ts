import type { Amount } from './amounts.ts';
import type { Span } from './calendar.ts';
import type { Core } from './named-date.ts';
import type { Lexicon } from '../lexicon.ts';

/** A time told in a sentence, resolved to wall time; `since` is open at its end. */
export interface Time {
  from: number;
  to: number;
  span: Span;
  /** A `duration`, a `set` ("every day") and a `ref` ("now", "recently", "the year") date nothing. */
  kind: 'day' | 'part' | 'point' | 'since' | 'window' | 'range' | 'stretch' | 'duration' | 'set' | 'ref';
  /** The day that "the same day" and "the next morning" would refer to. */
  day: number | null;
  /** What its name is as wide as; null where it is told as an amount or in two names. */
  grain: Core['grain'] | 'part' | null;
  /** How much time, or how often. */
  amount: Amount | null;
  /** The dates that a range or a "since" names. */
  names: readonly Core[];
  /** On which side of now a `ref` lies. */
  sense?: 'past' | 'present' | 'future';
}

/** Against what times are resolved: the moment of publication on the wall, and the day last spoken of. */
export interface Now {
  wall: number;
  /** The same moment on the wall of the place, where `wall` is still the day before, as in Washington in the evening. */
  until: number;
  day: number | null;
  /** The moment last spoken of, from which "20 minutes later" counts. */
  moment?: number | null;
  hours: Lexicon['hours'];
  /** Wall time of publication in another zone (IANA name), for clock times that name theirs. */
  at?: (zone: string) => number;
}

/** A time over tokens [from, to) with the fields that most times lack. */
export const spanning = (from: number, to: number, span: Span): Time => ({
  from,
  to,
  span,
  kind: 'stretch',
  day: null,
  grain: null,
  amount: null,
  names: [],
});

export const clipped = (span: Span, now: Now): Span =>
  span.from !== null && span.to !== null && span.from <= now.until && span.to > now.until
    ? { from: span.from, to: now.until }
    : span;

export const stretched = (c: Core): Time => ({
  ...spanning(c.from, c.to, c.span),
  kind: c.day === null ? 'stretch' : 'day',
  day: c.day,
  grain: c.grain,
});
