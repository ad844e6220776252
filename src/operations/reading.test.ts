import { expect, test } from 'vitest';
import { Claim } from '../model/claim.ts';
import { readSafely } from './reading.ts';

const good = Claim.parse({ kind: 'statement', evidence: [[0, 4]] });

/** What is kept of a reading, and what is told. */
function kept(read: () => Claim[]): { claims: Claim[]; told: string[] } {
  const told: string[] = [];
  return { claims: readSafely({ tell: (line) => told.push(line) }, 'r-1', read), told };
}

test('a reading in shape is kept whole, and nothing is told', () => {
  expect(kept(() => [good])).toEqual({ claims: [good], told: [] });
});

test('a claim out of shape is left out and told; the others stay', () => {
  const bad = { ...good, evidence: [[4, 0]] } as unknown as Claim;
  expect(kept(() => [bad, good])).toEqual({ claims: [good], told: ['r-1: 1 claims were out of shape'] });
});

test('an engine that throws leaves the report without claims, and says so', () => {
  const { claims, told } = kept(() => {
    throw new RangeError('Invalid time value');
  });
  expect(claims).toEqual([]);
  expect(told[0]).toContain('Invalid time value');
});
