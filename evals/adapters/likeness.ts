/** How alike texts are by their words: cosine of their tf-idf vectors, for all pairs that share any. */
export class Likeness {
  readonly #vectors: ReadonlyMap<string, number>[];
  readonly #holders = new Map<string, [number, number][]>();

  /** `texts`: how often each text says each word. Words that most texts say weigh next to nothing. */
  constructor(texts: readonly ReadonlyMap<string, number>[]) {
    const said = new Map<string, number>();
    for (const t of texts) for (const w of t.keys()) said.set(w, (said.get(w) ?? 0) + 1);
    const rarity = (w: string): number => Math.log((texts.length + 1) / (said.get(w)! + 1));
    this.#vectors = texts.map((t) => {
      const raw = [...t].map(([w, n]): [string, number] => [w, (1 + Math.log(n)) * rarity(w)]);
      const length = Math.sqrt(raw.reduce((s, [, v]) => s + v * v, 0)) || 1;
      return new Map(raw.map(([w, v]) => [w, v / length]));
    });
    this.#vectors.forEach((v, i) => {
      for (const [w, value] of v) (this.#holders.get(w) ?? this.#holders.set(w, []).get(w)!).push([i, value]);
    });
  }

  /** Cosine of a text with every text, 0 … 1. */
  with(i: number): Float64Array {
    const out = new Float64Array(this.#vectors.length);
    for (const [w, v] of this.#vectors[i]!) for (const [j, u] of this.#holders.get(w)!) out[j]! += v * u;
    return out;
  }
}

/** How often a text says each of these. */
export function counted(words: Iterable<string>): Map<string, number> {
  const out = new Map<string, number>();
  for (const w of words) out.set(w, (out.get(w) ?? 0) + 1);
  return out;
}
