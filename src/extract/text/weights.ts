/** Weights of a linear model by the name of what speaks for or against; what is not named weighs nothing. */
export type Weights = ReadonlyMap<string, number>;

/** Chance, 0 to 1, that the features hold of something right: logistic regression. */
export function chance(weights: Weights, features: readonly string[]): number {
  return 1 / (1 + Math.exp(-score(weights, features)));
}

/** Sum of the weights of the features: the log of the odds. */
export function score(weights: Weights, features: readonly string[]): number {
  let sum = 0;
  for (const f of features) sum += weights.get(f) ?? 0;
  return sum;
}
