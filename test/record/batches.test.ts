import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/compose.ts';
import { ingestPaths } from '../../src/operations/ingest.ts';
import { loadData } from '../../src/operations/load.ts';
import { applyAll } from '../../src/record/append.ts';
import { open as openEntry, type Entry } from '../../src/record/envelope.ts';
import { rebuild } from '../../src/record/rebuild.ts';
import { VIEW_TABLES } from '../../src/record/tables.ts';
import { Views } from '../../src/record/views.ts';
import { capture } from '../../src/operations/capture.ts';
import { attack, collected, DATA, desk, dump, RULE, tell, textOf, type Desk } from './desk.test-support.ts';

/** The same entries give the same rows, however they are bundled; and nothing breaks on what is large. */
const open: Desk[] = [];
afterAll(() => Promise.all(open.map((d) => d.close())));
const fresh = async (): Promise<Desk> => {
  const d = await desk();
  open.push(d);
  return d;
};

const dayAfter = (n: number): string => new Date(Date.UTC(2024, 0, 2) + n * 86_400_000).toISOString().slice(0, 10);

const entriesOf = async (d: Desk): Promise<Entry[]> =>
  (await d.store.read((q) => q<{ body: Buffer }>('select body from entry order by seq'))).map((r) => openEntry(r.body));

/** Empties the views and applies the entries again in bundles that end after the given entries. */
async function bundled(d: Desk, entries: readonly Entry[], ends: ReadonlySet<number>): Promise<string> {
  await d.store.own(async (q) => {
    for (const t of Object.values(VIEW_TABLES)) await q(`delete from ${t.name}`);
    let views = new Views(q);
    let bundle: Entry[] = [];
    for (const e of entries) {
      bundle.push(e);
      const next = entries[e.seq];
      // A bundle holds entries of one act and kind at most: that is what append and replay do.
      if (next && next.idem === e.idem && next.kind === e.kind && !ends.has(e.seq)) continue;
      await applyAll(views, bundle);
      await views.flush();
      bundle = [];
      if (ends.has(-e.seq)) views = new Views(q);
    }
  });
  return dump(d.store);
}

describe('the same entries', () => {
  test(
    'one by one, in the acts that recorded them, or cut anywhere: identical views',
    { timeout: 60_000 },
    async () => {
      const d = await fresh();
      await ingestPaths(d.context, { paths: [join(ROOT, 'samples')], by: 'desk' });
      const who = { by: 'editor', why: 'x' };
      const { incidents } = await d.count();
      await d.go('grade', { incident: incidents[3]!.code, grade: 'Discounted', ...who });
      await d.go('report withdraw', { report: 's-2023-10-23-iri', ...who });
      const claims = await d.store.read((q) =>
        q<{ name: string }>(
          "select r.code || '.' || c.claim_no as name from claim c join report r using (report_id) where c.kind = 'incident' and c.until is null and r.until is null and not r.withdrawn order by 1",
        ),
      );
      const rejected = await d.go<{ entry: number }>('claim reject', { claim: claims[1]!.name, ...who });
      await d.go('claim accept', { claim: claims[5]!.name, ...who });
      await d.go('undo', { entry: rejected.entry, ...who });
      await d.go('judge', { verdict: 'SAME', a: claims[0]!.name, b: claims[9]!.name, ...who }).catch(() => undefined);
      const recorded = await dump(d.store);
      const entries = await entriesOf(d);
      expect(entries.length).toBeGreaterThan(95);
      await rebuild(d.store);
      expect(await dump(d.store)).toBe(recorded);
      const single = new Set(entries.flatMap((e) => [e.seq, -e.seq]));
      expect(await bundled(d, entries, single)).toBe(recorded);
      const cuts = fc.array(fc.integer({ min: -entries.length, max: entries.length }), { maxLength: 20 });
      await fc.assert(
        fc.asyncProperty(cuts, async (at) => {
          expect(await bundled(d, entries, new Set(at))).toBe(recorded);
        }),
        { numRuns: 3 },
      );
    },
  );

  test('in one batch of reports or report by report: the same claims, links and counts', async () => {
    const told = Array.from({ length: 12 }, (_, i) => ({
      id: `r${i}`,
      published: `2024-01-0${4 + (i % 5)}T12:00:00Z`,
      claims: [
        attack({ from: `2024-01-0${1 + (i % 3)}` }),
        attack({ site: 'al-tanf', from: `2024-01-0${1 + (i % 2)}` }),
      ],
    }));
    const [one, all] = [await fresh(), await fresh()];
    await tell(all, told);
    for (const t of told) await tell(one, [t]);
    const partition = (d: Desk): Promise<unknown[]> =>
      d.store.read((q) =>
        q(
          `select array_agg(r.code || '.' || l.claim_no || '.' || l.k order by r.code, l.claim_no) as members from link l
         join report r on r.report_id = l.report_id and r.until is null where l.until is null group by l.incident_id order by 1`,
        ),
      );
    expect(await partition(one)).toEqual(await partition(all));
    const [a, b] = [await one.count(), await all.count()];
    expect([a.low, a.best, a.high, a.partition]).toEqual([b.low, b.best, b.high, b.partition]);
  });
});

describe('large things', () => {
  test(
    '900 new incidents in one act: parts of one act, distinct ids, views that follow',
    { timeout: 60_000 },
    async () => {
      const d = await fresh();
      const sites = ['ain-al-asad', 'al-tanf', 'harir-base'];
      const day = (n: number): string => new Date(Date.UTC(2024, 0, 2) + n * 3 * 86_400_000).toISOString().slice(0, 10);
      await tell(
        d,
        Array.from({ length: 300 }, (_, i) => ({
          id: `big-${i}`,
          published: '2034-01-01T00:00:00Z',
          claims: sites.map((site) => attack({ site, from: day(i) })),
        })),
      );
      expect((await d.count()).best).toBe(900);
      const [row] = await d.store.read((q) =>
        q(
          "select count(*) as parts, count(distinct convert_from(body, 'UTF8')::jsonb->>'idem') as acts, max(length(body)) as bytes from entry where kind = 'links.settled'",
        ),
      );
      expect(row!.parts).toBeGreaterThan(1);
      expect(row!.acts).toBe(1);
      expect(row!.bytes).toBeLessThanOrEqual(65_535);
      expect(await d.go('verify')).toMatchObject({ good: true });
    },
  );

  test('a report of 500 claims, and a claim that speaks of 100 attacks', { timeout: 60_000 }, async () => {
    const d = await fresh();
    const text = Array.from({ length: 3000 }, (_, i) => `w${(i * 7919).toString(36)}`).join(' ');
    const claims = Array.from({ length: 500 }, (_, i) =>
      attack({
        evidence: [[i * 12, i * 12 + 11]],
        from: new Date(Date.UTC(2024, 0, 2) + i * 2 * 86_400_000).toISOString().slice(0, 10),
      }),
    );
    await tell(d, [{ id: 'long', text, published: '2030-01-01T00:00:00Z', claims }]);
    expect((await d.count()).best).toBe(500);
    await tell(d, [
      {
        id: 'many',
        published: '2030-01-02T00:00:00Z',
        claims: [attack({ site: 'al-tanf', from: '2024-01-02', to: '2024-03-30', count: { low: 100, high: 120 } })],
      },
    ]);
    const answer = await d.count();
    expect(answer.best).toBe(600);
    expect(answer.high).toBe(620);
    const codes = answer.incidents.map((i) => i.code);
    expect(new Set(codes).size).toBe(600);
    await d.go('claim reject', { claim: 'many.1', by: 'editor', why: 'too many' });
    expect((await d.count()).best).toBe(500);
    expect(await d.go('verify')).toMatchObject({ good: true });
  });

  test('two writers that settle one block at once leave what one after the other would', async () => {
    const d = await fresh();
    const told = Array.from({ length: 10 }, (_, i) => ({
      id: `w${i}`,
      published: `2024-01-0${4 + (i % 5)}T12:00:00Z`,
      claims: [attack(), attack({ site: 'al-tanf' })],
    }));
    await Promise.all(told.map((t) => tell(d, [t])));
    const [row] = await d.store.read((q) =>
      q(
        'select count(*) as links, count(distinct (report_id, claim_no, k)) as mentions, count(distinct incident_id) as incidents from link where until is null',
      ),
    );
    expect(row).toEqual({ links: 20, mentions: 20, incidents: 2 });
    await Promise.allSettled([
      d.go('judge', { verdict: 'SAME', a: 'w1.1', b: 'w1.2', by: 'a', why: 'x' }),
      d.go('judge', { verdict: 'DIFFERENT', a: 'w1.1', b: 'w1.2', by: 'b', why: 'x' }),
    ]);
    const judged = await d.store.read((q) => q('select verdict from judgement where until is null'));
    expect(judged).toHaveLength(1);
    expect(await d.go('verify')).toMatchObject({ good: true });
  });

  test('rebuild while others record: they wait, and nothing is lost or doubled', async () => {
    const d = await fresh();
    await tell(d, [{ id: 'r', claims: [attack()] }]);
    const busy = Array.from({ length: 8 }, (_, i) =>
      tell(d, [{ id: `b${i}`, claims: [attack({ from: `2024-01-1${i}` })] }]),
    );
    await Promise.all([...busy, rebuild(d.store), rebuild(d.store)]);
    expect((await d.count()).best).toBe(9);
    expect(await d.go('verify')).toMatchObject({ good: true });
  });
});

test(
  'reports that each bring a source of their own leave the same views as a rebuild',
  { timeout: 60_000 },
  async () => {
    const d = await fresh();
    const told = Array.from({ length: 150 }, (_, i) => ({ id: `old-${i}`, claims: [attack({ from: dayAfter(i) })] }));
    await tell(d, told);
    const items = Array.from({ length: 150 }, (_, i) => {
      const source = { id: `new-${i}`, name: `New ${i}`, kind: 'newspaper' as const };
      return { ...collected({ id: `r-${i}`, text: textOf(`r-${i}`), source }), newSource: true };
    });
    expect((await capture(d.context, items, 'desk')).captured).toHaveLength(150);
    const recorded = await dump(d.store);
    await rebuild(d.store);
    expect(await dump(d.store)).toBe(recorded);
  },
);

describe('a data file that changed', () => {
  test(
    'tells live reports again, answers at earlier points stay, and a rebuild agrees',
    { timeout: 60_000 },
    async () => {
      const data = await mkdtemp(join(tmpdir(), 'daybook-data-'));
      await cp(DATA, data, { recursive: true });
      const d = await fresh();
      await ingestPaths(d.context, { paths: [join(ROOT, 'samples')], by: 'desk' });
      const before = await d.count();
      const words = await readFile(join(data, 'actors/groups.yaml'), 'utf8');
      // The group becomes a body of the command that it strikes: its word acknowledges from now on.
      const head = '- id: islamic-resistance-in-iraq\n';
      expect(words).toContain(head);
      const relations = '  relations:\n    - type: member_of\n      to: pentagon\n';
      await writeFile(join(data, 'actors/groups.yaml'), words.replace(head, head + relations));
      const { loaded } = await loadData({ ...d.context, dataFiles: data }, 'editor');
      expect(loaded).toEqual(['actors/groups.yaml']);
      const after = await d.count();
      expect(JSON.stringify(after.incidents)).not.toBe(JSON.stringify(before.incidents));
      expect(JSON.stringify(await d.count({ rule: RULE, at: before.n }))).toBe(JSON.stringify(before));
      const recorded = await dump(d.store);
      await rebuild(d.store);
      expect(await dump(d.store)).toBe(recorded);
      expect(await d.go('verify')).toMatchObject({ good: true });
      await loadData(d.context, 'editor');
      expect(JSON.stringify((await d.count()).incidents)).toBe(JSON.stringify(before.incidents));
      await rm(data, { recursive: true, force: true });
    },
  );
});
