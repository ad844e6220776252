import { contradicts } from '../model/bound.ts';
import type { Weapon } from '../model/codes.ts';
import type { Facts, Lookup } from './facts.ts';
import { resemblance } from './shingles.ts';
import type { Relation } from './sites.ts';
import type { Named } from './weights.ts';

/** Two mentions beside each other: how their places stand, and where to look up the rest. */
export interface Beside {
  place: Relation;
  lookup: Lookup;
}

/** What a comparison finds; null = nothing said on one side, which says nothing. */
export interface Comparison {
  find(a: Facts, b: Facts, beside: Beside): Named | null;
  /** Which values agree or differ, for people to read. */
  note?(a: Facts, b: Facts, beside: Beside, found: Named): string | undefined;
}

const LIKE: readonly (readonly Weapon[])[] = [
  ['rocket', 'missile', 'mortar'],
  ['aircraft', 'bomb', 'missile'],
];
const REMOTE = ['Air/drone strike', 'Shelling/artillery/missile attack', 'Suicide bomb'];
const FORCE: ReadonlySet<string> = new Set([
  ...REMOTE,
  'Remote explosive/landmine/IED',
  'Grenade',
  'Armed clash',
  'Attack',
]);

const where: Comparison = {
  find(a, b, { place, lookup }) {
    if (place === 'different site') return null;
    if (place !== 'within') return place;
    return lookup.isCountry(a.mention.site) || lookup.isCountry(b.mention.site) ? 'within a country' : 'within';
  },
  note: (a, b, { place }) => (place === 'within' ? undefined : (a.mention.site ?? b.mention.site ?? undefined)),
};

const weapon: Comparison = {
  find({ weapons: x }, { weapons: y }) {
    if (!x.length || !y.length) return null;
    if (x.some((w) => y.includes(w))) return 'same weapon';
    const like = LIKE.some((kin) => x.some((w) => kin.includes(w)) && y.some((w) => kin.includes(w)));
    return like ? 'like weapon' : 'other weapon';
  },
  note: ({ weapons: x }, { weapons: y }, _, found) =>
    found === 'same weapon' ? x.filter((w) => y.includes(w)).join(', ') : `${x.join(', ')} / ${y.join(', ')}`,
};

const munitions: Comparison = {
  find(a, b) {
    const [x, y] = [a.mention.munitions, b.mention.munitions];
    if (!x || !y || a.several || b.several) return null;
    if (contradicts(x, y)) return 'other munitions';
    return x.low !== null && x.low === x.high && y.low === x.low && y.high === x.high ? 'same munitions' : null;
  },
};

/** Party that both name as having done it. */
function shared(a: Facts, b: Facts): string | undefined {
  for (const { party } of a.perpetrators.known)
    for (const other of b.perpetrators.known) if (other.party === party) return party;
  return undefined;
}

const perpetrator: Comparison = {
  find(a, b, { lookup }) {
    if (!a.perpetrators.known.length || !b.perpetrators.known.length) return null;
    const party = shared(a, b);
    if (party === undefined) return 'other perpetrator';
    return lookup.isState(party) ? 'same striking state' : 'same perpetrator';
  },
  note: (a, b) => shared(a, b),
};

const target: Comparison = {
  find({ targets: x }, { targets: y }) {
    if (x.ids.some((s) => y.ids.includes(s))) return 'same target';
    if (!x.known.length || !y.known.length) return null;
    const one = x.known.some((s) => y.known.some((t) => s.party === t.party || s.commands.has(t.party)));
    return one ? 'same target' : 'other target';
  },
};

const event: Comparison = {
  find({ mention: { event: x } }, { mention: { event: y } }) {
    if (x === y) return 'same event';
    return FORCE.has(x) && FORCE.has(y) ? 'other event' : 'other kind of event';
  },
  note: (a, b, _, found) => (found === 'same event' ? a.mention.event : `${a.mention.event} / ${b.mention.event}`),
};

const outcome: Comparison = {
  find({ mention: { outcome: x } }, { mention: { outcome: y } }) {
    if (x === 'unknown' || y === 'unknown') return null;
    return x === y ? 'same outcome' : 'other outcome';
  },
};

const list: Comparison = {
  find(a, b) {
    if (!a.several || !b.several) return null;
    return a.mention.k === b.mention.k ? 'same place in the list' : 'other place in the list';
  },
};

/** Inside one report the way it is told decides most. */
const inOneReport: Comparison = {
  find(a, b, { place }) {
    if (a.mention.report_id !== b.mention.report_id) return null;
    const later = (a.first <= b.first ? b : a).mention;
    if (later.parted) return 'parted by the words';
    if (a.chain !== b.chain)
      return place === 'same site' || place === 'within' ? 'told by another in one report' : null;
    if (later.joined) return 'pointed back to';
    return place === 'same site' || place === 'near' ? 'told apart by one chain' : 'one chain, wider place';
  },
};

const percent = (a: Facts, b: Facts): string =>
  `${Math.round(100 * resemblance(a.mention.shingles, b.mention.shingles))} %`;

/** The dearest one: it reads all words of both. */
export const text: Comparison = {
  find({ mention: a }, { mention: b }) {
    if (a.report_id === b.report_id) return null;
    const share = resemblance(a.shingles, b.shingles);
    if (share >= 0.5) return 'shared text';
    if (share >= 0.2) return 'some shared text';
    return a.voice === b.voice ? 'same voice' : null;
  },
  note: (a, b, _, found) => (found === 'same voice' ? a.mention.voice : percent(a, b)),
};

/** All but that of the words, in the order in which reasons are shown. */
export const COMPARISONS: readonly Comparison[] = [
  where,
  weapon,
  munitions,
  perpetrator,
  target,
  event,
  outcome,
  list,
  inOneReport,
];
