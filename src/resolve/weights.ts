/**
 * Weights in bits, log2 of P(agreement | one incident) / P(agreement | two), after Fellegi and Sunter 1969. Estimated from the
 * label guide and rounded to half bits; evals/train/linking.ts holds them against gold, where weights learnt say no more of
 * pairs that they have not seen (docs/decisions/0010).
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
  /** A country holds them all. */
  'within a country': 0,
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
/** Odds of two to one: groups join while some pair of theirs speaks for it this much. On gold 199 of 214 pairs of claims from here on are one incident. */
export const MAYBE = 1;
/** Odds of 16 to 1: the link stands when only sure ones do. On gold all 129 pairs of claims from here on are one incident (90 %: 97.9 … 100), and 35 of 36 of the bit below. */
export const SURE = 4;

/** Names of what two mentions agree or differ in, as reasons show them. */
export type Named = Exclude<keyof typeof WEIGHTS, 'timeSpan' | 'timeLeast' | 'timeMost'>;
