import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attack, contextOn, desk, deskOn, tell, type Desk } from './desk.test-support.ts';

/** B3 where it concerns the record: points, cutoffs and their ends. The clock is ours, so that entries have known times. */
let d: Desk;
let clock = Date.UTC(2026, 0, 10, 0, 0, 0) * 1000;
const at = (iso: string): void => void (clock = Date.parse(iso) * 1000);
const lastOf: Record<string, number> = {};
beforeAll(async () => {
  const base = await desk();
  const context = { ...contextOn(base.store), now: () => clock };
  d = { ...deskOn(base.store, base.url, base.close), context };
  // The clock of the files' entries is the real one and later than ours: entries never go back in time.
  await base.tamper(
    "set role daybook_owner; update entry set at = '2026-01-01T00:00:00Z'::timestamptz + seq * interval '1 microsecond'",
  );
  const told = async (name: string, when: string, published: string): Promise<void> => {
    at(when);
    await tell(d, [{ id: name, published, claims: [attack({ from: published.slice(0, 10) })] }]);
    lastOf[name] = await d.last();
  };
  await told('one', '2026-01-10T23:59:59Z', '2024-01-03T23:59:59Z');
  await told('two', '2026-01-11T00:00:00Z', '2024-01-04T00:00:00Z');
  await told('late', '2026-01-12T08:00:00Z', '2024-01-02T08:00:00Z');
});
afterAll(() => d.close());

const best = async (question: Record<string, unknown>): Promise<number> => (await d.count(question)).best;

describe('a record point', () => {
  test('absent is the last entry, and 0 is an empty answer and no error', async () => {
    expect(await d.count()).toMatchObject({ n: lastOf.late, best: 3, low: 0 });
    const empty = await d.count({ at: 0 });
    expect(empty).toMatchObject({
      n: 0,
      low: 0,
      best: 0,
      high: 0,
      reviewed: { n: 0, of: 0 },
      incidents: [],
      out: [],
      tallies: [],
      days: [],
    });
    expect(await d.count({ at: '0' })).toEqual(empty);
  });

  test('by number holds that entry and none after it', async () => {
    expect(await best({ at: lastOf.one! })).toBe(1);
    expect(await best({ at: lastOf.one! - 1 })).toBe(0);
    expect(await best({ at: String(lastOf.two) })).toBe(2);
  });

  test('by date is the last entry recorded by the end of that day, UTC', async () => {
    expect((await d.count({ at: '2026-01-10' })).n).toBe(lastOf.one);
    expect((await d.count({ at: '2026-01-11' })).n).toBe(lastOf.two);
    expect((await d.count({ at: '2026-01-09' })).best).toBe(0);
    expect((await d.count({ at: '2025-12-31' })).n).toBe(0);
    expect((await d.count({ at: '2026-03-01' })).n).toBe(lastOf.late);
  });

  test('by instant includes what was recorded at it', async () => {
    expect((await d.count({ at: '2026-01-10T23:59:58Z' })).best).toBe(0);
    // The report and its reading, one microsecond after another.
    expect((await d.count({ at: '2026-01-11T00:00:01Z' })).n).toBe(lastOf.two);
    expect((await d.count({ at: '2026-01-11T02:59:59+03:00' })).best).toBe(0);
    expect((await d.count({ at: '2026-01-11T03:00:01+03:00' })).n).toBe(lastOf.two);
  });

  test.each([
    [1_000_000, 'point-unknown'],
    [-1, 'point-unknown'],
    ['-3', 'point-unknown'],
    ['99999999999999999999', 'point-unknown'],
    ['1e99', 'date-invalid'],
    ['1800-01-01', 'date-invalid'],
    ['2026-02-30', 'date-invalid'],
    ['1.5', 'date-invalid'],
    ['yesterday', 'date-invalid'],
    ['  ', 'date-invalid'],
    ['0x1', 'date-invalid'],
    ['NaN', 'date-invalid'],
    ['2026-01-10T10:00:00', 'date-invalid'],
    ["1' or 1=1", 'date-invalid'],
  ])('%j is refused: %s', async (point, code) => {
    expect(await d.refusal('count', { rule: 'attacks-on-us-forces', at: point })).toMatch(new RegExp(`^${code}`));
  });
});

describe('a cutoff', () => {
  test('by date takes the whole day, UTC, and nothing of the next', async () => {
    expect(await best({ asOf: '2024-01-03' })).toBe(2);
    expect(await best({ asOf: '2024-01-04' })).toBe(3);
    expect(await best({ asOf: '2024-01-02' })).toBe(1);
    expect(await best({ asOf: '2024-01-01' })).toBe(0);
  });
  test('by instant includes what was published at it', async () => {
    expect(await best({ asOf: '2024-01-03T23:59:58Z' })).toBe(1);
    expect(await best({ asOf: '2024-01-03T23:59:59Z' })).toBe(2);
    expect(await best({ asOf: '2024-01-04T00:00:00Z' })).toBe(3);
    expect(await best({ asOf: '2024-01-04T02:59:59+03:00' })).toBe(2);
  });
  test('and a record point are two axes: a report published before the cutoff and recorded later is late', async () => {
    expect(await best({ asOf: '2024-01-03', at: lastOf.two! })).toBe(1);
    expect(await best({ asOf: '2024-01-03', at: lastOf.late! })).toBe(2);
    const told = await d.go<{ difference: number; changes: { cause: string }[] }>('changes', {
      rule: 'attacks-on-us-forces',
      from: lastOf.two,
      to: lastOf.late,
    });
    expect(told).toMatchObject({ difference: 1, changes: [{ cause: 'late report' }] });
  });
  test.each(['2024-13-01', 'soon', '12', '1750-01-01'])('%j is refused', async (asOf) => {
    expect(await d.refusal('count', { rule: 'attacks-on-us-forces', asOf })).toMatch(/^date-invalid/);
  });
});
