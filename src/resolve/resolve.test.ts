import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgement, type Judgement } from '../model/judgement.ts';
import { DAY } from '../model/instant.ts';
import { meets } from '../model/interval.ts';
import { mentionKey, type Mention } from '../model/mention.ts';
import { mentions } from './arbitraries.test-support.ts';
import { blockOf, share } from './block.ts';
import { partsOf } from './cluster.ts';
import { contradiction, ofOneClaim } from './contradictions.ts';
import { evidence } from './evidence.ts';
import { inOrder } from './order.ts';
import { pairsOf } from './pairs.ts';
import type { Partition } from './partition.ts';
import { resolve } from './resolve.ts';
import { Union } from './union.ts';
import { FLOOR } from './weights.ts';
import { mention, utc, world } from './world.test-support.ts';

const groups = (p: Partition): string[][] => p.clusters.map((c) => c.members.map((m) => m.key));
const keys = (list: readonly Mention[]): string[] => list.map(mentionKey);

/** Judgements over the mentions, each kept only where it contradicts none before it, as the record keeps them. */
const judged = (list: readonly Mention[]): fc.Arbitrary<Judgement[]> =>
  list.length < 2
    ? fc.constant([])
    : fc
        .array(
          fc.tuple(
            fc.constantFrom(...keys(list)),
            fc.constantFrom(...keys(list)),
            fc.constantFrom('POSITIVE', 'NEGATIVE', 'UNSURE'),
          ),
          { maxLength: 5 },
        )
        .map((raw) => {
          const kept: Judgement[] = [];
          for (const [a, b, verdict] of raw) {
            const j = judgement(a, b, verdict as Judgement['verdict']);
            if (a !== b && !contradiction(j, kept)) kept.push(j);
          }
          return kept;
        });
const history = mentions().chain((list) => fc.tuple(fc.constant(list), judged(list)));

test('order, duplicates and shuffled judgements leave no trace (1,000 histories)', () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat()), ([list, js], noise) => {
      const whole = resolve(list, js, world);
      const jumbled = [...list, ...list.filter(() => noise.next().value! % 3 === 0)].sort(() =>
        noise.next().value! % 2 ? 1 : -1,
      );
      expect(resolve(jumbled, [...js].reverse(), world)).toEqual(whole);
    }),
    { numRuns: 1000 },
  );
});

test('block by block is the whole set (1,000 histories)', () => {
  fc.assert(
    fc.property(history, ([list, js]) => {
      const together = new Union(list.length);
      const at = new Map(list.map((m, i) => [mentionKey(m), i]));
      const blocks = list.map((m) => blockOf(m, world.gazetteer));
      blocks.forEach((x, i) => blocks.forEach((y, j) => share(x, y) && together.join(i, j)));
      for (const j of js) together.join(at.get(j.a)!, at.get(j.b)!);
      list.forEach((m, i) =>
        list.forEach((n, j) => m.report_id === n.report_id && m.claim_no === n.claim_no && together.join(i, j)),
      );
      const parts = together.sets().flatMap(
        (set) =>
          resolve(
            set.map((i) => list[i]!),
            js,
            world,
          ).clusters,
      );
      const sorted = (cs: Partition['clusters']): unknown => [...cs].sort((a, b) => (a.founding < b.founding ? -1 : 1));
      expect(sorted(parts)).toEqual(sorted(resolve(list, js, world).clusters));
    }),
    { numRuns: 1000 },
  );
});

test('anything that could link shares a block (1,000 pairs in 500 lists)', () => {
  fc.assert(
    fc.property(mentions(8), (list) => {
      for (const a of list)
        for (const b of list)
          if (a !== b && evidence(a, b, world).bar === null)
            expect(share(blockOf(a, world.gazetteer), blockOf(b, world.gazetteer))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a cluster is complete, and nothing in it is barred but by a person (500 histories)', () => {
  fc.assert(
    fc.property(history, ([list, js]) => {
      const byKey = new Map(list.map((m) => [mentionKey(m), m]));
      for (const group of groups(resolve(list, js, world)))
        for (const a of group)
          for (const b of group) {
            if (a >= b) continue;
            expect(ofOneClaim(a, b)).toBe(false);
            const e = evidence(byKey.get(a)!, byKey.get(b)!, world);
            if (!js.some((j) => j.verdict === 'POSITIVE')) {
              expect(e.score).toBeGreaterThanOrEqual(FLOOR);
              expect(meets(byKey.get(a)!, byKey.get(b)!)).toBe(true);
            }
          }
    }),
    { numRuns: 500 },
  );
});

test('POSITIVE joins, NEGATIVE parts, UNSURE does nothing (500 histories)', () => {
  fc.assert(
    fc.property(history, ([list, js]) => {
      const home = new Map(groups(resolve(list, js, world)).flatMap((g, i) => g.map((k) => [k, i])));
      for (const j of js)
        if (j.verdict !== 'UNSURE') expect(home.get(j.a) === home.get(j.b)).toBe(j.verdict === 'POSITIVE');
      const without = js.filter((j) => j.verdict !== 'UNSURE');
      expect(resolve(list, without, world)).toEqual(resolve(list, js, world));
    }),
    { numRuns: 500 },
  );
});

test('the parts of a cluster are those of its mentions alone (300 histories)', () => {
  fc.assert(
    fc.property(history, ([list, js]) => {
      for (const c of resolve(list, js, world).clusters)
        expect(
          partsOf(
            c.members.map((m) => m.mention),
            js,
            world,
          ),
        ).toEqual(c.parts);
    }),
    { numRuns: 300 },
  );
});

const asad = mention();
test.each<[string, Mention[], Judgement[], string[][]]>([
  ['nothing', [], [], []],
  ['two reports of one attack', [asad, mention({ report_id: 2 })], [], [['1.1.1', '2.1.1']]],
  [
    'two of one claim stay two, each with its own in a copy',
    [
      mention({ count: { low: 2, high: 2 } }),
      mention({ count: { low: 2, high: 2 }, k: 2 }),
      mention({ report_id: 2, count: { low: 2, high: 2 } }),
      mention({ report_id: 2, count: { low: 2, high: 2 }, k: 2 }),
    ],
    [],
    [
      ['1.1.1', '2.1.1'],
      ['1.1.2', '2.1.2'],
    ],
  ],
  [
    'one statement on three bases is three',
    [asad, mention({ claim_no: 2, site: 'harir-base' }), mention({ claim_no: 3, site: 'conoco' })],
    [],
    [['1.1.1'], ['1.2.1'], ['1.3.1']],
  ],
  [
    'two named bases near each other are two',
    [mention({ site: 'conoco' }), mention({ report_id: 2, site: 'euphrates' })],
    [],
    [['1.1.1'], ['2.1.1']],
  ],
  [
    'a town and the base beside it may be one',
    [mention({ site: 'harir' }), mention({ report_id: 2, site: 'harir-base' })],
    [],
    [['1.1.1', '2.1.1']],
  ],
  [
    'a vague mention joins one of two, not both',
    [asad, mention({ claim_no: 2 }), mention({ report_id: 2, site: 'western-iraq' })],
    [],
    [['1.1.1', '2.1.1'], ['1.2.1']],
  ],
  [
    'a person joins what evidence bars',
    [asad, mention({ report_id: 2, site: 'tanf' })],
    [judgement('1.1.1', '2.1.1', 'POSITIVE')],
    [['1.1.1', '2.1.1']],
  ],
  [
    'what a person joins keeps the others of both',
    [asad, mention({ report_id: 3 }), mention({ report_id: 2, site: 'tanf' }), mention({ report_id: 4, site: 'tanf' })],
    [judgement('1.1.1', '2.1.1', 'POSITIVE')],
    [['1.1.1', '2.1.1', '3.1.1', '4.1.1']],
  ],
  [
    'a person parts what evidence joins',
    [asad, mention({ report_id: 2 })],
    [judgement('1.1.1', '2.1.1', 'NEGATIVE')],
    [['1.1.1'], ['2.1.1']],
  ],
  [
    'the attack on forces and the strike by them',
    [
      asad,
      mention({ report_id: 2, perpetrator: [{ actor: 'usa', status: 'REPORTED AS FACT' }], target: ['militias'] }),
    ],
    [],
    [['1.1.1'], ['2.1.1']],
  ],
])('%s', (_, list, js, expected) => {
  expect(groups(resolve(list, js, world))).toEqual(expected);
});

test('every member but the founding one says what ties it', () => {
  const [c] = resolve(
    [asad, mention({ report_id: 2 }), mention({ report_id: 3, site: 'western-iraq' })],
    [],
    world,
  ).clusters;
  expect(c!.members.map((m) => [m.key, m.tied, m.reasons.length > 0])).toEqual([
    ['1.1.1', null, false],
    ['2.1.1', '1.1.1', true],
    ['3.1.1', '1.1.1', true],
  ]);
});

test('pairs are weighed as their reasons say, and none that may be one is left out', () => {
  fc.assert(
    fc.property(mentions(), (list) => {
      const all = inOrder(list);
      const found = pairsOf(all, world).map(({ a, b, score }) => `${a} ${b} ${score}`);
      const told = all.flatMap((y, b) =>
        all.slice(0, b).flatMap((x, a) => {
          const { score } = evidence(x, y, world);
          return score < FLOOR ? [] : [`${a} ${b} ${score}`];
        }),
      );
      expect(found.sort()).toEqual(told.sort());
    }),
    { numRuns: 300 },
  );
});

test('clusters that one claim or a person tells apart know of each other', () => {
  const p = resolve(
    [
      mention({ count: { low: 2, high: 2 } }),
      mention({ count: { low: 2, high: 2 }, k: 2 }),
      mention({ report_id: 2, site: 'tanf' }),
    ],
    [judgement('1.1.1', '2.1.1', 'NEGATIVE')],
    world,
  );
  expect(p.clusters.map((c) => c.distinct)).toEqual([['1.1.2', '2.1.1'], ['1.1.1'], ['1.1.1']]);
});

test('twice the mentions cost about twice the time, not four times', () => {
  const many = (n: number): Mention[] =>
    Array.from({ length: n }, (_, i) => {
      const at = utc('2020-01-01') + Math.floor(i / 6) * DAY;
      return mention({
        report_id: i + 1,
        published: at + DAY,
        from: at,
        to: at + DAY,
        site: ['asad', 'tanf', 'conoco'][i % 3]!,
      });
    });
  // Time of the processor: what others do on the machine is no cost of ours.
  const milliseconds = (list: Mention[]): number => {
    const start = process.cpuUsage();
    resolve(list, [], world);
    return process.cpuUsage(start).user / 1000;
  };
  const [small, large] = [many(2_000), many(8_000)];
  milliseconds(small);
  expect(milliseconds(large)).toBeLessThan(10 * Math.max(20, milliseconds(small)));
});
