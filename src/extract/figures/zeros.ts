import { figure, type Figure } from './figure.ts';
import type { FigureDraft } from '../draft.ts';
import type { Clause } from '../incidents/clauses.ts';
import type { Scope } from '../speech/hearing.ts';
import type { Quantity } from './numbers.ts';
import type { Reading } from '../page.ts';

/** So few tokens has a sentence, or what is left of it, that only says that there were none. */
const SHORT = 9;

/** "eleven claims: six in January, none in March": what is parted behind a colon tells no count of its own. */
function listed({ scene: s, quantities }: Reading, whole: Quantity, at: number): boolean {
  for (let i = whole.to; i < at; i++) if (s.isMark(i, ':')) return quantities.some((o) => o.from > i && o.to < at);
  return false;
}

/** "Since then: zero.", "In December there were none.", "9 in November, 0 in December": behind a count, none over a time of its own. */
export function zeroFigures(r: Reading, scope: Scope, before: FigureDraft | null): { f: Figure; range: Clause }[] {
  const s = r.scene;
  const digits = r.quantities.filter((q) => q.bound.high === 0).map(({ core: [from, to] }) => ({ from, to }));
  if (!before) return [];
  return [...s.all('zero', scope.from, scope.to), ...digits].flatMap((h) => {
    if (h.from < scope.from || h.to > scope.to) return [];
    const from = r.quantities.findLast((o) => o.to <= h.from && o.bound.high !== 0)?.to ?? scope.from;
    if (r.quantities.some((o) => s.isMark(o.to, ':') || listed(r, o, h.from))) return [];
    const timed = r.times.some((t) => t.from >= from) || s.has('sincethen', from, scope.to);
    const closed = h.to >= scope.to || s.isMark(h.to) || r.times.some((t) => t.from >= h.to && t.from - h.to <= 1);
    if (!timed || !closed || scope.to - from > SHORT || r.times.some((t) => t.from <= h.from && t.to > h.from))
      return [];
    const bound = { low: 0, high: 0, about: null };
    const quantity: Quantity = { from: h.from, to: h.to, core: [h.from, h.to], bound, hedge: null, also: false };
    return [{ f: figure(quantity, before.unit), range: { from, to: scope.to } }];
  });
}
