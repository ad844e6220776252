import type { Stretch, Unit } from './calendar.ts';

/** A day or a longer stretch named in a sentence, over tokens [from, to). */
export interface Core {
  from: number;
  to: number;
  span: Stretch;
  /** The day, when it is one. */
  day: number | null;
  /** What the name is as wide as. */
  grain: Unit | 'season' | 'weekend';
}
