import { score } from '../../src/extract/text/weights.ts';
import { fit, type Fit, type Question, type Seen } from './logistic.ts';

/** A model as the data file has it: `bias`, and weight -> features. */
export interface Written {
  bias: number;
  weights: Record<string, string>;
}

export interface How extends Fit {
  /** Whether the answers of a text are of one question, of which one is right. */
  choice?: boolean;
}

/** What every answer has that stands alone. */
const BIAS = 'bias';

/** Weights to one decimal, those near nought left out. */
function written(weights: ReadonlyMap<string, number>): Written {
  const by = new Map<string, string[]>();
  for (const [f, weight] of weights) {
    const w = weight.toFixed(1);
    if (f !== BIAS && Number(w) !== 0) by.set(w, [...(by.get(w) ?? []), f]);
  }
  const sorted = [...by].sort((a, b) => Number(b[0]) - Number(a[0]));
  return {
    bias: Math.round((weights.get(BIAS) ?? 0) * 100) / 100,
    weights: Object.fromEntries(sorted.map(([w, features]) => [w, features.sort().join(' ')])),
  };
}

const FOLDS = 5;
const foldOf = (text: number): number => (text * 7919) % FOLDS;

/**
 * Learns on all texts, and scores every text by a model that has not seen it, so that what is learnt from these scores
 * holds for new texts. `seen` gives the answers of a text, `keep` takes how its model scores.
 */
export function crossed(
  texts: number,
  how: How,
  seen: (text: number) => readonly Seen[],
  keep: (text: number, of: (features: readonly string[]) => number) => void,
): Written {
  const asked = Array.from({ length: texts }, (_, i): Question[] =>
    how.choice ? [seen(i)] : seen(i).map((a) => [{ ...a, features: [...a.features, BIAS] }]),
  );
  const bias = (weights: ReadonlyMap<string, number>): number => weights.get(BIAS) ?? 0;
  for (let k = 0; k < FOLDS; k++) {
    const weights = fit(asked.filter((_, i) => foldOf(i) !== k).flat(), how);
    for (let i = 0; i < texts; i++)
      if (foldOf(i) === k) keep(i, (features) => bias(weights) + score(weights, features));
  }
  return written(fit(asked.flat(), how));
}
