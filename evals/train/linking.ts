/**
 * `npx tsx evals/train/linking.ts`: holds the weights of src/resolve/weights.ts against the open part of the gold corpus.
 * Every two claims that could meet are an example; what is seen there moves the weights in force as far as it can bear.
 * Reports are left out a fold at a time: what is learnt is worth shipping only where it says more of pairs that it has not
 * seen. Prints that, what the thresholds are worth, and the weights.
 */
import { mentionKey, type Mention } from '../../src/model/mention.ts';
import { evidence } from '../../src/resolve/evidence.ts';
import type { World } from '../../src/resolve/facts.ts';
import { inOrder } from '../../src/resolve/order.ts';
import { WEIGHTS, type Named } from '../../src/resolve/weights.ts';
import { goldMentions } from '../adapters/gold-mentions.ts';
import { dot, newton, softplus, type Example } from './newton.ts';

const FOLDS = 6;
/** Doubt about a judged weight, in bits: as much as an estimate by hand is out. */
const DOUBT = 0.5;

/** Two claims that could speak of one incident, what is known of them, and in which folds their reports lie. */
interface Pair extends Example {
  folds: readonly [number, number];
}

const NAMES = (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).filter((n): n is Named => !n.startsWith('time'));
const { mentions, incident, world } = await goldMentions();

function grouped(all: readonly Mention[]): Map<string, Mention[]> {
  const claims = new Map<string, Mention[]>();
  for (const m of all) {
    const key = `${m.report_id}.${m.claim_no}`;
    claims.set(key, [...(claims.get(key) ?? []), m]);
  }
  return claims;
}

/**
 * One example for two claims, whatever number of incidents they tell of: one incident when they share any. Which of several
 * is which is no question of the evidence, so what the order of a list says stays as judged.
 */
function pairsOf(all: readonly Mention[], world: World): Pair[] {
  const reports = [...new Set(all.map((m) => m.report_code))].sort();
  const fold = (m: Mention): number => reports.indexOf(m.report_code) % FOLDS;
  const claims = grouped(all);
  const told = [...claims.values()].map((of) => ({
    of,
    incidents: new Set(of.map((m) => incident.get(mentionKey(m)))),
  }));
  return told.flatMap((b, i) =>
    told.slice(0, i).flatMap((a): Pair[] => {
      const { bar, reasons } = evidence(a.of[0]!, b.of[0]!, world);
      if (bar) return [];
      const said = new Set(reasons.map((r) => r.name));
      const fixed = reasons.find((r) => r.name === 'times meet')!.weight;
      const x = [...NAMES.map((n) => (said.has(n) && !n.endsWith('in the list') ? 1 : 0)), fixed];
      const is = [...a.incidents].some((id) => b.incidents.has(id));
      return [{ x, is, folds: [fold(a.of[0]!), fold(b.of[0]!)] }];
    }),
  );
}

/** Weights in nats, the last of them that of the intervals, which stays as it is. */
const PRIOR = {
  mean: [...NAMES.map((n) => WEIGHTS[n] * Math.LN2), Math.LN2],
  variance: [...NAMES.map(() => (DOUBT * Math.LN2) ** 2), 1e-6],
};
const learnt = (pairs: readonly Pair[]): number[] => newton(pairs, PRIOR);
const bits = (weights: readonly number[], p: Pair): number => dot(weights, p.x) / Math.LN2;

/** Wilson's interval of a share, 90 %. */
function wilson(right: number, of: number): string {
  const z = 1.645;
  const [p, n] = [right / of, of];
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const reach = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return `${(100 * (middle - reach)).toFixed(1)} … ${(100 * Math.min(1, middle + reach)).toFixed(1)} %`;
}

/** Mean surprise in bits a pair: what the scores are worth as chances. */
const surprise = (pairs: readonly Scored[]): number =>
  pairs.reduce((t, { is, score }) => t + softplus((is ? -score : score) * Math.LN2) / Math.LN2, 0) / pairs.length;

interface Scored {
  is: boolean;
  score: number;
}

/** How many of the pairs from each whole bit on are one incident. */
function thresholds(scored: readonly Scored[]): string[] {
  return Array.from({ length: 11 }, (_, i) => {
    const from = scored.filter((p) => p.score >= i - 3);
    const band = from.filter((p) => p.score < i - 2);
    const [right, here] = [from, band].map((l) => l.filter((p) => p.is).length);
    return `${i - 3}: ${right} of ${from.length} (${wilson(right!, from.length)}) · this bit: ${here} of ${band.length}`;
  });
}

const pairs = pairsOf(inOrder(mentions), world);
const asShipped = (p: Pair): Scored => ({ is: p.is, score: bits(PRIOR.mean, p) });
const unseen = Array.from({ length: FOLDS }, (_, k) => {
  const weights = learnt(pairs.filter((p) => !p.folds.includes(k)));
  const held = pairs.filter((p) => p.folds.includes(k));
  const scored = held.map((p): Scored => ({ is: p.is, score: bits(weights, p) }));
  const [ours, theirs] = [scored, held.map(asShipped)].map((of) => surprise(of).toFixed(3));
  console.log(`fold ${k + 1}: ${held.length} pairs unseen · surprise ${ours} learnt, ${theirs} as shipped`);
  return held.map((p, i) => ({ shipped: asShipped(p), learnt: scored[i]! }));
}).flat();
const [after, before] = [unseen.map((u) => u.learnt), unseen.map((u) => u.shipped)].map((of) =>
  surprise(of).toFixed(3),
);
console.log(`all folds: surprise ${after} learnt, ${before} as shipped; what is learnt ships where it surprises less`);

console.log('as shipped, from bits on: pairs, of them one incident (90 %)');
for (const line of thresholds(pairs.map(asShipped))) console.log(line);
console.log('learnt, pairs unseen (a pair of two folds counts twice):');
for (const line of thresholds(unseen.map((u) => u.learnt))) console.log(line);

/** To half bits; what agrees never speaks against one incident, what differs never for it. */
function shipped(name: Named, nats: number): number {
  const bits = Math.round((2 * nats) / Math.LN2) / 2;
  if (name.startsWith('same')) return Math.max(0, bits);
  return name.startsWith('other') ? Math.min(0, bits) : bits;
}

const all = learnt(pairs);
console.log('name: as shipped → learnt, to half bits (times seen: same, other)');
NAMES.forEach((n, i) => {
  const seen = pairs.filter((p) => p.x[i] === 1);
  const same = seen.filter((p) => p.is).length;
  console.log(`${n}: ${WEIGHTS[n]} → ${shipped(n, all[i]!)} (${same}, ${seen.length - same})`);
});
