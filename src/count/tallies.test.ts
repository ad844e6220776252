import { expect, test } from 'vitest';
import type { FigureRow } from '../model/answer.ts';
import { actors, gazetteer, utc } from '../resolve/world.test-support.ts';
import { findingsOf } from './findings.ts';
import { scoped } from './sets.ts';
import { figure, incident, rule } from './incidents.test-support.ts';
import { latest, perVoice, talliesOf } from './tallies.ts';

const asking = { actors, gazetteer, window: { since: '2023-10-17', until: null, zone: 'Asia/Baghdad' } };
const match = (f: FigureRow, r = rule()): string => {
  const [t] = talliesOf(r, [f], asking);
  return t ? (t.understood ? 'understood' : 'yes') : 'no';
};

test.each<[string, Partial<FigureRow>, string]>([
  ['the Pentagon’s total', {}, 'yes'],
  ['another unit', { unit: 'injured' }, 'no'],
  ['a level', { kind: 'level' }, 'no'],
  ['a part of the target', { target: 'us-military' }, 'yes'],
  ['another target', { target: 'irgc' }, 'no'],
  ['target unsaid', { target: null }, 'understood'],
  ['one country of two', { place: ['iraq'] }, 'no'],
  ['two bases', { place: ['asad', 'tanf'] }, 'no'],
  ['the wide region', { place: ['middle-east'] }, 'no'],
  ['place unsaid', { place: [] }, 'understood'],
  ['a delta of the weekend', { from: '2023-10-28', to: '2023-10-29', low: 3 }, 'no'],
  ['start unsaid', { from: null, words: 'now stand at 41' }, 'understood'],
  ['a start that nobody could date', { from: null, words: 'nearly 100 since the government took office' }, 'no'],
  ['from mid-October', { from: '2023-10-15' }, 'yes'],
  ['by a named party, under a rule on anyone', { perpetrator: 'militias' }, 'yes'],
  ['denied', { stance: 'denies' }, 'no'],
  ['not confirmed', { stance: 'does not confirm' }, 'no'],
  ['hypothetical', { auxiliary: 'hypothetical' }, 'no'],
  ['rejected', { review: 'rejected' }, 'no'],
])('%s: %s', (_, over, expected) => expect(match(figure(over))).toBe(expected));

const resistance = rule({ perpetrator: ['resistance'], target: undefined });
test.each<[string, Partial<FigureRow>, string]>([
  ['everybody’s total says nothing of one party', {}, 'no'],
  ['the party’s own total is about itself', { voice: 'brigade' }, 'understood'],
  ['a total that names it', { perpetrator: 'brigade' }, 'yes'],
  ['a total that names another', { perpetrator: 'irgc' }, 'no'],
])('under a rule on one party: %s', (_, over, expected) => expect(match(figure(over), resistance)).toBe(expected));

test('with reviewed claims only, tallies too are reviewed ones', () => {
  const both = [figure(), figure({ claim_no: 2, review: 'accepted' })];
  expect(talliesOf(rule(), both, { ...asking, reviewedOnly: true }).map((t) => t.claim_no)).toEqual([2]);
});

const series = talliesOf(
  rule(),
  [
    figure({ report_code: 'r-1', low: 38, to: '2023-11-06', published: utc('2023-11-06T20:00') }),
    figure({ report_code: 'r-2', low: 41, published: utc('2023-11-08T12:00') }),
    figure({ report_code: 'r-3', low: 13, to: '2023-10-24', published: utc('2023-11-09') }),
    figure({ report_code: 'r-4', low: 45, certainty: 'hedged', published: utc('2023-11-09') }),
    figure({ report_code: 'r-5', low: 40, voice: 'us-official', published: utc('2023-11-07') }),
  ],
  asking,
);

test.each([
  ['pentagon', ['r-1', 'r-2', 'r-3', 'r-4']],
  ['press-secretary', ['r-1', 'r-2', 'r-3', 'r-4']],
  ['us-official', ['r-5']],
  ['nobody', []],
])('per %s', (voice, codes) => expect(perVoice(series, voice, actors).map((t) => t.report_code)).toEqual(codes));

test('the latest of a voice is what counts up to the latest day, and no conditional', () => {
  expect(latest(series).map((t) => t.report_code)).toEqual(['r-2', 'r-5']);
});

/** Three attacks of which the page r-3 tells. */
const told = [2, 3, 4].map((n) =>
  incident({ incident_id: n, reports: [3], from: utc(`2023-11-0${n}`), to: utc(`2023-11-0${n}T12:00`) }),
);
test('a part that a page tells of its number is not what the voice says last', () => {
  const page = talliesOf(
    rule(),
    [
      figure({ low: 46, words: 'now stands at 46' }),
      figure({ claim_no: 2, low: 2, words: 'Two returned to duty but were flown out' }),
    ],
    asking,
  );
  expect(latest(page).map((t) => t.low)).toEqual([46]);
});

const part = (place: string, low: number, high: number | null = low) => ({ place, low, high });
test.each<[string, Partial<FigureRow>[], string[]]>([
  [
    'nothing wrong',
    [
      { low: 38, to: '2023-11-06' },
      { low: 41, published: utc('2023-11-09') },
    ],
    [],
  ],
  ['parts that sum', [{ low: 23, high: 23, parts: [part('iraq', 14), part('syria', 9)] }], []],
  [
    'parts that don’t',
    [{ low: 23, high: 23, parts: [part('iraq', 14), part('syria', 8)] }],
    ['parts do not sum r-0.1'],
  ],
  [
    'parts that exceed',
    [{ low: 20, high: 20, place: ['iraq', 'syria'], parts: [part('asad', 14), part('tanf', 9)] }],
    ['parts do not sum r-0.1'],
  ],
  ['parts of some', [{ low: 30, high: 30, parts: [part('asad', 14), part('tanf', 9)] }], []],
  [
    'a total that falls',
    [{ low: 46 }, { low: 40, to: '2023-11-10', published: utc('2023-11-10') }],
    ['total falls r-0.1,r-1.1'],
  ],
  ['an older total told again', [{ low: 41 }, { low: 13, to: '2023-10-24', published: utc('2023-11-10') }], []],
  [
    'two voices up to one day',
    [{ low: 41 }, { low: 42, voice: 'us-official' }],
    ['two totals at one time r-0.1,r-1.1'],
  ],
  [
    'a slip on one page',
    [
      { low: 13, words: 'at least 13 times since Oct. 17' },
      { low: 23, report_id: 0, claim_no: 2, report_code: 'r-0', words: '23 between Oct. 17 and Nov. 8' },
    ],
    ['two totals on one page r-0.1,r-0.2'],
  ],
  [
    'a part told by itself on one page',
    [
      { low: 46 },
      { low: 25, report_id: 0, claim_no: 2, report_code: 'r-0', words: 'Twenty-five of the 46 were flown out' },
    ],
    [],
  ],
  [
    'a number revised by who told it',
    [{ low: 19 }, { low: 21, published: utc('2023-11-10') }],
    ['total is revised r-0.1,r-1.1'],
  ],
  [
    'a total that falls as another voice of the party tells it',
    [{ low: 24, voice: 'us-official', to: '2023-11-07' }, { low: 21 }],
    ['total falls r-0.1,r-1.1'],
  ],
  ['four, and the page lists three', [{ report_id: 3, low: 4, from: '2023-11-01' }], []],
  [
    'two, and the page lists three',
    [{ report_id: 3, low: 2, from: '2023-11-01' }],
    ['total below what it lists r-0.1'],
  ],
  [
    'two until the third, and the page lists three by now',
    [{ report_id: 3, low: 2, from: '2023-11-01', to: '2023-11-03' }],
    [],
  ],
  ['two voices agree', [{ low: 41 }, { low: 41, voice: 'us-official' }], []],
  [
    'a total below its part',
    [
      { low: 50, from: '2023-11-01', to: '2023-11-07', published: utc('2023-11-07') },
      { low: 41, high: 41 },
    ],
    ['total below its delta r-0.1,r-1.1'],
  ],
  [
    'a beginning copied wrong',
    [{ low: 38 }, { low: 38, from: '2023-10-07', voice: 'us-official' }],
    ['window does not fit r-0.1,r-1.1'],
  ],
])('findings: %s', (_, rows, expected) => {
  const figures = rows.map((over, n) => figure({ report_id: n, report_code: `r-${n}`, ...over }));
  const found = findingsOf(
    talliesOf(rule(), figures, asking),
    { incidents: scoped(rule(), told, asking), figures },
    { ...asking, rule: rule() },
  );
  expect(found.map((f) => `${f.kind} ${f.claims.join(',')}`)).toEqual(expected);
});
