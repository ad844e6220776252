/**
 * How fast claims are linked as the record grows: acts of 500 claims on a record of synthetic worlds, captured, linked and
 * written, beside clustering everything anew for each act, which is what one would write first.
 * DAYBOOK_BENCH_CLAIMS=N sets the larger size (default 1,000,000; the smaller is a tenth).
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY } from '../src/model/instant.ts';
import { Report } from '../src/model/report.ts';
import { capture } from '../src/operations/capture.ts';
import type { Context } from '../src/operations/context.ts';
import { recordReadings } from '../src/operations/reading.ts';
import { resolve } from '../src/resolve/resolve.ts';
import { openStore } from '../src/store/connection.ts';
import { atlas, type Atlas } from './worlds/atlas.ts';
import { fill, furnish } from './worlds/filling.ts';
import { Random } from './worlds/random.ts';
import type { Telling } from './worlds/telling.ts';
import { START, world, type Size } from './worlds/world.ts';

const LARGE = Number(process.env.DAYBOOK_BENCH_CLAIMS ?? 1_000_000);
const SLICE = { countries: 100, sites: 12, days: 30, daily: 2 };
const [ACTS, ACT] = [6, 500];
const BARS = { links: 3000, growth: 1.3 };

/** Further reports about days that the record holds already, drawn from all over it. */
function further(stage: Atlas, days: number, seed: number): Telling[] {
  const random = new Random(seed);
  const start = START + random.int(0, Math.max(0, days - 2)) * DAY;
  const { tellings } = world(seed, { ...SLICE, days: 2, start }, { stage });
  return tellings.slice(0, ACT).map((t, i) => ({ ...t, report: { ...t.report, code: `further-${seed}-${i}` } }));
}

/** Captures and reads the reports, and tells how long reading, which links, took. */
async function link(context: Context, tellings: readonly Telling[]): Promise<{ claims: number; seconds: number }> {
  const reports = tellings.map(({ report: r }) =>
    Report.parse({
      id: r.code,
      source: { id: r.source, name: r.source, kind: 'news agency' },
      language: 'en',
      published: new Date(Math.floor(r.published / 1000)).toISOString(),
      text: r.text,
    }),
  );
  const common = { mediaType: 'text/plain', extractor: 'text/1', where: {}, notices: [], newSource: false };
  await capture(
    context,
    reports.map((report) => ({ ...common, report, raw: Buffer.from(report.text) })),
    'bench',
  );
  const rows = await context.store.read((q) =>
    q<{ report_id: number; code: string; text: string }>(
      `select report_id, code, body->>'text' as text from report where until is null and code = any($1)`,
      [reports.map((r) => r.id)],
    ),
  );
  const claims = new Map(tellings.map((t) => [t.report.code, t.claims.map((c) => c.claim)]));
  const engine = { name: 'bench', version: '1' };
  const started = performance.now();
  await recordReadings(
    context,
    rows.map((r) => ({ ...r, engine, claims: claims.get(r.code)! })),
    'bench',
  );
  return { claims: rows.length, seconds: (performance.now() - started) / 1000 };
}

/** One month of the record clustered anew, as every act would without blocks. */
function anew(stage: Atlas, size: Size): number {
  const { mentions } = world(1, size, { stage });
  const started = performance.now();
  resolve(mentions, [], stage);
  return ((performance.now() - started) / 1000) * (LARGE / mentions.length);
}

export async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const store = await openStore({ dataDir: join(folder, 'data') });
  const quiet = (): void => {};
  const context = {
    store,
    now: () => Date.now() * 1000,
    newId: randomUUID,
    tell: quiet,
    progress: quiet,
  } as unknown as Context;
  try {
    const stage = atlas(new Random(1), SLICE);
    await furnish(store, stage, []);
    let [claims, slices, before] = [0, 0, 0];
    for (const size of [LARGE / 10, LARGE]) {
      while (claims < size) {
        const slice = { ...SLICE, start: START + slices * SLICE.days * DAY };
        claims += (await fill(store, world(slices + 1, slice, { stage }), slice, (slices + 1) * 10_000_000)).claims;
        slices++;
      }
      await store.own((q) => q('analyze'));
      await link(context, further(stage, slices * SLICE.days, 900_000 + slices));
      let [linked, seconds] = [0, 0];
      for (let act = 1; act <= ACTS; act++) {
        const done = await link(context, further(stage, slices * SLICE.days, 1_000_000 * slices + act));
        linked += done.claims;
        seconds += done.seconds;
      }
      const rate = linked / seconds;
      const growth = before
        ? `; a claim costs ${(before / rate).toFixed(2)} times what it did (bar ${BARS.growth})`
        : '';
      const verdict = rate >= BARS.links ? 'bar met' : 'BAR NOT MET';
      console.log(
        `resolve: links at ${claims.toLocaleString('en')} claims: ${Math.round(rate).toLocaleString('en')}/s, ${verdict}: ${BARS.links}${growth}`,
      );
      before ||= rate;
    }
    console.log(
      `  clustering all of it anew for each act: about ${Math.round(anew(stage, SLICE))} s an act, without writing`,
    );
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}
