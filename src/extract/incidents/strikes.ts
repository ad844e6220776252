import type { Scope } from '../speech/hearing.ts';
import type { Clause } from './clauses.ts';
import type { Page, Reading } from '../page.ts';
import type { Hit } from '../scene.ts';
import { voices } from '../speech/actors.ts';

/** How far from the noun a state that struck may stand ("the strikes the US carried out"). */
const NEAR = 4;

/** Strikes of a state that a sentence about something else goes back to ("since the US strikes in eastern Syria on Oct. 27"). */
export function backgroundStrikes(r: Reading, page: Page, scope: Scope): Clause[] {
  const s = r.scene;
  if (!s.has('deed', scope.from, scope.to)) return [];
  const states = voices(s, page.cast).filter(
    (v) => page.cast.isTargetSide(v.id) && (page.cast.isState(v.id) || page.cast.isForce(v.id)),
  );
  return s.all('deed', scope.from, scope.to).flatMap((h): Clause[] => {
    const by = states.some(
      (v) => (v.to <= h.from && h.from - v.to <= 1) || (v.from >= h.to && v.from - h.to <= NEAR && doing(s, v.to)),
    );
    if (!h.value.startsWith('strike') || !by || !placed(r, h, scope)) return [];
    let from = h.from;
    while (
      from > scope.from &&
      h.from - from < 6 &&
      !s.isMark(from - 1) &&
      !s.starts('since', from - 1) &&
      !s.starts('subord', from - 1) &&
      !s.covers('act', from - 1)
    )
      from--;
    let to = h.to;
    while (to < scope.to && !s.isMark(to, ';؛،,:')) to++;
    return [{ from, to }];
  });
}

const doing = (s: Reading['scene'], i: number): boolean => s.has('act', i, Math.min(s.length, i + 2));

const placed = (r: Reading, h: Hit, scope: Scope): boolean =>
  r.sites.some((p) => p.from >= h.from && p.to <= scope.to && p.from - h.to <= 14) &&
  r.times.some((t) => t.kind === 'day' && Math.abs(t.from - h.from) <= 14);
