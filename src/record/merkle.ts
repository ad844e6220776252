import { createHash } from 'node:crypto';

/**
 * The Merkle tree of RFC 6962 §2.1 / RFC 9162 §2.1 over SHA-256. `leaves` are always leaf hashes; sizes are counts of
 * leaves. A root fixes the leaves only together with the size, so the two travel as one tree head.
 */
export interface TreeHead {
  size: number;
  root: Uint8Array;
}

const HASH_BYTES = 32;
const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

// The two prefixes keep a leaf from being passed off as a node: without them different lists share a root.
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
export const leafHash = (bytes: Uint8Array): Buffer => sha256(LEAF, bytes);
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const isHash = (h: Uint8Array): boolean => h.length === HASH_BYTES;
// Division, not shifts: `>>` would fold sizes beyond 2³¹ onto small ones.
const isOdd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2);

function mustHold(holds: boolean, what: string): void {
  if (!holds) throw new RangeError(what);
}

/** The tree as it grows: keeps only the roots of its full subtrees, at most one per bit of its size. */
export class CompactRange {
  #size = 0;
  readonly #peaks: Uint8Array[] = [];

  get size(): number {
    return this.#size;
  }

  append(leaf: Uint8Array): void {
    mustHold(isHash(leaf), 'A leaf hash has 32 bytes.');
    let peak: Uint8Array = Uint8Array.from(leaf); // a copy: the caller may reuse its buffer
    for (let n = this.#size; isOdd(n); n = half(n)) peak = nodeHash(this.#peaks.pop()!, peak);
    this.#peaks.push(peak);
    this.#size += 1;
  }

  root(): Buffer {
    const last = this.#peaks.at(-1);
    if (!last) return sha256();
    return Buffer.from(this.#peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last));
  }
}

/** The largest power of two below n: where RFC 6962 splits a list of n ≥ 2. */
function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

function rangeRoot(leaves: readonly Uint8Array[], from: number, to: number): Uint8Array {
  if (to - from === 1) return leaves[from]!;
  const middle = from + splitOf(to - from);
  return nodeHash(rangeRoot(leaves, from, middle), rangeRoot(leaves, middle, to));
}

export function rootOf(leaves: readonly Uint8Array[]): Buffer {
  mustHold(leaves.every(isHash), 'A leaf hash has 32 bytes.');
  return leaves.length === 0 ? sha256() : Buffer.from(rangeRoot(leaves, 0, leaves.length));
}

/** The siblings on the way from leaf `index` to the root of the first `size` leaves, lowest first. */
export function inclusionProof(leaves: readonly Uint8Array[], index: number, size: number): Uint8Array[] {
  mustHold(Number.isInteger(size) && size <= leaves.length, 'The size exceeds the list.');
  mustHold(Number.isInteger(index) && index >= 0 && index < size, 'The index is outside the tree.');
  const proof: Uint8Array[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    proof.push(index < middle ? rangeRoot(leaves, middle, to) : rangeRoot(leaves, from, middle));
    [from, to] = index < middle ? [from, middle] : [middle, to];
  }
  return proof.reverse();
}

/** What shows that the first `m` leaves begin the first `n`, 1 ≤ m ≤ n; nothing can be shown about an empty tree. */
export function consistencyProof(leaves: readonly Uint8Array[], m: number, n: number): Uint8Array[] {
  mustHold(Number.isInteger(n) && n <= leaves.length, 'The size exceeds the list.');
  mustHold(Number.isInteger(m) && m >= 1 && m <= n, 'The first size must be between 1 and the second.');
  const proof: Uint8Array[] = [];
  let [from, to] = [0, n];
  while (m < to) {
    const middle = from + splitOf(to - from);
    proof.push(m <= middle ? rangeRoot(leaves, middle, to) : rangeRoot(leaves, from, middle));
    [from, to] = m <= middle ? [from, middle] : [middle, to];
  }
  // The verifier already has the old root; what remains of it is owed only when the old tree was not one full subtree.
  if (from > 0) proof.push(rangeRoot(leaves, from, to));
  return proof.reverse();
}

const isSize = (n: number): boolean => Number.isSafeInteger(n) && n >= 1;

/** Whether `leaf` stands at `index` under `head` (RFC 9162 §2.1.3.2); false on anything malformed, never an error. */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  head: TreeHead,
  proof: readonly Uint8Array[],
): boolean {
  if (!isSize(head.size) || !isSize(index + 1) || index >= head.size) return false;
  if (![leaf, head.root, ...proof].every(isHash)) return false;
  let [at, last, hash] = [index, head.size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(sibling, hash);
      // A node at the right edge without a sibling moves up unchanged.
      for (; !isOdd(at) && at > 0; at = half(at)) last = half(last);
    } else hash = nodeHash(hash, sibling);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && same(hash, head.root);
}

/** Whether `newer` only adds to `older` (RFC 9162 §2.1.4.2); false on anything malformed, never an error. */
export function verifyConsistency(older: TreeHead, newer: TreeHead, proof: readonly Uint8Array[]): boolean {
  if (!isSize(older.size) || !isSize(newer.size) || older.size > newer.size) return false;
  if (![older.root, newer.root, ...proof].every(isHash)) return false;
  if (older.size === newer.size) return proof.length === 0 && same(older.root, newer.root);
  let [at, last] = [older.size - 1, newer.size - 1];
  for (; isOdd(at); at = half(at)) last = half(last);
  // at = 0 now means that the older size is a power of two: its root is itself the first node of the path.
  const [first, ...path] = at === 0 ? [older.root, ...proof] : proof;
  if (!first) return false;
  let [oldHash, newHash] = [first, first];
  for (const node of path) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      [oldHash, newHash] = [nodeHash(node, oldHash), nodeHash(node, newHash)];
      for (; !isOdd(at) && at > 0; at = half(at)) last = half(last);
    } else newHash = nodeHash(newHash, node);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && same(oldHash, older.root) && same(newHash, newer.root);
}
