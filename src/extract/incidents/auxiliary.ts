import { DAY } from '../times/calendar.ts';
import type { IncidentDraft } from '../draft.ts';
import type { Scene } from '../scene.ts';

/** What happened longer ago than this is told as background, and is no news of a new incident. */
const BACKGROUND = 365 * DAY;

/** Whether the first thing that the clause tells is negated ("there was no attack on the base", "was not hit"). */
export function negated(s: Scene, from: number, to: number): boolean {
  // "The rocket attack on the base never took place."
  if (s.has('unhappened', from, s.length)) return true;
  const first = [...s.all('act', from, to), ...s.all('deed', from, to)].sort((a, b) => a.from - b.from)[0];
  if (!first || s.covers('none', first.from)) return false;
  const near = Math.max(from, first.from - 2);
  if (s.has('not', near, first.from)) return !s.has('none', near, first.from + 1);
  return nothing(s, from, first.from);
}

/** "no coalition facility in Syria has been attacked": the subject itself is negated. */
function nothing(s: Scene, from: number, act: number): boolean {
  const lead = s.all('not', from, act).at(-1);
  if (!lead || s.key(lead.from) !== 'no' || act - lead.to > 8 || s.has('none', from, act)) return false;
  for (let i = lead.to; i < act; i++) if (s.isMark(i)) return false;
  return ['site', 'force', 'deed', 'weapon'].some((c) => s.has(c, lead.to, act));
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
