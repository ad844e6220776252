import type { Harm } from '../draft.ts';
import type { Quantity } from '../figures/numbers.ts';
import type { Hit, Scene } from '../scene.ts';

/** Killed and injured as a clause tells them. */
export interface Toll {
  killed: Harm;
  injured: Harm;
}

const zero = (who: string | null): Harm => ({ low: 0, high: 0, who });

/** Whose they are: the people named beside the number, else those of the side attacked. */
function whose(s: Scene, from: number, to: number): string {
  const people = s.all('people', from, to).map((h) => h.value);
  if (s.has('contract', from, to) && !people.includes('us') && !people.includes('any')) return 'us-contractor';
  if (people.includes('civil') && !people.includes('us')) return 'civilians';
  return people.includes('coalition') && !people.includes('us') ? 'coalition-forces' : 'us-forces';
}

/** Tokens between a number and a harm, whichever stands first. */
const gap = (q: Quantity, harm: { from: number; to: number }): number =>
  q.core[0] >= harm.to ? q.core[0] - harm.to : Math.max(0, harm.from - q.core[1]);

/** Whether the number counts attacks ("hurt in two separate attacks") and nobody hurt in them. */
function countsDeeds(s: Scene, q: Quantity): boolean {
  const deed = s.all('deed', q.core[1], Math.min(s.length, q.core[1] + 4))[0];
  return deed !== undefined && !s.has('locative', q.core[1], deed.from) && !s.starts('people', q.core[1]);
}

/** The number that counts the harm at [from, to): the nearest one with people or the harm itself right after it. */
function counted(
  s: Scene,
  harm: { from: number; to: number },
  range: { from: number; to: number },
  all: readonly Quantity[],
): Quantity | null {
  const near = all.filter((q) => {
    if (q.core[0] < range.from || q.core[1] > range.to) return false;
    const people = [
      ...s.all('people', q.core[1], Math.min(s.length, q.core[1] + 5)),
      ...s.all('contract', q.core[1], Math.min(s.length, q.core[1] + 5)),
    ][0];
    const direct = harm.from >= q.core[1] && harm.from - q.core[1] <= 2;
    if (countsDeeds(s, q) || s.starts('weapon', q.core[1])) return false;
    const before = q.core[0] >= harm.to && q.core[0] - harm.to <= 2 && !s.starts('deed', q.core[1]);
    return (direct || before || people !== undefined) && Math.abs(q.core[0] - harm.from) <= 12;
  });
  return near.sort((a, b) => gap(a, harm) - gap(b, harm))[0] ?? null;
}

/** Numbers nearer to the other kind of harm are that one's: "three killed and 34 wounded". */
function own(s: Scene, harm: Hit, range: { from: number; to: number }, all: readonly Quantity[]): Quantity[] {
  const others = s.all('harm', range.from, range.to).filter((h) => h.value !== harm.value);
  const lead = s.language === 'ar';
  const far = (q: Quantity, h: Hit): number =>
    // The verb leads in Arabic ("قتل ثلاثة وأصيب خمسة"): a number after it is nearer than one before it.
    gap(q, h) + (lead === q.core[0] < h.from ? 0.5 : 0) + (joined(s, q, h) ? 6 : 0);
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
  s.all('person', h.to, Math.min(to, h.to + 6)).some((p) => !s.has('and', h.to, p.from)) ||
  s.has('person', h.from - 3, h.from);

/** "إصابة عاملين", "قتل شخصان": the dual right after the harm. */
const pair = (s: Scene, h: Hit, to: number): boolean =>
  s.all('dual', h.from, Math.min(to, h.to + 2)).some((d) => d.value === 'people');

/** "إصابة سفينة", "إصابة مباشرة": things are hit, people are hurt. */
const hurts = (s: Scene, h: Hit): boolean =>
  !s.has('site', h.to, h.to + 2) && !s.has('deed', h.from, h.to + 1) && !s.has('directly', h.to, h.to + 3);

/** "nobody was hurt", "no troops were wounded", "لم ترد معلومات عن إصابات": the negation leads, small words between. */
function spared(s: Scene, at: number): boolean {
  for (let i = at - 1, n = 0; i >= 0 && n < (s.language === 'ar' ? 5 : 4); i--, n++) {
    if (s.covers('neither', i) || (s.covers('not', i) && (n < 2 || s.language === 'ar' || s.has('people', i, at))))
      return true;
    if (s.isMark(i) || s.covers('harm', i)) return false;
  }
  return false;
}

/** "دون أن يخلف أي خسائر": losses of any kind are denied; how large they are may only be unknown. */
const lossless = (s: Scene, from: number, to: number): boolean =>
  s.all('loss', from, to).some((h) => h.value === 'any' && !s.covers('act', h.from) && spared(s, h.from));

/** What a clause says of people hurt: numbers, "minor injuries" without one, or nobody. */
export function tollIn(s: Scene, from: number, to: number, all: readonly Quantity[]): Toll {
  const out: Toll = { killed: null, injured: null };
  const nobody = [...s.all('none', from, to)];
  for (const h of s.all('harm', from, to)) {
    const key = h.value as keyof Toll;
    if (out[key] || nobody.some((n) => n.from <= h.from && n.to >= h.to)) continue;
    if (spared(s, h.from)) {
      out[key] = zero('us-forces');
      continue;
    }
    const one = s.all('contract', h.to, Math.min(to, h.to + 3))[0];
    const q =
      one && /^an?$/.test(s.key(one.from - 1)) ? null : counted(s, h, { from, to }, own(s, h, { from, to }, all));
    const who = whose(s, Math.max(from, h.from - 6), Math.min(to, h.to + 6));
    if (q) out[key] = { low: q.bound.low ?? q.bound.about, high: q.bound.high, who };
    else if (key === 'killed' && s.has('contract', from, to)) out[key] = { low: 1, high: 1, who: 'us-contractor' };
    else if (key === 'killed' && single(s, h, to)) out[key] = { low: 1, high: 1, who };
    else if (pair(s, h, to)) out[key] = { low: 2, high: 2, who };
    else if (key === 'injured' && single(s, h, to)) out[key] = { low: 1, high: 1, who };
    else if (key === 'injured' && hurts(s, h) && !s.has('none', from, to)) out[key] = { low: 1, high: null, who };
  }
  if (nobody.length === 0 && lossless(s, from, to)) nobody.push({ cat: 'none', value: 'both', from, to });
  for (const n of nobody) {
    if (n.value !== 'killed') out.injured ??= zero('us-forces');
    if (n.value !== 'injured') out.killed ??= zero('us-forces');
  }
  return out;
}
