import { DAY, dayOf, type Span } from './calendar.ts';
import type { Scene } from './scene.ts';
import type { Time } from './time.ts';

/** A day or days on which a text may place its incident, with all that tells of it; open at its start where nothing is said. */
export interface DateChoice {
  span: Span;
  text: string | null;
  features: string[];
}

/** A sentence with its times: how likely it tells of an incident, how many fillers stand in it. */
export interface Dated {
  scene: Scene;
  times: readonly Time[];
  index: number;
  telling: number;
  fillers: number;
}

/** Kinds of time that place something on the calendar. */
const PLACED: ReadonlySet<string> = new Set(['day', 'part', 'point', 'range', 'window', 'stretch']);

const AGES = [-3650, -365, -60, -14, -7, -3, -2, -1, 0, 1] as const;
const ageOf = (days: number): string => `${AGES.findLast((a) => days >= a) ?? 'ancient'}`;

/** The words of a time as a feature: at most three, numbers as "#". */
const wording = (s: Scene, t: Time): string =>
  s.tokens
    .slice(t.from, Math.min(t.to, t.from + 3))
    .map((x) => (x.form.kind === 'word' ? x.form.key : '#'))
    .join('_');

/** Days told in the sentences that tell of the incident, and "some day until publication" for a text that tells none. */
export function dateChoices(told: readonly Dated[], today: number): DateChoice[] {
  const by = new Map<string, DateChoice>();
  const add = (span: Span, text: string | null, features: string[]): void => {
    const key = `${span.from} ${span.to}`;
    const known = by.get(key);
    if (known) known.features = [...new Set([...known.features, ...features])];
    else by.set(key, { span, text, features });
  };
  let first = true;
  for (const { scene, times, index, telling, fillers } of told) {
    const near = [
      `ss=${Math.max(-3, Math.min(3, Math.round(telling)))}`,
      `fill=${Math.min(3, fillers)}`,
      `si=${Math.min(5, index)}`,
    ];
    for (const t of times) {
      const { from, to } = t.span;
      if (from === null || to === null || !PLACED.has(t.kind)) continue;
      if (
        index === 0 &&
        t.to <= 8 &&
        dayOf(from) === today &&
        t.kind === 'day' &&
        scene.tokens[t.from]!.form.kind === 'number'
      )
        continue;
      const range = { from: dayOf(from), to: dayOf(to) };
      const length = (range.to - range.from) / DAY;
      const features = [...near, ...near.map((f) => `${f}&${t.kind}`), `x=${wording(scene, t)}`, `kind=${t.kind}`];
      features.push(`age=${ageOf((range.to - today) / DAY)}`, `len=${length > 7 ? 'long' : length}`, 'told');
      if (first) features.push('first');
      features.push(`before=${scene.key(t.from - 1)}`);
      first = false;
      add(range, scene.words(t.from, t.to), features);
      if (length === 1)
        add({ from: t.day ?? range.from, to: t.day ?? range.from }, scene.words(t.from, t.to), [...features, 'half']);
    }
  }
  const any = by.size;
  const best = Math.max(-9, ...told.map((t) => t.telling));
  add({ from: null, to: today }, null, ['open', `open&any=${Math.min(3, any)}`, `open&best=${Math.round(best)}`]);
  add({ from: today, to: today }, null, ['today']);
  return [...by.values()];
}
