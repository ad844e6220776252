import type { Scope } from '../speech/hearing.ts';
import type { Clause } from '../incidents/clauses.ts';
import { comparisons } from './comparisons.ts';
import type { FigureDraft, Range } from '../draft.ts';
import type { Figure } from './figure.ts';
import { evidenceEnd, evidenceStart, stock } from './levels.ts';
import type { Page, Reading } from '../page.ts';
import { exclusionIn } from './exclusions.ts';
import { total, type Part } from './parts.ts';
import { perpetratorsIn } from '../incidents/parties.ts';
import { figureStance } from '../speech/stance.ts';
import { partPlaces, placesOf, scopeOf } from './tally-places.ts';
import { windowOf } from './tally-window.ts';

/** Times over which is counted. */
const LASTING: ReadonlySet<string> = new Set(['since', 'window', 'range', 'stretch']);

/** A figure of a scope, with the parts that make it up and the clause that tells it. */
export interface Making {
  scope: Scope;
  f: Figure;
  parts: Part[];
  range: Clause;
}

/** A claim of a figure: who counted, over how long, where, whose deed. */
export function draft(r: Reading, page: Page, x: Making): FigureDraft {
  const { scope, f, parts, range } = x;
  const s = r.scene;
  const own = scope.chain.length === 0;
  const chain = ofBody(r, page, scope, range);
  const origin = chain.at(-1)?.speaker ?? page.voice;
  const level = f.kind === 'level';
  const mine = (own || scope.verb === 'claim') && !level && did(r, page, x, origin);
  const shared = parts[0]?.quantity.hedge === 'least';
  const hedged = s.has('hedge', range.from, range.to) || s.starts('conditional', range.from) !== undefined;
  const wordTo = Math.max(
    f.to,
    ...(parts.length > 0 && parts.some((p) => p.quantity === f.quantity) ? parts.map((p) => p.to) : [0]),
  );
  const w = windowOf(r, page, x, origin);
  const by = level
    ? []
    : perpetratorsIn(s, range, page, { verb: 'report', origin, own, hedged }).filter((p) => page.cast.isGroup(p.actor));
  return {
    kind: f.kind,
    evidence: [s.span(...evidenceOf(r, x)) as Range],
    chain: level && scope.cue === null ? [] : chain,
    stance: mine
      ? 'claims responsibility'
      : figureStance({ verb: level || page.cast.isGroup(origin) ? 'report' : scope.verb, origin, own }),
    hedged,
    auxiliary: null,
    line: r.line,
    unit: f.unit,
    bound: level ? stock(r, f, page) : total(parts, f),
    wording: s.words(f.from, wordTo),
    window: w.span,
    told: w.told,
    places:
      parts.length > 1 ? partPlaces(parts, page, scopeOf(r, page, { range, parts })) : placesOf(r, page, range, f),
    target: f.contractor ? 'us-contractor' : 'us-forces',
    perpetrator: mine ? origin : (by[0]?.actor ?? null),
    parts: parts.map((p) => ({
      place: p.place,
      low: p.quantity.bound.low,
      high: shared ? null : p.quantity.bound.high,
      about: p.quantity.bound.about,
    })),
    excludes: exclusionIn(r),
  };
}

/** "Last month the department had spoken of 21": the count of a body, and not of the one who speaks for it now. */
function ofBody(r: Reading, page: Page, scope: Scope, range: Clause): Scope['chain'] {
  const { chain } = scope;
  // "… 180 attacks, most of them claimed by X": who claims most of them does not count them.
  if (
    scope.verb === 'claim' &&
    scope.cue &&
    scope.cue[0] >= range.from &&
    r.scene.has('latest', scope.cue[0] - 4, scope.cue[1] + 3)
  )
    return chain.slice(0, -1);
  const cue = r.scene.all('toldbefore')[0];
  const post = cue && r.scene.all('post', 0, cue.from).find((h) => h.value === 'directorate');
  const last = chain.at(-1);
  const body = post && last ? page.cast.bodies(last.speaker)[1] : undefined;
  return last && body ? [...chain.slice(0, -1), { ...last, speaker: body }] : chain;
}

/** Whether a group counts what it did itself: attacks, told with an act of its own, and no harm that it took. */
function did(r: Reading, page: Page, { f, range }: Making, origin: string): boolean {
  const acts = r.scene.all('act', range.from, range.to);
  const passive = acts.length > 0 && acts.every((a) => a.value === 'stop' || a.value === 'suffer');
  return page.cast.isGroup(origin) && f.unit !== 'killed' && f.unit !== 'injured' && !passive;
}

/** A bare number is no evidence: the words that introduce it come with it. */
function evidenceOf(r: Reading, { f, range, scope }: Making): [number, number] {
  if (f.kind === 'level') return [evidenceStart(r, range, f), evidenceEnd(r, range, f)];
  const to = comparisons(r).find((h) => h.from >= f.quantity.to && h.from < range.to)?.from ?? range.to;
  const short = range.to - range.from <= 3 && scope.cue !== null;
  // "In the first quarter, the group claimed 41 attacks": the time that leads is part of what is told.
  const lead =
    r.times.find((t) => t.to <= range.from && LASTING.has(t.kind) && !r.said.has(t)) ??
    r.scene.all('sincethen', 0, range.from)[0];
  const inside = r.times.some((t) => t.from >= range.from && t.to <= to);
  if (lead && !inside && lead.from <= 1) return [lead.from, to];
  return [short ? Math.min(range.from, scope.cue![0]) : range.from, to];
}
