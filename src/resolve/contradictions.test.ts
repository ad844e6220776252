import { expect, test } from 'vitest';
import { judgement, type Judgement } from '../model/judgement.ts';
import { consistent } from './constraints.ts';
import { contradiction } from './contradictions.ts';

const yes = (a: string, b: string): Judgement => judgement(a, b, 'POSITIVE');
const no = (a: string, b: string): Judgement => judgement(a, b, 'NEGATIVE');
const [A, B, C, D] = ['1.1.1', '2.1.1', '3.1.1', '4.1.1'] as const;

test.each<[string, Judgement, Judgement[], Judgement[] | null]>([
  ['nothing judged', yes(A, B), [], null],
  ['said before', yes(A, B), [yes(A, B)], null],
  ['turned round', no(A, B), [yes(A, B)], [yes(A, B)]],
  ['joined by a chain', no(A, C), [yes(A, B), yes(B, C)], [yes(A, B), yes(B, C)]],
  ['joins what was parted', yes(A, B), [no(A, B)], [no(A, B)]],
  ['joins through both sides', yes(B, C), [yes(A, B), yes(C, D), no(A, D)], [yes(A, B), no(A, D), yes(C, D)]],
  ['unsure is never one', judgement(A, B, 'UNSURE'), [yes(A, B)], null],
  ['parting twice', no(A, B), [no(A, B)], null],
  ['mentions of one claim', yes('1.1.1', '1.1.2'), [], [no('1.1.1', '1.1.2')]],
  ['mentions of one claim by a chain', yes(B, '1.1.2'), [yes(A, B)], [yes(A, B), no(A, '1.1.2')]],
])('%s', (_, next, inForce, chain) => {
  const found = contradiction(next, inForce);
  const show = (l: Judgement[] | null): string[] | undefined => l?.map((j) => `${j.a} ${j.verdict} ${j.b}`).sort();
  expect(show(found)).toEqual(show(chain));
});

test('a contradicting POSITIVE is set aside, whatever the order', () => {
  const all = [yes(A, B), yes(B, C), no(A, C)];
  const first = consistent(all);
  expect(first.ignored).toHaveLength(1);
  expect(consistent([...all].reverse())).toEqual(first);
});
