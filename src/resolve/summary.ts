import { widen, type Bound } from '../model/bound.ts';
import type { Grade, Outcome, Stage } from '../model/codes.ts';
import type { Harmed, IncidentSummary, Quantity } from '../model/incident.ts';
import { mentionsIn } from '../model/claim.ts';
import type { Judgement } from '../model/judgement.ts';
import { hull, intersection, midpoint, type Interval } from '../model/interval.ts';
import { mentionKey, type Mention } from '../model/mention.ts';
import type { Gazetteer } from '../model/place.ts';
import type { Actors } from './actors.ts';
import { partsOf } from './cluster.ts';
import { rootsOf } from './copies.ts';
import { disputesOf } from './disputes.ts';
import { affirms, assess } from './grade.ts';
import { targetsOf } from './facts.ts';
import { inOrder } from './order.ts';
import { isBoundless, isNamed, isSite } from './sites.ts';

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
  const voting = { ...how, roots: rootsOf(affirming) };
  const site = siteOf(affirming, voting);
  const extent = extentOf(affirming);
  const open = affirming.some((m) => m.count.high === null);
  const surplus = surplusOf(affirming);
  return {
    ...extent,
    site,
    path: site === null ? [] : how.gazetteer.path(site),
    ...content(affirming, voting),
    reference: midpoint(extent),
    ...assessed,
    grade: override?.grade ?? assessed.grade,
    override,
    parts,
    open,
    multiplicity: open ? null : parts + surplus,
    ...reviewOf(all),
    first: first.published,
    reports: [...new Set(affirming.map((m) => m.report_id))],
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

/**
 * The site that most texts name: a base before a town beside it, one site before any area, an area before "the region",
 * the narrowest first. So a vague claim never outvotes an exact one, and withdrawing it never makes the place more exact.
 */
function siteOf(mentions: readonly Mention[], voting: Voting): string | null {
  const { gazetteer } = voting;
  const named = mentions.filter((m) => m.site !== null);
  const exact = [isNamed, isSite, (id: string) => !isBoundless(id, gazetteer), () => true]
    .map((is) => named.filter((m) => is(m.site!, gazetteer)))
    .find((l) => l.length);
  const narrowest = (exact ?? []).filter(
    (a) => !exact!.some((b) => b.site !== a.site && gazetteer.inside(b.site!, a.site!)),
  );
  return most(narrowest, (m) => [m.site!], voting);
}

/** Whom it was on, as told; where some tell it and others leave it to a site that houses forces, those forces too. */
function targetOf(mentions: readonly Mention[], gazetteer: Gazetteer): string[] {
  const told = mentions.flatMap((m) => m.target);
  return told.length ? sorted(mentions.flatMap((m) => targetsOf(m, gazetteer))) : [];
}

interface Voting {
  actors: Actors;
  gazetteer: Gazetteer;
  /** Mention → the first that told its words. */
  roots: ReadonlyMap<string, string>;
}

/** The value that most texts tell; a copy adds no vote, and a tie goes to what was said first. */
function most<T>(mentions: readonly Mention[], tells: (m: Mention) => readonly T[], { roots }: Voting): T | null {
  const votes = new Map<T, Set<string>>();
  for (const m of mentions)
    for (const v of tells(m)) votes.set(v, (votes.get(v) ?? new Set()).add(roots.get(mentionKey(m))!));
  let best: T | null = null;
  for (const [v, texts] of votes) if (best === null || texts.size > votes.get(best)!.size) best = v;
  return best;
}

function content(affirming: readonly Mention[], voting: Voting) {
  const accused = affirming
    .flatMap((m) => m.perpetrator)
    .filter((p) => p.status !== 'DENIED' && p.status !== 'ACQUITTED');
  return {
    event: most(affirming, (m) => [m.event], voting)!,
    stage: stageOf(affirming),
    outcome: outcomeOf(affirming, voting),
    outcomes: outcomesOf(affirming),
    weapon: sorted(affirming.flatMap((m) => m.weapon)).filter((w, _, all) => w !== 'unknown' || all.length === 1),
    munitions: quantityOf(affirming, 'munitions'),
    harmed: harmedOf(affirming, voting.actors),
    killed: boundOf(affirming, 'killed'),
    injured: boundOf(affirming, 'injured'),
    target: targetOf(affirming, voting.gazetteer),
    perpetrator: sorted(accused.map((p) => p.actor)),
  };
}

const sorted = <T extends string>(values: readonly T[]): T[] => [...new Set(values)].sort();

/** Once anyone says that it was carried out it was more than an attempt. */
const stageOf = (mentions: readonly Mention[]): Stage =>
  mentions.some((m) => m.stage === 'ACCOMPLISHED') ? 'ACCOMPLISHED' : 'ATTEMPTED';

/** The outcome that most texts tell among those that tell one. */
const outcomeOf = (mentions: readonly Mention[], voting: Voting): Outcome =>
  most(mentions, (m) => (m.outcome === 'unknown' ? [] : [m.outcome]), voting) ?? 'unknown';

/** What is told of the outcome where claims disagree. */
function outcomesOf(mentions: readonly Mention[]): Outcome[] {
  const told = sorted(mentions.flatMap((m) => (m.outcome === 'unknown' ? [] : [m.outcome])));
  return told.length > 1 ? told : [];
}

type Counted = 'munitions' | 'killed' | 'injured';

/** The bound of a field with the number that was told last: first counts are revised. */
function quantityOf(mentions: readonly Mention[], field: Counted): Quantity | null {
  const bound = boundOf(mentions, field);
  const last = mentions.findLast((m) => m[field])?.[field];
  return bound && { ...bound, last: last?.about ?? last?.low ?? last?.high ?? null };
}

/** The harmed by party: sums are made of those of one side, never of words that may be about the same people. */
function harmedOf(mentions: readonly Mention[], actors: Actors): Harmed[] {
  return (['killed', 'injured'] as const).flatMap((field) => {
    const party = (m: Mention): string | null => (m[field]?.who ? actors.party(m[field].who) : null);
    const parties = [...new Set(mentions.flatMap((m) => (m[field] ? [party(m)] : [])))].sort();
    return parties.flatMap((who): Harmed[] => {
      const quantity = quantityOf(
        mentions.filter((m) => party(m) === who),
        field,
      );
      return quantity ? [{ field, who, ...quantity }] : [];
    });
  });
}

/** Wide enough for what every claim allows: people settle it, numbers don't. */
function boundOf(mentions: readonly Mention[], field: Counted): Bound | null {
  const told = mentions.flatMap((m) => (m[field] ? [m[field]] : []));
  if (!told.length) return null;
  if (told.length === 1)
    return { low: told[0]!.low, high: told[0]!.high, ...(told[0]!.about == null ? {} : { about: told[0]!.about }) };
  return told.reduce((a, b) => widen(a, b));
}

function reviewOf(mentions: readonly Mention[]): Pick<IncidentSummary, 'claims' | 'reviewed' | 'shared'> {
  const claims = new Map(mentions.map((m) => [`${m.report_id}.${m.claim_no}`, m]));
  const seen = (m: Mention): boolean => m.review === 'accepted' || m.review === 'amended';
  const several = [...claims].filter(([, m]) => mentionsIn(m.count) > 1);
  return {
    claims: claims.size,
    reviewed: [...claims.values()].filter(seen).length,
    shared: several.map(([key, m]) => (seen(m) ? `+${key}` : key)).sort(),
  };
}
