import type { FigureRow, MatchedTally } from '../model/answer.ts';
import { DAY, parseWall, showDay, type Instant } from '../model/instant.ts';
import { unitsBeside, type Rule } from '../model/rule.ts';
import type { Actors } from '../resolve/actors.ts';
import { byText } from '../resolve/order.ts';
import { countsAs, type Tables } from './scope.ts';
import type { Window } from './window.ts';

export interface Asking extends Tables {
  window: Window;
  cutoff?: Instant | null;
  reviewedOnly?: boolean;
}

/** Days by which "since" may differ before it is another series ("since mid-October" is the 17th). */
export const SINCE_DAYS = 5;

/** How a tally stands to a rule in one respect; `unsaid` matches and is marked as understood. */
type Match = 'agrees' | 'unsaid' | 'differs';

/** The tallies that may be set beside the rule's own count, by publication. */
export function talliesOf(rule: Rule, figures: readonly FigureRow[], asking: Asking): MatchedTally[] {
  return live(figures, asking).flatMap((f) => {
    const matches = [...agreementOf(rule, f, asking), sinceOf(f, asking.window), untilOf(f, asking.window)];
    return matches.includes('differs') ? [] : [{ ...f, understood: matches.includes('unsaid') }];
  });
}

const SAID: ReadonlySet<string> = new Set(['reports', 'confirms', 'claims responsibility', 'accuses']);

/** Totals that somebody stands by, published before the cutoff, in order of publication. */
export function live(
  figures: readonly FigureRow[],
  { cutoff = null, reviewedOnly = false }: Partial<Asking>,
): FigureRow[] {
  return figures
    .filter((f) => f.kind === 'tally' && f.auxiliary === null && SAID.has(f.stance) && f.review !== 'rejected')
    .filter((f) => (cutoff === null || f.published < cutoff) && (!reviewedOnly || f.review !== 'suggested'))
    .sort((a, b) => a.published - b.published || byText(a.report_code, b.report_code) || a.claim_no - b.claim_no);
}

/** Unit, target, perpetrator and places of a tally against the rule's. */
export function agreementOf(rule: Rule, f: FigureRow, tables: Tables): Match[] {
  return [
    unitsBeside(rule).includes(f.unit) ? 'agrees' : 'differs',
    targetOf(rule, f, tables.actors),
    perpetratorOf(rule, f, tables.actors),
    placesOf(rule, f, tables),
  ];
}

function targetOf(rule: Rule, f: FigureRow, actors: Actors): Match {
  const wanted = rule.target;
  if (!wanted) return 'agrees';
  if (f.target === null) return 'unsaid';
  return wanted.some((w) => actors.belongs(f.target!, w) || actors.belongs(w, f.target!)) ? 'agrees' : 'differs';
}

/** A tally that names nobody counts everybody's: beside a rule on one party it stands only when that party says it of itself. */
function perpetratorOf(rule: Rule, f: FigureRow, actors: Actors): Match {
  if (!rule.perpetrator) return 'agrees';
  if (f.perpetrator === null) return countsAs(f.voice, rule, actors) ? 'unsaid' : 'differs';
  return countsAs(f.perpetrator, rule, actors) ? 'agrees' : 'differs';
}

/** The same countries: every place of the rule is covered, and nothing narrower is meant. */
function placesOf(rule: Rule, f: FigureRow, { gazetteer }: Tables): Match {
  if (!f.place.length) return 'unsaid';
  const covered = rule.place.every((p) => f.place.some((t) => gazetteer.inside(p, t)));
  const whole = f.place.every((t) => rule.place.some((p) => gazetteer.inside(p, t)));
  return covered && whole ? 'agrees' : 'differs';
}

const dayOf = (date: string): number => (parseWall(date.slice(0, 10)) ?? NaN) / DAY;

/** The words name a beginning ("since the new government took office"). */
const BEGINS = /\bsince\b|منذ/iu;

/** A start that is left unsaid matches what is said within the window; one that is said, and that nobody could date, does not. */
function sinceOf(f: FigureRow, { since }: Window): Match {
  if (f.from === null) return BEGINS.test(f.words) || (since !== null && saidOn(f) < since) ? 'differs' : 'unsaid';
  if (since === null) return 'differs';
  return Math.abs(dayOf(f.from) - dayOf(since)) <= SINCE_DAYS ? 'agrees' : 'differs';
}

/** A total may stop before the window does (it was said then), never a day or more after it. */
function untilOf(f: FigureRow, { until }: Window): Match {
  if (until === null) return 'agrees';
  if (f.to === null) return saidOn(f) <= until ? 'unsaid' : 'differs';
  return dayOf(f.to) <= dayOf(until) ? 'agrees' : 'differs';
}

/** The number that a tally is quoted by. */
export const numberOf = (f: FigureRow): number | null => f.low ?? f.about ?? f.high;

/** The local day that a total runs up to; unsaid = the day it was published. */
export const upTo = (f: FigureRow): string => f.to?.slice(0, 10) ?? saidOn(f);

/** The day on which it was published, UTC. */
const saidOn = (f: FigureRow): string => showDay(f.published);

/** The tallies of one voice; a person's id is taken as the body that they speak for. */
export const perVoice = (tallies: readonly MatchedTally[], voice: string, actors: Actors): MatchedTally[] =>
  tallies.filter((t) => t.voice === voice || t.voice === actors.voice(voice));

/** Whether somebody stands by a number: conditional ones ("would bring it to 40") are no total. */
export const stated = (f: FigureRow): boolean => f.certainty === 'stated' && numberOf(f) !== null;

/** The words name a window of their own ("since Oct. 17", "between …"). */
const WINDOW = /\b(?:since|between|from)\b|منذ|بين/iu;

/** A smaller number of one voice on one page, in words that name no window, is a part of the larger ("Two of them returned …"). */
const partOf = (t: FigureRow, whole: FigureRow): boolean =>
  t.report_id === whole.report_id &&
  t.voice === whole.voice &&
  upTo(t) === upTo(whole) &&
  !WINDOW.test(t.words) &&
  (numberOf(t) ?? 0) < (numberOf(whole) ?? 0);

/** The totals among tallies: what somebody stands by, without what a page tells as a part of another of its numbers. */
export const totalsOf = (tallies: readonly MatchedTally[]): MatchedTally[] =>
  tallies.filter((t) => stated(t) && !tallies.some((whole) => partOf(t, whole)));

/** The latest total of each voice, latest first: by what it counts up to, then by publication. */
export function latest(tallies: readonly MatchedTally[]): MatchedTally[] {
  const byVoice = new Map<string, MatchedTally>();
  for (const t of totalsOf(tallies)) {
    const known = byVoice.get(t.voice);
    if (!known || (t.to ?? '9999') >= (known.to ?? '9999')) byVoice.set(t.voice, t);
  }
  return [...byVoice.values()].sort((a, b) => b.published - a.published || byText(a.voice, b.voice));
}
