import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../model/answer.ts';
import type { Incident } from '../model/incident.ts';
import { DAY, HOUR, MINUTE, showDay } from '../model/instant.ts';
import { daysBetween, midpoint } from '../model/interval.ts';
import { mentionKey, type Mention } from '../model/mention.ts';
import { mentions } from '../resolve/arbitraries.test-support.ts';
import { originsOf } from '../resolve/copies.ts';
import type { Partition } from '../resolve/partition.ts';
import { resolve } from '../resolve/resolve.ts';
import { anchor } from '../resolve/sites.ts';
import { summarise } from '../resolve/summary.ts';
import { actors, gazetteer, utc, world } from '../resolve/world.test-support.ts';
import { answer } from './answer.ts';
import { figure, incident, rule } from './incidents.test-support.ts';
import { naive } from './naive.test-support.ts';

const r = rule();
const ask = (incidents: readonly Incident[], over: object = {}): Answer =>
  answer(r, { incidents, figures: [] }, { n: 1, cutoff: null, reviewedOnly: false, actors, gazetteer, ...over });

const START = utc('2023-11-01');
const one = fc
  .record({
    at: fc.integer({ min: -24, max: 24 * 8 }),
    hours: fc.constantFrom(1, 5, 24, 24, 30, 72, 200),
    open: fc.constantFrom(0, 0, 0, 0, 0, 1, 2),
    site: fc.constantFrom(
      'asad',
      'erbil',
      'erbil-airport',
      'harir',
      'harir-base',
      'western-iraq',
      'syria',
      'tanf',
      'israel',
    ),
    grade: fc.constantFrom('Confirmed', 'Confirmed', 'Fair', 'Weak', 'Contested', 'Discounted') as fc.Arbitrary<
      Incident['grade']
    >,
    knowledge: fc.constantFrom('both', 'acknowledged only', 'claimed only', 'reported only') as fc.Arbitrary<
      Incident['knowledge']
    >,
    multiplicity: fc.constantFrom(1, 1, 2, 3, null),
    contested: fc.boolean(),
  })
  .map(({ at, hours, open, site, ...rest }) => {
    const from = open === 1 ? null : START + at * HOUR;
    const to = open === 2 ? null : START + (at + hours) * HOUR;
    return {
      ...rest,
      from,
      to,
      reference: midpoint({ from, to }),
      site,
      path: gazetteer.path(site),
      parts: 1,
      open: rest.multiplicity === null,
    };
  });
const incidents = fc
  .tuple(fc.array(one, { maxLength: 9 }), fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 6 }))
  .map(([list, pairs]) =>
    list.map((i, n) => {
      const distinct = pairs
        .flatMap(([a, b]) => (a === n && b !== n ? [b] : b === n && a !== n ? [a] : []))
        .map((x) => x + 1);
      return incident({ ...i, incident_id: n + 1, code: `i-${n + 1}`, distinct });
    }),
  );
const days = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })).map(([a, b]) => ({
  since: showDay(START + Math.min(a, b) * DAY),
  until: showDay(START + Math.max(a, b) * DAY),
}));
const top = (n: number | null): number => n ?? Infinity;

test('the same as the naive count (2,000 worlds)', () => {
  fc.assert(
    fc.property(incidents, days, (list, w) => {
      const { from, to } = daysBetween(w.since, w.until, 'Asia/Baghdad');
      const { low, best, high } = ask(list, w);
      expect({ low, best, high }).toEqual(naive(r, list, { from: from!, to: to! }, (i) => anchor(i.site, gazetteer)));
    }),
    { numRuns: 2000 },
  );
});

test('a long incident counts beside two short ones that it is told apart from', () => {
  const hours = (n: number, from: number, to: number, distinct: readonly number[]): Incident =>
    incident({
      incident_id: n,
      code: `i-${n}`,
      from: START + from * HOUR,
      to: START + to * HOUR,
      reference: START + from * HOUR,
      distinct,
    });
  const short = [hours(2, 1, 2, []), hours(3, 2, 3, [])];
  expect(ask([hours(1, 1, 24, [2, 3]), ...short]).low).toBe(3);
  expect(ask([hours(1, 1, 24, [2]), ...short]).low).toBe(2);
});

test('low ≤ best ≤ high; the partition sums to best; contested marks at most best (2,000 worlds)', () => {
  fc.assert(
    fc.property(incidents, days, (list, w) => {
      const a = ask(list, w);
      expect(a.low).toBeLessThanOrEqual(a.best);
      expect(a.best).toBeLessThanOrEqual(top(a.high));
      expect(Object.values(a.partition).reduce((x, y) => x + y)).toBe(a.best);
      expect(a.contested).toBeLessThanOrEqual(a.best);
      expect(a.incidents.length + a.out.length).toBe(list.length);
    }),
    { numRuns: 2000 },
  );
});

test('a wider window never lowers any (2,000 worlds)', () => {
  fc.assert(
    fc.property(incidents, days, fc.nat(4), fc.nat(4), (list, w, before, after) => {
      const narrow = ask(list, w);
      const wide = ask(list, {
        since: showDay(utc(w.since) - before * DAY),
        until: showDay(utc(w.until) + after * DAY),
      });
      expect(wide.low).toBeGreaterThanOrEqual(narrow.low);
      expect(wide.best).toBeGreaterThanOrEqual(narrow.best);
      expect(top(wide.high)).toBeGreaterThanOrEqual(top(narrow.high));
    }),
    { numRuns: 2000 },
  );
});

test('days sum to the window for best (1,000 worlds)', () => {
  fc.assert(
    fc.property(incidents, (list) => {
      const each = Array.from({ length: 10 }, (_, d) => showDay(START + d * DAY));
      const sum = each.reduce((n, day) => n + ask(list, { since: day, until: day }).best, 0);
      expect(sum).toBe(ask(list, { since: each[0], until: each[9] }).best);
    }),
    { numRuns: 1000 },
  );
});

test('the same question, the same bytes, whatever the order (500 worlds)', () => {
  fc.assert(
    fc.property(incidents, days, (list, w) => {
      expect(JSON.stringify(ask([...list].reverse(), w))).toBe(JSON.stringify(ask(list, w)));
    }),
    { numRuns: 500 },
  );
});

/** Incidents of a partition whose links are held: each cluster summarised from the mentions given. */
function held(p: Partition, keep: (m: Mention) => boolean, extra: readonly Mention[] = []): Incident[] {
  const id = new Map(p.clusters.map((c, n) => [c.founding, n + 1]));
  return p.clusters.flatMap((c) => {
    const own = c.members.map((m) => m.mention).filter(keep);
    const added = extra.filter((e) => c.members.some((m) => m.mention.site === e.site && m.key === copied(e)));
    const s = summarise([...own, ...added], world);
    const incident_id = id.get(c.founding)!;
    return s ? [{ ...s, incident_id, code: `i-${incident_id}`, distinct: c.distinct.map((d) => id.get(d)!) }] : [];
  });
}
/** A copy carries the key of what it copies in its report number. */
const copied = (m: Mention): string => mentionKey({ ...m, report_id: m.report_id - 1000 });

test('retracting an affirming claim never raises low while links are held (1,000 worlds)', () => {
  fc.assert(
    fc.property(mentions(), fc.nat(), (list, pick) => {
      if (!list.length) return;
      const p = resolve(list, [], world);
      const gone = list[pick % list.length]!;
      if (gone.stance === 'denies' || gone.stance === 'does not confirm') return;
      const rest = (m: Mention): boolean => m.report_id !== gone.report_id || m.claim_no !== gone.claim_no;
      const [before, after] = [ask(held(p, () => true)), ask(held(p, rest))];
      expect(after.low).toBeLessThanOrEqual(before.low);
      expect(after.best).toBeLessThanOrEqual(before.best);
    }),
    { numRuns: 1000 },
  );
});

test('a copy in another page’s own voice never raises any (1,000 worlds)', () => {
  fc.assert(
    fc.property(mentions(), fc.nat(), (list, pick) => {
      if (!list.length) return;
      const p = resolve(list, [], world);
      const source = list[pick % list.length]!;
      const copy = {
        ...source,
        report_id: source.report_id + 1000,
        published: source.published + MINUTE,
        source: 'copier',
        voice: 'copier',
        party: 'copier',
        origin: 'copier',
        chain: [],
      };
      if (originsOf([source, copy]).get(mentionKey(copy)) !== source.origin) throw new Error('the copy is not seen');
      const [before, after] = [ask(held(p, () => true)), ask(held(p, () => true, [copy]))];
      expect(after.low).toBeLessThanOrEqual(before.low);
      expect(after.best).toBeLessThanOrEqual(before.best);
      expect(top(after.high)).toBeLessThanOrEqual(top(before.high));
    }),
    { numRuns: 1000 },
  );
});

test.each<[string, Partial<Incident>, string, string[]]>([
  ['in every respect', {}, 'low', []],
  ['a weak grade', { grade: 'Weak' }, 'best', ['grade Weak']],
  ['contested', { grade: 'Contested' }, 'high', ['grade Contested']],
  ['discounted', { grade: 'Discounted' }, 'out', ['discounted']],
  ['target unsaid where the forces are housed', { target: [] }, 'low', []],
  [
    'their own strike, target unsaid',
    { target: [], site: 'syria', path: ['syria'], perpetrator: ['usa'] },
    'out',
    ['their own act'],
  ],
  [
    'target unsaid elsewhere in the country',
    { target: [], site: 'ramadi', path: gazetteer.path('ramadi') },
    'high',
    ['target unsaid'],
  ],
  ['another target', { target: ['irgc'] }, 'out', ['another target']],
  ['another country', { site: 'israel', path: ['israel'] }, 'out', ['place outside']],
  ['the wide region', { site: 'middle-east', path: ['middle-east'] }, 'high', ['place wider than the rule’s']],
  ['place unsaid', { site: null, path: [] }, 'high', ['place unsaid']],
  ['an area inside', { site: 'western-iraq', path: gazetteer.path('western-iraq') }, 'low', []],
])('%s', (_, over, set, why) => {
  const a = ask([incident(over)]);
  const found = a.incidents[0] ?? { set: 'out', ...a.out[0]! };
  expect([found.set, found.why]).toEqual([set, why]);
});

test.each<[string, object, Partial<Incident>, string]>([
  ['a hit under a rule for hits', { outcome: ['hit'] }, { outcome: 'hit' }, 'low'],
  ['an interception', { outcome: ['hit'] }, { outcome: 'intercepted' }, 'out'],
  ['an outcome that nobody tells', { outcome: ['hit'] }, { outcome: 'unknown' }, 'high'],
  ['by a member of the brand', { perpetrator: ['resistance'] }, { perpetrator: ['brigade'] }, 'low'],
  ['by militias, nobody says which', { perpetrator: ['resistance'] }, { perpetrator: ['militias'] }, 'high'],
  ['by another', { perpetrator: ['resistance'] }, { perpetrator: ['irgc'] }, 'out'],
  ['on the very side that the rule asks about', { perpetrator: ['usa'], target: undefined }, {}, 'out'],
  ['acknowledged only, where claims are asked for', { known: ['both', 'claimed only'] }, {}, 'out'],
])('%s', (_, over, i, set) => {
  const a = answer(
    rule(over),
    { incidents: [incident(i)], figures: [] },
    { n: 1, cutoff: null, reviewedOnly: false, actors, gazetteer },
  );
  expect(a.incidents[0]?.set ?? 'out').toBe(set);
});

test('a claim of two incidents is reviewed once', () => {
  const both = [1, 2].map((incident_id) =>
    incident({ incident_id, code: `i-${incident_id}`, claims: 2, reviewed: 1, shared: ['+1.1'] }),
  );
  expect(ask(both).reviewed).toEqual({ n: 1, of: 3 });
});

test('nothing recorded is an answer', () => {
  expect(ask([])).toMatchObject({ low: 0, best: 0, high: 0, tallies: [], findings: [], incidents: [] });
});

test('a tally never enters our own count', () => {
  const a = answer(
    r,
    { incidents: [], figures: [figure()] },
    { n: 1, cutoff: null, reviewedOnly: false, actors, gazetteer },
  );
  expect([a.best, a.tallies.length]).toEqual([0, 1]);
});
