import type { Scene } from '../scene.ts';

/** "Tower 22", "No. 45", "اللواء 45": the number is part of the name before it. */
const named = (s: Scene, from: number): boolean =>
  s.tokens[from]!.form.kind === 'number' && s.ends('designator', from) !== undefined;

/** "4.2 million", "0.5": half of a decimal. */
const decimal = (s: Scene, from: number, to: number): boolean =>
  /^\d?[.٫]\d/.test(s.text.slice(s.tokens[to - 1]!.to, s.tokens[to - 1]!.to + 2)) ||
  /\d[.٫]$/.test(s.text.slice(Math.max(0, s.tokens[from]!.from - 2), s.tokens[from]!.from));

/** "the soldier, 34, was": an age between commas. */
const aged = (s: Scene, from: number, to: number): boolean =>
  s.isMark(from - 1, ',،') &&
  s.isMark(to, ',،') &&
  s.tokens[from - 2]?.form.kind === 'word' &&
  s.tokens[to + 1]?.form.kind !== 'number' &&
  s.starts('number', to + 1) === undefined;

/** "2. A drone on the depot": the first number only counts the items of a list. */
const numbered = (s: Scene): boolean => /^[.)–-]\s/.test(s.text.slice(s.tokens[0]!.to, s.tokens[0]!.to + 2));

/** How far behind people what happened to them may stand, in tokens. */
const HURT = 8;

/** Whether the number at [from, to) counts nothing that matters here: clock, date, money, share, distance, age, ordinal, year, or part of a name. */
export function idle(s: Scene, from: number, to: number, value: number): boolean {
  if (from === 0 && numbered(s)) return true;
  if (s.covers('weapon', from)) return true;
  // "no one's been hurt" counts nobody.
  if (value === 1 && s.key(from - 1) === 'no') return true;
  const t = s.tokens[from]!;
  const next = s.tokens[to];
  const joined = t.glue !== '' && s.tokens[from - 1]!.to + 1 === t.from;
  if (joined && s.tokens[from - 1]?.form.kind !== 'number' && t.form.kind === 'number') return true;
  // "أسبوع واحد": the number of a unit of time may follow it.
  if (value <= 2 && s.ends('unit', from)) return true;
  if (named(s, from) || decimal(s, from, to) || aged(s, from, to)) return true;
  if (next?.glue === '/' || t.glue === '/') return true;
  if (/[$€£#%]/.test(s.key(from - 1)) || /^\s?[%٪]/.test(s.text.slice(s.tokens[to - 1]!.to, s.tokens[to - 1]!.to + 2)))
    return true;
  if (next && /^(th|st|nd|rd)$/.test(next.form.key) && next.from === s.tokens[to - 1]!.to) return true;
  // "killed four members of a group", "four fighters were killed" count people, "30 members" of a parliament only seats.
  if (s.starts('people', to) && (s.has('harm', from - 3, from) || s.has('harm', to + 1, to + HURT))) return false;
  if (
    s.starts('measure', to) ||
    (s.starts('measure', to + 1) && next?.form.kind === 'word' && next.form.ids.length === 0)
  )
    return true;
  const digits = s.text.slice(t.from, t.to);
  return (
    t.form.kind === 'number' &&
    value >= 1900 &&
    value <= 2099 &&
    digits.length === 4 &&
    !s.starts('people', to) &&
    !s.starts('people', to + 1)
  );
}
