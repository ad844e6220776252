import { expect, test } from 'vitest';
import { Claim } from '../model/claim.ts';
import { link, type ToLink } from './link.ts';
import { utc, world } from './world.test-support.ts';

const claim = (site: string, over: object = {}) => ({
  claim: Claim.parse({
    kind: 'incident',
    evidence: [[0, 5]],
    event: 'Air/drone strike',
    weapon: ['drone'],
    stage: 'ACCOMPLISHED',
    time: { from: '2023-11-07', to: '2023-11-07' },
    place: { id: site },
    ...over,
  }),
});
const report = (code: string, claims: ToLink['claims']): ToLink => ({
  report: { code, published: utc('2023-11-07T18:00'), source: code, voice: code, zone: null, text: 'words' },
  claims,
});

test('per report and claim the codes of its incidents, none for what is no incident', () => {
  const tally = {
    claim: Claim.parse({ kind: 'tally', evidence: [[0, 5]], tally: { unit: 'attack', low: 3, high: 3 } }),
  };
  const reports = [
    report('wire', [claim('asad'), tally, claim('tanf')]),
    report('paper', [claim('asad', { count: { low: 2, high: 2 } }), claim('tanf', { auxiliary: 'negated' })]),
    report('observer', []),
  ];
  expect(link(reports, [], world)).toEqual([
    [['i-2023-11-07-asad-a'], [], ['i-2023-11-07-tanf-a']],
    [['i-2023-11-07-asad-a', 'i-2023-11-07-asad-b'], []],
    [],
  ]);
});
