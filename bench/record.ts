/**
 * How fast the record takes things in and gives answers, beside what one would write first: a row at a time, each in a
 * transaction of its own. Both on the same embedded PostgreSQL with its own settings (fsync on), in one run.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../src/compose.ts';
import { Claim } from '../src/model/claim.ts';
import { Report } from '../src/model/report.ts';
import { capture } from '../src/operations/capture.ts';
import type { Context } from '../src/operations/context.ts';
import { count } from '../src/operations/count.ts';
import { ingestPaths } from '../src/operations/ingest.ts';
import { loadData } from '../src/operations/load.ts';
import { engineFromFiles } from '../src/operations/file-engine.ts';
import { recordReadings } from '../src/operations/reading.ts';
import { run } from '../src/operations/run.ts';
import { append } from '../src/record/append.ts';
import { seal, sha256, type Draft } from '../src/record/envelope.ts';
import { lastEntry } from '../src/record/points.ts';
import { rebuild } from '../src/record/rebuild.ts';
import { verify } from '../src/record/verify.ts';
import { openStore } from '../src/store/connection.ts';

type Line = [what: string, ours: string, naive: string];
const DAY = 86_400_000;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
const rate = (n: number, s: number, unit: string): string => `${Math.round(n / s).toLocaleString('en')} ${unit}/s`;
const ms = (s: number): string => `${(s * 1000).toFixed(s < 0.01 ? 1 : 0)} ms`;
const median = (list: number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;

const adopted = (i: number): Draft => ({
  kind: 'engine.adopted',
  by: 'bench',
  data: { engine: 'rules', version: String(i), why: 'a reason of the usual length for an entry of the record' },
});

async function appending(context: Context, lines: Line[]): Promise<void> {
  const { store, now } = context;
  const batched = await seconds(async () => {
    for (let b = 0; b < 10; b++)
      await append(
        store,
        { key: `batch ${b}`, stages: [() => Array.from({ length: 1000 }, (_, i) => adopted(i))] },
        now,
      );
  });
  const single = await seconds(async () => {
    for (let i = 0; i < 300; i++) await append(store, { key: `single ${i}`, stages: [() => [adopted(i)]] }, now);
  });
  // The same columns, one row and one transaction at a time, without lock, idempotency or views.
  await store.own((q) => q('create table bench_entry (like entry including indexes)'));
  await store.own((q) => q('grant insert on bench_entry to daybook_writer'));
  const naive = await seconds(async () => {
    for (let i = 1; i <= 300; i++) {
      const { entry, body, leaf } = seal(adopted(i), {
        seq: i,
        at: new Date().toISOString(),
        idem: `${i}`,
        nonce: randomUUID(),
      });
      await store.write((q) =>
        q('insert into bench_entry values ($1, $2, $3, $4, $5, $6)', [i, entry.kind, entry.at, entry.by, body, leaf]),
      );
    }
  });
  lines.push(['append, 1,000 entries an act', rate(10_000, batched, 'entries'), rate(300, naive, 'rows')]);
  lines.push(['append, one entry an act', rate(300, single, 'entries'), rate(300, naive, 'rows')]);
}

const BASES = ['Ain al-Asad', 'Harir', 'al-Tanf', 'Conoco', 'Erbil'];

/** Reports of one attack each, spread over years as news is. */
const report = (i: number): Record<string, unknown> => {
  const at = new Date(Date.UTC(2020, 0, 1) + Math.floor(i / 2) * DAY);
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return {
    id: `bench-${i}`,
    source: { id: i % 2 ? 'reuters' : 'ap', name: i % 2 ? 'Reuters' : 'AP', kind: 'news agency' },
    language: 'en',
    published: new Date(at.getTime() + DAY / 2 + (i % 60) * 60_000).toISOString(),
    title: `Drone attack on ${BASES[i % 5]} base`,
    text: `A drone attacked US forces at the ${BASES[i % 5]} base on ${day}, the Pentagon said. Two people were lightly injured. ${(i * 7919).toString(36)} ${(i * 104_729).toString(36)}.\n\nNobody had claimed the attack by noon. A spokesman said that the drone had been launched from open country to the south.`,
  };
};

async function ingesting(context: Context, folder: string, lines: Line[]): Promise<void> {
  const one = join(folder, 'reports.jsonl');
  await writeFile(one, Array.from({ length: 1000 }, (_, i) => JSON.stringify(report(i))).join('\n'));
  const batched = await seconds(() => ingestPaths(context, { paths: [one], by: 'bench' }));
  const files = await Promise.all(
    Array.from({ length: 60 }, async (_, i) => {
      const path = join(folder, `one-${i}.json`);
      await writeFile(path, JSON.stringify(report(2000 + i)));
      return path;
    }),
  );
  const naive = await seconds(async () => {
    for (const path of files) await ingestPaths(context, { paths: [path], by: 'bench' });
  });
  lines.push([
    'ingest, 1,000 reports: collect, read, link',
    rate(1000, batched, 'reports'),
    rate(60, naive, 'reports'),
  ]);
}

/** Fills the record up to so many incidents, each told by one synthetic claim. */
async function fill(context: Context, from: number, to: number): Promise<void> {
  const sites = ['ain-al-asad', 'harir-base', 'al-tanf', 'conoco'];
  for (let at = from; at < to; at += 500) {
    const items = Array.from({ length: Math.min(500, to - at) }, (_, i) => {
      const n = at + i;
      const day = new Date(Date.UTC(2040, 0, 1) + Math.floor(n / 4) * 2 * DAY).toISOString().slice(0, 10);
      const text = `Report ${n} of the bench in words of its own ${sha256(String(n))}`;
      const source = { id: 'reuters', name: 'Reuters', kind: 'news agency' as const };
      const claim = Claim.parse({
        kind: 'incident',
        evidence: [[0, 20]],
        event: 'Air/drone strike',
        stage: 'ACCOMPLISHED',
        time: { from: day, to: day },
        place: { id: sites[n % 4] },
        target: ['us-military'],
      });
      return {
        claim,
        report: Report.parse({ id: `fill-${n}`, source, language: 'en', published: `${day}T20:00:00Z`, text }),
      };
    });
    await capture(
      context,
      items.map(({ report }) => ({
        report,
        raw: Buffer.from(report.text),
        mediaType: 'text/plain',
        extractor: 'text/1',
        where: {},
        notices: [],
        newSource: false,
      })),
      'bench',
    );
    const rows = await context.store.read((q) =>
      q<{ report_id: number; code: string; text: string }>(
        `select report_id, code, body->>'text' as text from report where until is null and code = any($1)`,
        [items.map((i) => i.report.id)],
      ),
    );
    const claims = new Map(items.map((i) => [i.report.id, [i.claim]]));
    const engine = { name: 'bench', version: '1' };
    await recordReadings(
      context,
      rows.map((r) => ({ ...r, engine, claims: claims.get(r.code)! })),
      'bench',
    );
  }
}

/** An answer as one would first take it: every claim and link out of the database, and sorted by the program. */
const everyLink = (context: Context): Promise<unknown> =>
  context.store.read(async (q) => {
    const n = await lastEntry(q);
    const links = await q<{ incident_id: number }>(
      `select l.*, c.body as claim from link l join claim c using (report_id, claim_no)
       where l.since <= $1 and (l.until is null or l.until > $1) and c.since <= $1 and (c.until is null or c.until > $1)`,
      [n],
    );
    return Map.groupBy ? Map.groupBy(links, (l) => l.incident_id).size : new Set(links.map((l) => l.incident_id)).size;
  });

async function counting(context: Context, incidents: number, lines: Line[]): Promise<void> {
  const times = async (work: () => Promise<unknown>): Promise<number> => {
    const all: number[] = [];
    for (let i = 0; i < 7; i++) all.push(await seconds(work));
    return median(all);
  };
  const ours = await times(() => run(count, context, { rule: 'attacks-on-us-forces' }));
  const cut = await times(() => run(count, context, { rule: 'attacks-on-us-forces', asOf: '2055-01-01' }));
  const naive = await times(() => everyLink(context));
  const many = incidents.toLocaleString('en');
  lines.push([`count at ${many} incidents`, ms(ours), `${ms(naive)} (loading its links alone)`]);
  lines.push([`count at ${many} incidents, with a cutoff`, ms(cut), '']);
}

export async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const store = await openStore({ dataDir: join(folder, 'data') });
  const data = join(ROOT, 'data');
  const engine = (await engineFromFiles(data)).engine;
  const quiet = (): void => {};
  const context: Context = {
    store,
    now: () => Date.now() * 1000,
    newId: randomUUID,
    engine: () => Promise.resolve(engine),
    dataFiles: data,
    tell: quiet,
    progress: quiet,
  };
  try {
    const lines: Line[] = [];
    await loadData(context, 'bench');
    await ingesting(context, folder, lines);
    await appending(context, lines);
    const small = await seconds(() => fill(context, 0, 1000));
    await counting(context, 1000, lines);
    await fill(context, 1000, 10_000);
    await counting(context, 10_000, lines);
    lines.push(['synthetic claims captured and linked', rate(1000, small, 'reports'), '']);
    const size = await store.read(lastEntry);
    const all = await seconds(async () => {
      const verdict = await verify(store);
      if (!verdict.good) throw new Error(`the bench's own record is not good: ${verdict.faults[0]!.what}`);
    });
    const quick = await seconds(() => verify(store, { views: false }));
    const again = await seconds(() => rebuild(store));
    lines.push([
      `verify, ${size.toLocaleString('en')} entries`,
      rate(size, all, 'entries'),
      `${rate(size, quick, 'entries')} without views`,
    ]);
    lines.push(['rebuild', rate(size, again, 'entries'), '']);
    lines.push(['memory of this process', `${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`, '']);
    show(lines);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function show(lines: readonly Line[]): void {
  const all: Line[] = [['record', 'Daybook', 'row by row'], ...lines];
  const width = [0, 1].map((c) => Math.max(...all.map((l) => l[c]!.length)));
  for (const [a, b, c] of all) console.log(`${a.padEnd(width[0]!)}  ${b.padStart(width[1]!)}  ${c}`);
}
