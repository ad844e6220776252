import type { Scope } from '../speech/hearing.ts';
import type { Clause } from './clauses.ts';
import { tollIn } from './harm.ts';
import type { Toll } from './harm.ts';
import { signsIn } from './outcome.ts';
import type { Signs } from './outcome.ts';
import type { Page, Reading } from '../page.ts';
import { within } from './places.ts';
import type { Site } from './site.ts';

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

/** Places that forces or a trade hold as a whole: what falls there falls on somebody's ground. */
const HELD: ReadonlySet<string> = new Set(['base', 'camp', 'field', 'airport', 'diplomatic mission']);

const grounds = (sites: readonly Site[], { lexicon }: Page): number[] =>
  sites.filter((p) => p.id !== null && HELD.has(lexicon.places.get(p.id)?.kind ?? '')).map((p) => p.from);

/** What a clause tells, read once for all fields of its claims. */
export function frame(r: Reading, page: Page, scope: Scope, c: Clause): Frame {
  const toll = tollIn(r.scene, r.quantities, {
    within: c,
    cast: page.cast,
    speaker: scope.chain.at(-1)?.speaker ?? page.voice,
  });
  const sites = within(r.scene, r.sites, c, page.lexicon.places);
  return {
    r,
    page,
    scope,
    ...c,
    sites,
    toll,
    signs: signsIn(r.scene, c, toll, grounds(sites, page)),
  };
}
