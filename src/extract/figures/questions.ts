import type { TallyUnit } from '../../model/codes.ts';
import type { FigureDraft } from '../draft.ts';
import type { Aside, Page, Reading } from '../page.ts';
import { startOf, type Span, type Unit } from '../times/calendar.ts';
import { asideFor, long } from './asides.ts';
import { deedUnit } from './figure.ts';
import type { Quantity } from './numbers.ts';

/** An answer stands in the line after its question, or in the one after that. */
const NEXT = 2;
/** "Of those, how many came later?": so near to its start, behind its label, a question says that it asks for a part. */
const START = 5;

/** "How many attacks have there been in Syria since January?": what is counted by a bare number that answers. */
export function askedIn(r: Reading, page: Page): Aside | null {
  const s = r.scene;
  if (!s.isMark(s.length - 1, '?؟') || !s.has('howmany')) return null;
  const partly = s.has('subset', 0, START);
  const unit = (partly ? null : unitAsked(r)) ?? lastUnit(r, page);
  const places = partly ? [] : [...new Set(r.sites.flatMap((p) => p.id ?? []))];
  return unit && { unit, span: spanAsked(r, page.today), places, until: r.line + NEXT };
}

function unitAsked(r: Reading): TallyUnit | null {
  const s = r.scene;
  const deed = s.all('deed').find((d) => d.value.endsWith('+')) ?? (s.language === 'ar' ? s.all('deed')[0] : undefined);
  const harm = s.all('harm')[0];
  if (harm && (!deed || harm.from < deed.from)) return harm.value === 'killed' ? 'killed' : 'injured';
  if (deed) return deedUnit(s, deed);
  const weapon = s.all('weapon')[0]?.value;
  if (weapon === 'drone' || weapon === 'rocket') return weapon;
  return s.has('times') && s.has('act') ? 'attack' : null;
}

/** "since July", "this month", "after Jan. 4": over how long was asked, open where it was not said. */
function spanAsked(r: Reading, today: number): Span {
  const unit = r.scene.all('todate')[0]?.value;
  if (unit) return { from: startOf(unit as Unit, today), to: null };
  const time = r.times.find((t) => t.kind !== 'ref');
  if (!time) return { from: null, to: null };
  const after = time.kind === 'day' && r.scene.has('sincelike', 0, time.from);
  return after ? { from: time.span.from, to: null } : long(time.span) ? time.span : { from: null, to: null };
}

/** The question that this sentence may answer. */
export const askedFor = (r: Reading, page: Page): Aside | null => {
  const aside = asideFor(r, page);
  return aside?.unit ? aside : null;
};

/** "Fourteen, she said.", "الناطق: خمسة": a bare number that leads the answer. */
export function answers(r: Reading, page: Page, q: Quantity): TallyUnit | null {
  const s = r.scene;
  const leads = q.from === 0 || s.isMark(q.from - 1, ':') || r.scopes.some((o) => o.from === q.from);
  const closed = q.to >= s.length || s.isMark(q.to) || r.times.some((t) => t.from - q.to <= 2 && t.from >= q.to);
  return leads && closed ? (askedFor(r, page)?.unit ?? null) : null;
}

/** What was asked for, else what the tally told last counts. */
export const lastUnit = (r: Reading, page: Page): TallyUnit | null =>
  askedFor(r, page)?.unit ?? page.drafts.findLast((d): d is FigureDraft => d.kind === 'tally')?.unit ?? null;
