/** A paragraph, heading, list item or table row of a page. */
export interface Block {
  text: string;
  heading: boolean;
  /** Whether it stands on a line of its own rather than after a blank line: list items and rows after the first. */
  follows: boolean;
  /** How many of its characters are links. */
  linked: number;
}

const BLOCKS: ReadonlySet<string> = new Set(
  'ADDRESS ARTICLE BLOCKQUOTE BODY DD DIV DL DT FIGURE H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY THEAD TR UL'.split(
    ' ',
  ),
);
const HEADINGS = /^H[1-6]$/;
const ROWS: ReadonlySet<string> = new Set(['LI', 'TR', 'DD', 'DT']);

/** The article's elements → its blocks, in order, white space as a reader sees it. */
export function blocksOf(root: Element): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let linked = 0;
  let last: Element | null = null;
  const flush = (within: Element): void => {
    for (const [i, line] of text.split(/\n{2,}/).entries()) {
      const tidy = line
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim();
      const follows = i === 0 && ROWS.has(within.tagName) && last?.parentNode === within.parentNode;
      if (tidy !== '') blocks.push({ text: tidy, heading: HEADINGS.test(within.tagName), follows, linked });
      if (tidy !== '') last = within;
    }
    text = '';
    linked = 0;
  };
  const walk = (node: Node, block: Element, inLink: boolean): void => {
    if (node.nodeType === 3) {
      const words = (node.nodeValue ?? '').replace(/\s+/g, ' ');
      text += words;
      if (inLink) linked += words.trim().length;
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    if (element.tagName === 'BR') text += '\n';
    const isBlock = BLOCKS.has(element.tagName);
    if (isBlock) flush(block);
    for (const child of element.childNodes) walk(child, isBlock ? element : block, inLink || element.tagName === 'A');
    if (isBlock) flush(element);
    else if (element.tagName === 'TD' || element.tagName === 'TH') text += ' | ';
  };
  walk(root, root, false);
  flush(root);
  return blocks.map((b) => ({ ...b, text: withoutLastBar(b.text) }));
}

/** A row's last cell is followed by a bar like the others. */
const withoutLastBar = (text: string): string => (text.endsWith(' |') ? text.slice(0, -2) : text);

/** Blocks as text: a blank line between paragraphs, list items and rows on lines of their own. */
export const textOf = (blocks: readonly Block[]): string =>
  blocks.map((b, i) => (i === 0 ? '' : b.follows ? '\n' : '\n\n') + b.text).join('');
