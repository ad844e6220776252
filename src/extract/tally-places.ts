import type { Clause } from './clauses.ts';
import type { FigureDraft } from './draft.ts';
import type { Figure } from './figure.ts';
import { evidenceEnd } from './levels.ts';
import type { Page, Reading } from './page.ts';
import type { Part } from './parts.ts';

/** Parts say where: their countries, each once. */
export const partPlaces = (parts: readonly Part[], page: Page): string[] => [
  ...new Set(parts.map((p) => page.lexicon.places.country(p.place))),
];

/** "Since the war in Gaza began on Oct. 7": that place only names the start. */
function inSince(r: Reading, p: { from: number; to: number }): boolean {
  const since = r.scene.all('since', 0, p.from).at(-1);
  if (!since) return false;
  for (let i = since.to; i < p.from; i++)
    if (r.scene.isMark(i) || r.scene.covers('force', i) || r.scene.covers('month', i)) return false;
  return r.times.some((t) => t.from >= p.to && t.from - p.to <= 4);
}

/** Countries and sites of the clause, else of the sentence, else of the figure told before. */
export function placesOf(r: Reading, page: Page, c: Clause, f: Figure): string[] {
  const ids = (from: number, to: number): string[] => [
    ...new Set(
      r.sites
        .filter((p) => p.from >= from && p.to <= to && p.id && p.id !== 'gaza-strip' && !inSince(r, p))
        .map((p) => p.id!),
    ),
  ];
  const here = f.kind === 'level' ? ids(f.from, evidenceEnd(r, c, f)).slice(0, 1) : ids(c.from, c.to);
  const kept = beside(r, outermost(here, page, f), page);
  if (kept.length > 0) return kept;
  const shipping = r.scene.has('ship', c.from, c.to) && f.kind === 'tally';
  if (shipping) return ['red-sea'];
  const region = r.scene.all('place', c.from, c.to).find((h) => h.value === 'middle-east' || h.value === 'red-sea');
  if (region) return [region.value];
  const sentence = outermost(ids(0, r.scene.length), page, f);
  return sentence.length > 0 ? sentence : ((f.kind === 'tally' ? toldOf(r, page, f, c) : null) ?? known(page, f));
}

/** "federal Iraq and the Kurdistan Region": a region named beside its own country is counted apart from it. */
function beside(r: Reading, kept: string[], page: Page): string[] {
  const { places } = page.lexicon;
  const apart = r.sites.filter((p, i) => {
    const before = r.sites[i - 1];
    return (
      p.id !== null &&
      places.get(p.id)?.kind === 'region' &&
      before?.id === places.country(p.id) &&
      kept.includes(before.id) &&
      p.from - before.to <= 3 &&
      r.scene.has('and', before.to, p.from)
    );
  });
  return [...new Set([...kept, ...apart.map((p) => p.id!)])];
}

/** How many sentences back the attack may stand of which a figure without a place goes on to speak. */
const NEAR = 2;

/** Where the attack was that was told just before: those hurt in it, and "the field" struck again, are there. */
function toldOf(r: Reading, page: Page, f: Figure, c: Clause): string[] | null {
  const last = page.told.findLast((t) => t.draft.place?.id && r.index - t.at <= NEAR)?.draft.place?.id;
  const harm = f.unit === 'killed' || f.unit === 'injured';
  const hurt = harm && page.told.length === 1 && !r.scene.has('since', c.from, c.to);
  const again = f.unit === 'attack' && r.scene.all('site', c.from, c.to).some((h) => r.scene.key(h.from - 1) === 'the');
  const counted = page.drafts.some((d) => d.kind === 'tally' && d.unit === f.unit);
  return last && (hurt || again) && !counted ? [last] : null;
}

function known(page: Page, f: Figure): string[] {
  const last = page.drafts.findLast((d): d is FigureDraft => d.kind === 'tally' && d.places.length > 0);
  if (last && f.kind !== 'level')
    return last.places.every((p) => page.lexicon.places.path(p).length > 1)
      ? [...new Set(last.places.map((p) => page.lexicon.places.country(p)))]
      : last.places;
  return page.cast.bodies(page.voice).includes('krg') ? ['kurdistan-region'] : page.countries;
}

/** Sites inside a country that is named too are no scope of their own, unless only sites carry the count. */
function outermost(ids: readonly string[], page: Page, f: Figure): string[] {
  const { places } = page.lexicon;
  const countries = ids.filter((id) => places.country(id) === id);
  const spots = ids.filter((id) => places.country(id) !== id);
  if (
    spots.length >= 1 &&
    countries.length > 0 &&
    spots.every((x) => countries.some((y) => places.inside(x, y))) &&
    (f.unit === 'injured' || f.unit === 'killed')
  )
    return spots;
  return countries.length > 0
    ? countries
    : spots.length > 2
      ? [...new Set(spots.map((x) => places.country(x)))]
      : spots;
}
