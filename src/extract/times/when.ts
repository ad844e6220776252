import { DAY, HOUR, dayOf, wholeDay, type Span } from './calendar.ts';
import type { IncidentDraft } from '../draft.ts';
import type { Page, Reading } from '../page.ts';
import type { Scene } from '../scene.ts';
import type { Time } from './time.ts';

/** Undated news is about two days back: from the morning of the day that was 30 hours before publication. */
const UNDATED = 30 * HOUR;

/** What is told as it happens is of the day that was half a day before publication, at the earliest. */
const BREAKING = 12 * HOUR;

const usable = (t: Time): boolean => t.kind !== 'since';

/** A year or longer dates what stands beside it ("the 2019 agreement"), not what is told around it. */
export const isWide = (t: Time): boolean =>
  t.kind === 'stretch' && (t.grain === 'year' || t.grain === 'decade' || t.grain === 'century');

/** "in retaliation for the attack that killed two last weekend": dates what was answered, not the answer. */
function isMotive(s: Scene, t: Time): boolean {
  const why = s.all('motive', 0, t.from).at(-1);
  if (!why) return false;
  for (let i = why.to; i < t.from; i++) if (s.isMark(i)) return false;
  return true;
}

/** Whether the first time is a narrower name of the second ("on Wednesday, shortly before dawn"). */
const narrows = (t: Time, day: Time): boolean =>
  t.kind === 'part' && day.kind === 'day' && t.span.from! >= day.span.from! && t.span.from! <= day.span.to!;

/** Of several places in one clause each has the time that stands nearest ("at dawn one and, later that day, another"). */
const nearest = (times: readonly Time[], at: number): Time =>
  times.reduce((best, t) => (Math.abs(t.from - at) < Math.abs(best.from - at) ? t : best));

/** The time told in the clause, else in its sentence, nearest first. */
function toldIn(r: Reading, from: number, to: number, at: number | null = null): Time | null {
  // A clause that is all motive has the time of what was answered.
  const recalled = r.scene.starts('motive', from) !== undefined;
  const fit = r.times.filter(
    (t) => usable(t) && !r.said.has(t) && (!isMotive(r.scene, t) || (recalled && t.from >= from)),
  );
  const inside = fit.filter((t) => t.from >= from && t.to <= to);
  if (at !== null && inside.length > 1) return nearest(inside, at);
  const pick = inside.find((t) => t.kind === 'point') ?? inside.find((t) => !isWide(t)) ?? inside[0];
  if (pick) return inside.find((t) => narrows(t, pick)) ?? pick;
  // "In 2019, …" dates all of its sentence.
  const before = fit.filter((t) => t.to <= from && (!isWide(t) || t.from <= 1));
  return before.at(-1) ?? null;
}

/** Only the announcement is dated ("claimed on Thursday"): from the day before to that day. */
function announced(r: Reading, page: Page, group: boolean): { span: Span; text: string } | null {
  const t = [...r.said].find((x) => x.day !== null);
  if (!t || t.day === null) return null;
  const end = Math.min(t.span.to ?? page.now.until, page.now.until);
  return {
    span: { from: group || t.day === dayOf(page.now.wall) ? t.day - DAY : t.day, to: end },
    text: r.scene.words(t.from, t.to),
  };
}

/** A window of hours or of few days is the time of all that a report tells ("over the past 24 hours"). */
const FEW = 3 * DAY;
const isShort = ({ kind, span }: Time, now: number): boolean =>
  (kind !== 'window' && kind !== 'since') || (span.from !== null && (span.to ?? now) - span.from <= FEW);

/** A moment is one incident's own: what it leaves to others is the wider time in which it lies, or its day. */
function wide(span: Span, around: Span | null): Span {
  const { from, to } = span;
  if (from === null || to === null || to - from > HOUR) return span;
  const holds = around?.from != null && around.to !== null && around.from <= from && to <= around.to;
  return holds ? around : wholeDay(dayOf(from));
}

/** The time that a sentence with these times leaves to the sentences after it. */
export const carried = (s: Scene, told: readonly Time[], page: Page): Span | null =>
  told
    .filter((t) => isShort(t, page.now.until) && !isWide(t) && !isMotive(s, t))
    .reduce(
      (last: Span | null, { kind, span }) =>
        kind === 'point' ? wide(span, last) : { from: span.from, to: span.to ?? page.now.until },
      page.lastSpan,
    );

/** When the report told of this place last, or of anything in this paragraph, unless it sets the incident apart from those. */
function before(page: Page, r: Reading, x: { place: string | null; apart: boolean }): Span | null {
  const earlier = page.drafts.filter((d): d is IncidentDraft => d.kind === 'incident');
  const same = x.place ? earlier.findLast((d) => d.place?.id === x.place) : undefined;
  if (same || x.apart) return same?.time.span ?? null;
  const near = earlier.findLast((d) => d.line === r.line)?.time.span;
  return near ? wide(near, r.before) : r.before;
}

/** How long before the time of an entry, at the least, what it reports may have happened. */
const ENTRY = 3 * HOUR;

/** The entry of a live page tells what was heard at its time, and reports what was said to have been on its day before. */
function stamped(r: Reading, page: Page, own: boolean): Span | null {
  const { stamp } = page;
  if (stamp?.span.to == null || r.line < stamp.line || r.line > stamp.line + 1) return null;
  const { to } = stamp.span;
  return own && r.scene.has('blast') ? stamp.span : { from: Math.min(dayOf(to), to - ENTRY), to };
}

/** What is told without a time: since the day before, or lately where it is news of the moment. */
const undated = (r: Reading, page: Page): Span => ({
  from: dayOf(page.now.until - (r.fresh ? BREAKING : UNDATED)),
  to: page.now.until,
});

/** When it happened: as wide as the words, never silently the moment of publication. */
export function timeOf(
  r: Reading,
  page: Page,
  x: {
    from: number;
    to: number;
    place: string | null;
    /** Where the place stands, in tokens, if there are several in the clause. */
    at: number | null;
    /** Whether a group tells it, the attacked strike back, somebody reports it, it is set apart from what was told before. */
    group: boolean;
    ours: boolean;
    own: boolean;
    apart: boolean;
    answer: boolean;
  },
): IncidentDraft['time'] {
  const told = toldIn(r, x.from, x.to, x.at);
  if (told) {
    const span =
      x.ours && told.kind === 'day' && told.day !== null
        ? { from: told.span.from, to: Math.min(told.day + DAY + 7 * HOUR, Math.max(page.now.until, told.span.to ?? 0)) }
        : told.span;
    return { span: { from: span.from, to: span.to ?? page.now.until }, text: r.scene.words(told.from, told.to) };
  }
  const entry = stamped(r, page, x.own);
  if (entry) return { span: entry, text: null };
  const said = announced(r, page, x.group);
  if (said) return said;
  const known = before(page, r, x);
  if (!known) return { span: undated(r, page), text: null };
  // An answer came after what it answered, at a time left open.
  return { span: x.answer ? { from: known.from, to: page.now.until } : known, text: null };
}

/** How many sentences later an incident may still be dated more closely. */
const SENTENCES = 2;

/** "The attack happened at half past six": dates what was told last more closely than it was. */
export function redate(r: Reading, page: Page, x: { from: number; to: number }): void {
  const last = page.told.at(-1);
  const names = ['refer', 'occur'].some((cat) => r.scene.has(cat, x.from, x.to));
  const told = last && names && r.index - last.at <= SENTENCES ? toldIn(r, x.from, x.to) : null;
  if (!last || !told || told.span.from === null || told.span.to === null) return;
  const { span } = last.draft.time;
  if (span.from === null || span.to === null || told.span.from < span.from || told.span.to > span.to) return;
  for (const { draft, at } of page.told)
    if (at === last.at && draft.time.span.from === span.from && draft.time.span.to === span.to)
      draft.time = { span: told.span, text: r.scene.words(told.from, told.to) };
}
