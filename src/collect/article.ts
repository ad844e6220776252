import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Block } from './page-blocks.ts';
import { blocksOf, textOf } from './page-blocks.ts';
import type { PageFacts } from './page-facts.ts';
import { factsOf } from './page-facts.ts';
import { clearFurniture, holdsArticle, isFurniture } from './page-furniture.ts';
import type { Trouble } from './trouble.ts';

/** A page's article: its facts and its words without furniture. */
export interface Article extends PageFacts {
  text: string;
}

/** No page that people write is nested deeper; a deeper one is made to exhaust its reader. */
const DEEPEST = 500;

/** HTML → its article; runs in the worker. */
export function articleOf(html: string): Article | Trouble {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  if (isDeeperThan(document, DEEPEST))
    return { code: 'parse-limit', values: { limit: `${DEEPEST} levels of nesting` } };
  const facts = factsOf(document);
  clearFurniture(document);
  const blocks = mainBlocks(document);
  if (!holdsArticle(blocks)) return { code: 'page-without-article', values: {} };
  return { ...facts, text: textOf(blocks.filter((b) => !isFurniture(b) && b.text !== facts.title)) };
}

/** The blocks of the part of the page that reads like its article. */
function mainBlocks(document: Document): Block[] {
  const found = new Readability<Element>(document, {
    charThreshold: 120,
    serializer: (node) => node as Element,
  }).parse();
  return found?.content ? blocksOf(found.content) : [];
}

/** Walks without recursion, so that the walk itself cannot be exhausted. */
function isDeeperThan(document: Document, limit: number): boolean {
  let node: Node | null = document.documentElement;
  let depth = 0;
  while (node) {
    if (node.firstChild) {
      node = node.firstChild;
      if (++depth > limit) return true;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      depth--;
    }
    node = node?.nextSibling ?? null;
  }
  return false;
}
