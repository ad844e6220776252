import { widen, type Bound } from '../model/bound.ts';
import type { Grade, Outcome, Stage } from '../model/codes.ts';
import type { IncidentSummary } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import { hull, intersection, midpoint, type Interval } from '../model/interval.ts';
import type { Mention } from '../model/mention.ts';
import type { Gazetteer } from '../model/place.ts';
import type { Actors } from './actors.ts';
import { partsOf } from './cluster.ts';
import { disputesOf } from './disputes.ts';
import { affirms, assess } from './grade.ts';
import { inOrder } from './order.ts';

export interface Summarising {
  actors: Actors;
  gazetteer: Gazetteer;
  /** POSITIVE ones are sure links; others are ignored here. */
  judgements?: Iterable<Judgement>;
  /** A person's grade, with its reason. */
  override?: { grade: Grade; why: string } | null;
}

/**
 * What the mentions of one cluster amount to. Null when nobody affirms it: what is only denied, left unconfirmed or
 * threatened is no incident. The same for a part of the mentions (published by a cutoff, accepted only).
 */
export function summarise(mentions: Iterable<Mention>, how: Summarising): IncidentSummary | null {
  const all = inOrder(mentions).filter((m) => m.review !== 'rejected' && m.auxiliary === null);
  const affirming = all.filter(affirms);
  const first = affirming[0];
  if (!first) return null;
  const assessed = assess(all, how.actors, how.gazetteer);
  const parts = partsOf(all, how.judgements ?? [], how).length;
  const override = how.override ?? null;
  const site = siteOf(affirming, how.gazetteer);
  const extent = extentOf(affirming);
  const open = affirming.some((m) => m.count.high === null);
  const surplus = surplusOf(affirming);
  return {
    ...extent,
    site,
    path: site === null ? [] : how.gazetteer.path(site),
    ...content(affirming),
    reference: midpoint(extent),
    ...assessed,
    grade: override?.grade ?? assessed.grade,
    override,
    parts,
    open,
    multiplicity: open ? null : parts + surplus,
    ...reviewOf(all),
    first: first.published,
    disputes: disputesOf(all),
  };
}

/** How many more incidents a claim allows than it has mentions; told by its first mention, so that it counts once. */
const surplusOf = (mentions: readonly Mention[]): number =>
  Math.max(0, ...mentions.filter((m) => m.k === 1).map((m) => (m.count.high ?? 0) - Math.max(1, m.count.low ?? 1)));

/** What all claims' intervals share; the hull where they share nothing (people joined them). */
function extentOf(mentions: readonly Mention[]): Interval {
  let shared: Interval | null = { from: null, to: null };
  let wide: Interval | null = null;
  for (const { from, to } of mentions) {
    shared = shared && intersection(shared, { from, to });
    wide = wide ? hull(wide, { from, to }) : { from, to };
  }
  return shared ?? wide!;
}

/** The site that most claims name, among the narrowest that any names: a base rather than the country around it. */
function siteOf(mentions: readonly Mention[], gazetteer: Gazetteer): string | null {
  const named = mentions.flatMap((m) => (m.site === null ? [] : [m.site]));
  const depth = (id: string): number => gazetteer.path(id).length;
  const narrowest = named.filter((a) => !named.some((b) => b !== a && gazetteer.inside(b, a)));
  return most(narrowest, (a, b) => depth(b) - depth(a));
}

/** The most frequent value; ties by the given order, then by who said it first. */
function most<T>(values: readonly T[], tie: (a: T, b: T) => number = () => 0): T | null {
  const votes = new Map<T, number>();
  for (const v of values) votes.set(v, (votes.get(v) ?? 0) + 1);
  let best: T | null = null;
  for (const [v, n] of votes) {
    if (best === null) best = v;
    else if (n > votes.get(best)! || (n === votes.get(best)! && tie(v, best) < 0)) best = v;
  }
  return best;
}

function content(affirming: readonly Mention[]) {
  const accused = affirming
    .flatMap((m) => m.perpetrator)
    .filter((p) => p.status !== 'DENIED' && p.status !== 'ACQUITTED');
  return {
    event: most(affirming.map((m) => m.event))!,
    stage: stageOf(affirming),
    outcome: outcomeOf(affirming),
    weapon: sorted(affirming.flatMap((m) => m.weapon)).filter((w, _, all) => w !== 'unknown' || all.length === 1),
    munitions: boundOf(affirming, 'munitions'),
    killed: boundOf(affirming, 'killed'),
    injured: boundOf(affirming, 'injured'),
    target: sorted(affirming.flatMap((m) => m.target)),
    perpetrator: sorted(accused.map((p) => p.actor)),
  };
}

const sorted = <T extends string>(values: readonly T[]): T[] => [...new Set(values)].sort();

/** Once anyone says that it was carried out it was more than an attempt. */
const stageOf = (mentions: readonly Mention[]): Stage =>
  mentions.some((m) => m.stage === 'ACCOMPLISHED') ? 'ACCOMPLISHED' : 'ATTEMPTED';

/** The outcome that most claims tell among those that tell one. */
const outcomeOf = (mentions: readonly Mention[]): Outcome =>
  most(mentions.map((m) => m.outcome).filter((o) => o !== 'unknown')) ?? 'unknown';

/** Wide enough for what every claim allows: people settle it, numbers don't. */
function boundOf(mentions: readonly Mention[], field: 'munitions' | 'killed' | 'injured'): Bound | null {
  const told = mentions.flatMap((m) => (m[field] ? [m[field]] : []));
  if (!told.length) return null;
  if (told.length === 1)
    return { low: told[0]!.low, high: told[0]!.high, ...(told[0]!.about == null ? {} : { about: told[0]!.about }) };
  return told.reduce((a, b) => widen(a, b));
}

function reviewOf(mentions: readonly Mention[]) {
  const claims = new Map<string, boolean>();
  for (const m of mentions)
    claims.set(`${m.report_id}.${m.claim_no}`, m.review === 'accepted' || m.review === 'amended');
  const reviewed = [...claims.values()].filter(Boolean).length;
  const claim_keys = [...claims].map(([key, seen]) => (seen ? `+${key}` : key)).sort();
  return { claims: claims.size, reviewed, claim_keys };
}
