import { mentionKey, type Mention } from '../model/mention.ts';
import { inOrder } from './order.ts';
import { resemblance } from './shingles.ts';

/** Share of shingles from which a text counts as a copy of an earlier one. */
export const COPY = 0.5;

/**
 * The origin of each mention of one incident: a report that repeats an earlier one's words in its own voice has that one's origin.
 * Copies fold for corroboration, so that nine pages of one wire story are one party; claims that name who said it keep them.
 */
export function originsOf(mentions: Iterable<Mention>): Map<string, string> {
  const origins = new Map<string, string>();
  const before: Mention[] = [];
  for (const m of inOrder(mentions)) {
    const source = m.chain.length ? undefined : before.find((e) => copies(m, e));
    origins.set(mentionKey(m), source ? origins.get(mentionKey(source))! : m.origin);
    if (!source) before.push(m);
  }
  return origins;
}

/** Whether `later` repeats the words of `earlier`, told by another report. */
export const copies = (later: Mention, earlier: Mention): boolean =>
  later.report_id !== earlier.report_id && resemblance(later.shingles, earlier.shingles) >= COPY;

/** For each mention the earliest one whose words it repeats, itself where it repeats none: a text has one vote, however often it is told. */
export function rootsOf(mentions: Iterable<Mention>): Map<string, string> {
  const roots = new Map<string, string>();
  const texts: Mention[] = [];
  for (const m of inOrder(mentions)) {
    const text = texts.find((e) => copies(m, e));
    roots.set(mentionKey(m), mentionKey(text ?? m));
    if (!text) texts.push(m);
  }
  return roots;
}
