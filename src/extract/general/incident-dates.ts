import { DAY, dayOf, type Span } from '../times/calendar.ts';
import type { Scene } from '../scene.ts';
import type { Time } from '../times/time.ts';
import type { Words } from '../text/words.ts';

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

/** How far on either side of a time the words that it dates are looked for, in tokens. */
const REACH = 4;

/** Words around a time, common ones by their stem: "died today" dates the death, "today said" the saying. */
function around(s: Scene, t: Time, words: Words): string[] {
  const out: string[] = [];
  const look = (i: number, side: string, near: boolean): void => {
    const token = s.tokens[i];
    if (!token || token.form.kind !== 'word') return;
    const { stem, common, classes } = words.of(token.form.key);
    if (near) out.push(`${side}1=${common ? stem : 'NAME'}`);
    if (common) out.push(`${side}=${stem}`);
    if (classes.includes('event') || HARMS.some((h) => words.nouns.means(h, stem))) out.push(`${side}event`);
  };
  for (let d = 1; d <= REACH; d++) {
    look(t.from - d, 'before', d === 1);
    look(t.to - 1 + d, 'after', d === 1);
  }
  return out;
}

const HARMS = ['killed', 'injured'] as const;

/** Distances in tokens up to which the nearest word of an event is looked for. */
const SPANS = [1, 2, 4, 7, 12] as const;

/** How far from a time, and on which side, the nearest word of an event or harm stands, and which it is. */
function nearestEvent(s: Scene, t: Time, words: Words): string[] {
  for (let d = 1; d <= SPANS.at(-1)!; d++)
    for (const i of [t.from - d, t.to - 1 + d]) {
      const token = s.tokens[i];
      if (token?.form.kind !== 'word') continue;
      const { stem, classes } = words.of(token.form.key);
      if (!classes.includes('event') && !HARMS.some((h) => words.nouns.means(h, stem))) continue;
      return [`ev=${SPANS.find((n) => d <= n)}`, `ev=${i < t.from ? 'before' : 'after'}`, `what=${stem}`];
    }
  return ['ev=none'];
}

const clamp = (x: number, most: number): number => Math.max(-most, Math.min(most, x));

/** What tells of a time in its sentence. */
function featuresOf(at: Dated, t: Time, today: number, words: Words): string[] {
  const near = [
    `ss=${clamp(Math.round(at.telling), 3)}`,
    `fill=${Math.min(3, at.fillers)}`,
    `si=${Math.min(5, at.index)}`,
  ];
  const length = (dayOf(t.span.to!) - dayOf(t.span.from!)) / DAY;
  const age = `age=${ageOf((dayOf(t.span.to!) - today) / DAY)}`;
  return [
    ...near,
    ...near.map((f) => `${f}&${t.kind}`),
    ...near.map((f) => `${f}&${age}`),
    ...around(at.scene, t, words),
    `x=${wording(at.scene, t)}`,
    `kind=${t.kind}`,
    age,
    `len=${length > 7 ? 'long' : length}`,
    'told',
    ...nearestEvent(at.scene, t, words),
  ];
}

/** Days that a sentence names, as `from to` in milliseconds, with the kind of time. */
export const daysOf = (at: Dated): { day: string; kind: string }[] =>
  at.times
    .filter((t) => isPlaced(t) && !isDateline(at.scene, t, at.index))
    .map((t) => ({
      day: `${dayOf(t.span.from!)} ${dayOf(t.span.to!)}`,
      kind: t.kind,
    }));

const isPlaced = (t: Time): boolean => t.span.from !== null && t.span.to !== null && PLACED.has(t.kind);

/** The date that a text bears at its head is no date of anything in it. */
const isDateline = (s: Scene, t: Time, index: number): boolean =>
  index === 0 && t.kind === 'day' && t.to <= 8 && s.tokens[t.from]!.form.kind === 'number';

/** The sentence that tells of an incident best. */
const bestOf = (told: readonly Dated[]): Dated | null =>
  told.reduce<Dated | null>((a, b) => (a && a.telling >= b.telling ? a : b), null);

/** What tells that a text dates its incident nowhere: words of its best sentence, and the times that it has instead. */
function openFeatures(told: readonly Dated[], words: Words): string[] {
  const out = new Set<string>();
  const best = bestOf(told);
  for (const at of told)
    for (const t of at.times) {
      if (!isPlaced(t) || isDateline(at.scene, t, at.index)) continue;
      if (at.telling > 0) out.add(`open&kind=${t.kind}`).add(`open&x=${wording(at.scene, t)}`);
      if (at === best) out.add('open&top').add(`open&top&kind=${t.kind}`);
    }
  for (const t of best?.scene.tokens ?? []) {
    const word = t.form.kind === 'word' ? words.of(t.form.key) : null;
    if (word?.common) out.add(`open&w=${word.stem}`);
  }
  if (best) out.add(`open&si=${Math.min(5, best.index)}`);
  return [...out];
}

/** What tells that it happened just now where no day is named: words of the sentences that tell of it ("minutes ago"). */
function nowFeatures(told: readonly Dated[], words: Words): string[] {
  const tokens = told.filter((at) => at.telling > 0).flatMap((at) => at.scene.tokens);
  const stems = tokens.flatMap(({ form }) => {
    const word = form.kind === 'word' ? words.of(form.key) : null;
    return word?.common ? [`today&w=${word.stem}`] : [];
  });
  return [...new Set(stems)];
}

/** Days told in the sentences that tell of the incident, and "some day until publication" for a text that tells none. */
export function dateChoices(told: readonly Dated[], today: number, words: Words): DateChoice[] {
  const by = new Map<string, DateChoice>();
  const add = (span: Span, text: string | null, features: string[]): void => {
    const key = `${span.from} ${span.to}`;
    const known = by.get(key);
    if (known) known.features = [...new Set([...known.features, ...features])];
    else by.set(key, { span, text, features });
  };
  const top = bestOf(told);
  let clear = 0;
  for (const at of told)
    for (const t of at.times) {
      const { from, to } = t.span;
      if (from === null || to === null || !isPlaced(t) || isDateline(at.scene, t, at.index)) continue;
      const features = featuresOf(at, t, today, words);
      const text = at.scene.words(t.from, t.to);
      if (by.size === 0) features.push('first');
      if (at === top) features.push('top', `top&${t.kind}`);
      if (at.telling > 0) clear++;
      add({ from: dayOf(from), to: dayOf(to) }, text, features);
      const day = t.day ?? dayOf(from);
      if (dayOf(to) - dayOf(from) === DAY) add({ from: day, to: day }, text, [...features, 'half']);
    }
  const best = Math.round(told.reduce((z, t) => Math.max(z, t.telling), -9));
  const open = [`open&any=${Math.min(3, by.size)}`, `open&clear=${Math.min(3, clear)}`, `open&best=${best}`];
  add({ from: null, to: today }, null, ['open', ...open, ...openFeatures(told, words)]);
  add({ from: today, to: today }, null, [
    'today',
    ...open.map((f) => f.replace('open', 'today')),
    ...nowFeatures(told, words),
  ]);
  return [...by.values()];
}
