import { DAY, type Span } from '../times/calendar.ts';
import type { Aside, Page, Reading } from '../page.ts';

/** A heading speaks for so many lines below it, a sentence for its own paragraph and the next one. */
const BELOW = 12;
const NEXT = 2;
/** No heading has more tokens. */
const HEADING = 14;

/** "Attacks, Jan. 1-7", "Our dataset for the first four months of 2025 is thin.": the time of figures that tell none. */
export function asideIn(r: Reading): Aside | null {
  const s = r.scene;
  const heading = s.length <= HEADING && !s.isMark(s.length - 1, '.!؟?') && !s.has('act') && !s.has('say');
  if (!heading && !s.has('dataset')) return null;
  const time = r.times.find((t) => long(t.span) && t.kind !== 'ref');
  if (!time) return null;
  const places = heading ? [...new Set(r.sites.flatMap((p) => p.id ?? []))] : [];
  return { span: time.span, places, unit: null, until: r.line + (heading ? BELOW : NEXT) };
}

/** Whether a span holds more than one day. */
export const long = ({ from, to }: Span): boolean => from !== null && (to === null || to - from > DAY);

/** The time told aside that still holds for this sentence. */
export const asideFor = (r: Reading, page: Page): Aside | null =>
  page.aside && r.line <= page.aside.until ? page.aside : null;
