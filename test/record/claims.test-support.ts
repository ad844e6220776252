import { Claim } from '../../src/model/claim.ts';

/** A total that the Pentagon gives for attacks since 17 October. */
export const claimOfTotal = (low: number): Claim =>
  Claim.parse({
    kind: 'tally',
    evidence: [[0, 12]],
    attribution: [{ speaker: 'pentagon' }],
    tally: {
      unit: 'attack',
      low,
      high: null,
      wording: `at least ${low}`,
      from: '2023-10-17',
      to: null,
      place: ['iraq', 'syria'],
      target: 'us-military',
    },
  });
