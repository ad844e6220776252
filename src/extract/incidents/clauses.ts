import type { Scene } from '../scene.ts';
import type { Site } from './site.ts';

/** A stretch of tokens [from, to) that tells one thing. */
export interface Clause {
  from: number;
  to: number;
}

const HARD = ';؛–—|•';

/** "… and hit back": the answer is an event of its own. */
const answers = (s: Scene, i: number): boolean =>
  s.starts('and', i) !== undefined && s.starts('act', i + 1)?.value === 'answer';

/** "… and a second, an hour later, …": another attack on the same place. */
const again = (s: Scene, i: number, to: number): boolean =>
  s.starts('anew', i + 1) !== undefined && s.has('later', i, to);

/** Whether a clause may begin at token `i`: a conjunction after a comma, or one that leads straight to an act. */
function seam(s: Scene, i: number): boolean {
  if (!s.opens(i)) return false;
  const comma = s.isMark(i - 1, ',،');
  if (answers(s, i) || (s.starts('and', i) && s.starts('anew', i + 1))) return true;
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

/** "answered with artillery after rockets fell …": the answer, and behind it what was answered. */
const replied = (s: Scene, from: number, i: number): boolean =>
  s.starts('subord', i) !== undefined && s.all('act', from, i).some((a) => a.value === 'answer');

/** "in retaliation for the drone strike that killed two soldiers at …": a motive that recalls one attack. */
const recalls = (s: Scene, from: number, to: number, sites: readonly Site[]): boolean =>
  (s.has('deed', from, to) || s.has('weapon', from, to)) &&
  (s.has('harm', from, to) || sites.some((p) => p.spot && p.from >= from && p.to <= to));

/** "Hours after the attack on …, artillery pounded …": the attack before, up to the comma, and the one after it. */
function afterwards(s: Scene, { from, to }: Clause, comma: number, sites: readonly Site[]): boolean {
  const lead = [from, from + 1, from + 2].some((i) => s.starts('subord', i) ?? s.starts('sincelike', i));
  const placed = (a: number, b: number): boolean => sites.some((p) => p.from >= a && p.to <= b);
  return lead && placed(from, comma) && placed(comma, to) && tells(s, from, comma) && tells(s, comma, to);
}

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
      from = i;
      while (i < range.to && !s.isMark(i, ',،;؛:')) i++;
      if (recalls(s, from, i, sites)) close(i);
      from = i + 1;
    } else if (s.isMark(i, ',،') && afterwards(s, { from, to: range.to }, i, sites)) {
      close(i);
      from = i + 1;
    } else if (s.isMark(i, HARD) || (s.isMark(i, ':') && s.has('act', i, range.to))) {
      close(i);
      from = i + 1;
    } else if (i > from + 1 && seam(s, i)) {
      const right = nextSeam(s, i + 1, range.to);
      const place = sites.some((p) => p.from >= i && p.to <= right);
      // "when" and "after" part two tellings only where each has its place; else they tell how one went. So does "and fell".
      const shared = s.starts('subord', i) !== undefined || (s.starts('and', i) && s.starts('act', i + 1));
      const twofold = !shared || sites.some((p) => p.from >= from && p.to <= i);
      if (replied(s, from, i) && tells(s, i, right)) {
        close(i);
        from = i;
      } else if ((place || answers(s, i) || again(s, i, right)) && twofold && tells(s, from, i) && tells(s, i, right)) {
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
    if (s.isMark(i, HARD) || (i > from + 2 && s.isMark(i - 1, ',،') && seam(s, i))) return i;
  return to;
}
