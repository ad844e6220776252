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

/** Told of every phrase found: its value, and the token after it. */
type Tell<T> = (value: T, to: number) => void;

/** Phrases of vocabulary ids; finds all that start at a token, over every reading of each word. */
export class Trie<T> {
  /** First words by their id: most words begin no phrase, and an array says so at once. */
  readonly #first: (Node<T> | undefined)[] = [];

  /** The values of a phrase, to look through and to add to. */
  of(ids: readonly number[]): T[] {
    let node = (this.#first[ids[0]!] ??= { next: null, values: [] });
    for (let i = 1; i < ids.length; i++) {
      node.next ??= new Map();
      let step = node.next.get(ids[i]!);
      if (!step) node.next.set(ids[i]!, (step = { next: null, values: [] }));
      node = step;
    }
    return node.values;
  }

  /** Tells every phrase that starts at token `from`. Depth is bounded by the longest phrase, breadth by readings per word. */
  each(tokens: readonly Token[], from: number, tell: Tell<T>): void {
    const { ids } = tokens[from]!.form;
    for (let k = 0; k < ids.length; k++) {
      const node = this.#first[ids[k]!];
      if (node) walk(node, tokens, from + 1, tell);
    }
  }

  /** The same as a list. */
  at(tokens: readonly Token[], from: number, out: Found<T>[]): void {
    this.each(tokens, from, (value, to) => out.push({ from, to, value }));
  }
}

function walk<T>(node: Node<T>, tokens: readonly Token[], i: number, tell: Tell<T>): void {
  for (let k = 0; k < node.values.length; k++) tell(node.values[k]!, i);
  if (node.next === null || i >= tokens.length) return;
  const { ids } = tokens[i]!.form;
  for (let k = 0; k < ids.length; k++) {
    const step = node.next.get(ids[k]!);
    if (step) walk(step, tokens, i + 1, tell);
  }
}
