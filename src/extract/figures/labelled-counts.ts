import type { TallyUnit } from '../../model/codes.ts';
import type { FigureDraft } from '../draft.ts';
import type { Clause } from '../incidents/clauses.ts';
import { deedUnit, figure, nearby, type Figure } from './figure.ts';
import type { Quantity } from './numbers.ts';
import { ledParts } from './parts.ts';
import { armed } from './subsets.ts';
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
  const unit = unitIn(r, from, colon) ?? (before && goesOn(r, before, { from, to: colon }) ? before.unit : null);
  return unit && { ...figure(q, unit), from };
}

/** "Attack tally since Oct. 17: Iraq 60, Syria 77": the first of several numbers that stand behind their places, below a label. */
export function listFigure(r: Reading, q: Quantity, before: FigureDraft | null): Figure | null {
  const s = r.scene;
  const led = ledParts(r, r.quantities);
  const deed = s.all('deed', 0, q.from).at(-1);
  if (deed && !before && armed(s, q)) return figure(q, deedUnit(s, deed));
  if (led.length < 2 || led[0]!.quantity !== q) return null;
  const unit = deed ? deedUnit(s, deed) : before?.unit;
  return unit ? { ...figure(q, unit, led.at(-1)!.to), from: 0 } : null;
}

/** "(previous week: 6)", "Confirmed by the command: 5": of what the label before counted. */
const goesOn = (r: Reading, before: FigureDraft, c: Clause): boolean =>
  before.line === r.line ||
  (nearby(r, before) && ['say', 'actor', 'periodbefore'].some((cat) => r.scene.has(cat, c.from, c.to)));

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
