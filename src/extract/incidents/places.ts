import { SITE_KINDS, type Gazetteer } from '../../model/place.ts';
import type { Hit, Scene } from '../scene.ts';
import { facilitiesIn, namedSites, strangeSite } from './named-sites.ts';
import type { Site } from './site.ts';

/** Where something may be said to have happened: sites, and areas no wider than a town's surroundings. */
const SPOTS: ReadonlySet<string> = new Set([...SITE_KINDS, 'zone', 'area']);
/** Too wide or too often a mere party to the conflict to be where something happened. */
const VAGUE: ReadonlySet<string> = new Set([
  'united-states',
  'washington-dc',
  'pentagon-building',
  'middle-east',
  'persian-gulf',
  'landstuhl',
  'germany',
]);

export const isSpot = (places: Gazetteer, id: string): boolean => SPOTS.has(places.get(id)?.kind ?? '');

/** One of several places of that name: where forces are housed first, else the first in the gazetteer. */
function choose(hits: readonly Hit[], s: Scene, places: Gazetteer): string {
  const ids = hits.map((h) => h.value);
  const city = ids.find((id) => places.get(id)?.kind === 'city');
  const wide = ids.find((id) => places.get(id)?.kind === 'governorate');
  const plain = ids.find((id) => !places.get(id)?.hosts);
  if (plain && s.starts('district', hits[0]!.to)) return plain;
  const housed = ids.find((id) => places.get(id)?.hosts);
  if (housed) return housed;
  if (city && wide) return s.has('district', hits[0]!.to, hits[0]!.to + 2) ? wide : city;
  return ids[0]!;
}

/** Countries and capitals are also parties: only a locative makes them a place. */
function located(s: Scene, h: Hit, places: Gazetteer): boolean {
  const kind = places.get(h.value)?.kind;
  if (s.tokens[h.to - 1]!.owner && s.starts('actor', h.to)) return false;
  // "launched from Yemen" says where it came from, not where it happened.
  if (kind === 'country' && s.key(h.from - 1) === 'from' && s.has('act', 0, h.from)) return false;
  if (s.covers('proxy', h.from) ?? s.ends('spokenat', h.from)) return false;
  if (comesFrom(s, h.from)) return false;
  if (kind !== 'country' && kind !== 'city' && kind !== 'territory') return true;
  for (let i = h.from - 1; i >= Math.max(0, h.from - 3); i--) {
    if (s.covers('locative', i) || s.covers('place', i) || s.covers('site', i) || s.covers('deed', i)) return true;
    if (s.isMark(i) && !s.isMark(i, ',+')) return false;
    if (s.covers('month', i) || s.covers('weekday', i) || s.tokens[i]!.form.kind === 'number') return false;
  }
  const raw = s.text.slice(s.tokens[h.from]!.from, s.tokens[h.from]!.from + 2);
  return (
    /^[بلو]/.test(raw) ||
    s.isMark(h.from - 1, ',+') ||
    s.starts('and', h.from - 1) !== undefined ||
    s.starts('site', h.to) !== undefined
  );
}

/** "launched from areas of Yemen that …", "انطلقت من محيط …": where it came from. */
function comesFrom(s: Scene, at: number): boolean {
  for (let i = at - 1; i > at - 6 && i > 0; i--) {
    if (s.ends('origin', i + 1)) return true;
    // "from Iraq's al-Qaim"
    if (s.tokens[i]!.owner) continue;
    if (s.covers('place', i)) return false;
    // "صاروخان من طراز غراد داخل قاعدة": a word of where it fell stands between.
    if (s.language === 'ar' && s.covers('inside', i)?.value === 'target' && s.key(i - 1) !== 'من') return false;
    if (s.isMark(i, ',،;') || s.covers('site', i)) return false;
    if (s.key(i) === 'from' || s.key(i) === 'من')
      return (
        s.covers('act', i - 1) !== undefined ||
        s.covers('weapon', i - 1) !== undefined ||
        s.has('act', i - 6, i, 'launch')
      );
  }
  return false;
}

/** "north of X", "on the border with X", "capital of X": says where the place named before lies. */
function beside(s: Scene, h: Hit, first: boolean): boolean {
  if (s.tokens[h.from - 1]?.owner || s.key(h.from - 1) === 'قرب') return false;
  for (let i = h.from - 1; i >= Math.max(0, h.from - 6); i--) {
    const b = s.covers('beside', i);
    if (b) return !first || /border|الحدود|حدود|hospital/.test(s.words(b.from, b.to));
    if (s.covers('act', i) || s.isMark(i, ';:،') || AT.test(s.key(i))) return false;
  }
  return false;
}

/** "on the border with Syria near the crossing": a new word of place begins, and what stands before it is over. */
const AT = /^(near|at|over|inside)$/;

/** A quarter of the country spoken of ("the west of the country"): the region of the gazetteer with that name. */
function quarter(s: Scene, country: string | null, places: Gazetteer): Site[] {
  if (!country) return [];
  return s.all('west').flatMap((h) => {
    const id = [`${h.value}ern-${country}`].find((x) => places.get(x));
    return id ? [{ from: h.from, to: h.to, id, spot: false }] : [];
  });
}

/** Why something was done names places too ("for our people in Gaza"): nothing is said to have happened there. */
function inMotive(s: Scene, h: Hit): boolean {
  const motive = s.all('gist', 0, h.from).findLast((g) => g.value === 'motive');
  // "in retaliation for the drone strike at …" recalls an attack that had its place.
  if (!motive || s.has('deed', motive.to, h.from) || s.has('weapon', motive.to, h.from)) return false;
  for (let i = motive.to; i < h.from; i++) if (s.isMark(i, ',،;؛:')) return false;
  return true;
}

/** Places where something may have happened, widest ones dropped where a narrower one inside them is named. */
export function sites(s: Scene, places: Gazetteer, country: string | null): Site[] {
  const by = new Map<number, Hit[]>();
  for (const h of s.all('place')) by.set(h.from, [...(by.get(h.from) ?? []), h]);
  const out: Site[] = [];
  for (const hits of by.values()) {
    const h = { ...hits[0]!, value: choose(hits, s, places) };
    if (VAGUE.has(h.value) || !located(s, h, places) || beside(s, h, out.length === 0) || inMotive(s, h)) continue;
    out.push({ from: h.from, to: h.to, id: h.value, spot: isSpot(places, h.value) });
  }
  out.push(...quarter(s, country, places));
  const strange = [...facilitiesIn(s, places), ...namedSites(s)];
  if (strange.length > 0) {
    const known = out.filter((p) => !strange.some((q) => q.from <= p.from && p.to <= q.to));
    return [...known, ...strange].sort((a, b) => a.from - b.from);
  }
  return out.sort((a, b) => a.from - b.from);
}

const conjoined = (s: Scene, i: number): boolean => s.text[s.tokens[i]!.from] === 'و';

/** Joined to what stands before by a conjunction or a comma; in Arabic also where a word of place carries it ("وقاعدة …"). */
function coordinated(s: Scene, i: number): boolean {
  if (i <= 0) return false;
  if (s.starts('and', i - 1) !== undefined || s.isMark(i - 1) || conjoined(s, i)) return true;
  for (let k = i - 1; k > 0 && i - k < 4 && (s.covers('locative', k) || s.covers('site', k)); k--)
    if (conjoined(s, k)) return true;
  return false;
}

/** "قاعدة بلد الجوية شمالي بغداد", "في حقل …": where the spot just told lies, said by a word of lying and nothing else. */
function lies(s: Scene, q: Site, p: Site): boolean {
  const word = s.covers('lies', p.from - 1);
  if (!word || p.from <= q.to || p.from - q.to > (/^(شمال|جنوب|شرق|غرب)/.test(s.key(word.from)) ? 9 : 4)) return false;
  for (let i = q.to; i < p.from; i++)
    if (s.isMark(i, ';؛:(') || ['act', 'deed', 'place', 'sincelike'].some((cat) => s.covers(cat, i))) return false;
  return true;
}

/** How far behind a place the words that say where it lies reach, in tokens. */
const ADDRESS = 9;
/** Categories of words that end them, and that end what heads a sentence ("In the province, rockets hit the outpost"). */
const ADDRESSED = ['act', 'deed', 'and', 'facility'] as const;
const FRAMED = ['and'] as const;

/** "the Kasrah outpost, west of the town", "in the province, the Kasrah outpost": the known place tells where the strange one lies. */
function addresses(s: Scene, p: Site, q: Site): boolean {
  if (q.id !== null || p.id === null) return false;
  const [from, to] = p.from >= q.to ? [q.to, p.from] : [p.to, q.from];
  if (to < from || to - from > ADDRESS || (p.to <= q.from && p.spot)) return false;
  // What heads a sentence is the frame of all of it.
  const ends = p.to <= q.from && p.from <= 2 ? FRAMED : ADDRESSED;
  for (let i = from; i < to; i++) if (s.isMark(i, ';؛:(') || ends.some((cat) => s.covers(cat, i))) return false;
  return !coordinated(s, p.from);
}

/** "a depot in the mountains and a bridge near the town": something else that was hit begins between the two. */
const another = (s: Scene, from: number, to: number): boolean =>
  s.all('and', from, to).some((h) => s.has('site', h.to, Math.min(to, h.to + 3)));

/** Whether `p` is a region of the country in which `q` is a governorate: "near Hasakah in northeastern Syria". */
const wider = (p: Site, q: Site, places: Gazetteer): boolean =>
  p.id !== null &&
  q.id !== null &&
  places.get(p.id)?.kind === 'region' &&
  places.get(q.id)?.kind === 'governorate' &&
  places.country(p.id) === places.country(q.id);

/** "قاعدة … بريف المدينة", "the base near the town": a district or a town told after a spot says where the spot lies. */
const rural = (s: Scene, p: Site, here: readonly Site[], places: Gazetteer): boolean =>
  (s.has('district', p.from - 1, p.from) ||
    s.has('district', p.to, p.to + 1) ||
    /^(near|قرب)$/.test(s.key(p.from - 1))) &&
  !coordinated(s, p.from - 1) &&
  here.some(
    (q) =>
      q !== p &&
      q.spot &&
      q.to <= p.from &&
      q.id &&
      p.id &&
      places.country(q.id) === places.country(p.id) &&
      !places.inside(p.id, q.id) &&
      !another(s, q.to, p.from),
  );

/** The places of one clause: each once, without those that only say where another one lies. */
export function within(s: Scene, all: readonly Site[], range: { from: number; to: number }, places: Gazetteer): Site[] {
  const { from, to } = range;
  const here = all.filter((p) => p.from >= from && p.to <= to);
  const kept = here.filter((p, i) => {
    const owns = s.tokens[p.to - 1]!.owner && here.some((q) => q.from === p.to && q.id !== null);
    if (owns) return false;
    const twin = here.findIndex((q) => q.id === p.id) < i;
    const outer = here.some(
      (q) => q !== p && q.id !== p.id && q.id && p.id && places.inside(q.id, p.id) && Math.abs(q.from - p.from) < 24,
    );
    // "the base at the gas field near the town": a town right after a base says where the base is.
    const near = here.some(
      (q) =>
        q !== p &&
        q.spot &&
        p.spot &&
        q.to <= p.from &&
        (p.from - q.to <= 1 || lies(s, q, p)) &&
        q.id &&
        p.id &&
        places.country(q.id) === places.country(p.id) &&
        !coordinated(s, p.from),
    );
    const region =
      !p.spot &&
      p.id !== null &&
      here.some(
        (q) =>
          q.spot &&
          q.id &&
          places.country(q.id) === places.country(p.id!) &&
          places.country(p.id!) !== p.id &&
          Math.abs(q.from - p.from) < 16,
      );
    const around = here.some(
      (q) => q !== p && wider(p, q, places) && p.from >= q.to && p.from - q.to <= 3 && !coordinated(s, p.from),
    );
    const district = rural(s, p, here, places);
    const address = here.some((q) => addresses(s, p, q));
    return !twin && !outer && !near && !region && !around && !district && !address;
  });
  if (kept.length > 0) return kept;
  const named = strangeSite(s, from, to);
  return named ? [named] : [];
}
