import type { FigureDraft } from '../draft.ts';
import type { Page, Reading } from '../page.ts';
import type { Span } from '../times/calendar.ts';
import type { Quantity } from './numbers.ts';
import { earlier } from './tally-spans.ts';

/** A count told so many lines before can still be set against a bare number. */
const BACK = 2;

/** The count against which a bare number stands: "The Pentagon's own list has nine", "In November it was 35", "The week before, nine". */
export function rivalOf(r: Reading, page: Page, q: Quantity): FigureDraft | null {
  const s = r.scene;
  const to = /^(only|alone|فقط)$/.test(s.key(q.to)) ? q.to + 1 : q.to;
  const closed = to >= s.length || s.isMark(to) || r.times.some((t) => t.from === q.to);
  if (!closed || (q.bound.low ?? 2) < 2) return null;
  const last = page.drafts.at(-1);
  const near = last?.kind === 'tally' && r.line - last.line <= BACK;
  return near && led(r, /^(only|just)$/.test(s.key(q.from - 1)) ? q.from - 1 : q.from) ? last : null;
}

/** Whether the words before token `at` give the number of another count, or that of another time. */
function led(r: Reading, at: number): boolean {
  const s = r.scene;
  if (s.ends('rival', at)) return true;
  const was = s.ends('itwas', at);
  const to = was?.from ?? (s.isMark(at - 1, ',،:') ? at : null);
  if (to === null) return false;
  const end = s.isMark(to - 1, ',،:') ? to - 1 : to;
  return (
    s.ends('periodbefore', end) !== undefined ||
    (was !== undefined && r.times.some((t) => t.to === end && t.day === null && t.from <= 2))
  );
}

/** The window of the count that it is set against, earlier where the text says so; none where it tells its own. */
export function rivalWindow(r: Reading, page: Page, q: Quantity): Span | null {
  const s = r.scene;
  if (!s.has('periodbefore') && r.times.some((t) => !r.said.has(t))) return null;
  const rival = rivalOf(r, page, q);
  return rival && earlier(r, { from: 0, to: s.length }, rival.window);
}
