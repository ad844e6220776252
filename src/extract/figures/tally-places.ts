import type { Gazetteer } from '../../model/place.ts';
import type { Clause } from '../incidents/clauses.ts';
import { asideFor } from './asides.ts';
import { comparisons } from './comparisons.ts';
import type { FigureDraft } from '../draft.ts';
import type { Figure } from './figure.ts';
import { evidenceEnd } from './levels.ts';
import { isOrdinal } from './ordinals.ts';
import type { Page, Reading, Told } from '../page.ts';
import type { Part } from './parts.ts';
import { askedFor } from './questions.ts';

/** Parts say where: in the area named for all of them, else in their countries, each once. */
export const partPlaces = (parts: readonly Part[], page: Page, scope: string | null): string[] =>
  scope === null ? [...new Set(parts.map((p) => page.lexicon.places.country(p.place)))] : [scope];

/** "12 drones have targeted the Region: five in Erbil …": the one area named before the parts that lie in its country. */
export function scopeOf(r: Reading, page: Page, x: { range: Clause; parts: readonly Part[] }): string | null {
  const { places } = page.lexicon;
  const to = Math.min(...x.parts.map((p) => Math.min(p.quantity.from, p.to)));
  const named = [
    ...r.sites.filter((p) => p.from >= x.range.from && p.to <= to).flatMap((p) => p.id ?? []),
    ...r.scene.all('there', x.range.from, to).map((h) => h.value),
  ].filter((id) => places.get(id)?.kind === 'region');
  const area = new Set(named).size === 1 ? named[0]! : null;
  return area !== null && x.parts.every((p) => places.country(p.place) === places.country(area)) ? area : null;
}

/** "Since the war in Gaza began on Oct. 7": that place only names the start. */
function inSince(r: Reading, p: { from: number; to: number }): boolean {
  const since = r.scene.all('since', 0, p.from).at(-1);
  if (!since) return false;
  for (let i = since.to; i < p.from; i++)
    if (r.scene.isMark(i) || r.scene.covers('force', i) || r.scene.covers('month', i)) return false;
  return r.times.some((t) => t.from >= p.to && t.from - p.to <= 4);
}

/** Countries and sites of the clause, else of the sentence, else of the figure told before. */
export function placesOf(r: Reading, page: Page, range: Clause, f: Figure): string[] {
  const c = { from: range.from, to: lastTold(r, range, f) };
  const ids = (from: number, to: number): string[] => [
    ...new Set(
      r.sites
        .filter((p) => p.from >= from && p.to <= to && p.id && p.id !== 'gaza-strip' && !inSince(r, p))
        .map((p) => p.id!),
    ),
  ];
  const both = r.scene.all('bothlands', c.from, range.to).length > 0 ? countriesTold(page) : [];
  if (both.length > 1) return both;
  const here = f.kind === 'level' ? ids(f.from, evidenceEnd(r, c, f)).slice(0, 1) : ids(c.from, c.to);
  const kept = outermost(here, page, f, r);
  if (kept.length > 0) return [...kept, ...besides(r, page, c, kept)];
  const there = r.scene.all('there', c.from, c.to).map((h) => (h.value === 'country' ? page.country : h.value))[0];
  if (there && there !== page.country) return [there];
  const region = r.scene.all('place', c.from, c.to).find((h) => h.value === 'middle-east' || h.value === 'red-sea');
  if (region) return [region.value];
  const seen = witness(r, c);
  if (seen) return [seen];
  if (there) return [there];
  // "Two days ago I told you 15": where the count told now was made, whatever else the sentence names.
  if (r.scene.has('toldbefore', 0, f.from)) return known(r, page, f);
  const all = { from: 0, to: r.scene.length };
  const sentence = outermost(ids(0, lastTold(r, all, f)), page, f, r);
  return sentence.length > 0 ? sentence : known(r, page, f);
}

/** The countries over which the last figure that names more than one was counted. */
const countriesTold = (page: Page): string[] =>
  page.drafts.findLast((d): d is FigureDraft => d.kind === 'tally' && d.places.length > 1)?.places ?? [];

/** "Iraq saw 14 attacks", "شهد العراق 14 هجوماً". */
const witness = (r: Reading, c: Clause): string | undefined =>
  r.scene.all('place', c.from, c.to).find((h) => r.scene.starts('saw', h.to) ?? r.scene.ends('saw', h.from))?.value;

/** "…, the latest a week ago at X" tells of one of those counted, ", after a drone hit Y" of what led to it, not where all were. */
const lastTold = (r: Reading, c: Clause, f: Figure): number =>
  ['latest', 'occasion', 'allbut']
    .flatMap((cat) => r.scene.all(cat, f.to, c.to))
    .concat(comparisons(r).filter((h) => h.from >= f.to))
    .filter((h) => r.scene.isMark(h.from - 1))
    .reduce((to, h) => Math.min(to, h.from), c.to);

/** "in federal Iraq and the Kurdistan Region": a part of a country that is named beside it counts apart. */
const besides = (r: Reading, page: Page, c: Clause, kept: readonly string[]): string[] =>
  r.sites
    .filter((p) => {
      const kind = p.id === null ? undefined : page.lexicon.places.get(p.id)?.kind;
      const and = r.scene.starts('and', p.from - 1) ?? r.scene.starts('and', p.from - 2);
      const before = r.sites.some((o) => o.to <= p.from && p.from - o.to <= 3 && o.id !== null && kept.includes(o.id));
      return p.from >= c.from && p.to <= c.to && kind === 'region' && and !== undefined && before;
    })
    .map((p) => p.id!)
    .filter((id) => !kept.includes(id));

/** Where nothing says where: where the incident just told was, the sea for ships, what the last figure covered, the countries named. */
function known(r: Reading, page: Page, f: Figure): string[] {
  if (f.kind === 'level') return page.country ? [page.country] : page.countries;
  const asked = askedFor(r, page)?.places ?? [];
  if (asked.length > 0) return asked;
  const own = page.cast.isGroup(page.voice) && !hurt(f);
  const told = isOrdinal(r, f) ? siteTold(r, page) : page.told.findLast((t) => !hurt(f) || t.draft.place?.id);
  const place = told?.draft.place?.id;
  const tally = (): boolean => page.drafts.some((d) => d.kind === 'tally' && d.told);
  const counted = r.times.some((t) => t.kind === 'since' || t.kind === 'window');
  const first = hurt(f) && !page.drafts.some((d) => d.kind === 'tally');
  const near =
    told !== undefined &&
    (isOrdinal(r, f) || !(counted || tally())) &&
    r.index - told.at <= (isOrdinal(r, f) ? 6 : first ? 3 : 1);

  if (place && near && !own && (isOrdinal(r, f) || f.unit === 'killed' || f.unit === 'injured')) return [place];
  // What a group counts of its own it counts wherever it was.
  if (own) return [];
  if (page.sea && r.scene.has('ship')) return [page.sea];
  const aside = asideFor(r, page)?.places ?? [];
  if (aside.length > 0) return aside;
  const last = page.drafts.findLast((d): d is FigureDraft => d.kind === 'tally' && d.places.length > 0);
  if (last && hurt(f) && (last.unit === 'killed' || last.unit === 'injured') && last.places.length === 1)
    return last.places;
  if (last)
    return last.places.every(
      (p) => page.lexicon.places.path(p).length > 1 && !AREAS.test(page.lexicon.places.get(p)?.kind ?? ''),
    )
      ? [...new Set(last.places.map((p) => page.lexicon.places.country(p)))]
      : last.places;
  return page.countries.length > 0 || page.country === null ? [...page.countries] : [page.country];
}

/** "The third attack on the base": where the attack told last was on a base, a field or a mission, else where the last one was. */
const siteTold = (r: Reading, page: Page): Told | undefined =>
  page.told.findLast(
    ({ at, draft }) =>
      r.index - at <= 6 && draft.place?.id && SITES.test(page.lexicon.places.get(draft.place.id)?.kind ?? ''),
  ) ?? page.told.at(-1);

const SITES = /^(base|airport|field|camp|diplomatic mission|infrastructure)$/;

/** Places wide enough to be what a whole report counts over. */
const AREAS = /^(region|governorate|sea)$/;

const hurt = (f: Figure): boolean => f.unit === 'injured' || f.unit === 'killed';

/** Sites inside a country that is named too are no scope of their own, unless only sites carry the count. */
function outermost(ids: readonly string[], page: Page, f: Figure, r: Reading): string[] {
  const { places } = page.lexicon;
  const countries = ids.filter((id) => places.country(id) === id);
  const within = ids.filter((id) => places.country(id) !== id);
  const area = within.find((id) => places.get(id)?.kind === 'region');
  const spots = hurt(f) || !area ? within : within.filter((id) => id === area || !places.inside(id, area));
  if (
    spots.length >= 1 &&
    countries.length > 0 &&
    spots.every((x) => countries.some((y) => places.inside(x, y))) &&
    hurt(f)
  )
    return spots;
  const areas = spots.length > 1 && r.scene.has('provinces') ? provinces(spots, places) : null;
  if (areas && countries.length === 0) return areas;
  if (countries.length > 0 || spots.length <= 2) return countries.length > 0 ? countries : spots;
  return [...new Set(spots.map((x) => places.country(x)))];
}

/** "in Erbil, Duhok and Sulaymaniyah provinces": their towns told so stand for them; null where bases are among them. */
function provinces(spots: readonly string[], places: Gazetteer): string[] | null {
  const kind = (id: string): string => places.get(id)?.kind ?? '';
  const area = (id: string): string | undefined => places.path(id).find((x) => kind(x) === 'governorate');
  if (spots.some((x) => !/^(governorate|city|town)$/.test(kind(x)))) return null;
  return [...new Set(spots.map((x) => area(x) ?? x))];
}
