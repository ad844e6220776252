import { mentionKey, type Mention } from '../model/mention.ts';

/** Text order that is the same on every machine (code units, no locale). */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Earliest published first, then report, claim, k: the order in which mentions found incidents. */
export const byFounding = (a: Mention, b: Mention): number =>
  a.published - b.published || a.report_id - b.report_id || a.claim_no - b.claim_no || a.k - b.k;

/** Each mention once, in founding order: input order and duplicates leave no trace. */
export function inOrder(mentions: Iterable<Mention>): Mention[] {
  const byKey = new Map<string, Mention>();
  for (const m of mentions) {
    const key = mentionKey(m);
    const known = byKey.get(key);
    if (!known || byText(JSON.stringify(m), JSON.stringify(known)) < 0) byKey.set(key, m);
  }
  return [...byKey.values()].sort(byFounding);
}
