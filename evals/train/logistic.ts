/** One labelled item: indices of its features, whether it is one, how much it weighs. */
export interface Example {
  features: Int32Array;
  is: boolean;
  weight?: number;
}

export interface Fitted {
  bias: number;
  weights: Float64Array;
}

export interface Options {
  rounds?: number;
  rate?: number;
  /** Strength of the L1 penalty, by which most weights become nothing. */
  sparse?: number;
}

/** A plain generator of numbers in [0, 1), so that training gives the same file every time (Numerical Recipes' constants). */
function dice(): () => number {
  let s = 1;
  return () => (s = (Math.imul(s, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

/** Logistic regression by AdaGrad (Duchi 2011) with a lazily applied L1 penalty. */
export function fit(examples: readonly Example[], size: number, options: Options = {}): Fitted {
  const { rounds = 10, rate = 0.05, sparse = 1e-5 } = options;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-3);
  const seen = new Int32Array(size);
  const random = dice();
  const order = Int32Array.from(examples, (_, i) => i);
  let [bias, biasSquares, step] = [0, 1e-3, 0];
  const shrink = (j: number): void => {
    const by = (rate / Math.sqrt(squares[j]!)) * sparse * (step - seen[j]!);
    const w = weights[j]!;
    weights[j] = w > 0 ? Math.max(0, w - by) : Math.min(0, w + by);
    seen[j] = step;
  };
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const k of order) {
      step++;
      const { features, is, weight = 1 } = examples[k]!;
      let z = bias;
      for (const j of features) {
        if (seen[j] !== step) shrink(j);
        z += weights[j]!;
      }
      const slope = (1 / (1 + Math.exp(-z)) - (is ? 1 : 0)) * weight;
      if (Math.abs(slope) < 1e-4) continue;
      biasSquares += slope * slope;
      bias -= (rate / Math.sqrt(biasSquares)) * slope;
      for (const j of features) {
        squares[j]! += slope * slope;
        weights[j]! -= (rate / Math.sqrt(squares[j]!)) * slope;
      }
    }
  }
  for (let j = 0; j < size; j++) shrink(j);
  return { bias, weights };
}

export function odds(model: Fitted, features: Int32Array): number {
  let z = model.bias;
  for (const j of features) z += model.weights[j]!;
  return z;
}
