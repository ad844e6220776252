import { expect, test } from 'vitest';
import type { Comparison, FigureRow } from '../model/answer.ts';
import type { Incident } from '../model/incident.ts';
import { actors, gazetteer, utc } from '../resolve/world.test-support.ts';
import { comparisonsOf } from './comparison.ts';
import { figure, incident, rule } from './incidents.test-support.ts';
import { talliesOf } from './tallies.ts';

const asking = { actors, gazetteer, window: { since: '2023-10-17', until: null, zone: 'Asia/Baghdad' } };
/** Incidents on these days of November, one each. */
const on = (day: number, over: Partial<Incident> = {}): Incident =>
  incident({
    incident_id: day,
    from: utc(`2023-11-${String(day).padStart(2, '0')}`),
    to: utc(`2023-11-${String(day).padStart(2, '0')}T12:00`),
    first: utc(`2023-11-${String(day).padStart(2, '0')}T18:00`),
    ...over,
  });
const compare = (incidents: readonly Incident[], ...figures: Partial<FigureRow>[]): Comparison[] => {
  const said = figures.map((f, n) => figure({ claim_no: n + 1, high: f.low ?? null, to: null, ...f }));
  return comparisonsOf(rule(), incidents, { ...asking, tallies: talliesOf(rule(), said, asking) });
};
const three = [on(2), on(3), on(4)];

test.each<[string, Partial<FigureRow>, Comparison['stands']]>([
  ['the same number', { low: 3 }, 'inside'],
  ['at least one', { low: 1, high: null }, 'inside'],
  ['fewer', { low: 2 }, 'below'],
  ['more', { low: 5 }, 'above'],
  ['about as many', { low: null, high: null, about: 4 }, 'inside'],
  ['by the day before the last', { low: 2, to: '2023-11-03' }, 'inside'],
  ['before all of them', { low: 0, published: utc('2023-11-01') }, 'inside'],
])('%s', (_, over, stands) => expect(compare(three, over)[0]!.stands).toBe(stands));

test('our bounds are those of the days that the total speaks of', () => {
  const [c] = compare(three, { low: 2, to: '2023-11-03' });
  expect(c).toMatchObject({ kind: 'total', from: '2023-10-17', to: '2023-11-03', ours: { low: 2, best: 2, high: 2 } });
});

test.each<[string, Incident, Partial<FigureRow>, string]>([
  ['claimed only', on(4, { knowledge: 'claimed only' }), {}, 'claimed only'],
  ['reported only', on(4, { knowledge: 'reported only' }), {}, 'reported only'],
  ['first told after the total', on(4, { first: utc('2023-11-20') }), {}, 'told after it'],
  ['elsewhere', on(4, { site: 'tanf' }), { place: [] }, ''],
  [
    'shot down, under a total that leaves such out',
    on(4, { outcome: 'intercepted' }),
    { excludes: 'drones shot down' },
    'outside their definition',
  ],
  [
    'by others than the total names',
    on(4, { perpetrator: ['irgc'] }),
    { perpetrator: 'resistance' },
    'outside their definition',
  ],
  ['contested, where they count more', on(4, { grade: 'Contested' }), { low: 3 }, 'in our high count only'],
  ['nothing', on(4), {}, ''],
  ['the same number needs none', on(4, { knowledge: 'claimed only' }), { low: 3 }, ''],
])('what explains a difference: %s', (_, third, over, why) => {
  const [c] = compare([on(2), on(3), third], { low: 2, ...over });
  expect(c!.gaps).toEqual(why ? [{ why, incidents: ['i-004'] }] : []);
});

test('a step between two totals is matched to the incidents of its days', () => {
  const found = compare(
    three,
    { low: 1, to: '2023-11-02' },
    { low: 4, to: '2023-11-04', published: utc('2023-11-09') },
  );
  expect(found.filter((c) => c.kind === 'step')).toMatchObject([
    {
      claims: ['r-1.1', 'r-1.2'],
      from: '2023-11-03',
      to: '2023-11-04',
      theirs: { low: 3, high: 3 },
      ours: { best: 2 },
      stands: 'above',
    },
  ]);
});

test('what is corrected on one day is one step, from the last that was said of it', () => {
  const found = compare(
    three,
    { low: 9, to: '2023-11-02' },
    { low: 1, to: '2023-11-02', published: utc('2023-11-08T13:00') },
    { low: 2, to: '2023-11-03', published: utc('2023-11-09') },
  );
  expect(found.filter((c) => c.kind === 'step')).toMatchObject([{ theirs: { low: 1, high: 1 }, stands: 'inside' }]);
});

test('conditional totals and those without a number are compared with nothing', () => {
  expect(compare(three, { low: 5, certainty: 'hedged' }, { low: null, high: null })).toEqual([]);
});
