import type { Voice } from './actors.ts';
import type { Hearing } from './hearing.ts';
import type { Hit, Scene } from './scene.ts';

const reach = 9;

/** A voice or a pronoun that ends right before token `k`, seen from a verb in English. */
function leftVoice(s: Scene, all: readonly Voice[], k: number, h: Hearing): Voice | null {
  for (let i = k; i > Math.max(-1, k - reach); i--) {
    const named = all.findLast((v) => v.to === i);
    if (named) return named;
    const pronoun = s.ends('pronoun', i);
    if (pronoun) {
      const id = whom(pronoun, all, h);
      return id ? { from: pronoun.from, to: pronoun.to, id, recalled: true } : null;
    }
    if (s.isMark(i - 1) || s.covers('say', i - 1) || s.covers('act', i - 1)) return null;
  }
  return null;
}

/** Whom a pronoun means: "the group" is the group last named in the sentence, else what the report told before. */
export function whom(pronoun: Hit, all: readonly Voice[], h: Hearing): string | null {
  const near =
    pronoun.value === 'group' ? all.findLast((v) => v.to <= pronoun.from && h.cast.isGroup(v.id))?.id : undefined;
  return near ?? h.memory.resolve(pronoun.value);
}

/** Subject of the verb: what stands before it, read across an inserted phrase between commas. */
export function subject(s: Scene, all: readonly Voice[], verb: Hit, h: Hearing): Voice | null {
  let k = verb.from;
  while (k > 0 && (s.covers('aux', k - 1) || s.covers('weekday', k - 1) || s.covers('locative', k - 1))) k--;
  if (!s.isMark(k - 1, ',)،—–')) return leftVoice(s, all, k, h);
  const near = all.find((v) => v.to === k - 1 && h.cast.isPerson(v.id));
  if (near) return near;
  for (let i = k - 2, n = 0; i > 0 && n < 30; i--, n++) {
    if (!s.isMark(i, ',(،—–')) continue;
    const found = leftVoice(s, all, i, h);
    if (found) return found;
  }
  return k < 20 ? leftVoice(s, all, k - 1, h) : null;
}

/** Subject after the verb: "said the secretary", "قال مسؤول", "أعلنت المقاومة". */
export function rightVoice(s: Scene, all: readonly Voice[], from: number, far: number): Voice | null {
  for (let i = from; i < Math.min(s.length, from + far); i++) {
    const v = all.find((x) => x.from === i);
    if (v) return v;
    if (s.isMark(i, ':;؛') || s.starts('that', i) || s.covers('say', i)) return null;
  }
  return null;
}
