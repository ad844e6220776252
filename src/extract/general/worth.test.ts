import { expect, test } from 'vitest';
import type { Entity } from './roles.ts';
import { worthFeatures } from './worth.ts';

const mayor: Entity = {
  head: 'mayor',
  modifier: false,
  mentions: [],
  features: ['h=mayor', 'c=person', 'l1=the'],
};

test('who is harmed, how surely, and how clearly the text tells of it', () => {
  const found = worthFeatures({
    relevance: 1.2,
    telling: [-3, 2, 0.5],
    chosen: [{ role: 'victim', entity: mayor, score: 1.6 }],
  });
  expect(found).toEqual(expect.arrayContaining(['rel=1', 'rel>1', 'best=2', 'clear=2', 'victim=2', 'victim#1']));
  expect(found).toEqual(expect.arrayContaining(['victim:h=mayor', 'victim:c=person', 'weapon#0']));
  expect(found).not.toContain('victim:l1=the');
});
