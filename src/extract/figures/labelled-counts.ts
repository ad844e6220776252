import type { TallyUnit } from '../../model/codes.ts';
import type { FigureDraft } from '../draft.ts';
import { deedUnit, figure, type Figure } from './figure.ts';
import type { Quantity } from './numbers.ts';
import type { Reading } from '../page.ts';

/** So many words may stand between the noun and its colon: "Attacks acknowledged by the coalition: 3". */
const LABEL = 6;

/** A count behind its label, as digests and threads write it: "Attacks claimed: 9", "Wounded: 12", "الهجمات: 14". */
export function labelledFigure(r: Reading, q: Quantity, before: FigureDraft | null): Figure | null {
  const s = r.scene;
  const colon = q.from - 1;
  const closed = q.to >= s.length || s.isMark(q.to) || s.starts('and', q.to) !== undefined;
  if (!s.isMark(colon, ':') || !closed) return null;
  let from = colon;
  while (from > 0 && colon - from < LABEL && !s.isMark(from - 1)) from--;
  const unit = unitIn(r, from, colon) ?? (before && before.line === r.line ? before.unit : null);
  return unit && { ...figure(q, unit), from };
}

/** What the label names, in the plural: a single deed before a colon introduces how it went. */
function unitIn(r: Reading, from: number, to: number): TallyUnit | null {
  const s = r.scene;
  const deed = s.all('deed', from, to).find((d) => d.value.endsWith('+'));
  if (deed) return deedUnit(s, deed);
  const harm = s.all('harm', from, to)[0];
  if (harm && to - from <= 3) return harm.value === 'killed' ? 'killed' : 'injured';
  const weapon = s.has('plural', from, to) ? s.all('weapon', from, to)[0]?.value : undefined;
  return weapon === 'drone' || weapon === 'rocket' ? weapon : null;
}
