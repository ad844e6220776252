/**
 * How fast a question is answered as the record grows, beside what one would write by hand: the best count alone, by SQL,
 * on the same tables in the same run. DAYBOOK_BENCH_CLAIMS=N sets the larger size (default 1,000,000; the smaller is a tenth).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY, showDay } from '../src/model/instant.ts';
import { Rule } from '../src/model/rule.ts';
import { ask } from '../src/operations/asking.ts';
import { openStore, type Store } from '../src/store/connection.ts';
import { atlas } from './worlds/atlas.ts';
import { fill, furnish } from './worlds/filling.ts';
import { Random } from './worlds/random.ts';
import { START, world } from './worlds/world.ts';

const LARGE = Number(process.env.DAYBOOK_BENCH_CLAIMS ?? 1_000_000);
const SLICE = { countries: 100, sites: 12, days: 30, daily: 2 };
const BARS = { p50: 15, p99: 50, growth: 2, sql: 2 };

const ruleOf = (a: number, b: number): Rule =>
  Rule.parse({
    id: `attacks-${a}-${b}`,
    version: 1,
    label: { en: 'attacks' },
    description: { en: 'attacks' },
    event: ['Air/drone strike', 'Shelling/artillery/missile attack'],
    place: [`land-${a}`, `land-${b}`],
    target: ['power'],
    window: { since: showDay(START), until: null },
  });

/** What a reader asks: two countries over a month, a quarter or a year, somewhere in the record. */
interface Asking {
  rule: Rule;
  since: string;
  until: string;
}

function questions(rules: readonly Rule[], days: number, random: Random): Asking[] {
  return Array.from({ length: 200 }, () => {
    const long = Math.min(days, random.pick([30, 30, 90, 90, 365]));
    const first = random.int(0, Math.max(0, days - long));
    return {
      rule: random.pick(rules),
      since: showDay(START + first * DAY),
      until: showDay(START + (first + long - 1) * DAY),
    };
  });
}

/** The best count alone, written by hand for these very rules, with the indexes there are: no bounds, no reasons, no tallies. */
const BEST = `select count(*)::int as best from incident
 where until is null and coalesce(country, '') = any($1) and grade in ('Confirmed', 'Fair', 'Weak')
   and from_us > $2::bigint - 604800000000 and from_us < $3::bigint
   and (body->>'reference')::bigint >= $2 and (body->>'reference')::bigint < $3
   and body->>'event' in ('Air/drone strike', 'Shelling/artillery/missile attack')
   and body->>'stage' in ('ACCOMPLISHED', 'ATTEMPTED')`;

async function times(work: (q: Asking) => Promise<unknown>, list: readonly Asking[]): Promise<number[]> {
  const all: number[] = [];
  for (const q of list) {
    const start = performance.now();
    await work(q);
    all.push(performance.now() - start);
  }
  return all.sort((a, b) => a - b);
}
const at = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))]!;

async function measure(store: Store, list: readonly Asking[]) {
  const ours = (q: Asking): Promise<unknown> =>
    store.read((query) => ask(query, { rule: q.rule.id, since: q.since, until: q.until }, store));
  const zone = 3 * 3_600_000_000;
  const byHand = (q: Asking): Promise<unknown> =>
    store.read((query) =>
      query(BEST, [q.rule.place, Date.parse(q.since) * 1000 - zone, (Date.parse(q.until) + 86_400_000) * 1000 - zone]),
    );
  await times(ours, list.slice(0, 10));
  await times(byHand, list.slice(0, 10));
  return { ours: await times(ours, list), byHand: await times(byHand, list) };
}

export async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-bench-'));
  const store = await openStore({ dataDir: join(folder, 'data') });
  try {
    const stage = atlas(new Random(1), SLICE);
    const rules = Array.from({ length: 20 }, (_, i) => ruleOf(2 * i, 2 * i + 1));
    await furnish(store, stage, rules);
    await store.write((q) =>
      q(`insert into entry (seq, kind, at, by, body, leaf) values (1, 'engine.adopted', now(), 'bench', '\\x', '\\x')`),
    );
    const lines: string[][] = [['count', 'claims', 'p50', 'p99', 'best by SQL, p50', 'ratio']];
    let [claims, slices, p50] = [0, 0, 0];
    for (const size of [LARGE / 10, LARGE]) {
      while (claims < size) {
        const slice = { ...SLICE, start: START + slices * SLICE.days * DAY };
        claims += (await fill(store, world(slices + 1, slice, { stage }), slice, slices * 10_000_000)).claims;
        slices++;
      }
      await store.own((q) => q('analyze'));
      const { ours, byHand } = await measure(store, questions(rules, slices * SLICE.days, new Random(7)));
      const half = at(ours, 0.5);
      lines.push([
        'two countries, a month to a year',
        claims.toLocaleString('en'),
        `${half.toFixed(1)} ms`,
        `${at(ours, 0.99).toFixed(1)} ms`,
        `${at(byHand, 0.5).toFixed(1)} ms`,
        (half / at(byHand, 0.5)).toFixed(1),
      ]);
      p50 = p50 || half;
    }
    console.log(lines.map((l) => l.map((c, i) => (i ? c.padStart(18) : c.padEnd(34))).join('')).join('\n'));
    console.log(`bars: p50 ≤ ${BARS.p50} ms, p99 ≤ ${BARS.p99} ms, ≤ ${BARS.sql} × best by SQL`);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}
