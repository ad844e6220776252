import { voices } from './actors.ts';
import { cues } from './cues.ts';
import type { Hearing } from './hearing.ts';
import type { Said } from './memory.ts';
import { quotationAt, type Quotation } from '../text/quotations.ts';
import type { Scene } from '../scene.ts';

/** Fewest letters of a quotation that is speech and no word in quotation marks. */
const LEAST = 20;

/** The quotation with which the sentence begins. */
function opening(s: Scene, h: Hearing): Quotation | undefined {
  const q = quotationAt(h.quotes, s.tokens[0]!.from);
  return q && q.to - q.from >= LEAST ? q : undefined;
}

/** Who is named behind a quotation that ends in a later sentence: "Two fell. None was hurt," the mayor said. */
function ahead(q: Quotation, h: Hearing): Said | null {
  const last = h.sentenceAt(q.to - 1);
  const cue = last && cues(last, voices(last, h.cast), h).find((c) => c.place === 'before' && c.chain.length > 0);
  return cue ? { chain: cue.chain, verb: cue.verb } : null;
}

/** Who says a sentence that names nobody and stands in a quotation: whoever spoke right before it, or is named behind it. */
export function quotedBy(s: Scene, h: Hearing): Said | null {
  const q = opening(s, h);
  if (!q) return null;
  const before = h.memory.quoted;
  const goesOn = before !== null && (q.from < before.to || s.text.slice(before.to, q.from).trim() === '');
  return goesOn ? { chain: before.chain, verb: before.verb } : q.to > s.range.to ? ahead(q, h) : null;
}

/** Whether words of the sentence stand in a quotation that is speech. */
export const quotes = (s: Scene, h: Hearing): boolean =>
  opening(s, h) !== undefined || (quotationAt(h.quotes, s.range.to - 1)?.from ?? Infinity) < s.range.to - LEAST;
