import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  CompactRange,
  consistencyProof,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';
import type { TreeHead } from './merkle.ts';

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const hexOf = (list: readonly Uint8Array[]): string[] => list.map((h) => Buffer.from(h).toString('hex'));

/** The test vectors that the certificate-transparency projects share: eight leaves and what must come of them. */
const REFERENCE_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => leafHash(bytes(hex)));
const REFERENCE_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const REFERENCE_CONSISTENCY: [number, number, string[]][] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

const MOST = 64;
const LEAVES = Array.from({ length: MOST }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)));
const HEADS: TreeHead[] = Array.from({ length: MOST + 1 }, (_, n) => ({ size: n, root: rootOf(LEAVES.slice(0, n)) }));
const head = (n: number): TreeHead => HEADS[n]!;

function* pairs(most: number): Generator<[number, number]> {
  for (let n = 1; n <= most; n += 1) for (let i = 0; i < n; i += 1) yield [i, n];
}

/** Both proofs for every place under every size, made once. */
const PROOFS = [...pairs(MOST)].map(([i, n]) => ({
  i,
  n,
  inclusion: inclusionProof(LEAVES, i, n),
  consistency: consistencyProof(LEAVES, i + 1, n),
}));

/** The same bytes but for one bit; which one varies with `seed`, so that every byte has its turn. */
function flipped(hash: Uint8Array, seed: number): Uint8Array {
  const copy = Uint8Array.from(hash);
  copy[seed % 32]! ^= 1 << (seed % 8);
  return copy;
}

/** A proof with each of its elements damaged in turn, and with one element too few or too many. */
function* damaged(proof: readonly Uint8Array[], seed: number): Generator<Uint8Array[]> {
  for (const [k, element] of proof.entries()) {
    yield proof.with(k, flipped(element, seed + k));
    yield proof.with(k, element.subarray(1));
  }
  if (proof.length > 0) yield* [proof.slice(1), proof.slice(0, -1)];
  const extra = LEAVES[seed % MOST]!;
  yield [...proof, extra];
  yield [extra, ...proof];
}

describe('the reference vectors', () => {
  it.each(REFERENCE_ROOTS.map((root, size) => ({ size, root })))('have root $root at size $size', ({ size, root }) => {
    const range = new CompactRange();
    for (const leaf of REFERENCE_LEAVES.slice(0, size)) range.append(leaf);
    expect(hexOf([rootOf(REFERENCE_LEAVES.slice(0, size)), range.root()])).toEqual([root, root]);
  });

  it.each([
    [0, 1, []],
    [0, 8, REFERENCE_CONSISTENCY[1]![2]],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('prove leaf %i under size %i', (index, size, expected) => {
    const proof = inclusionProof(REFERENCE_LEAVES, index, size);
    expect(hexOf(proof)).toEqual(expected);
    const under = { size, root: bytes(REFERENCE_ROOTS[size]!) };
    expect(verifyInclusion(REFERENCE_LEAVES[index]!, index, under, proof)).toBe(true);
  });

  it.each(REFERENCE_CONSISTENCY)('prove size %i to begin size %i', (m, n, expected) => {
    const proof = consistencyProof(REFERENCE_LEAVES, m, n);
    expect(hexOf(proof)).toEqual(expected);
    const [older, newer] = [m, n].map((size) => ({ size, root: bytes(REFERENCE_ROOTS[size]!) }));
    expect(verifyConsistency(older!, newer!, proof)).toBe(true);
  });

  it('follow from the definition: leaf 0x00, node 0x01, empty = SHA-256 of nothing', () => {
    const sha256 = (hex: string): string => createHash('sha256').update(bytes(hex)).digest('hex');
    const [a, b] = ['aa'.repeat(32), 'bb'.repeat(32)];
    expect(leafHash(bytes('cafe')).toString('hex')).toBe(sha256('00cafe'));
    expect(nodeHash(bytes(a), bytes(b)).toString('hex')).toBe(sha256(`01${a}${b}`));
    expect(rootOf([]).toString('hex')).toBe(sha256(''));
  });
});

describe('every proof up to 64 leaves', () => {
  it('holds for all 2,080 (index, size)', () => {
    const held = PROOFS.filter(({ i, n, inclusion }) => verifyInclusion(LEAVES[i]!, i, head(n), inclusion));
    expect(held.length).toBe(2080);
  });

  it('holds for all 2,080 (older, newer)', () => {
    const held = PROOFS.filter(({ i, n, consistency }) => verifyConsistency(head(i + 1), head(n), consistency));
    expect(held.length).toBe(2080);
  });

  it('is no longer than the height of the tree asks for', () => {
    const height = (n: number): number => Math.ceil(Math.log2(n));
    expect(PROOFS.filter(({ n, inclusion }) => inclusion.length > height(n))).toEqual([]);
    expect(PROOFS.filter(({ n, consistency }) => consistency.length > height(n) + 1)).toEqual([]);
  });
});

describe('a damaged inclusion proof', () => {
  it('never verifies: elements, leaf, root', () => {
    let passed = 0;
    let tried = 0;
    const attempt = (held: boolean): void => {
      tried += 1;
      passed += held ? 1 : 0;
    };
    for (const { i, n, inclusion: proof } of PROOFS) {
      const leaf = LEAVES[i]!;
      for (const bad of damaged(proof, i + n)) attempt(verifyInclusion(leaf, i, head(n), bad));
      attempt(verifyInclusion(flipped(leaf, i), i, head(n), proof));
      attempt(verifyInclusion(leaf, i, { size: n, root: flipped(head(n).root, i) }, proof));
    }
    expect(passed).toBe(0);
    expect(tried).toBeGreaterThan(30_000);
  });

  it('never verifies for another index or leaf of the same tree', () => {
    for (const [i, n] of pairs(20)) {
      const proof = inclusionProof(LEAVES, i, n);
      for (let other = 0; other < n; other += 1)
        if (other !== i) {
          expect(verifyInclusion(LEAVES[i]!, other, head(n), proof)).toBe(false);
          expect(verifyInclusion(LEAVES[other]!, i, head(n), proof)).toBe(false);
        }
    }
  });

  it.each([
    ['index at the size', 5, 5],
    ['index below 0', -1, 5],
    ['index no integer', 1.5, 5],
    ['index NaN', Number.NaN, 5],
    ['size 0', 0, 0],
    ['size no integer', 0, 5.5],
    ['size beyond the safe integers', 2, 2 ** 53],
  ])('is refused without an error: %s', (_, index, size) => {
    const proof = inclusionProof(LEAVES, 2, 5);
    expect(verifyInclusion(LEAVES[2]!, index, { size, root: head(5).root }, proof)).toBe(false);
  });
});

describe('a damaged consistency proof', () => {
  it('never verifies: elements, older root, newer root', () => {
    let passed = 0;
    let tried = 0;
    const attempt = (held: boolean): void => {
      tried += 1;
      passed += held ? 1 : 0;
    };
    for (const { i, n, consistency: proof } of PROOFS) {
      const [older, newer] = [head(i + 1), head(n)];
      for (const bad of damaged(proof, i + n)) attempt(verifyConsistency(older, newer, bad));
      attempt(verifyConsistency({ ...older, root: flipped(older.root, i) }, newer, proof));
      attempt(verifyConsistency(older, { ...newer, root: flipped(newer.root, i) }, proof));
    }
    expect(passed).toBe(0);
    expect(tried).toBeGreaterThan(30_000);
  });

  it('never joins a rewritten history to the old head, whatever was changed', () => {
    for (const [i, n] of pairs(24)) {
      const m = i + 1;
      for (let changed = 0; changed < m; changed += 1) {
        const rewritten = LEAVES.slice(0, n).with(changed, leafHash(Buffer.from('rewritten')));
        const newer = { size: n, root: rootOf(rewritten) };
        expect(verifyConsistency(head(m), newer, consistencyProof(rewritten, m, n))).toBe(false);
      }
    }
  });

  it.each([
    ['older larger than newer', 6, 5],
    ['older empty', 0, 5],
    ['older no integer', 2.5, 5],
    ['both empty', 0, 0],
    ['newer beyond the safe integers', 3, 2 ** 53],
  ])('is refused without an error: %s', (_, m, n) => {
    const [older, newer] = [
      { size: m, root: head(3).root },
      { size: n, root: head(5).root },
    ];
    expect(verifyConsistency(older, newer, consistencyProof(LEAVES, 3, 5))).toBe(false);
    expect(verifyConsistency(older, newer, [])).toBe(false);
  });
});

describe('a forger who chooses root, size and proof together', () => {
  const [a, b] = [LEAVES[0]!, LEAVES[1]!];
  const extra = LEAVES[63]!;

  it('cannot make the proof longer than the tree is high', () => {
    const under = (h: TreeHead): TreeHead => ({ size: h.size, root: nodeHash(extra, h.root) });
    for (const { i, n, inclusion, consistency } of PROOFS) {
      const held = [
        verifyInclusion(LEAVES[i]!, i, under(head(n)), [...inclusion, extra]),
        verifyConsistency(under(head(i + 1)), under(head(n)), [...consistency, extra]),
      ];
      if (held.includes(true)) expect.fail(`held at ${i} of ${n}`);
    }
  });

  it('cannot pass a lower tree off as one twice its size', () => {
    for (const m of [1, 2, 4, 8])
      for (const k of [16, 32]) {
        const tall = { size: 2 * k, root: head(k).root };
        expect(verifyConsistency(head(m), tall, consistencyProof(LEAVES, m, k))).toBe(false);
        expect(verifyInclusion(LEAVES[m]!, m, tall, inclusionProof(LEAVES, m, k))).toBe(false);
      }
  });

  it('cannot move a byte across the seam of two hashes, though the node above stays the same', () => {
    const longer = Buffer.concat([a, b.subarray(0, 1)]);
    const shorter = b.subarray(1);
    expect(nodeHash(longer, shorter)).toEqual(nodeHash(a, b));
    expect(verifyInclusion(longer, 0, head(2), [shorter])).toBe(false);
    expect(verifyConsistency({ size: 1, root: longer }, head(2), [shorter])).toBe(false);
  });

  it('cannot name an index outside the tree, nor shrink a tree under one root', () => {
    expect(verifyInclusion(a, 0, { size: 1, root: a }, [])).toBe(true);
    expect(verifyInclusion(a, 1, { size: 1, root: a }, [])).toBe(false);
    expect(verifyConsistency({ size: 4, root: a }, { size: 1, root: a }, [])).toBe(false);
  });
});

describe('the root', () => {
  it('differs for different lists: every list of up to 7 leaves over 3 values', () => {
    const values = ['a', 'b', 'c'].map((s) => leafHash(Buffer.from(s)));
    let lists: Uint8Array[][] = [[]];
    const roots = new Set<string>();
    let total = 0;
    for (let length = 0; length <= 7; length += 1) {
      for (const list of lists) roots.add(rootOf(list).toString('hex'));
      total += lists.length;
      lists = lists.flatMap((list) => values.map((value) => [...list, value]));
    }
    expect([roots.size, total]).toEqual([3280, 3280]);
  });

  it('cannot be had by passing a node off as a leaf', () => {
    const [a, b] = [LEAVES[0]!, LEAVES[1]!];
    const forgeries = [Buffer.concat([a, b]), Buffer.concat([Uint8Array.of(1), a, b])];
    for (const forged of forgeries) expect(rootOf([leafHash(forged)])).not.toEqual(rootOf([a, b]));
  });

  it('of a tree that grows equals that of the list at every size to 1,000, and is not moved by reading it', () => {
    const range = new CompactRange();
    const leaves: Uint8Array[] = [];
    expect(range.root()).toEqual(rootOf([]));
    for (let n = 1; n <= 1000; n += 1) {
      leaves.push(leafHash(Buffer.from(String(n))));
      range.append(leaves.at(-1)!);
      expect(range.size).toBe(n);
      if (n % 37 === 0 || n < 70) expect(range.root()).toEqual(rootOf(leaves));
    }
    expect(range.root()).toEqual(rootOf(leaves));
  });

  it('is held by copies: a buffer reused by the caller changes nothing', () => {
    const range = new CompactRange();
    const buffer = Buffer.from(LEAVES[0]!);
    range.append(buffer);
    buffer.fill(0);
    const root = range.root();
    root.fill(0);
    expect(range.root()).toEqual(rootOf([LEAVES[0]!]));
  });
});

describe('what cannot be proved', () => {
  it.each([
    ['an index at the size', () => inclusionProof(LEAVES, 5, 5)],
    ['an index below 0', () => inclusionProof(LEAVES, -1, 5)],
    ['a tree larger than the list', () => inclusionProof(LEAVES, 0, MOST + 1)],
    ['an empty older tree', () => consistencyProof(LEAVES, 0, 5)],
    ['an older tree larger than the newer', () => consistencyProof(LEAVES, 6, 5)],
    ['a newer tree larger than the list', () => consistencyProof(LEAVES, 6, MOST + 1)],
    ['a leaf that is no hash', () => rootOf([Buffer.from('x')])],
    ['an appended leaf that is no hash', () => new CompactRange().append(Buffer.from('x'))],
  ])('is refused: %s', (_, ask) => {
    expect(ask).toThrow(RangeError);
  });
});
