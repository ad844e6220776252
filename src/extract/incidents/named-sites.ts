import type { Gazetteer } from '../../model/place.ts';
import { isArabic } from '../text/fold.ts';
import type { Hit, Scene } from '../scene.ts';
import type { Site } from './site.ts';

/** Most words that a name beside a word of place is read to have. */
const LONGEST = 3;

/** A word that nothing but a name is known to be: no lexicon has it. */
const strange = (s: Scene, i: number): boolean => {
  const t = s.tokens[i];
  return t?.form.kind === 'word' && t.form.ids.length === 0;
};

const written = (s: Scene, i: number): boolean => strange(s, i) && s.tokens[i]!.form.case > 0;

/** "the Kasrah outpost": strange words with a capital right before; the first word of a sentence has one in any case. */
function nameBefore(s: Scene, h: Hit): number {
  let a = h.from;
  while (a > 0 && h.from - a < LONGEST && written(s, a - 1) && !s.tokens[a - 1]!.owner) a--;
  return a === 0 && h.from === 1 ? h.from : a;
}

/** "Camp Redleg", "Patrol Base Zulu": the word of place is part of the name and has a capital too. */
function nameAfter(s: Scene, h: Hit): number {
  let b = h.to;
  if (s.tokens[h.to - 1]!.form.case > 0) while (b - h.to < LONGEST && written(s, b)) b++;
  return b;
}

/** "عسكرية", "تستخدمها": what a base is like, or what is done with it, and no name of it. */
const plain = (key: string): boolean =>
  (!key.startsWith('ال') && /(يه|ي|^م.+ه)$/.test(key)) || /^[تي](?!ل).{3,}/.test(key);

/** Words that begin the names of places, most of which are in the gazetteer beside other words: tell, spring, head, well. */
const TOPONYM = /^(تل|عين|راس|بير|وادي|جبل|خان|دير|كفر|بيت|باب|ام|ابو|شيخ|خربه)$/;

/** "قاعدة تل البيضاء": strange words after an indefinite word of place, and a known one that ends them. */
function arabicName(s: Scene, h: Hit): number {
  const head = TOPONYM.test(s.key(h.to)) && !s.starts('place', h.to);
  const named = head || (strange(s, h.to) && s.key(h.to).length > 1 && !plain(s.key(h.to)));
  if (!named || /^[وف]?[بك]?ال/.test(s.key(h.from))) return h.to;
  let b = head ? h.to + 1 : h.to;
  while (b - h.to < LONGEST && strange(s, b) && !plain(s.key(b)) && isArabic(s.key(b))) b++;
  const last = s.starts('place', b);
  return last && b - h.to === 1 && s.key(b).startsWith('ال') ? last.to : b;
}

/** Kinds of facilities of which a town has one, and whether others than the Americans may have one there. */
const ONLY: Readonly<Record<string, { kind: string; american: boolean }>> = {
  airport: { kind: 'airport', american: false },
  mission: { kind: 'diplomatic mission', american: true },
};

/** The only facility of that kind that a town has; null where it has none or several. */
export function facilityOf(town: string, word: string, places: Gazetteer): string | null {
  const only = ONLY[word];
  if (!only || !['city', 'town'].includes(places.get(town)?.kind ?? '')) return null;
  return places.only(only.kind, town);
}

const american = (s: Scene, h: Hit): boolean =>
  s.has('national', Math.max(0, h.from - 3), h.to + 2, 'usa') || /^(us|american)$/.test(s.key(h.from - 1));

/** How far behind a word of facility its town may stand, in tokens. */
const TOWN = 5;

/** "the airfield outside Irbil", "the American consulate compound in Erbil": the facility of the town named behind it. */
export function facilitiesIn(s: Scene, places: Gazetteer): Site[] {
  return s.all('facility').flatMap((h) => {
    const only = ONLY[h.value];
    if (!only || s.covers('place', h.from)) return [];
    if (only.american && !american(s, h)) return [];
    for (let i = h.to; i < Math.min(s.length, h.to + TOWN); i++) {
      const town = s.starts('place', i);
      const id = town ? facilityOf(town.value, h.value, places) : null;
      if (town && id) return [{ from: h.from, to: town.to, id, spot: true }];
      if (town || s.isMark(i) || s.covers('act', i) || s.starts('and', i)) return [];
    }
    return [];
  });
}

/** Bases, fields, crossings that carry a name of their own which the gazetteer does not know: their words, without an id. */
export function namedSites(s: Scene): Site[] {
  return s.all('facility').flatMap((h) => {
    if (s.covers('place', h.from) ?? s.covers('actor', h.from)) return [];
    if (isArabic(s.key(h.from))) {
      const to = arabicName(s, h);
      return to > h.to ? [{ from: h.from, to, id: null, spot: true }] : [];
    }
    const [from, to] = [nameBefore(s, h), nameAfter(s, h)];
    return from < h.from || to > h.to ? [{ from, to: Math.max(to, h.to), id: null, spot: true }] : [];
  });
}

/** Words of an unknown place ("the Rwayshed base", "قاعدة …"): capitals or a word unknown to the lexicon beside a site noun. */
export function strangeSite(s: Scene, from: number, to: number): Site | null {
  for (const site of s.all('site', from, to)) {
    // "القاعدة" with its article is one told of before, and no name follows it.
    if (/^[وف]?[بك]?ال/.test(s.key(site.from)) && site.to === site.from + 1) continue;
    let a = site.from;
    while (a > from && s.tokens[a - 1]!.form.case === 1 && s.tokens[a - 1]!.form.ids.length === 0) a--;
    if (a < site.from) return { from: a, to: site.to, id: null, spot: true };
    let b = site.to;
    while (
      b < to &&
      b < site.to + 3 &&
      s.tokens[b]!.form.kind === 'word' &&
      s.tokens[b]!.form.ids.length === 0 &&
      (s.tokens[b]!.form.case === 1 || /[\u0600-\u06ff]/.test(s.key(b)))
    )
      b++;
    if (b > site.to && s.tokens[site.to]!.form.key.length > 2) return { from: site.from, to: b, id: null, spot: true };
  }
  return null;
}
