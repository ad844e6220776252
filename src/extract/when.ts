import { DAY, HOUR, MINUTE, dayOf, type Span } from './calendar.ts';
import type { IncidentDraft } from './draft.ts';
import type { Page, Reading } from './page.ts';
import type { Time } from './time.ts';

/** Undated news is about two days back: from the morning of the day that was 36 hours before publication. */
const UNDATED = 36 * HOUR;

const usable = (t: Time): boolean => t.kind !== 'since';

/** A year or longer dates what stands beside it ("the 2019 agreement"), not what is told around it. */
export const isWide = (t: Time): boolean =>
  t.kind === 'stretch' && (t.grain === 'year' || t.grain === 'decade' || t.grain === 'century');

/** The time told in the clause, else in its sentence, nearest first. */
function toldIn(r: Reading, from: number, to: number): Time | null {
  const fit = r.times.filter((t) => usable(t) && !r.said.has(t));
  const inside = fit.filter((t) => t.from >= from && t.to <= to);
  const pick = inside.find((t) => t.kind === 'point') ?? inside.find((t) => !isWide(t)) ?? inside[0];
  if (pick) return pick;
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

/** When the report told of this place last, or of anything in this paragraph. */
function before(page: Page, r: Reading, place: string | null): Span | null {
  const earlier = page.drafts.filter((d): d is IncidentDraft => d.kind === 'incident');
  const same = place ? earlier.findLast((d) => d.place?.id === place) : undefined;
  const near = earlier.findLast((d) => d.line === r.line);
  return same?.time.span ?? near?.time.span ?? page.lastSpan;
}

/** When it happened: as wide as the words, never silently the moment of publication. */
export function timeOf(
  r: Reading,
  page: Page,
  x: { from: number; to: number; place: string | null; group: boolean; ours: boolean },
): IncidentDraft['time'] {
  const told = toldIn(r, x.from, x.to);
  if (told) {
    const span =
      x.ours && told.kind === 'day' && told.day !== null
        ? { from: told.span.from, to: Math.min(told.day + DAY + 7 * HOUR, Math.max(page.now.until, told.span.to ?? 0)) }
        : told.span;
    return { span: { from: span.from, to: span.to ?? page.now.until }, text: r.scene.words(told.from, told.to) };
  }
  const said = announced(r, page, x.group);
  if (said) return said;
  const known = before(page, r, x.place);
  if (known) return { span: known, text: null };
  return { span: { from: dayOf(page.now.until - UNDATED), to: page.now.until }, text: null };
}

export { MINUTE };
