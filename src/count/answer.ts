import type { Answer, CountedIncident, FigureRow } from '../model/answer.ts';
import type { Knowledge } from '../model/codes.ts';
import type { Countable } from '../model/incident.ts';
import type { Instant } from '../model/instant.ts';
import type { Rule } from '../model/rule.ts';
import { byText } from '../resolve/order.ts';
import { findingsOf } from './findings.ts';
import type { Tables } from './scope.ts';
import { bestOf, highOf, lowOf, placed, scoped, within, type Placed } from './sets.ts';
import { talliesOf } from './tallies.ts';
import { windowOf } from './window.ts';

/** What the record holds at the point asked for: live incidents near the rule, summarised from mentions up to the cutoff. */
export interface Held {
  incidents: readonly Countable[];
  figures: readonly FigureRow[];
}

export interface Asked extends Tables {
  n: number;
  cutoff: Instant | null;
  reviewedOnly: boolean;
  /** Local days of the rule's zone, both included; absent = the rule's, null = open. */
  since?: string | null;
  until?: string | null;
}

/** A rule asked at a point of the record. Pure: the same input gives the same bytes. */
export function answer(rule: Rule, held: Held, asked: Asked): Answer {
  const window = windowOf(rule, asked);
  const incidents = scoped(rule, [...held.incidents].sort(byTime), asked);
  const all = placed(rule, incidents, window);
  const best = within(all, 'low', 'best');
  const high = within(all, 'low', 'best', 'high');
  const tallies = talliesOf(rule, held.figures, { ...asked, window });
  return {
    rule: { id: rule.id, version: rule.version },
    unit: rule.unit,
    window,
    n: asked.n,
    cutoff: asked.cutoff,
    reviewedOnly: asked.reviewedOnly,
    low: lowOf(within(all, 'low'), asked),
    best: bestOf(best),
    high: highOf(high),
    partition: partitionOf(best),
    contested: bestOf(best.filter(({ incident }) => incident.contested)),
    reviewed: reviewOf(high.map((p) => p.incident)),
    incidents: all.filter((p) => p.set !== 'out').map(counted),
    out: all.filter((p) => p.set === 'out').map((p) => ({ code: p.incident.code, why: p.why })),
    tallies,
    findings: findingsOf(tallies, { incidents, figures: held.figures }, { ...asked, rule, window }),
  };
}

function partitionOf(best: readonly Placed[]): Record<Knowledge, number> {
  const parts: Record<Knowledge, number> = { both: 0, 'acknowledged only': 0, 'claimed only': 0, 'reported only': 0 };
  for (const { incident, amount } of best) parts[incident.knowledge] += amount.best;
  return parts;
}

/** Each claim once, though it may speak of several incidents. */
function reviewOf(high: readonly Countable[]): Answer['reviewed'] {
  const sum = (of: (i: Countable) => number): number => high.reduce((n, i) => n + of(i), 0);
  const shared = high.flatMap((i) => i.shared);
  const again = (keys: readonly string[]): number => keys.length - new Set(keys).size;
  return {
    n: sum((i) => i.reviewed) - again(shared.filter((key) => key.startsWith('+'))),
    of: sum((i) => i.claims) - again(shared),
  };
}

const byTime = (a: Countable, b: Countable): number =>
  (a.from ?? -Infinity) - (b.from ?? -Infinity) || byText(a.code, b.code);

function counted({ incident: i, amount, set, why }: Placed): CountedIncident {
  return {
    code: i.code,
    grade: i.grade,
    knowledge: i.knowledge,
    contested: i.contested,
    site: i.site,
    from: i.from,
    to: i.to,
    amount,
    parts: i.parts,
    parties: i.parties,
    reviewed: i.reviewed,
    claims: i.claims,
    set: set as CountedIncident['set'],
    why,
  };
}
