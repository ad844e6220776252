import type { FigureDraft } from '../draft.ts';
import { nearby } from './figure.ts';
import type { Page, Reading } from '../page.ts';

/** What the sentence leaves out of a count, in its own words: "not including Thursday's attack at Harir". */
export function exclusionIn(r: Reading): string | null {
  const s = r.scene;
  const hit = s.all('exclude')[0];
  if (!hit) return null;
  let to = hit.to;
  while (to < s.length && !s.isMark(to, ',،;؛:')) to++;
  const from = s.starts('that', hit.to) ? hit.to + 1 : hit.to;
  return to > from ? s.words(from, to) : null;
}

/** "The count does not include …": said in a sentence of its own of the figure just told. */
export function exclude(r: Reading, page: Page): void {
  const last = page.drafts.at(-1);
  const words = last?.kind === 'tally' && nearby(r, last) ? exclusionIn(r) : null;
  if (words) (last as FigureDraft).excludes ??= words;
}
