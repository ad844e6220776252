import { DAY } from './calendar.ts';
import type { IncidentDraft } from './draft.ts';
import type { Scene } from './scene.ts';

/** What happened longer ago than this is told as background, and is no news of a new incident. */
const BACKGROUND = 365 * DAY;

/** Whether the first thing that the clause tells is negated ("there was no attack on the base", "was not hit"). */
export function negated(s: Scene, from: number, to: number): boolean {
  const first = [...s.all('act', from, to), ...s.all('deed', from, to)].sort((a, b) => a.from - b.from)[0];
  if (!first || s.covers('none', first.from)) return false;
  return (
    s.has('not', Math.max(from, first.from - 2), first.from) &&
    !s.has('none', Math.max(from, first.from - 2), first.from + 1)
  );
}

/** Marks claims that must not be counted: negated, only possible, announced, or long past. */
export function auxiliaryOf(
  s: Scene,
  range: { from: number; to: number },
  time: IncidentDraft['time'],
  now: number,
): IncidentDraft['auxiliary'] {
  if (negated(s, range.from, range.to)) return 'negated';
  const open = s.all('conditional', range.from, range.to)[0];
  if (open && open.to <= range.from + 8) return s.key(open.from) === 'will' ? 'future' : 'hypothetical';
  return time.span.to !== null && time.span.to < now - BACKGROUND ? 'historical' : null;
}
