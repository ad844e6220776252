import { fit, odds, type Example, type Options } from './logistic.ts';

/** Something seen in training: what speaks for it, whether it is right, how much it weighs. */
export interface Seen {
  features: readonly string[];
  is: boolean;
  weight?: number;
}

/** A model as the data file has it: `bias`, and weight -> features. */
export interface Written {
  bias: number;
  weights: Record<string, string>;
}

export interface How extends Options {
  /** Fewest examples of a feature. */
  least: number;
  /** Whether a feature may ship. */
  may: (feature: string) => boolean;
}

function numbered(examples: readonly Seen[], { least, may }: How): Map<string, number> {
  const counts = new Map<string, number>();
  for (const e of examples) for (const f of e.features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const ids = new Map<string, number>();
  for (const [f, n] of counts) if (n >= least && may(f)) ids.set(f, ids.size);
  return ids;
}

/** Weights to one decimal, those near nought left out. */
function written(bias: number, ids: ReadonlyMap<string, number>, weights: Float64Array): Written {
  const by = new Map<string, string[]>();
  for (const [f, j] of ids) {
    const w = weights[j]!.toFixed(1);
    if (Number(w) !== 0) by.set(w, [...(by.get(w) ?? []), f]);
  }
  const sorted = [...by].sort((a, b) => Number(b[0]) - Number(a[0]));
  return {
    bias: Math.round(bias * 100) / 100,
    weights: Object.fromEntries(sorted.map(([w, features]) => [w, features.sort().join(' ')])),
  };
}

const FOLDS = 5;
const foldOf = (text: number): number => (text * 7919) % FOLDS;

/**
 * Learns on all texts, and scores every text by a model that has not seen it, so that what is learnt from these scores
 * holds for new texts. `seen` gives the examples of a text, `score` takes its model.
 */
export function crossed(
  texts: number,
  how: How,
  seen: (text: number) => readonly Seen[],
  score: (text: number, of: (features: readonly string[]) => number) => void,
): Written {
  const all = Array.from({ length: texts }, (_, i) => seen(i));
  const ids = numbered(all.flat(), how);
  const rows: Example[][] = all.map((list) => list.map((e) => ({ ...e, features: encode(ids, e.features) })));
  for (let k = 0; k < FOLDS; k++) {
    const model = fit(rows.filter((_, i) => foldOf(i) !== k).flat(), ids.size, how);
    for (let i = 0; i < texts; i++) if (foldOf(i) === k) score(i, (features) => odds(model, encode(ids, features)));
  }
  const { bias, weights } = fit(rows.flat(), ids.size, how);
  return written(bias, ids, weights);
}

const encode = (ids: ReadonlyMap<string, number>, features: readonly string[]): Int32Array =>
  Int32Array.from(features.flatMap((f) => ids.get(f) ?? []));
