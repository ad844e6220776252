import { DAY, dayOf, type Span } from '../times/calendar.ts';
import { asideFor } from './asides.ts';
import type { Clause } from '../incidents/clauses.ts';
import type { FigureDraft } from '../draft.ts';
import type { Figure } from './figure.ts';
import { isOrdinal } from './ordinals.ts';
import type { Page, Reading } from '../page.ts';
import { askedFor } from './questions.ts';
import { rivalWindow } from './rivals.ts';
import { earlier, spans, type Counted } from './tally-spans.ts';

/** The day on which this speaker gave the figures out, else that of publication. */
function givenOut(r: Reading, page: Page, origin: string): number {
  const here = [...r.said].find((t) => t.day !== null && t.kind !== 'since')?.day;
  return here ?? (page.said?.origin === origin ? page.said.day : null) ?? page.today;
}

/** Those hurt, and what was struck, in the attack told just before were so on its day. */
function ofLast(r: Reading, page: Page, f: Figure): Span | null {
  const hurt = f.unit === 'killed' || f.unit === 'injured';
  const last = hurt ? page.told.findLast((t) => t.draft.time.text !== null) : page.told.at(-1);
  const counted = page.drafts.some((d) => d.kind === 'tally' && (!hurt || d.told || d.window.from === null));
  const from = last?.draft.time.span.from;
  if (!(hurt || f.unit === 'strike') || counted || !last || !from || r.index - last.at > (hurt ? 3 : 1)) return null;
  if (last.draft.time.text === null) return null;
  return { from: dayOf(from), to: page.today };
}

/** "The missions resulted in 14 killed", right behind "41 missions in April, up from 33 in March": counted over the latest of those times. */
function asBefore(r: Reading, page: Page, f: Figure, end: number | null): Span | null {
  // A running total ("attacks now stand at 23") has a start of its own.
  const running = isOrdinal(r, f) || r.scene.ends('reach', f.quantity.from) !== undefined;
  const last = page.drafts.at(-1);
  if (running || end !== null || last?.kind !== 'tally' || last.line !== r.line) return null;
  const told = page.drafts.slice(-RECENT).filter((d) => d.kind === 'tally' && d.line === r.line);
  return told.reduce<Span | null>((span, d) => latest(span, (d as FigureDraft).window), null);
}

/** The time told in a heading above, or in a sentence about the counting. */
function beside(r: Reading, page: Page, end: number | null): Span | null {
  const span = asideFor(r, page)?.span;
  return span ? { from: span.from, to: end ?? Math.min(span.to ?? page.today, page.today) } : null;
}

/** "A week earlier the figure stood at 102", "Two days ago I told you 15": a count as it was on a day before, from the start of the one told now. */
function toldAgain(r: Reading, page: Page, f: Figure): Span | null {
  const s = r.scene;
  const cue = s.all('toldbefore', 0, f.quantity.from).at(-1);
  const then = cue && r.times.find((t) => t.span.to !== null && t.kind !== 'since' && t.to <= cue.to + 1);
  if (!then || dayOf(then.span.to!) > page.today) return null;
  const now = page.drafts.findLast((d): d is FigureDraft => d.kind === 'tally');
  // "In November the number was 32", behind a count of December, is that of another time.
  if (now?.window.from != null && dayOf(then.span.to!) < now.window.from) return null;
  // "Earlier in the week" is over by now.
  return { from: now?.window.from ?? null, to: Math.min(dayOf(then.span.to!), page.today - DAY) };
}

/** So many claims back is looked for the time of a figure that tells none. */
const RECENT = 4;

/** The later of two windows with a start, the second one where both end together; a single day is none. */
const latest = (a: Span | null, b: Span): Span | null =>
  b.from === null || b.from === b.to || (a?.to != null && b.to !== null && a.to > b.to) ? a : b;

/** How little a time says of over how long was counted; less is better. */
const WEIGHT: Readonly<Record<string, number>> = { since: 0, window: 0, range: 0, stretch: 4 };
const POINT = 8;
/** A day right beside the number is meant, whatever else the sentence says. */
const BESIDE = 2;

/** A time of another clause is meant only where this one tells none, or opens the sentence with "since". */
const OUTSIDE: Readonly<Record<string, number>> = { since: 6 };
const FAR = 20;

/** How far a time stands from the figure, in tokens, and how well it suits a count. */
function cost(t: Counted, f: Figure, c: Clause): number {
  const gap = t.from >= f.to ? t.from - f.to : Math.max(0, f.from - t.to);
  const weight = gap <= BESIDE && t.from >= f.to ? 0 : (WEIGHT[t.kind] ?? POINT);
  return gap / 4 + weight + (t.from >= c.from && t.to <= c.to ? 0 : (OUTSIDE[t.kind] ?? FAR));
}

/** The window told with the figure, else open until the report is read to its end; it ends when it was said. */
export function windowOf(
  r: Reading,
  page: Page,
  x: { range: Clause; f: Figure },
  origin: string,
): { span: Span; told: boolean } {
  const { range: c, f } = x;
  const today = givenOut(r, page, origin);
  if (f.kind === 'level') return { span: { from: today, to: today }, told: true };
  const found = spans(r, page, { c, f, today });
  const again = toldAgain(r, page, f);
  if (again) return { span: again, told: false };
  const rival = rivalWindow(r, page, f.quantity);
  if (rival) return { span: rival, told: false };
  const own = found.times.sort((a, b) => cost(a, f, c) - cost(b, f, c))[0];
  const end = found.end ?? (isOrdinal(r, f) ? lastEvent(page, today) : today);
  if (!own) {
    const asked = askedFor(r, page)?.span.from ? beside(r, page, found.end) : null;
    const span = asked ?? ofLast(r, page, f) ?? asBefore(r, page, f, found.end) ?? beside(r, page, found.end);
    return { span: span ? earlier(r, c, span) : { from: null, to: end }, told: false };
  }
  // "in the past two weeks", said on Tuesday, ends on Tuesday.
  const late = own.rolling && own.span.from !== null ? Math.max(0, page.today - end) : 0;
  const after = own.kind === 'day' && r.scene.has('sincelike', c.from, own.from);
  return {
    span: {
      from: own.span.from === null ? null : own.span.from - (found.end === null ? late : 0),
      to:
        late > 0
          ? end
          : after || own.span.to === null
            ? end
            : Math.min(own.span.to, isOrdinal(r, f) ? end : page.today + DAY),
    },
    told: own.kind === 'since' && !isOrdinal(r, f),
  };
}

/** "the third attack since Monday": counted up to the last of them. */
function lastEvent(page: Page, today: number): number {
  const ends = page.told.slice(-RECENT).flatMap((t) => t.draft.time.span.to ?? []);
  return ends.length > 0 ? Math.min(today, dayOf(Math.max(...ends))) : today;
}
