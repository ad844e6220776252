import { long } from './figures/asides.ts';
import { nearby } from './figures/figure.ts';
import { ordinals } from './figures/ordinals.ts';
import { askedFor } from './figures/questions.ts';
import { listItem } from './incidents/lists.ts';
import type { Page, Reading } from './page.ts';
import type { Time } from './times/time.ts';

/** Words without one of which nothing is told, unless what stands around makes it: acts, harm and means, what goes back to them, what is counted. */
const TELLING: ReadonlySet<string> = new Set([
  ...['act', 'deed', 'blast', 'weapon', 'harm', 'lethal', 'none', 'loss', 'undamaged', 'refer', 'occur', 'recap'],
  ...['gist', 'ship', 'people', 'goal', 'ops', 'venture'],
  ...['sum', 'amount', 'bring', 'times', 'multiple', 'dual', 'sameperiod'],
]);

/** Verbs that claim, deny or doubt nothing. */
const PLAIN: ReadonlySet<string> = new Set(['own', 'report']);

/** A time over which something may have been counted, even a number alone. */
const lasting = ({ kind, span }: Time): boolean =>
  kind === 'since' || kind === 'window' || (kind !== 'ref' && long(span));

/** Whether a count was told so near that numbers may be its parts. */
function counting(r: Reading, page: Page): boolean {
  const { drafts } = page;
  for (let k = drafts.length - 1; k >= 0 && nearby(r, drafts[k]!); k--) if (drafts[k]!.kind === 'tally') return true;
  return false;
}

/** "Three of them were flown out": a part of those hurt in an attack told so near. */
const partly = (r: Reading, page: Page): boolean => {
  const last = page.told.at(-1);
  return last !== undefined && nearby(r, last.draft) && (r.scene.has('subset') || r.scene.has('recovered'));
};

/** Whether a sentence may tell of incidents, figures or doubts: most sentences of most reports do not, and need no closer look. */
export const mayTell = (r: Reading, page: Page): boolean =>
  r.scene.any(TELLING) ||
  r.scopes.some((o) => !PLAIN.has(o.verb)) ||
  r.times.some(lasting) ||
  listItem(r, page) ||
  counting(r, page) ||
  partly(r, page) ||
  (r.quantities.length > 0 && askedFor(r, page) !== null) ||
  ordinals(r.scene).length > 0;
