import { expect, test } from 'vitest';
import { data, report } from './desk.testing.ts';
import { createEngine } from './engine.ts';
import { theatreOf } from './theatre.ts';

test('the desk’s own theatre', () => {
  const { countries, anywhere } = theatreOf(data.theatre);
  expect([...countries]).toEqual(expect.arrayContaining(['iraq', 'syria']));
  expect(anywhere).toBe(false);
});

test.each([null, undefined, {}, { countries: 'iraq', anywhere: 'yes' }])('%j is no theatre', (given) => {
  expect(theatreOf(given)).toEqual({ countries: new Set(), anywhere: false });
});

test('a country outside the theatre makes no report one of ours', () => {
  const text = 'A rocket was fired near Erbil in Iraq on Thursday, local media reported.';
  expect(createEngine(data).read(report(text))).not.toEqual([]);
  expect(createEngine({ ...data, theatre: { countries: [], anywhere: false } }).read(report(text))).toEqual([]);
});
