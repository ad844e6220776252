import { expect, test } from 'vitest';
import type { DaybookError } from '../model/errors.ts';
import { publishedAt } from './published.ts';

test.each([
  ['2023-10-18T15:30:00Z', undefined, '2023-10-18T15:30:00Z', false],
  ['2023-10-18T15:30:00+03:00', undefined, '2023-10-18T15:30:00+03:00', false],
  ['2023-10-18T15:30:00+0300', undefined, '2023-10-18T15:30:00+03:00', false],
  ['2023-10-18T15:30:00.123-04', undefined, '2023-10-18T15:30:00.123-04:00', false],
  ['2023-10-18 15:30 UTC', undefined, '2023-10-18T15:30Z', false],
  ['Wed, 18 Oct 2023 15:30:00 GMT', undefined, '2023-10-18T15:30:00Z', false],
  ['18 Oct 2023 15:30 +0300', undefined, '2023-10-18T12:30:00Z', false],
  ['2023-10-18T15:30', 'Asia/Baghdad', '2023-10-18T12:30:00Z', true],
  ['2023-10-18 15:30:00', undefined, '2023-10-18T15:30:00Z', true],
  ['2023-10-18', 'Asia/Baghdad', '2023-10-18T20:59:00Z', true],
  ['2023-10-18', 'No/Such', '2023-10-18T23:59:00Z', true],
])('%s in %s was published at %s', (said, zone, instant, assumed) => {
  const found = publishedAt(said, zone);
  expect(found.instant).toBe(instant);
  expect(found.notice !== undefined).toBe(assumed);
});

test.each(['soon', '', '2023-02-30', '2023-10-18T25:00:00Z', '1850-01-01', '2300-01-01T00:00:00Z', 1697642, null, {}])(
  '%j is no date that the record can hold',
  (said) => {
    expect(() => publishedAt(said, undefined)).toThrow(
      expect.objectContaining({ code: 'date-invalid' }) as DaybookError,
    );
  },
);
