import type { Voice } from './voice.ts';
import type { Hearing } from './hearing.ts';
import type { Scene } from '../scene.ts';
import { strangerBetween } from './strangers.ts';

/** Words that may stand before somebody's account: "by its own reckoning", "in the ministry's telling". */
export const LEADS = /^(by|in|on|per|from|to|under)$/;

/** Adjectives that may stand between whose account it is and the account. */
const BETWEEN = 2;

/** Whose the account is that stands at token `k`: whom a possessive right before names or recalls. */
export function owner(s: Scene, all: readonly Voice[], noun: number, h: Hearing): Voice | null {
  for (let k = noun; k > 0 && noun - k <= BETWEEN && !s.isMark(k - 1); k--) {
    const whose = POSSESSIVES[s.key(k - 1)];
    const id = whose && h.memory.resolve(whose);
    if (whose) return id ? { from: k - 1, to: k, id, recalled: true } : null;
    const owns = s.tokens[k - 1]!.owner || /^['’]/.test(s.text.slice(s.tokens[k - 1]!.to, s.tokens[k - 1]!.to + 1));
    const known = all.find((v) => v.to === k);
    if (known && (owns || k === noun)) return known;
    if (!owns) continue;
    let from = k;
    while (from > 0 && k - from < 8 && !s.isMark(from - 1) && !LEADS.test(s.key(from - 1))) from--;
    return strangerBetween(s, from, k, h);
  }
  return null;
}

const POSSESSIVES: Readonly<Record<string, string>> = { its: 'doc', their: 'doc', his: 'person', her: 'person' };
