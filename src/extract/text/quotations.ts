/** A quotation of the text, its marks included, as offsets [from, to). */
export interface Quotation {
  from: number;
  to: number;
}

/** Opening marks and those that close them; some papers write two apostrophes. */
const CLOSERS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '"': '"', "''": "''" };

/** Whether the next paragraph opens with the mark again: the quotation goes on. Else -1. */
function goesOn(text: string, from: number, opener: string): number {
  let k = from;
  while (text[k] === '\n' || text[k] === ' ' || text[k] === '\u00a0') k++;
  return text.startsWith(opener, k) ? k : -1;
}

/** Quotations in order, none inside another. An open one ends with its paragraph unless the next opens it anew. */
export function quotations(text: string): Quotation[] {
  const out: Quotation[] = [];
  let from = -1;
  let opener = '';
  let again = -1;
  const close = (to: number): void => {
    out.push({ from, to });
    from = -1;
  };
  for (const { 0: mark, index: i } of text.matchAll(/["“”«»\n]|''/g)) {
    if (i <= again) continue;
    if (from < 0) {
      if (CLOSERS[mark]) [from, opener] = [i, mark];
    } else if (mark === CLOSERS[opener]) close(i + mark.length);
    else if (mark === '\n') {
      again = goesOn(text, i, opener);
      if (again < 0) close(i);
    }
  }
  if (from >= 0) close(text.length);
  return out;
}

/** Index of the first quotation that ends after the offset, found by halving. */
function firstAfter(list: readonly Quotation[], offset: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.to <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The quotation in which the offset lies. */
export function quotationAt(list: readonly Quotation[], offset: number): Quotation | undefined {
  const found = list[firstAfter(list, offset)];
  return found && found.from <= offset ? found : undefined;
}

/** Fewest letters of a quotation that goes on with a speech: less is a word in quotation marks. */
const LEAST = 15;

/** Quotations that go on right after the offset, in the next sentences or paragraphs, until words of others come. */
export function following(text: string, list: readonly Quotation[], offset: number): Quotation[] {
  const out: Quotation[] = [];
  let at = offset;
  for (let i = firstAfter(list, offset); i < list.length; i++) {
    const q = list[i]!;
    if (q.from < at) continue;
    if (q.from - at > 12 || text.slice(at, q.from).trim() !== '' || q.to - q.from < LEAST) break;
    // "…," before the closing mark: its own speaker follows.
    if (text[q.to - 2] === ',') break;
    out.push(q);
    at = q.to;
  }
  return out;
}
