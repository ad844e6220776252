/** An answer seen in training: what speaks for it, whether it is right, how much it weighs. */
export interface Seen {
  features: readonly string[];
  is: boolean;
  weight?: number;
}

/** Answers of which one is right (or several are, alike), or one alone that is right or not. */
export type Question = readonly Seen[];

export interface Fit {
  rounds: number;
  rate: number;
  /** Strength of the L1 penalty, by which most weights become nothing. */
  sparse: number;
  /** Fewest answers of a feature. */
  least: number;
  /** Whether a feature may be learnt; all may unless told. */
  may?: (feature: string) => boolean;
}

/** Features that may be learnt, by number. */
function numbered(questions: readonly Question[], { least, may = () => true }: Fit): Map<string, number> {
  const counts = new Map<string, number>();
  for (const q of questions) for (const a of q) for (const f of a.features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const ids = new Map<string, number>();
  for (const [f, n] of counts) if (n >= least && may(f)) ids.set(f, ids.size);
  return ids;
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

/** How far the chance of every answer lies above what is wanted: yes or no of one alone, else all on the right ones. */
function slopes(question: Question, z: readonly number[]): number[] {
  if (question.length === 1) return [1 / (1 + Math.exp(-z[0]!)) - (question[0]!.is ? 1 : 0)];
  const most = Math.max(...z);
  const e = z.map((x) => Math.exp(x - most));
  const all = e.reduce((a, b) => a + b, 0);
  const right = e.reduce((a, b, i) => a + (question[i]!.is ? b : 0), 0);
  return e.map((x, i) => (right === 0 ? 0 : x / all - (question[i]!.is ? x / right : 0)));
}

/** One weight per feature, by AdaGrad (Duchi 2011) with a lazily applied L1 penalty. */
class Weighing {
  readonly #weights: Float64Array;
  readonly #squares: Float64Array;
  readonly #seen: Int32Array;
  readonly #how: Fit;
  #step = 0;

  constructor(size: number, how: Fit) {
    [this.#weights, this.#squares] = [new Float64Array(size), new Float64Array(size).fill(1e-3)];
    [this.#seen, this.#how] = [new Int32Array(size), how];
  }

  /** The weight as it stands once the penalty of all steps since it was last asked for is paid. */
  weight(j: number): number {
    const { rate, sparse } = this.#how;
    const by = (rate / Math.sqrt(this.#squares[j]!)) * sparse * (this.#step - this.#seen[j]!);
    const w = this.#weights[j]!;
    this.#seen[j] = this.#step;
    return (this.#weights[j] = w > 0 ? Math.max(0, w - by) : Math.min(0, w + by));
  }

  learn(question: Question, rows: readonly Int32Array[]): void {
    const z = rows.map((row) => row.reduce((sum, j) => sum + this.weight(j), 0));
    slopes(question, z).forEach((s, n) => {
      const slope = s * (question[n]!.weight ?? 1);
      if (Math.abs(slope) >= 1e-4) for (const j of rows[n]!) this.#move(j, slope);
    });
    this.#step++;
  }

  #move(j: number, slope: number): void {
    this.#squares[j]! += slope * slope;
    this.#weights[j]! -= (this.#how.rate / Math.sqrt(this.#squares[j]!)) * slope;
  }
}

/** Logistic regression: the weights of the features that have any; there is no bias but what a feature of all answers gives. */
export function fit(questions: readonly Question[], how: Fit): Map<string, number> {
  const ids = numbered(questions, how);
  const rows = questions.map((q) => q.map((a) => Int32Array.from(a.features.flatMap((f) => ids.get(f) ?? []))));
  const model = new Weighing(ids.size, how);
  const random = dice();
  const order = Int32Array.from(questions, (_, i) => i);
  for (let round = 0; round < how.rounds; round++) {
    shuffle(order, random);
    for (const i of order) model.learn(questions[i]!, rows[i]!);
  }
  return new Map([...ids].map(([f, j]): [string, number] => [f, model.weight(j)]).filter(([, w]) => w !== 0));
}
