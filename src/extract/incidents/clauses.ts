import type { Scene } from '../scene.ts';
import type { Site } from './places.ts';

/** A stretch of tokens [from, to) that tells one thing. */
export interface Clause {
  from: number;
  to: number;
}

const HARD = ';؛–—|•';

/** "… and hit back": the answer is an event of its own. */
const answers = (s: Scene, i: number): boolean =>
  s.starts('and', i) !== undefined && s.starts('act', i + 1)?.value === 'answer';

/** Whether a clause may begin at token `i`: a conjunction after a comma, or one that leads straight to an act. */
function seam(s: Scene, i: number): boolean {
  if (!s.opens(i)) return false;
  const comma = s.isMark(i - 1, ',،');
  if (answers(s, i)) return true;
  // "…، مستهدفتين رتلاً": a participle goes on with the act before it.
  if (s.starts('attendant', i)) return false;
  if (s.starts('while', i) || (s.starts('subord', i) && i > 3)) return true;
  if (comma && (s.starts('and', i) || s.starts('act', i))) return true;
  if (s.starts('and', i) && (s.starts('act', i + 1) || s.starts('aux', i + 1) || s.starts('that', i + 1))) return true;
  const waw = s.text[s.tokens[i]!.from] === 'و';
  return waw && (s.starts('act', i) !== undefined || (comma && s.starts('that', i) !== undefined));
}

const tells = (s: Scene, from: number, to: number): boolean =>
  s.has('act', from, to) ||
  s.has('deed', from, to) ||
  s.has('blast', from, to) ||
  (s.has('harm', from, to) && s.has('weapon', from, to));

/** Cuts a range at hard marks, and at conjunctions where both sides tell something and the right one has a place of its own. */
export function clauses(s: Scene, range: Clause, sites: readonly Site[]): Clause[] {
  const out: Clause[] = [];
  let from = range.from;
  const close = (to: number): void => {
    if (to > from) out.push({ from, to });
  };
  for (let i = range.from; i < range.to; i++) {
    if (s.starts('gist', i)?.value === 'motive') {
      close(i);
      while (i < range.to && !s.isMark(i, ',،;؛:')) i++;
      from = i + 1;
    } else if (s.isMark(i, HARD) || (s.isMark(i, ':') && s.has('act', i, range.to))) {
      close(i);
      from = i + 1;
    } else if (i > from + 1 && seam(s, i)) {
      const right = nextSeam(s, i + 1, range.to);
      const place = sites.some((p) => p.from >= i && p.to <= right);
      // "when" and "after" part two tellings only where each has its place; else they tell how one went.
      const twofold = !s.starts('subord', i) || sites.some((p) => p.from >= from && p.to <= i);
      if ((place || answers(s, i)) && twofold && tells(s, from, i) && tells(s, i, right)) {
        close(i);
        from = i;
      }
    }
  }
  close(range.to);
  return out;
}

function nextSeam(s: Scene, from: number, to: number): number {
  for (let i = from; i < to; i++)
    if (s.isMark(i, HARD) || (seam(s, i) && i > from + 2 && s.isMark(i - 1, ',،'))) return i;
  return to;
}
