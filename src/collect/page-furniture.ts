import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { Block } from './page-blocks.ts';

interface Phrases {
  starts: string[];
  holds: string[];
}
const phrases = load(readFileSync(new URL('./furniture.yaml', import.meta.url), 'utf8')) as Phrases;
const anyOf = (list: readonly string[]): string =>
  list.map((p) => p.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, ' +')).join('|');
const STARTS = new RegExp(`^(?:${anyOf(phrases.starts)})(?![\\p{L}\\p{N}])`, 'iu');
const HOLDS = new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf(phrases.holds)})(?![\\p{L}\\p{N}])`, 'iu');

/** Elements that are never part of an article. */
const NEVER = [
  'script, style, noscript, template, nav, aside, footer, form, button, dialog, iframe, object, figcaption, ins',
  '[hidden], [aria-hidden="true"], [role="navigation"], [role="banner"], [role="complementary"], [role="search"]',
  '[role="contentinfo"], [role="dialog"], [role="alertdialog"]',
].join(', ');

/** Names that pages give to the boxes around an article. */
const BOX =
  /(?:^|[-_ ])(?:cookies?|consent|gdpr|subscribe|subscription|newsletter|paywall|related|recommended|most-?read|trending|share|sharing|social|promo|advert(?:isement)?|ads?|sponsored|banner|breadcrumbs?|comments?|sidebar|popup|modal|outbrain|taboola|caption)(?:[-_ ]|$)/i;
const KEPT: ReadonlySet<string> = new Set(['HTML', 'BODY', 'MAIN', 'ARTICLE']);

/** Takes menus, boxes, banners and captions out of the page, but never a box that holds most of its words. */
export function clearFurniture(document: Document): void {
  for (const element of document.querySelectorAll(NEVER)) element.remove();
  const most = (document.body?.textContent ?? '').length / 2;
  for (const element of document.querySelectorAll('[class], [id]')) {
    const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
    if (KEPT.has(element.tagName) || !BOX.test(names)) continue;
    if ((element.textContent ?? '').length < most) element.remove();
  }
}

/** A short block in words that pages use about themselves. */
export const isFurniture = ({ text }: Block): boolean =>
  (text.length <= 160 && STARTS.test(text)) || (text.length <= 320 && HOLDS.test(text));

/** Prose: some words in a row that are not mostly links. */
const isProse = (b: Block): boolean =>
  !b.heading && b.text.length >= 40 && b.linked < b.text.length / 2 && b.text.split(/\s+/).length >= 7;

/** Fewer letters of prose than this are no article; Arabic says the same in fewer letters than English. */
const LEAST = 90;

/** Prose of this length is an article whatever stands around it. */
const PLENTY = 600;

/** Whether the blocks hold an article: enough prose, more than the page says of itself, and no list of teasers. */
export function holdsArticle(blocks: readonly Block[]): boolean {
  const lengthOf = (some: readonly Block[]): number => some.reduce((sum, b) => sum + b.text.length, 0);
  const prose = blocks.filter((b) => isProse(b) && !isFurniture(b));
  const teasers = blocks.filter((b) => b.heading && b.linked > b.text.length / 2).length;
  if (teasers >= 3 && teasers >= prose.length / 2) return false;
  const told = lengthOf(prose);
  return told >= PLENTY || (told >= LEAST && told > lengthOf(blocks.filter(isFurniture)));
}
