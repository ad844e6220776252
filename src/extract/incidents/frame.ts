import type { Scope } from '../speech/hearing.ts';
import type { Clause } from './clauses.ts';
import { tollIn } from './harm.ts';
import type { Toll } from './harm.ts';
import { signsIn } from './outcome.ts';
import type { Signs } from './outcome.ts';
import type { Page, Reading } from '../page.ts';
import { within } from './places.ts';
import type { Site } from './places.ts';

/** A clause on the way to becoming incident claims. */
export interface Frame {
  r: Reading;
  page: Page;
  scope: Scope;
  from: number;
  to: number;
  sites: Site[];
  toll: Toll;
  signs: Signs;
}

/** "the base", "القاعدة" alone: the place told of last in this report. */
export function referred(f: Frame): Site[] {
  const { scene: s } = f.r;
  if (f.sites.length > 0 || !s.has('site', f.from, f.to)) return f.sites;
  const last = f.page.told.findLast((t) => t.draft.place?.id && f.r.index - t.at <= 3)?.draft.place;
  const hit = s.all('site', f.from, f.to)[0]!;
  return last ? [{ from: hit.from, to: hit.to, id: last.id, spot: true }] : [];
}

export function frame(r: Reading, page: Page, scope: Scope, c: Clause): Frame {
  const toll = tollIn(r.scene, c.from, c.to, r.quantities);
  return {
    r,
    page,
    scope,
    ...c,
    sites: within(r.scene, r.sites, c, page.lexicon.places),
    toll,
    signs: signsIn(r.scene, c.from, c.to, toll),
  };
}
