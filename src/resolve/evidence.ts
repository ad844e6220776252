import type { Weapon } from '../model/codes.ts';
import type { Reason } from '../model/incident.ts';
import { DAY } from '../model/instant.ts';
import { meets, width } from '../model/interval.ts';
import { mentionKey, type Mention } from '../model/mention.ts';
import type { Gazetteer } from '../model/place.ts';
import type { Actors } from './actors.ts';
import { contradicts } from '../model/bound.ts';
import { relation, type Relation } from './sites.ts';
import { resemblance } from './shingles.ts';

/**
 * Weights in bits, log2 of P(agreement | one incident) / P(agreement | two), after Fellegi and Sunter 1969.
 * "Judged" weights are first estimates from the label guide and the traps in vocabulary.md, rounded to half bits;
 * issue C replaces them by calibrated ones.
 */
export const WEIGHTS = {
  /** Prior odds that two mentions of one block are one incident: about 1 in 8 (some eight live incidents per region and three days in a busy week). */
  prior: -3,
  /** Days over which a record of one region is searched: narrow intervals that meet by chance are rarer. log2(14 / widths). */
  timeSpan: 14,
  timeLeast: 0,
  timeMost: 4,
  /** A busy country names some eight sites in a week: agreeing by chance 1 in 8. */
  'same site': 3,
  /** An area holds about half of what its country does in a day. */
  within: 1,
  /** Two names within 25 km: as often one place as two. */
  near: -1,
  /** Nobody said where: it may be anywhere in the block. */
  unsaid: 0,
  /** Judged: drones, rockets and missiles share the field roughly 1/2, 1/3, 1/6. */
  'same weapon': 1,
  /** Judged: mixed salvos and loose words make one in eight incidents carry two weapons. */
  'other weapon': -2.5,
  /** "rocket" and "missile", "aircraft" and "bomb" are told for one another. */
  'like weapon': 0,
  /** Exact counts of munitions agree by chance about 1 in 3. */
  'same munitions': 1.5,
  /** First counts are revised (3 → 2): a quarter of incidents carry two numbers. */
  'other munitions': -1,
  'same perpetrator': 0.5,
  /** A state strikes rarely beside the groups it fights: agreeing by chance about 1 in 4. */
  'same striking state': 2,
  'other perpetrator': -3,
  'same target': 0.5,
  /** Forces of one side and of another are never one target. */
  'other target': -4,
  'same event': 0.5,
  'other event': -1,
  'other kind of event': -4,
  'same outcome': 0.5,
  /** Attackers claim hits where defenders report interceptions: little evidence. */
  'other outcome': -0.5,
  /** Words copied for the most part: one statement told twice. */
  'shared text': 5,
  'some shared text': 2,
  /** One voice that tells two reports of one site and day mostly tells the same thing. */
  'same voice': 0.5,
  /** k-th of n told by both: lists keep their order. */
  'same place in the list': 0.5,
  'other place in the list': -0.5,
  /** Inside one report. Same chain, same site: writers don't tell one thing twice without pointing back. */
  'told apart by one chain': -9,
  'pointed back to': 2,
  /** Same chain, other site that may hold the first ("eastern Syria … near Boukamal"). */
  'one chain, wider place': -1.5,
  /** Other chain, same site, meeting times: a page sets versions of one event side by side. */
  'told by another in one report': 4,
  'parted by the words': -9,
} as const;

/** Below the prior what the pair shares speaks against one incident: two such mentions never stand in one cluster. */
export const FLOOR = WEIGHTS.prior;
/** Odds of two to one: groups join while some pair of theirs speaks for it this much. */
export const MAYBE = 1;
/** Odds of 16 to 1: the link stands when only sure ones do. On the open part of gold all 92 pairs from here on are one incident, and all 29 of the bit below. */
export const SURE = 4;

/** Why two mentions cannot be one incident whatever else agrees; a person's POSITIVE alone overrides it. */
export type Bar = 'one claim' | 'times do not meet' | 'different site' | 'roles reversed' | 'told apart in one report';

export interface Evidence {
  score: number;
  reasons: readonly Reason[];
  /** Set when the pair is barred; `score` is then -Infinity. */
  bar: Bar | null;
}

export interface World {
  actors: Actors;
  gazetteer: Gazetteer;
}

/** What speaks for and against two mentions being one incident; the same whichever comes first. */
export function evidence(x: Mention, y: Mention, world: World): Evidence {
  const [a, b] = mentionKey(x) < mentionKey(y) ? [x, y] : [y, x];
  const place = relation(a.site, b.site, world.gazetteer);
  const bar = barred(a, b, place, world);
  if (bar) return { score: -Infinity, reasons: [{ name: bar, weight: -Infinity }], bar };
  const reasons: Reason[] = [say('prior')];
  for (const compare of COMPARISONS) {
    const reason = compare(a, b, { ...world, place });
    if (reason) reasons.push(reason);
  }
  return { score: reasons.reduce((sum, r) => sum + r.weight, 0), reasons, bar: null };
}

type Named = Exclude<keyof typeof WEIGHTS, 'timeSpan' | 'timeLeast' | 'timeMost'>;
const say = (name: Named, note?: string): Reason => ({ name, weight: WEIGHTS[name], ...(note ? { note } : {}) });

function barred(a: Mention, b: Mention, place: Relation, world: World): Bar | null {
  if (a.report_id === b.report_id && a.claim_no === b.claim_no) return 'one claim';
  if (!meets(a, b)) return 'times do not meet';
  if (place === 'different site') return 'different site';
  if (reversed(a, b, world) || reversed(b, a, world)) return 'roles reversed';
  return null;
}

/** Whether who strikes in one is who is struck in the other: a state's strike and an attack on its forces. */
function reversed(a: Mention, b: Mention, { actors, gazetteer }: World): boolean {
  const strikers = a.perpetrator.filter((p) => p.status !== 'DENIED' && p.status !== 'ACQUITTED').map((p) => p.actor);
  const struck = targetsOf(b, gazetteer);
  const same = targetsOf(a, gazetteer);
  return strikers.some((s) => {
    const party = actors.party(s);
    const on = (t: string): boolean => actors.party(t) === party || actors.commands(t).has(party);
    return struck.some(on) && !same.some(on);
  });
}

/** Whom it was on: as told, else the forces that the site houses. */
export function targetsOf(
  m: Pick<Mention, 'target' | 'site' | 'perpetrator'>,
  gazetteer: Gazetteer,
): readonly string[] {
  if (m.target.length || m.site === null) return m.target;
  return gazetteer.get(m.site)?.hosts ?? [];
}

type Comparison = (a: Mention, b: Mention, world: World & { place: Relation }) => Reason | null;

const COMPARISONS: readonly Comparison[] = [
  time,
  where,
  weapon,
  munitions,
  perpetrator,
  target,
  event,
  outcome,
  text,
  list,
  inOneReport,
];

function time(a: Mention, b: Mention): Reason {
  const days = (width(a) + width(b)) / DAY;
  const bits = Math.log2(WEIGHTS.timeSpan / Math.max(days, 1 / 24));
  const weight = Math.round(2 * Math.max(WEIGHTS.timeLeast, Math.min(WEIGHTS.timeMost, bits))) / 2;
  return { name: 'times meet', weight };
}

function where(a: Mention, b: Mention, { place, gazetteer }: World & { place: Relation }): Reason | null {
  if (place === 'different site') return null;
  if (place !== 'within') return say(place, a.site ?? b.site ?? undefined);
  const kinds = [a.site, b.site].map((s) => gazetteer.get(s!)?.kind);
  return kinds.includes('country') ? { name: 'within', weight: 0 } : say('within');
}

const LIKE: readonly (readonly Weapon[])[] = [
  ['rocket', 'missile', 'mortar'],
  ['aircraft', 'bomb', 'missile'],
];
function weapon(a: Mention, b: Mention): Reason | null {
  const x = a.weapon.filter((w) => w !== 'unknown');
  const y = b.weapon.filter((w) => w !== 'unknown');
  if (!x.length || !y.length) return null;
  if (x.some((w) => y.includes(w))) return say('same weapon', x.filter((w) => y.includes(w)).join(', '));
  const like = LIKE.some((kin) => x.some((w) => kin.includes(w)) && y.some((w) => kin.includes(w)));
  return say(like ? 'like weapon' : 'other weapon', `${x.join(', ')} / ${y.join(', ')}`);
}

const several = (m: Mention): boolean => m.count.low !== 1 || m.count.high !== 1;

function munitions(a: Mention, b: Mention): Reason | null {
  const [x, y] = [a.munitions, b.munitions];
  if (!x || !y || several(a) || several(b)) return null;
  if (contradicts(x, y)) return say('other munitions');
  return x.low !== null && x.low === x.high && y.low === x.low && y.high === x.high ? say('same munitions') : null;
}

function perpetrator(a: Mention, b: Mention, { actors }: World): Reason | null {
  const named = (m: Mention): string[] => m.perpetrator.map((p) => p.actor).filter((id) => !actors.isCategory(id));
  const [x, y] = [named(a), named(b)];
  if (!x.length || !y.length) return null;
  const same = x.find((p) => y.some((q) => actors.party(p) === actors.party(q)));
  if (same === undefined) return say('other perpetrator');
  return say(actors.isState(actors.party(same)) ? 'same striking state' : 'same perpetrator', actors.party(same));
}

function target(a: Mention, b: Mention, { actors, gazetteer }: World): Reason | null {
  const [x, y] = [targetsOf(a, gazetteer), targetsOf(b, gazetteer)];
  const [p, q] = [x, y].map((l) => l.filter((t) => !actors.isCategory(t))) as [string[], string[]];
  if (x.some((s) => y.includes(s))) return say('same target');
  if (!p.length || !q.length) return null;
  const one = p.some((s) =>
    q.some((t) => actors.party(s) === actors.party(t) || actors.commands(s).has(actors.party(t))),
  );
  return say(one ? 'same target' : 'other target');
}

const REMOTE: ReadonlySet<string> = new Set(['Air/drone strike', 'Shelling/artillery/missile attack', 'Suicide bomb']);
const FORCE: ReadonlySet<string> = new Set([
  ...REMOTE,
  'Remote explosive/landmine/IED',
  'Grenade',
  'Armed clash',
  'Attack',
]);
function event(a: Mention, b: Mention): Reason {
  if (a.event === b.event) return say('same event', a.event);
  const both = `${a.event} / ${b.event}`;
  return say(FORCE.has(a.event) && FORCE.has(b.event) ? 'other event' : 'other kind of event', both);
}

function outcome(a: Mention, b: Mention): Reason | null {
  if (a.outcome === 'unknown' || b.outcome === 'unknown') return null;
  return say(a.outcome === b.outcome ? 'same outcome' : 'other outcome');
}

function text(a: Mention, b: Mention): Reason | null {
  if (a.report_id === b.report_id) return null;
  const share = resemblance(a.shingles, b.shingles);
  if (share >= 0.5) return say('shared text', `${Math.round(share * 100)} %`);
  if (share >= 0.2) return say('some shared text', `${Math.round(share * 100)} %`);
  return a.voice === b.voice ? say('same voice', a.voice) : null;
}

function list(a: Mention, b: Mention): Reason | null {
  if (!several(a) || !several(b)) return null;
  return say(a.k === b.k ? 'same place in the list' : 'other place in the list');
}

/** Inside one report the way it is told decides most. */
function inOneReport(a: Mention, b: Mention, { place }: { place: Relation }): Reason | null {
  if (a.report_id !== b.report_id) return null;
  const later = first(a) <= first(b) ? b : a;
  if (later.parted) return say('parted by the words');
  const oneChain = a.chain.join('>') === b.chain.join('>');
  if (!oneChain) return place === 'same site' || place === 'within' ? say('told by another in one report') : null;
  if (later.joined) return say('pointed back to');
  return say(place === 'same site' || place === 'near' ? 'told apart by one chain' : 'one chain, wider place');
}
const first = (m: Mention): number => m.evidence[0]?.[0] ?? 0;
