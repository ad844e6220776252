import { expect, test } from 'vitest';
import { Source } from '../model/source.ts';
import { actors } from './world.test-support.ts';
import { zonesOf } from './zones.ts';

const source = (id: string, over: object = {}) => Source.parse({ id, name: { en: id }, kind: 'official', ...over });
const zoneOf = zonesOf(
  [
    source('pentagon', { zone: 'America/New_York' }),
    source('pentagon-sample', { zone: 'UTC', speaks_for: 'pentagon' }),
    source('ctd', { zone: 'Asia/Baghdad' }),
    source('wire'),
  ],
  actors,
);

test.each([
  ['pentagon', 'America/New_York'],
  ['press-secretary', 'America/New_York'],
  ['us-forces', 'America/New_York'],
  ['ctd', 'Asia/Baghdad'],
  ['krg', undefined],
  ['wire', undefined],
  ['us-official', undefined],
  ['loop-a', undefined],
  ['oir', undefined],
])('%s speaks in %s', (id, zone) => expect(zoneOf(id)).toBe(zone));
