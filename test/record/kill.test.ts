import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../src/compose.ts';
import { verify } from '../../src/record/verify.ts';
import { openStore } from '../../src/store/connection.ts';
import { rowTypes } from '../../src/store/rows.ts';
import { item } from './items.test-support.ts';

/**
 * D1: the real command on its own database, killed -9 under load, and sometimes PostgreSQL itself. Acknowledged is what
 * a second connection saw committed before the kill. Nothing of it may be lost, and nothing come twice.
 */
const LONG = process.env.DAYBOOK_LONG !== undefined;
const ROUNDS = Number(process.env.DAYBOOK_KILLS ?? (LONG ? 20 : 2));
const ITEMS = 100;

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'daybook-kill-'));
  await mkdir(join(home, 'in'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const data = (): string => join(home, 'data');

function daybook(...args: string[]): ChildProcess & { out: () => string } {
  const env = { ...process.env, DAYBOOK_DATA: data(), DATABASE_URL: '', DAYBOOK_BY: 'desk' };
  const child = spawn(process.execPath, [join(ROOT, 'bin/daybook.mjs'), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (d: Buffer) => (out += d.toString()));
  return Object.assign(child, { out: () => out });
}

async function finish(child: ChildProcess & { out: () => string }): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

interface Head {
  seq: number;
  leaf: string;
}

/** Looks at the newest committed entry over and over, through a connection of its own, whatever happens to the server. */
class Watch {
  readonly heads: Head[] = [];
  #on = true;
  readonly #work: Promise<void>;

  constructor() {
    this.#work = this.#look();
  }

  get seq(): number {
    return this.heads.at(-1)?.seq ?? 0;
  }

  async #look(): Promise<void> {
    while (this.#on) {
      const password = await readFile(join(data(), 'postgres/daybook.password'), 'utf8').catch(() => '');
      const client = new pg.Client({
        host: join(data(), 'postgres'),
        user: 'daybook',
        database: 'daybook',
        password,
        types: rowTypes,
      });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.query('set role daybook_reader');
        while (this.#on) {
          const { rows } = await client.query<Head>(
            "select seq, encode(leaf, 'hex') as leaf from entry order by seq desc limit 1",
          );
          if (rows[0] && rows[0].seq !== this.seq) this.heads.push(rows[0]);
          await pause(2);
        }
      } catch {
        await pause(10);
      }
      await client.end().catch(() => undefined);
    }
  }

  async stop(): Promise<void> {
    this.#on = false;
    await this.#work;
  }
}

async function killServer(): Promise<boolean> {
  const [pid] = (await readFile(join(data(), 'postgres/postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  if (!Number(pid)) return false;
  process.kill(Number(pid), 'SIGKILL');
  return true;
}

test(`${ROUNDS} rounds of kill -9 lose nothing acknowledged and double nothing`, { timeout: 600_000 }, async () => {
  const load = daybook('load', '--json');
  expect(await finish(load)).toBe(0);
  const { entries } = JSON.parse(load.out()) as { entries: number };
  const watch = new Watch();
  let [killed, servers, seen] = [0, 0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const lines = Array.from({ length: ITEMS }, (_, i) => JSON.stringify(item(round * ITEMS + i)));
    await writeFile(join(home, 'in', `${round}.jsonl`), lines.join('\n'));
    const before = Math.max(watch.seq, entries);
    const child = daybook('ingest', join(home, 'in'));
    while (watch.seq <= before && child.exitCode === null) await pause(5);
    // Some at once after the first commit, some well into the reading.
    await pause((round * 137) % 700);
    const server = round % 4 === 1;
    if (server && (await killServer())) servers++;
    else if (child.kill('SIGKILL')) killed++;
    seen = watch.seq;
    // Without its server the command waits, starts one and goes on, or says what is wrong and ends.
    await Promise.race([finish(child), pause(20_000)]);
    if (child.exitCode === null) child.kill('SIGKILL');
    await finish(child);
  }
  await watch.stop();
  const last = daybook('ingest', join(home, 'in'));
  expect([await finish(last), last.out()]).toEqual([0, expect.stringContaining('reports captured')]);

  const store = await openStore({ dataDir: data() });
  try {
    const rows = await store.read((q) => q<Head>("select seq, encode(leaf, 'hex') as leaf from entry order by seq"));
    const lost = watch.heads.filter((h) => rows[h.seq - 1]?.leaf !== h.leaf);
    const [found] = await store.read((q) =>
      q<
        Record<string, number>
      >(`select (select count(*) from report) as reports, (select count(distinct code) from report) as codes,
         (select count(*) from entry where kind = 'report.captured') as captured, (select count(*) from entry where kind = 'report.read') as read,
         (select count(*) from mention where until is null) - (select count(*) from link where until is null) as unlinked`),
    );
    const verdict = await verify(store);
    if (LONG || process.env.DAYBOOK_KILLS)
      console.log(
        `${ROUNDS} rounds: ${killed} of the command, ${servers} of PostgreSQL; ${watch.heads.length} heads up to entry ${seen} acknowledged, ${lost.length} lost; ${verdict.size} entries, verify ${verdict.good ? 'good' : 'TAMPERED'}`,
      );
    const n = ROUNDS * ITEMS;
    expect(lost).toEqual([]);
    expect(found).toEqual({ reports: n, codes: n, captured: n, read: n, unlinked: 0 });
    expect(rows.map((r) => r.seq)).toEqual(rows.map((_, i) => i + 1));
    expect(verdict.faults).toEqual([]);
    // Something was under way whenever something was killed: otherwise nothing has been shown.
    expect(killed + servers).toBe(ROUNDS);
    expect(watch.seq).toBeGreaterThan(entries);
    expect(watch.heads.length).toBeGreaterThanOrEqual(ROUNDS);
  } finally {
    await store.close();
  }
});
