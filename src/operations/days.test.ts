import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from '../count/answer.ts';
import { incident, rule } from '../count/incidents.test-support.ts';
import type { Grade } from '../model/codes.ts';
import { DAY, HOUR, parseInstant, showDay, toLocal } from '../model/instant.ts';
import { midpoint } from '../model/interval.ts';
import type { Incident } from '../model/incident.ts';
import type { Tables } from '../record/small-tables.ts';
import { actors, gazetteer } from '../resolve/world.test-support.ts';
import { daysOf } from './days.ts';

const tables = { actors, gazetteer } as unknown as Tables;
const START = parseInstant('2023-10-15T21:00:00Z')!;
const asked = { n: 1, cutoff: null, reviewedOnly: false, ...tables };

const told = fc.record({
  from: fc.integer({ min: 0, max: 240 }),
  hours: fc.integer({ min: 1, max: 72 }),
  grade: fc.constantFrom<Grade>('Confirmed', 'Fair', 'Weak', 'Contested', 'Discounted'),
  site: fc.constantFrom('asad', 'tanf', null),
  open: fc.boolean(),
});
const incidents = fc.array(told, { maxLength: 25 }).map((list) =>
  list.map(({ from, hours, grade, site, open }, n): Incident => {
    const span = { from: START + from * HOUR, to: START + (from + hours) * HOUR };
    return incident({ incident_id: n + 1, ...span, reference: midpoint(span), grade, site, open: open && n % 7 === 0 });
  }),
);

test('each day holds what is counted when the window ends there', () => {
  fc.assert(
    fc.property(incidents, (list) => {
      const whole = answer(rule(), { incidents: list, figures: [] }, asked);
      for (const { day, low, best, high } of daysOf(whole, list, tables)) {
        const then = answer(rule(), { incidents: list, figures: [] }, { ...asked, until: day });
        expect({ low, best, high }).toEqual({ low: then.low, best: then.best, high: then.high });
      }
    }),
    { numRuns: 150 },
  );
});

test('a long series is cheap: its lower edge is never too high, and right at the end', () => {
  const list = Array.from({ length: 900 }, (_, n) => {
    const from = START + (2 + n) * DAY;
    const span = { from, to: from + 20 * HOUR };
    return incident({ incident_id: n + 1, code: `i-${n}`, ...span, reference: midpoint(span) });
  });
  const whole = answer(rule(), { incidents: list, figures: [] }, asked);
  const days = daysOf(whole, list, tables);
  expect(days).toHaveLength(900);
  expect(days.at(-1)).toMatchObject({ low: whole.low, best: whole.best, high: whole.high });
  days.forEach((d, n) => expect(d.low).toBeLessThanOrEqual(n + 1));
  expect(new Set(days.map((d) => d.low)).size).toBeLessThan(20);
});

test('an incident without a beginning counts in high from the first day on', () => {
  const list = [incident({ incident_id: 1, from: null, reference: null }), incident({ incident_id: 2, code: 'i-002' })];
  const whole = answer(rule({ window: {} }), { incidents: list, figures: [] }, asked);
  const days = daysOf(whole, list, tables);
  expect(days[0]!.day).toBe(showDay(toLocal(list[1]!.from!, 'Asia/Baghdad')));
  expect(days.at(-1)).toMatchObject({ low: whole.low, best: whole.best, high: whole.high });
});
