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

export function frame(r: Reading, page: Page, scope: Scope, c: Clause): Frame {
  const toll = tollIn(r.scene, r.quantities, {
    within: c,
    cast: page.cast,
    speaker: scope.chain.at(-1)?.speaker ?? page.voice,
  });
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
