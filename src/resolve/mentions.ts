import type { Claim, IncidentClaim } from '../model/claim.ts';
import { mentionCount } from '../model/claim.ts';
import type { Review } from '../model/codes.ts';
import { DAY, fromLocal, parseWall, showDay, toLocal, type Instant } from '../model/instant.ts';
import { fromContract, hull, type Interval } from '../model/interval.ts';
import type { Mention } from '../model/mention.ts';
import type { Gazetteer } from '../model/place.ts';
import type { Actors } from './actors.ts';
import { joins, parts } from './parting.ts';
import { shinglesOf } from './shingles.ts';

/** What linking needs of a report. `voice` is the actor who speaks when its source speaks; `zone` null = unknown, then UTC. */
export interface Told {
  code: string;
  published: Instant;
  source: string;
  voice: string;
  zone: string | null;
  text: string;
}

export interface ClaimAt {
  report: Told;
  report_id: number;
  claim_no: number;
  claim: Claim;
  review: Review;
}

export interface Tables {
  actors: Actors;
  gazetteer: Gazetteer;
  /** IANA zone in which an actor or source speaks, where its source entry gives one. */
  zoneOf?: (actor: string) => string | undefined;
}

/** The mentions of a claim: one for each incident that it speaks of at least; none for auxiliary claims and other kinds. */
export function mentionsOf(at: ClaimAt, tables: Tables): Mention[] {
  const { claim } = at;
  if (claim.kind !== 'incident') return [];
  const n = mentionCount(claim);
  if (n === 0 || claim.stance === 'threatens' || claim.stage === 'THREATENED') return [];
  const common = { ...identity(at, tables), ...told(at, claim), ...content(claim, tables), ...when(at, claim, tables) };
  return Array.from({ length: n }, (_, i) => ({ ...common, k: i + 1 }));
}

function identity({ report, report_id, claim_no, claim, review }: ClaimAt, { actors }: Tables) {
  const on = showDay(report.published);
  const own = actors.voice(report.voice, on);
  const told = claim.attribution.map((a) => actors.voice(a.speaker, on));
  // A source that quotes itself speaks in its own voice.
  const chain = told[0] === own ? told.slice(1) : told;
  const voice = chain.at(-1) ?? own;
  const party = actors.party(voice, on);
  return {
    report_id,
    claim_no,
    report_code: report.code,
    published: report.published,
    source: report.source,
    voice,
    party,
    origin: party,
    chain,
    review,
  };
}

function told({ report }: ClaimAt, claim: IncidentClaim) {
  const words = claim.evidence.map(([from, to]) => report.text.slice(from, to)).join(' ');
  return {
    evidence: claim.evidence,
    shingles: shinglesOf(words),
    // "Two separate attacks" parts them from one another, not from what was told before.
    parted: mentionCount(claim) === 1 && parts(words),
    joined: joins(words),
    stance: claim.stance,
    certainty: claim.certainty,
    auxiliary: claim.auxiliary ?? null,
  };
}

function content(claim: IncidentClaim, { gazetteer }: Tables) {
  const site = claim.place?.id ?? null;
  const known = site !== null && gazetteer.get(site) !== undefined;
  return {
    event: claim.event,
    weapon: claim.weapon,
    munitions: claim.munitions,
    count: claim.count ?? { low: 1, high: 1 },
    stage: claim.stage,
    outcome: claim.outcome,
    site: known ? site : null,
    site_text: known ? null : (claim.place?.text ?? site),
    perpetrator: claim.perpetrator,
    target: claim.target,
    killed: claim.killed,
    injured: claim.injured,
  };
}

/**
 * Half open instants in the zone of the place, else of the report. Whole days that a speaker in another zone names
 * cover that zone's days too: a Tuesday in Washington ends on Wednesday morning in Baghdad.
 */
function when({ report }: ClaimAt, claim: IncidentClaim, { gazetteer, actors, zoneOf }: Tables): Interval {
  const site = claim.place?.id;
  const there = site && gazetteer.get(site) ? gazetteer.zone(site) : (report.zone ?? 'UTC');
  const local = fromContract(claim.time, there);
  if (!local || (local.from !== null && local.to !== null && local.from >= local.to)) return { from: null, to: null };
  const speaker = claim.attribution.at(-1)?.speaker;
  const theirs = (speaker && (zoneOf?.(speaker) ?? zoneOf?.(actors.voice(speaker)))) || report.zone;
  if (!theirs || theirs === there || !wholeDays(claim.time)) return local;
  const spoken = shifted(local, there, theirs);
  return latest(hull(local, spoken), local, report.published);
}

/** Nothing that a report tells as past happened after it was published; the end that was told itself stays. */
function latest(wide: Interval, local: Interval, published: Instant): Interval {
  if (wide.to === null || local.to === null || wide.to <= local.to) return wide;
  return { from: wide.from, to: Math.max(local.to, Math.min(wide.to, published)) };
}

function shifted(i: Interval, from: string, to: string): Interval {
  const move = (at: Instant | null): Instant | null => (at === null ? null : fromLocal(toLocal(at, from), to));
  return { from: move(i.from), to: move(i.to) };
}

function wholeDays(t: IncidentClaim['time']): boolean {
  if (t.from === null || t.to === null) return false;
  const from = parseWall(t.from);
  const to = parseWall(t.to);
  if (from === null || to === null || from % DAY !== 0) return false;
  return t.to.length === 10 || t.to.slice(11, 16) === '23:59';
}
