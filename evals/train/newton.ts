/** An example: values of its features in order, and whether it is so. */
export interface Example {
  x: readonly number[];
  is: boolean;
}

/** Where the weights lie before anything is seen, and how many bits of doubt (as variance) there are about each. */
export interface Prior {
  mean: readonly number[];
  variance: readonly number[];
}

/** Logistic regression with a normal prior on every weight, by Newton's method: dense features, a few dozen at most. */
export function newton(examples: readonly Example[], prior: Prior, rounds = 50): number[] {
  let w = [...prior.mean];
  let loss = lossOf(w, examples, prior);
  for (let round = 0; round < rounds; round++) {
    const step = solve(...bend(w, examples, prior));
    let [next, size] = [w, 1];
    // A whole step may overshoot where all is nearly certain: halve it until it helps.
    do {
      next = w.map((v, i) => v - size * step[i]!);
      size /= 2;
    } while (lossOf(next, examples, prior) > loss && size > 1e-6);
    const better = loss - lossOf(next, examples, prior);
    if (better < 1e-9) break;
    [w, loss] = [next, loss - better];
  }
  return w;
}

/** Surprise of the examples and of the weights. */
function lossOf(w: readonly number[], examples: readonly Example[], { mean, variance }: Prior): number {
  const doubt = w.reduce((t, v, i) => t + (v - mean[i]!) ** 2 / variance[i]! / 2, 0);
  return examples.reduce((t, { x, is }) => t + softplus(is ? -dot(w, x) : dot(w, x)), doubt);
}

/** Second and first derivatives of the loss. */
function bend(w: readonly number[], examples: readonly Example[], { mean, variance }: Prior): [number[][], number[]] {
  const slope = w.map((v, i) => (v - mean[i]!) / variance[i]!);
  const matrix = w.map((_, i) => w.map((__, j) => (i === j ? 1 / variance[i]! : 0)));
  for (const { x, is } of examples) {
    const p = chance(dot(w, x));
    x.forEach((v, i) => {
      if (v === 0) return;
      slope[i]! += (p - (is ? 1 : 0)) * v;
      x.forEach((u, j) => (matrix[i]![j]! += p * (1 - p) * v * u));
    });
  }
  return [matrix, slope];
}

/** log(1 + e^z) without overflow. */
export const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
export const dot = (w: readonly number[], x: readonly number[]): number => w.reduce((t, v, i) => t + v * x[i]!, 0);
export const chance = (z: number): number => 1 / (1 + Math.exp(-z));

/** Gaussian elimination with pivots; the matrix is positive definite here. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((r, i) => [...r, right[i]!]);
  const n = rows.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    for (let r = c + 1; r < n; r++) {
      const by = rows[r]![c]! / rows[c]![c]!;
      if (by !== 0) for (let k = c; k <= n; k++) rows[r]![k]! -= by * rows[c]![k]!;
    }
  }
  const out = new Array<number>(n).fill(0);
  for (let r = n - 1; r >= 0; r--) {
    let v = rows[r]![n]!;
    for (let k = r + 1; k < n; k++) v -= rows[r]![k]! * out[k]!;
    out[r] = v / rows[r]![r]!;
  }
  return out;
}
