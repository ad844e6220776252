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

  /** Every phrase that starts at token `i`. Depth is bounded by the longest phrase, breadth by readings per word. */
  at(tokens: readonly Token[], i: number, out: Found<T>[]): void {
    this.#walk(this.#root, tokens, i, i, out);
  }

  #walk(node: Node<T>, tokens: readonly Token[], from: number, i: number, out: Found<T>[]): void {
    for (const value of node.values) out.push({ from, to: i, value });
    if (!node.next || i >= tokens.length) return;
    const form = tokens[i]!.form;
    for (const id of form.ids) {
      const step = node.next.get(id);
      if (step) this.#walk(step, tokens, from, i + 1, out);
    }
  }
}
