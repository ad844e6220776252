const record = (v: unknown): Record<string, unknown> =>
  v !== null && typeof v === 'object' && !Array.isArray(v) ? (v as Record<string, unknown>) : {};

/**
 * A log-linear model over named features, as data: `bias`, and `weights` as weight -> features that have it,
 * parted by spaces. What has no weight says nothing.
 */
export class Linear {
  readonly #bias: number;
  readonly #weights = new Map<string, number>();

  constructor(data: unknown) {
    const { bias, weights } = record(data);
    this.#bias = typeof bias === 'number' ? bias : -Infinity;
    for (const [weight, features] of Object.entries(record(weights)))
      for (const f of String(features).split(' ')) this.#weights.set(f, Number(weight));
  }

  /** Log odds of what the model was taught, given these features; without a model nothing is likely. */
  score(features: Iterable<string>): number {
    let z = this.#bias;
    for (const f of features) z += this.#weights.get(f) ?? 0;
    return z;
  }
}
