/** Something seen in training: what speaks for it, and whether it is right. */
export interface Example {
  features: string[];
  right: boolean;
}

/** How a model is fitted: rounds over the examples, size of a step, what holds weights at nought, fewest examples of a feature. */
export interface Fit {
  rounds: number;
  step: number;
  lasso: number;
  least: number;
}

/** The same order on every machine. */
function shuffled(n: number, seed: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  let state = seed;
  for (let i = n - 1; i > 0; i--) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const j = Math.floor((state / 2147483648) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Features seen often enough, by number. */
function numbered(examples: readonly Example[], least: number): Map<string, number> {
  const seen = new Map<string, number>();
  for (const e of examples) for (const f of e.features) seen.set(f, (seen.get(f) ?? 0) + 1);
  const ids = new Map<string, number>();
  for (const [f, n] of seen) if (n >= least) ids.set(f, ids.size);
  return ids;
}

/** One weight per feature, held at nought until enough speaks for it (FTRL-proximal; McMahan et al., KDD 2013). */
class Proximal {
  readonly #z: Float64Array;
  readonly #n: Float64Array;
  readonly #how: Fit;

  constructor(size: number, how: Fit) {
    [this.#z, this.#n, this.#how] = [new Float64Array(size), new Float64Array(size), how];
  }

  weight(k: number): number {
    const z = this.#z[k]!;
    const { lasso, step } = this.#how;
    return Math.abs(z) <= lasso ? 0 : -(z - Math.sign(z) * lasso) / ((1 + Math.sqrt(this.#n[k]!)) / step + 1);
  }

  learn(x: Int32Array, right: boolean): void {
    const w = Array.from(x, (k) => this.weight(k));
    const gradient = 1 / (1 + Math.exp(-w.reduce((a, b) => a + b, 0))) - (right ? 1 : 0);
    x.forEach((k, j) => {
      const n = this.#n[k]!;
      const sigma = (Math.sqrt(n + gradient ** 2) - Math.sqrt(n)) / this.#how.step;
      this.#z[k] = this.#z[k]! + gradient - sigma * w[j]!;
      this.#n[k] = n + gradient ** 2;
    });
  }
}

/** Logistic regression: weights of the features, two decimals, those near nought left out. */
export function fit(examples: readonly Example[], how: Fit): Map<string, number> {
  const ids = numbered(examples, how.least);
  const rows = examples.map((e) => Int32Array.from(e.features.flatMap((f) => ids.get(f) ?? [])));
  const model = new Proximal(ids.size, how);
  for (let round = 0; round < how.rounds; round++)
    for (const i of shuffled(rows.length, round + 1)) model.learn(rows[i]!, examples[i]!.right);
  const out = new Map<string, number>();
  for (const [f, k] of ids) {
    const w = Math.round(model.weight(k) * 100) / 100;
    if (Math.abs(w) >= 0.05) out.set(f, w);
  }
  return out;
}
