import type { Gazetteer } from '../../model/place.ts';
import type { Page } from '../page.ts';
import type { Hit, Scene } from '../scene.ts';
import type { Frame } from './frame.ts';
import { facilityOf } from './named-sites.ts';
import type { Named, Site } from './site.ts';

/** How many sentences later "the base" still means the one named. */
const SENTENCES = 6;
const REMEMBERED = 24;

/** Kinds of places that a word of the lexicon's `facility` may mean. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  base: ['base', 'airport'],
  airport: ['airport', 'base'],
  field: ['field'],
  camp: ['camp'],
  mission: ['diplomatic mission'],
  refinery: ['infrastructure'],
  port: ['infrastructure'],
  crossing: ['infrastructure'],
  dam: ['infrastructure'],
  prison: ['infrastructure'],
  town: ['city', 'town'],
};

/** Keeps what a sentence names, for the sentences after it. */
export function remember(page: Page, s: Scene, sites: readonly Site[], at: number): void {
  for (const p of sites) {
    const kind = s.all('facility', p.from, p.to)[0]?.value ?? null;
    page.named.push({ id: p.id, text: s.words(p.from, p.to), kind, at });
  }
  if (page.named.length > REMEMBERED) page.named.splice(0, page.named.length - REMEMBERED);
}

/** "the base", "that Iraqi facility", "القاعدة": told of before. */
function definite(s: Scene, h: Hit): boolean {
  if (/^[وف]?(?:[بك]?ال|لل)/.test(s.key(h.from))) return true;
  for (let i = h.from - 1; i >= Math.max(0, h.from - 3); i--) {
    if (/^(the|that|this|same)$/.test(s.key(i))) return true;
    if (s.isMark(i) || s.starts('and', i) !== undefined) return false;
  }
  return false;
}

/** Whether a place named before is of the first or, failing that, of another kind that a word of facility may mean. */
const fits = (n: Named, word: string, x: { places: Gazetteer; first: boolean }): boolean => {
  if (n.kind === word) return true;
  const kind = n.id === null ? null : x.places.get(n.id)?.kind;
  const kinds = KINDS[word] ?? [];
  return kind != null && kind !== 'infrastructure' && (x.first ? kinds[0] === kind : kinds.includes(kind));
};

/** The place that a definite word of facility refers back to. */
function referent(f: Frame, h: Hit): Named | null {
  const { page, r } = f;
  const { places } = page.lexicon;
  const near = page.named.filter((n) => r.index - n.at <= SENTENCES);
  const same = near.findLast((n) => fits(n, h.value, { places, first: true }));
  if (same) return same;
  // "the airport" after a town was named: the one that the town has.
  const town = near.findLast((n) => n.id !== null && ['city', 'town'].includes(places.get(n.id)?.kind ?? ''));
  const own = town ? facilityOf(town.id!, h.value, places) : null;
  if (own) return { id: own, text: r.scene.words(h.from, h.to), kind: h.value, at: r.index };
  return near.findLast((n) => fits(n, h.value, { places, first: false })) ?? null;
}

/** How many sentences back an incident may be told whose place "the site" is. */
const BACK = 3;

/** "the base", "the airport", "القاعدة" alone: the place of that kind named last, else that of the incident told last. */
export function referred(f: Frame): Site[] {
  const { scene: s } = f.r;
  if (f.sites.length > 0) return f.sites;
  for (const h of [...s.all('facility', f.from, f.to), ...s.all('settlement', f.from, f.to)]) {
    const found = definite(s, h) ? referent(f, h) : null;
    if (found) return [{ from: h.from, to: h.to, id: found.id, spot: true, told: found.text }];
  }
  const last = f.page.told.findLast((t) => t.draft.place && f.r.index - t.at <= BACK)?.draft.place;
  const hit = s.all('site', f.from, f.to)[0];
  if (!hit) return [];
  if (last) return [{ from: hit.from, to: hit.to, id: last.id, spot: true, told: last.text }];
  return s.has('ship', f.from, f.to) && f.page.sea ? [{ from: hit.from, to: hit.to, id: f.page.sea, spot: false }] : [];
}
