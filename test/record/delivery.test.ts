import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingestPaths } from '../../src/operations/ingest.ts';
import { append } from '../../src/record/append.ts';
import type { Draft } from '../../src/record/envelope.ts';
import { openStore } from '../../src/store/connection.ts';
import { contextOn, desk, dump, type Desk } from './desk.test-support.ts';
import { item, shuffled } from './items.test-support.ts';

/** J1: however often and by however many hands a thing is delivered, it is recorded once. */
let folder: string;
const open: Desk[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-delivery-'));
});
afterAll(async () => {
  await Promise.all(open.map((d) => d.close()));
  await rm(folder, { recursive: true, force: true });
});
const fresh = async (): Promise<Desk> => {
  const d = await desk();
  open.push(d);
  return d;
};

const ITEMS = 1000;

/** What a record amounts to, whatever the order in which it was told. */
async function summary(d: Desk): Promise<Record<string, unknown>> {
  const [row] = await d.store.read((q) =>
    q<
      Record<string, number>
    >(`select (select count(*) from report) as reports, (select count(distinct code) from report) as codes,
       (select count(*) from claim) as claims, (select count(*) from mention) as mentions,
       (select count(*) from link where until is null) as links,
       (select count(distinct (report_id, claim_no, k)) from link where until is null) as linked,
       (select count(*) from reading) as readings,
       (select count(*) from entry where kind = 'report.read') as read,
       (select count(*) from entry where kind = 'report.captured') as captured`),
  );
  const { low, best, high, partition } = await d.count();
  return { ...row!, low, best, high, partition };
}

test(
  '1,000 items, each delivered one to five times by three ingests at once, are 1,000 reports',
  { timeout: 120_000 },
  async () => {
    const lines = Array.from({ length: ITEMS }, (_, i) => JSON.stringify(item(i)));
    const once = join(folder, 'once.jsonl');
    await writeFile(once, lines.join('\n'));
    const control = await fresh();
    await ingestPaths(control.context, { paths: [once], by: 'desk' });

    const d = await fresh();
    const second = await openStore({ dataDir: '', databaseUrl: d.url });
    const contexts = [d.context, contextOn(second), d.context];
    const files = contexts.map((_, hand) => {
      // Item i comes 1 + i mod 5 times, spread over the three.
      const mine = lines.flatMap((line, i) =>
        Array.from({ length: 1 + (i % 5) }, (_, n) => ((i + n) % 3 === hand ? [line] : [])).flat(),
      );
      return { path: join(folder, `hand-${hand}.jsonl`), lines: shuffled(mine, hand + 1) };
    });
    for (const f of files) await writeFile(f.path, f.lines.join('\n'));
    const done = await Promise.all(
      contexts.map((c, i) => ingestPaths(c, { paths: [files[i]!.path], by: `hand-${i}` })),
    );
    await second.close();

    expect(done.flatMap((t) => t.errors)).toEqual([]);
    expect(done.reduce((n, t) => n + t.captured, 0)).toBe(ITEMS);
    expect(done.reduce((n, t) => n + t.captured + t.already, 0)).toBe(files.reduce((n, f) => n + f.lines.length, 0));
    const found = await summary(d);
    expect(found).toMatchObject({ reports: ITEMS, codes: ITEMS, readings: ITEMS, read: ITEMS, captured: ITEMS });
    expect(found.links).toBe(found.linked);
    expect(found).toEqual(await summary(control));
    const [numbers] = await d.store.read((q) =>
      q('select count(*) as n, min(seq) as first, max(seq) as last from entry'),
    );
    expect(numbers).toEqual({ n: numbers!.last, first: 1, last: numbers!.last });
    expect(await d.go('verify')).toMatchObject({ good: true });

    const before = await dump(d.store, ['entry', 'idem', 'report', 'claim', 'link', 'incident']);
    const again = await ingestPaths(d.context, { paths: [once], by: 'desk' });
    expect(again).toMatchObject({ captured: 0, already: ITEMS, read: 0, claims: 0 });
    expect(await dump(d.store, ['entry', 'idem', 'report', 'claim', 'link', 'incident'])).toBe(before);
  },
);

describe('an act under a key', () => {
  const adopted = (why: string): Draft => ({
    kind: 'engine.adopted',
    by: 'x',
    data: { engine: 'e', version: '1', why },
  });

  test('done again changes nothing and tells what was done; also when sixteen try at once', async () => {
    const d = await fresh();
    const n = await d.last();
    const go = (key: string): Promise<unknown> =>
      append(d.store, { key, stages: [() => [adopted('one'), adopted('two')]] }, d.context.now);
    const all = await Promise.all(Array.from({ length: 16 }, (_, i) => go(i % 2 ? 'odd' : 'even')));
    expect(await d.last()).toBe(n + 4);
    expect(all.filter((a) => !(a as { already: boolean }).already)).toHaveLength(2);
    const before = await dump(d.store, ['entry', 'idem']);
    expect(await go('odd')).toMatchObject({ already: true });
    expect(await dump(d.store, ['entry', 'idem'])).toBe(before);
  });

  test('that fails in a later stage leaves nothing behind, and may be done again', async () => {
    const d = await fresh();
    const before = await dump(d.store, ['entry', 'idem', 'blob', 'report']);
    const blobs = [{ bytes: Buffer.from('some bytes'), mediaType: 'text/plain' }];
    const failing = append(
      d.store,
      { key: 'k', blobs, stages: [() => [adopted('x')], () => Promise.reject(new Error('stop'))] },
      d.context.now,
    );
    await expect(failing).rejects.toThrow('stop');
    const invalid = append(d.store, { key: 'k', stages: [() => [adopted('x'), adopted('')]] }, d.context.now);
    await expect(invalid).rejects.toMatchObject({ code: 'entry-invalid' });
    expect(await dump(d.store, ['entry', 'idem', 'blob', 'report'])).toBe(before);
    expect(await append(d.store, { key: 'k', stages: [() => [adopted('x')]] }, d.context.now)).toMatchObject({
      already: false,
    });
  });

  test('has a time after the entry before it, also when the clock goes back', async () => {
    const d = await fresh();
    const past = Date.UTC(2020, 0, 1) * 1000;
    await append(d.store, { key: 'back', stages: [() => [adopted('a'), adopted('b')]] }, () => past);
    const rows = await d.store.read((q) => q<{ at: string }>('select at from entry order by seq desc limit 3'));
    const times = rows.map((r) => r.at).reverse();
    expect(new Set(times).size).toBe(3);
    expect([...times].sort()).toEqual(times);
  });
});
