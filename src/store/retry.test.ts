import { expect, test } from 'vitest';
import { DaybookError } from '../model/errors.ts';
import { retryable } from './retry.ts';

const coded = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

test.each<[unknown, boolean]>([
  [coded('25006'), true],
  [coded('40001'), true],
  [coded('40P01'), true],
  [coded('57P01'), true],
  [coded('08006'), true],
  [coded('ECONNRESET'), true],
  [new Error('Connection terminated unexpectedly'), true],
  [new DaybookError('database-unreachable', { detail: 'x' }, { cause: coded('ECONNREFUSED') }), true],
  [coded('23505'), false],
  [coded('42501'), false],
  [coded('28P01'), false],
  [new Error('no'), false],
  ['57P01', false],
  [null, false],
])('%s → %s', (error, answer) => {
  expect(retryable(error)).toBe(answer);
});
