import type { Reason } from '../model/incident.ts';
import { DAY } from '../model/instant.ts';
import { meets, width } from '../model/interval.ts';
import type { Mention } from '../model/mention.ts';
import { COMPARISONS, text, type Comparison } from './comparisons.ts';
import { Lookup, type Facts, type World } from './facts.ts';
import { FLOOR, SURE, WEIGHTS, type Named } from './weights.ts';
import type { Relation } from './sites.ts';

/** Why two mentions cannot be one incident whatever else agrees; a person's POSITIVE alone overrides it. */
export type Bar = 'one claim' | 'times do not meet' | 'different site' | 'roles reversed' | 'told apart in one report';

export interface Evidence {
  score: number;
  reasons: readonly Reason[];
  /** Set when the pair is barred; `score` is then -Infinity. */
  bar: Bar | null;
}

/** What speaks for and against two mentions being one incident; the same whichever comes first. */
export function evidence(x: Mention, y: Mention, world: World, lookup = new Lookup(world)): Evidence {
  const [a, b] = ordered(lookup.facts(x), lookup.facts(y));
  const place = lookup.relation(a.mention.site, b.mention.site);
  const bar = barred(a, b, place);
  if (bar) return { score: -Infinity, reasons: [{ name: bar, weight: -Infinity }], bar };
  const reasons: Reason[] = [
    { name: 'prior', weight: WEIGHTS.prior },
    { name: 'times meet', weight: time(a, b) },
  ];
  for (const comparison of ALL) {
    const found = comparison.find(a, b, { place, lookup });
    if (!found) continue;
    const note = comparison.note?.(a, b, { place, lookup }, found);
    reasons.push({ name: found, weight: WEIGHTS[found], ...(note ? { note } : {}) });
  }
  return { score: reasons.reduce((sum, r) => sum + r.weight, 0), reasons, bar: null };
}

const ALL: readonly Comparison[] = [...COMPARISONS, text];

/** The most that words can speak for one incident. */
const WORDS: number = Math.max(WEIGHTS['shared text'], WEIGHTS['some shared text'], WEIGHTS['same voice'], 0);

/** The score of `evidence` alone, and whether it is sure; null when it lies below FLOOR. Nothing is made for people to read. */
export function weigh(x: Facts, y: Facts, lookup: Lookup): { score: number; sure: boolean } | null {
  const place = lookup.relation(x.mention.site, y.mention.site);
  if (barred(x, y, place)) return null;
  const a = x.key < y.key ? x : y;
  const b = a === x ? y : x;
  const beside = { place, lookup };
  let score = WEIGHTS.prior + time(a, b);
  for (const { find } of COMPARISONS) score += weightOf(find(a, b, beside));
  if (score + WORDS < FLOOR) return null;
  const words = text.find(a, b, beside);
  score += weightOf(words);
  return score < FLOOR ? null : { score, sure: score >= SURE || words === 'shared text' };
}

const weightOf = (found: Named | null): number => (found === null ? 0 : WEIGHTS[found]);
const ordered = (a: Facts, b: Facts): [Facts, Facts] => (a.key < b.key ? [a, b] : [b, a]);

function barred(a: Facts, b: Facts, place: Relation): Bar | null {
  const x = a.mention;
  const y = b.mention;
  if (place === 'different site') return 'different site';
  if (x.report_id === y.report_id && x.claim_no === y.claim_no) return 'one claim';
  if (!meets(x, y)) return 'times do not meet';
  return reversed(a, b) || reversed(b, a) ? 'roles reversed' : null;
}

/** Whether who strikes in one is who is struck in the other: a state's strike and an attack on its forces. */
const reversed = (a: Facts, b: Facts): boolean =>
  a.strikers.some((party) => b.targets.commands.has(party) && !a.targets.commands.has(party));

/** The narrower both are, the less likely they meet by chance; to half bits. */
function time(a: Facts, b: Facts): number {
  const days = (width(a.mention) + width(b.mention)) / DAY;
  const bits = Math.log2(WEIGHTS.timeSpan / Math.max(days, 1 / 24));
  return Math.round(2 * Math.max(WEIGHTS.timeLeast, Math.min(WEIGHTS.timeMost, bits))) / 2;
}
