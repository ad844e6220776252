import type { Scene } from '../scene.ts';

/** How far a word that tells the tense reaches before the time and after it, in tokens. */
const BACK = 16;
const ON = 6;

const STOPS = ';:—–';

export interface Tense {
  side: 'ahead' | 'behind';
  /** Only the ending of a past tense says so: enough against a near date, not against a far one. */
  weak: boolean;
}

const AHEAD: Tense = { side: 'ahead', weak: false };
const BEHIND: Tense = { side: 'behind', weak: false };

/** What the word at token `k` says of the tense: words of data/times first, then acts, then the ending of a past tense. */
function toldBy(s: Scene, k: number): Tense | null {
  const before = s.key(k - 1);
  if (s.starts('ahead', k)) return before === 'been' ? BEHIND : AHEAD;
  // "will be held", "to be paid" are told by what stands before them.
  if (before === 'be') return null;
  if (s.starts('behind', k) || s.starts('say', k)) return BEHIND;
  const { key } = s.tokens[k]!.form;
  if (key.length <= 4 || !key.endsWith('ed')) return null;
  return { side: 'behind', weak: !s.starts('act', k) && !s.starts('harm', k) };
}

/** The day of an act is over: "the Oct. 17 strike". */
const ofAct = (s: Scene, to: number): boolean =>
  s.starts('deed', to) !== undefined || s.starts('deed', to + 1) !== undefined;

/** The tense in which the words around tokens [from, to) speak: the nearest word before decides, else the next after. */
export function tenseAt(s: Scene, from: number, to: number): Tense | null {
  const coming = s.starts('coming', to) !== undefined;
  const owner = s.tokens[to - 1]?.owner === true;
  if (coming && !owner) return AHEAD;
  if (!coming && (owner || ofAct(s, to))) return BEHIND;
  // "Until Thursday, they had …": a word that opens the sentence right before the time tells nothing.
  for (let k = from - 1; k >= (from === 1 ? 1 : 0) && k >= from - BACK && !s.isMark(k, STOPS); k--) {
    const told = toldBy(s, k);
    if (told) return told;
  }
  // "The attack on Tuesday will not go unanswered."
  if (s.ends('deed', from) ?? s.ends('deed', from - 1)) return BEHIND;
  for (let k = to; k < Math.min(s.length, to + ON) && !s.isMark(k, STOPS); k++) {
    if (s.starts('will', k)) return AHEAD;
    const told = s.starts('say', k) ? null : toldBy(s, k);
    if (told?.side === 'behind') return told;
  }
  return s.ends('due', from) && from > 1 ? AHEAD : null;
}

/** Whether the words around tokens [from, to) put the time named there ahead. */
export const ahead = (s: Scene, from: number, to: number): boolean => tenseAt(s, from, to)?.side === 'ahead';
