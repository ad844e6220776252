import type { Token } from './tokens.ts';

interface Node<T> {
  next: Map<number, Node<T>> | null;
  values: T[];
}

/** What the trie found: a value over tokens [from, to). */
export interface Found<T> {
  from: number;
  to: number;
  value: T;
}

/** Phrases of vocabulary ids; finds all that start at a token, over every reading of each word. */
export class Trie<T> {
  readonly #root: Node<T> = { next: null, values: [] };

  add(ids: readonly number[], value: T): void {
    let node = this.#root;
    for (const id of ids) {
      node.next ??= new Map();
      let step = node.next.get(id);
      if (!step) node.next.set(id, (step = { next: null, values: [] }));
      node = step;
    }
    node.values.push(value);
  }

  /** Every phrase that starts at token `from`. Depth is bounded by the longest phrase, breadth by readings per word. */
  at(tokens: readonly Token[], from: number, out: Found<T>[]): void {
    const walk = (node: Node<T>, i: number): void => {
      for (const value of node.values) out.push({ from, to: i, value });
      if (!node.next || i >= tokens.length) return;
      for (const id of tokens[i]!.form.ids) {
        const step = node.next.get(id);
        if (step) walk(step, i + 1);
      }
    };
    if (tokens[from]!.form.ids.length > 0) walk(this.#root, from);
  }
}
