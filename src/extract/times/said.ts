import type { Scope } from '../speech/hearing.ts';
import type { Scene } from '../scene.ts';
import type { Time } from './time.ts';

/** Whether only small words of saying stand in tokens [from, to). */
function small(s: Scene, from: number, to: number): boolean {
  if (to - from > 7) return false;
  for (let i = from; i < to; i++)
    if (
      !['audience', 'on', 'briefing', 'aux', 'locative', 'channel', 'actor', 'role', 'part'].some((c) =>
        s.covers(c, i),
      ) &&
      !s.isMark(i, ',،(')
    )
      return false;
  return true;
}

/** "BAGHDAD, Jan. 4 (Reuters) -", "ERBIL, Iraq, March 19 -": the date of the report, at its head. */
function isDateline(s: Scene, t: Time): boolean {
  if (s.has('act', 0, t.from)) return false;
  const end = s.tokens[t.to - 1]!.to;
  const dashed = t.from > 0 && !s.starts('on', t.from - 1) && /^ ?[-–—] /.test(s.text.slice(end, end + 3));
  return dashed || s.isMark(t.to, '(');
}

/** Whether a time stands inside the words of saying, or right behind them and not with what they say. */
function besideCue(s: Scene, t: Time, cue: readonly [number, number]): boolean {
  if (t.from >= cue[0] && t.to <= cue[1]) return true;
  // What a speaker says after a colon is dated by it.
  if (t.from < cue[1] || s.isMark(cue[1], ':') || s.isMark(cue[1] - 1, ':') || !small(s, cue[1], t.from)) return false;
  return (
    t.to >= s.length - 1 ||
    s.has('that', t.to, Math.min(s.length, t.to + 3)) ||
    small(s, cue[1], t.to) ||
    s.isMark(t.to, ',،') ||
    !s.has('act', cue[1], t.from)
  );
}

/** "On Wednesday the group claimed an attack": the claim was made then. */
const leadsClaim = (s: Scene, t: Time, { cue, verb }: Scope): boolean =>
  verb === 'claim' && cue !== null && t.kind === 'day' && t.to <= cue[0] && !s.has('act', t.to, cue[0]);

/** Times that date the saying: in its words, beside them, or in the dateline. */
export function saidTimes(s: Scene, all: readonly Time[], scoped: readonly Scope[]): Set<Time> {
  const out = new Set<Time>();
  for (const t of all) {
    if (t.kind === 'since' || t.kind === 'range' || t.kind === 'window') continue;
    const dateline = t.kind === 'day' && t.to <= 8 && isDateline(s, t);
    if (dateline || scoped.some((o) => (o.cue && besideCue(s, t, o.cue)) || leadsClaim(s, t, o))) out.add(t);
  }
  return out;
}
