import { amountAt } from '../times/amounts.ts';
import { DAY, dayOf, shift, startOf, type Span, type Unit } from '../times/calendar.ts';
import type { Clause } from '../incidents/clauses.ts';
import { comparisons } from './comparisons.ts';
import type { FigureDraft } from '../draft.ts';
import type { Figure } from './figure.ts';
import type { Page, Reading } from '../page.ts';

/** A time over tokens [from, to) by which a figure may have been counted. */
export interface Counted {
  from: number;
  to: number;
  kind: string;
  span: Span;
  /** Whether it reaches back from the day of telling ("the past two weeks"). */
  rolling: boolean;
}

interface Asked {
  c: Clause;
  f: Figure;
  /** The day on which the figure was given out. */
  today: number;
}

/** Times of the sentence by which the figure may have been counted, and the day to which it was, where that is told. */
export function spans(r: Reading, page: Page, x: Asked): { times: Counted[]; end: number | null } {
  const s = r.scene;
  const told = r.times.filter((t) => (!r.said.has(t) || lasts(t)) && !compared(r, x.f, t) && !ofPart(r, x.f, t));
  const ends = told.filter((t) => t.span.from !== null && (isEnd(r, t) || reachedOn(r, x.f, t)));
  const times: Counted[] = told
    .filter((t) => !ends.includes(t))
    .map((t) => ({ ...t, ...begun(r, t), rolling: t.kind === 'window' && t.amount !== null }));
  const end = ends.at(-1);
  const event = page.event ?? (page.lastSpan && over(page.lastSpan, x.today));
  for (const h of s.all('sincethen')) {
    const then = (h.value === 'same' ? lastStart(page) : null) ?? event;
    if (then !== null)
      times.push({
        from: h.from,
        to: h.to,
        kind: 'since',
        span: { from: dayOf(then), to: null },
        rolling: false,
      });
  }
  times.push(...milestones(r, x.today));
  for (const h of s.all('todate', x.c.from, x.c.to))
    times.push({
      from: h.from,
      to: h.to,
      kind: 'window',
      span: { from: startOf(h.value as Unit, x.today), to: null },
      rolling: false,
    });
  times.push(...durations(r, x));
  const same = sameAsBefore(r, page, x);
  return {
    times: same ? [same] : times,
    end: end ? dayOf(LONGER.has(end.kind) ? (end.span.to ?? end.span.from!) : end.span.from!) : null,
  };
}

/** "Since the same date": the day since which was counted last. */
const lastStart = (page: Page): number | null =>
  page.drafts.findLast((d): d is FigureDraft => d.kind === 'tally' && d.told)?.window.from ?? null;

/** "Since the war in Gaza began": the day that everybody knows, where the text names none. */
const milestones = (r: Reading, today: number): Counted[] =>
  r.scene
    .all('milestone')
    .filter((h) => sinceEvent(r, h.from + 1) && Date.parse(h.value) <= today)
    .filter((h) => !r.times.some((t) => t.day !== null && t.from >= h.from && t.from - h.to <= 2))
    .map(({ from, to, value }) => ({
      from,
      to,
      kind: 'since',
      span: { from: Date.parse(value), to: null },
      rolling: false,
    }));

/** "Between November and Jan. 2 …; since then": a longer time that is over is over at its end, any other begins at its start. */
const over = ({ from, to }: Span, today: number): number | null =>
  from !== null && to !== null && to - from > DAY && to < today ? to : from;

/** "58, up from 52 a week ago": what is told behind a number of comparison dates that number alone. */
function compared(r: Reading, f: Figure, t: { from: number }): boolean {
  const q = f.quantity;
  const versus = comparisons(r).find((h) => h.from >= q.core[1] || h.to > q.from - 3);
  if (!versus) return false;
  return versus.from >= q.core[1] ? t.from >= versus.to : t.from < versus.from;
}

/** "In December the group claimed 24 attacks": so long a time is that of the attacks and not only of the claiming. */
const lasts = ({ kind, span: { from, to } }: { kind: string; span: Span }): boolean =>
  kind === 'stretch' && from !== null && to !== null && to - from > 6 * DAY;

/** "eleven claims: six in January, three in February": a time right behind another number dates that one alone. */
const ofPart = (r: Reading, f: Figure, t: { from: number; kind: string }): boolean =>
  (t.kind === 'stretch' || t.kind === 'day') &&
  (NONE.test(r.scene.key(t.from - 1)) ||
    NONE.test(r.scene.key(t.from - 2)) ||
    r.quantities.some(
      (o) => o.from > f.quantity.to && t.from >= o.to && t.from - o.to <= 1 && marked(r, f.quantity.to, o.from),
    ));

const NONE = /^(none|nil|zero)$/;

function marked(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (r.scene.isMark(i, ':,،')) return true;
  return false;
}

const ENDING = ['due', 'upto', 'endby'] as const;

/** Where "the end of December" begins, of which only the month is the time. */
function edge(r: Reading, at: number): number {
  let from = at;
  while (
    at - from < EDGE &&
    /^(the|end|close|start|beginning|middle|of|نهايه|نهاية|اخر|مطلع|بدايه)$/.test(r.scene.key(from - 1))
  )
    from--;
  return from;
}

/** So many words has the edge of a time at most. */
const EDGE = 3;

/** Times that end with their last day: "until the end of March". */
const LONGER: ReadonlySet<string> = new Set(['stretch', 'window']);

/** "as of Thursday", "through Nov. 7", "حتى الخميس": the end of the count. */
function isEnd(r: Reading, t: { from: number; kind: string }): boolean {
  const s = r.scene;
  if (t.kind === 'range') return false;
  return (
    (s.key(t.from) === 'as' && s.key(t.from + 1) === 'of') ||
    (t.kind !== 'since' && ENDING.some((cat) => s.ends(cat, edge(r, t.from)) !== undefined))
  );
}

/** "which began on Oct. 17", "since the factions stopped firing in early February": such a time opens a window as "since" does. */
const begun = (r: Reading, t: { from: number; kind: string; span: Span }): { kind: string; span: Span } =>
  (t.kind === 'day' && r.scene.has('begun', t.from - 2, t.from)) || (OPENS.has(t.kind) && sinceEvent(r, t.from))
    ? { kind: 'since', span: { from: t.span.from, to: null } }
    : { kind: t.kind, span: t.span };

/** Whether a count is made since this time, though it stands without "since". */
export const opens = (r: Reading, t: { from: number; kind: string; span: Span }): boolean =>
  t.kind !== 'since' && begun(r, t).kind === 'since';

/** Times at which something may have happened since which is counted. */
const OPENS: ReadonlySet<string> = new Set(['day', 'window', 'month', 'ref', 'range', 'stretch']);

/** So many words may tell the event between "since" and its time. */
const EVENT = 14;

/** Whether the time at token `at` dates the event that follows "since". */
function sinceEvent(r: Reading, at: number): boolean {
  const s = r.scene;
  for (let i = at - 1; i >= Math.max(0, at - EVENT); i--) {
    if (s.isMark(i, ',،;؛:') || r.times.some((t) => t.from <= i && t.to > i)) return false;
    if (/^(since|[وف]?منذ)$/.test(s.key(i))) return i < at - 1;
  }
  return false;
}

/** "climbed to 77 on Wednesday": the day on which a sum was reached ends it. */
const reachedOn = (r: Reading, f: Figure, t: { from: number; kind: string }): boolean =>
  t.kind === 'day' &&
  t.from >= f.quantity.to &&
  t.from - f.quantity.to <= 2 &&
  r.scene.ends('reach', f.quantity.from) !== undefined;

const LEADS = /^(in|within|over|inside|في|خلال)$/;

/** "in less than two months", "within 48 hours", "in as many days", "خلال أقل من أسبوع". */
function durations(r: Reading, { c, f, today }: Asked): Counted[] {
  const s = r.scene;
  const out: Counted[] = [];
  if (!s.has('unit', c.from)) return out;
  for (let i = c.from + 1; i < c.to; i++) {
    const many = s.starts('asmany', i);
    const at = many ? many.to : i;
    const unit = many ? s.starts('unit', at) : undefined;
    const a = unit
      ? { to: unit.to, n: f.quantity.bound.low, unit: unit.value.split('+')[0] as 'day' }
      : led(r, i)
        ? amountAt(s, i)
        : null;
    if (!a || a.n === null || r.times.some((t) => t.from < a.to && t.to > i)) continue;
    const from = a.unit === 'hour' ? today - Math.ceil(a.n / 24) * DAY : shift(today, -a.n, a.unit);
    out.push({ from: i, to: a.to, kind: 'window', span: { from: dayOf(from), to: null }, rolling: false });
    i = a.to;
  }
  return out;
}

function led(r: Reading, i: number): boolean {
  const s = r.scene;
  const k = s.ends('approx', i)?.from ?? i;
  return (
    s.ends('over', k) !== undefined ||
    s.ends('over', i) !== undefined ||
    LEADS.test(s.key(s.key(k - 1) === 'the' ? k - 2 : k - 1))
  );
}

/** "in that time", "in the same period last year": the window of the figure told before, a year earlier where the text says so. */
function sameAsBefore(r: Reading, page: Page, { c, f }: Asked): Counted | null {
  const h = r.scene.all('sameperiod', c.from, c.to)[0];
  const before = page.drafts.findLast((d): d is FigureDraft => d.kind === 'tally');
  if (!h || !before || h.from < f.quantity.from) return null;
  if (r.quantities.some((q) => q.from >= f.quantity.to && q.to <= h.from)) return null;
  return {
    from: h.from,
    to: h.to,
    kind: 'range',
    rolling: false,
    span: earlier(r, { from: h.to, to: c.to }, before.window),
  };
}

/** The window of a figure told before, earlier by the unit of time that the words in [from, to) say. */
export function earlier(r: Reading, c: Clause, window: Span): Span {
  const unit = r.scene.all('periodbefore', c.from, c.to)[0]?.value as Unit | undefined;
  if (!unit) return window;
  const from = window.from === null ? null : shift(window.from, -1, unit);
  // The month before one that ends on the 30th may end on the 31st.
  const day = window.to === null ? null : dayOf(window.to);
  const ended = day !== null && startOf(unit, day + DAY) === day + DAY;
  return { from, to: day === null ? null : ended ? startOf(unit, day) - DAY : shift(day, -1, unit) };
}
