/** What stands behind an answer over the shipped samples: its days, its tables to take, rules side by side, who is independent. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/compose.ts';
import type { RuleComparison } from '../../src/operations/compare.ts';
import type { TalliesView } from '../../src/operations/comparison-view.ts';
import type { ExportView } from '../../src/operations/export.ts';
import { httpApp } from '../../src/operations/http.ts';
import type { AnswerView, IncidentView } from '../../src/operations/outputs.ts';
import type { RulesView } from '../../src/operations/rules.ts';
import { desk, RULE, type Desk } from './desk.test-support.ts';

const HITS = 'attacks-on-us-forces-hits';
let d: Desk;
let answer: AnswerView;
beforeAll(async () => {
  d = await desk();
  await d.go('ingest', { paths: [`${ROOT}samples`], by: 'editor' });
  answer = await d.count();
}, 120_000);
afterAll(() => d?.close());

describe('the days of an answer', () => {
  test('end at the answer, never fall, and keep low ≤ best ≤ high', () => {
    expect(answer.days.length).toBeGreaterThan(5);
    const { low, best, high } = answer;
    expect(answer.days.at(-1)).toMatchObject({ low, best, high });
    answer.days.forEach((day, i) => {
      expect(day.low).toBeLessThanOrEqual(day.best);
      expect(day.best).toBeLessThanOrEqual(day.high ?? Infinity);
      const before = answer.days[i - 1];
      if (!before) return;
      expect(day.day > before.day).toBe(true);
      expect(day.low).toBeGreaterThanOrEqual(before.low);
      expect(day.best).toBeGreaterThanOrEqual(before.best);
      expect(day.high ?? Infinity).toBeGreaterThanOrEqual(before.high ?? Infinity);
    });
  });
  test('hold what is counted when the window ends there', async () => {
    for (const { day, low, best, high } of answer.days.filter((_, i) => i % 4 === 0)) {
      const then = await d.count({ until: day });
      expect({ day, low, best, high }).toEqual({ day, low: then.low, best: then.best, high: then.high });
    }
  });
});

describe('the map of an answer', () => {
  test('holds each incident whose place is known once, at no more than 0.1 degrees', () => {
    const sites = answer.incidents.filter((i) => i.site !== null);
    const drawn = answer.places.reduce((n, p) => n + p.incidents + p.doubtful, 0);
    expect(drawn).toBe(sites.length);
    for (const { lat, lon } of answer.places)
      for (const degrees of [lat, lon]) expect(String(degrees)).toMatch(/^-?\d+(\.\d)?$/);
  });
});

describe('an incident', () => {
  test('has the parties that its grade rests on, every telling once, and each side’s word or that none is held', async () => {
    let copies = 0;
    for (const { code } of answer.incidents) {
      const i = await d.go<IncidentView>('incident', { incident: code });
      const { tellings, parties, sides, credibility } = i.independence;
      expect(tellings.map((t) => t.mention).sort()).toEqual(i.links.map((l) => l.mention).sort());
      const affirming = parties.filter((p) => p.word === 'affirms').map((p) => p.id);
      expect(affirming.sort(), code).toEqual(i.parties.map((p) => p.id).sort());
      for (const t of tellings) expect(parties.map((p) => p.id)).toContain(t.party);
      for (const t of tellings.filter((x) => x.copies)) {
        copies++;
        expect(tellings.find((x) => x.mention === t.copies)).toMatchObject({ party: t.party, copies: null });
      }
      expect(sides.map((s) => s.id)).not.toContain('iran-backed-militias');
      for (const s of sides) expect(s.claims.length === 0, code).toBe(s.word === 'not asked');
      if (i.grade === 'Confirmed') expect(credibility).toBeLessThanOrEqual(3);
      if (i.grade === 'Weak') expect(credibility).toBe(6);
    }
    expect(copies).toBeGreaterThan(0);
  });
});

describe('two rules side by side', () => {
  test('differ by what is listed, with a reason for each', async () => {
    const c = await d.go<RuleComparison>('compare', { first: RULE, second: HITS });
    expect(c.difference).toBe(c.second.best - c.first.best);
    expect(c.differences.reduce((n, x) => n + x.by, 0)).toBe(c.difference);
    expect(c.differences.length).toBeGreaterThan(0);
    for (const x of c.differences) expect(x.why.join(), x.incident.code).not.toBe('');
    const back = await d.go<RuleComparison>('compare', { first: HITS, second: RULE });
    expect([back.difference, back.both, back.differences.length]).toEqual([
      -c.difference,
      c.both,
      c.differences.length,
    ]);
  });
  test('in other units and other countries still sum', async () => {
    for (const second of ['injured-us-personnel', 'attacks-on-kurdistan-region', 'us-strikes-in-response']) {
      const c = await d.go<RuleComparison>('compare', { first: RULE, second });
      expect(
        c.differences.reduce((n, x) => n + x.by, 0),
        second,
      ).toBe(c.difference);
    }
  });
  test('of one rule differ in nothing; a rule that does not exist is refused', async () => {
    const c = await d.go<RuleComparison>('compare', { first: RULE, second: `${RULE}@1` });
    expect([c.difference, c.differences, c.both]).toEqual([
      0,
      [],
      answer.incidents.filter((i) => i.set !== 'high').length,
    ]);
    expect(await d.refusal('compare', { first: RULE, second: 'no-such' })).toMatch(/^rule-unknown/);
  });
});

test('every rule in force is listed as it is written', async () => {
  const { rules } = await d.go<RulesView>('rules');
  expect(rules.length).toBeGreaterThanOrEqual(6);
  expect(rules.find((r) => r.id === RULE)).toMatchObject({
    version: 1,
    versions: [1],
    unit: 'incident',
    knowledge: { low: ['Confirmed', 'Fair'], best: ['Confirmed', 'Fair', 'Weak'] },
    compares: ['attack', 'operation'],
  });
});

test('tallies stand beside ours with a verdict, and what lies outside our bounds is told', async () => {
  const { comparisons } = await d.go<TalliesView>('tallies', { rule: RULE });
  expect(new Set(comparisons.map((c) => c.kind))).toEqual(new Set(['total', 'step']));
  for (const c of comparisons.filter((x) => x.stands === 'below'))
    expect(c.gaps.length, c.claims.join()).toBeGreaterThan(0);
});

describe('a table to take', () => {
  const take = (input: Record<string, unknown>) => d.go<ExportView>('export', { rule: RULE, ...input });

  test.each(['daybook', 'acled', 'ucdp'])(
    'holds every incident of the answer once, in the columns of %s',
    async (shape) => {
      for (const asked of [{}, { asOf: '2023-11-01' }]) {
        const [{ columns, rows }, then] = [await take({ what: 'incidents', shape, ...asked }), await d.count(asked)];
        expect(rows.map((r) => r[columns[0]!])).toEqual(then.incidents.map((i) => i.code));
        for (const row of rows) expect(Object.keys(row)).toEqual(columns);
      }
    },
  );
  test('at a cutoff tells of an incident what had been said by then', async () => {
    const [then, now] = [await take({ what: 'incidents', asOf: '2023-10-19' }), await take({ what: 'incidents' })];
    const claims = (v: ExportView, code: unknown): number => Number(v.rows.find((r) => r.code === code)?.claims);
    const more = then.rows.filter((r) => claims(now, r.code) > claims(then, r.code));
    expect(more.length).toBeGreaterThan(0);
  });
  test('in the shape of ACLED has its precision codes, days and types', async () => {
    const { rows } = await take({ what: 'incidents', shape: 'acled' });
    for (const r of rows) {
      expect(r.event_date).toMatch(/^2023-\d\d-\d\d$/);
      expect([1, 2, 3]).toContain(r.time_precision);
      expect([1, 2, 3]).toContain(r.geo_precision);
      expect(r.disorder_type).toBe('Political violence');
      expect(r.fatalities).toBeTypeOf('number');
    }
  });
  test('in the shape of UCDP keeps low ≤ best ≤ high and start ≤ end', async () => {
    const { rows } = await take({ what: 'incidents', shape: 'ucdp' });
    for (const r of rows) {
      expect(Number(r.low)).toBeLessThanOrEqual(Number(r.best));
      if (r.high !== null) expect(Number(r.best)).toBeLessThanOrEqual(Number(r.high));
      expect(String(r.date_start) <= String(r.date_end)).toBe(true);
    }
  });
  test('of claims and tallies carries the notice of a paraphrase beside its words', async () => {
    for (const what of ['claims', 'tallies']) {
      const { rows, notices } = await take({ what });
      expect(rows.length).toBeGreaterThan(10);
      expect(notices.length).toBeGreaterThan(0);
      for (const r of rows.filter((x) => String(x.source).startsWith('samples-')))
        expect(r.notice).toMatch(/paraphrase/);
    }
  });
  test('has no shape that its rows do not have, and needs a rule', async () => {
    expect(await d.refusal('export', { what: 'tallies', rule: RULE, shape: 'ucdp' })).toMatch(
      /^input-invalid.*no ucdp columns/,
    );
    expect(await d.refusal('export', { what: 'claims' })).toMatch(/^input-missing/);
  });
  test('leaves over HTTP as what it is, to be kept under a name of its own', async () => {
    const api = httpApp({ context: d.context, token: null, version: '0' });
    const got = async (format: string) => {
      const response = await api.request(`/api/v1/export?what=incidents&rule=${RULE}&format=${format}`);
      const { headers } = response;
      return {
        type: headers.get('content-type')!,
        name: headers.get('content-disposition')!,
        text: await response.text(),
      };
    };
    const [csv, json, geo] = [await got('csv'), await got('json'), await got('geojson')];
    expect(csv.type).toMatch(/^text\/csv; charset=utf-8/);
    expect(csv.name).toMatch(/^attachment; filename="attacks-on-us-forces-incidents-\d+\.csv"$/);
    expect(csv.text.split('\r\n')).toHaveLength(answer.incidents.length + 2);
    expect(json.type).toMatch(/^application\/json/);
    expect((JSON.parse(json.text) as ExportView).rows).toHaveLength(answer.incidents.length);
    expect(geo.type).toMatch(/^application\/geo\+json/);
    const { features } = JSON.parse(geo.text) as { features: { geometry: { coordinates: number[] } | null }[] };
    expect(features).toHaveLength(answer.incidents.length);
    for (const degrees of features.flatMap((f) => f.geometry?.coordinates ?? []))
      expect(String(degrees)).toMatch(/^-?\d+(\.\d)?$/);
  });
});
