import type { Harm } from '../draft.ts';
import type { Quantity } from '../figures/numbers.ts';
import type { Hit, Scene } from '../scene.ts';
import { whose, type Whose } from './whose.ts';

/** Killed and injured as a clause tells them. */
export interface Toll {
  killed: Harm;
  injured: Harm;
}

const zero = (who: string | null): Harm => ({ low: 0, high: 0, who });

/** Tokens between a number and a harm, whichever stands first. */
const gap = (q: Quantity, harm: { from: number; to: number }): number =>
  q.core[0] >= harm.to ? q.core[0] - harm.to : Math.max(0, harm.from - q.core[1]);

/** "وأصيب اثنان بقصف": by what they were hurt. */
export const by = (s: Scene, i: number): boolean => s.language === 'ar' && s.text[s.tokens[i]!.from] === 'ب';

/** Whether the number counts attacks ("hurt in two separate attacks") and nobody hurt in them. */
function countsDeeds(s: Scene, q: Quantity): boolean {
  const deed = s.all('deed', q.core[1], Math.min(s.length, q.core[1] + 4))[0];
  return (
    deed !== undefined &&
    !s.has('locative', q.core[1], deed.from) &&
    !s.starts('people', q.core[1]) &&
    !by(s, deed.from)
  );
}

/** So much farther, in tokens, is what a conjunction parts. */
const JOINED = 6;

/** The number that counts the harm at [from, to): the nearest one with people or the harm itself right after it. */
function counted(s: Scene, harm: Hit, range: { from: number; to: number }, all: readonly Quantity[]): Quantity | null {
  const near = all.filter((q) => {
    if (q.core[0] < range.from || q.core[1] > range.to) return false;
    const people = [
      ...s.all('people', q.core[1], Math.min(s.length, q.core[1] + 5)),
      ...s.all('contract', q.core[1], Math.min(s.length, q.core[1] + 5)),
    ][0];
    const direct = harm.from >= q.core[1] && harm.from - q.core[1] <= 2;
    if (countsDeeds(s, q) || s.starts('weapon', q.core[1])) return false;
    const before =
      q.core[0] >= harm.to && q.core[0] - harm.to <= 2 && (!s.starts('deed', q.core[1]) || by(s, q.core[1]));
    return (direct || before || people !== undefined) && Math.abs(q.core[0] - harm.from) <= 12;
  });
  const far = (q: Quantity): number => gap(q, harm) + (joined(s, q, harm) ? JOINED : 0);
  return near.sort((a, b) => far(a) - far(b))[0] ?? null;
}

/** Numbers nearer to the other kind of harm are that one's: "three killed and 34 wounded". */
function own(s: Scene, harm: Hit, range: { from: number; to: number }, all: readonly Quantity[]): Quantity[] {
  const others = s.all('harm', range.from, range.to).filter((h) => h.value !== harm.value);
  const lead = s.language === 'ar';
  const far = (q: Quantity, h: Hit): number =>
    // The verb leads in Arabic ("قتل ثلاثة وأصيب خمسة"): a number after it is nearer than one before it.
    gap(q, h) + (lead === q.core[0] < h.from ? 0.5 : 0) + (joined(s, q, h) ? JOINED : 0);
  return all.filter((q) => others.every((o) => far(q, harm) <= far(q, o)));
}

/** Whether a conjunction or a comma parts the number from the harm. */
function joined(s: Scene, q: Quantity, h: Hit): boolean {
  if (q.core[0] >= h.to && s.text[s.tokens[q.core[0]]!.from] === 'و') return true;
  const [a, b] = q.core[1] <= h.from ? [q.core[1], h.from + 1] : [h.to, q.core[0] + 1];
  for (let i = a; i < b; i++)
    if (s.starts('and', i) || s.isMark(i, ',،;؛') || (i > a && s.text[s.tokens[i]!.from] === 'و')) return true;
  return q.core[1] <= h.from && s.text[s.tokens[h.from]!.from] === 'و' && s.language === 'ar';
}

/** "killed a senior commander", "مقتل قيادي": one person, told without a number. */
const single = (s: Scene, h: Hit, to: number): boolean =>
  (/^an?$/.test(s.key(h.to)) && h.to < to && !s.starts('vague', h.to)) ||
  s.all('person', h.to, Math.min(to, h.to + 6)).some((p) => !s.has('and', h.to, p.from)) ||
  s.has('person', h.from - 5, h.from);

/** "إصابة عاملين", "قتل شخصان", "أصيبا": the dual right after the harm, or of its verb. */
const pair = (s: Scene, h: Hit, to: number): boolean =>
  s.all('dual', h.from, Math.min(to, h.to + 2)).some((d) => d.value === 'people');

/** "إصابة سفينة", "إصابة مباشرة": things are hit, people are hurt. */
const hurts = (s: Scene, h: Hit): boolean =>
  !s.has('site', h.to, h.to + 2) && !s.has('deed', h.from, h.to + 1) && !s.has('directly', h.to, h.to + 3);

/** How far before "or injuries" the damage that is denied with them may stand. */
const ALIKE = 8;

/** "nobody was hurt", "no troops were wounded", "لم ترد معلومات عن إصابات": the negation leads, small words between. */
function spared(s: Scene, at: number): boolean {
  // "no damage to the ship or injuries to its crew": the negation covers both.
  if (/^n?or$/.test(s.key(at - 1)) && s.has('undamaged', at - ALIKE, at)) return true;
  for (let i = at - 1, n = 0; i >= 0 && n < 7; i--, n++) {
    const nobody = s.covers('neither', i) !== undefined || s.key(i) === 'no';
    if (n >= (s.language === 'ar' ? 5 : 4) && !(nobody && s.has('people', i, at))) continue;
    if (nobody || (s.covers('not', i) && (n < 2 || s.language === 'ar' || s.has('people', i, at)))) return true;
    if (s.isMark(i) || s.covers('harm', i)) return false;
  }
  return false;
}

/** "دون أن يخلف أي خسائر": losses of any kind are denied; how large they are may only be unknown. */
const lossless = (s: Scene, from: number, to: number): boolean =>
  s.all('loss', from, to).some((h) => h.value === 'any' && !s.covers('act', h.from) && spared(s, h.from));

/** What a clause says of people hurt: numbers, "minor injuries" without one, or nobody; `who` is null where they are of the side attacked. */
export function tollIn(s: Scene, all: readonly Quantity[], x: Whose): Toll {
  const { from, to } = x.within;
  const out: Toll = { killed: null, injured: null };
  const nobody = [...s.all('none', from, to)];
  for (const h of harms(s, from, to)) {
    const key = h.value as keyof Toll;
    if (out[key] || nobody.some((n) => n.from <= h.from && n.to >= h.to)) continue;
    out[key] = hurt(s, h, all, x);
  }
  // "one soldier was killed and 15 were hurt": both of one side, though only one is named.
  if (out.killed && out.injured) {
    out.injured.who ??= out.killed.who;
    out.killed.who ??= out.injured.who;
  }
  if (nobody.length === 0 && lossless(s, from, to)) nobody.push({ cat: 'none', value: 'both', from, to });
  for (const n of nobody) {
    const who = whose(s, n, null, x);
    if (n.value !== 'killed') out.injured ??= zero(who);
    if (n.value !== 'injured') out.killed ??= zero(who);
  }
  return out;
}

/** Words of harm; "three terrorists were neutralised" is one where it is said of people. */
function harms(s: Scene, from: number, to: number): readonly Hit[] {
  const told = s.all('harm', from, to);
  const lethal = s
    .all('lethal', from, to)
    .filter((h) => s.has('people', h.from - 6, h.from) || s.has('people', h.to, h.to + 5))
    .map((h): Hit => ({ ...h, cat: 'harm', value: 'killed' }));
  return lethal.length > 0 ? [...told, ...lethal] : told;
}

/** How many were hurt, as one word of harm tells; null where nobody was. */
function hurt(s: Scene, h: Hit, all: readonly Quantity[], x: Whose): Harm {
  const { from, to } = x.within;
  if (spared(s, h.from)) return zero(whose(s, h, null, x));
  const one = s.all('contract', h.to, Math.min(to, h.to + 3))[0];
  const q = one && /^an?$/.test(s.key(one.from - 1)) ? null : counted(s, h, x.within, own(s, h, x.within, all));
  const who = whose(s, h, q, x);
  if (q) return { low: q.bound.low ?? q.bound.about, high: q.bound.high, who };
  if (h.value === 'killed' && s.has('contract', from, to)) return { low: 1, high: 1, who: 'us-contractor' };
  if (pair(s, h, to)) return { low: 2, high: 2, who };
  if (single(s, h, to)) return { low: 1, high: 1, who };
  return h.value === 'injured' && hurts(s, h) && !s.has('none', from, to) ? { low: 1, high: null, who } : null;
}
