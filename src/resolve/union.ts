/** Disjoint sets over 0…n−1; the root of a set is its smallest member, so that order of joining leaves no trace. */
export class Union {
  readonly #up: number[];

  constructor(n: number) {
    this.#up = Array.from({ length: n }, (_, i) => i);
  }

  find(i: number): number {
    let root = i;
    while (this.#up[root] !== root) root = this.#up[root]!;
    for (let at = i; at !== root;) {
      const next = this.#up[at]!;
      this.#up[at] = root;
      at = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x !== y) this.#up[Math.max(x, y)] = Math.min(x, y);
  }

  /** The sets, each in ascending order, by smallest member. */
  sets(): number[][] {
    const sets = new Map<number, number[]>();
    this.#up.forEach((_, i) => {
      const root = this.find(i);
      const set = sets.get(root);
      if (set) set.push(i);
      else sets.set(root, [i]);
    });
    return [...sets.values()];
  }
}
