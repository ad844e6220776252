import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** What a newcomer does: the real command, a real database in an empty folder, the real site, Ctrl-C. */

const BIN = fileURLToPath(new URL('../bin/daybook.mjs', import.meta.url));

interface Started {
  process: ChildProcess;
  url: string;
  out: () => string;
}

async function start(dataDir: string): Promise<Started> {
  const env = { ...process.env, DAYBOOK_DATA: dataDir, PORT: '0', DATABASE_URL: '', DAYBOOK_BY: 'newcomer' };
  const child = spawn(process.execPath, [BIN, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  child.stderr.on('data', (d: Buffer) => (out += d.toString()));
  const url = await new Promise<string>((done, fail) => {
    child.stdout.on('data', (d: Buffer) => {
      out += d.toString();
      const found = /Daybook is at (http:\S+)/.exec(out);
      if (found) done(found[1]!);
    });
    child.once('exit', (code) => fail(new Error(`ended with ${code}: ${out}`)));
  });
  return { process: child, url, out: () => out };
}

async function interrupt({ process: child }: Started): Promise<number | null> {
  child.removeAllListeners('exit');
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const [code] = (await ended) as [number | null];
  return code;
}

let dataDir: string;
let first: Started;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'daybook-start-'));
  first = await start(dataDir);
}, 60_000);

afterAll(async () => {
  if (first.process.exitCode === null && first.process.signalCode === null) first.process.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

describe('the first start', () => {
  test('brings the samples in and prints the answer as one sentence', () => {
    expect(first.out()).toMatch(/\d+ samples brought in/);
    expect(first.out()).toMatch(/our record holds \d+ \(at least \d+, at most \d+\)/);
    expect(first.out()).toMatch(/0 of \d+ claims reviewed; rule attacks-on-us-forces v1/);
    expect(first.out()).toContain('paraphrase');
  });

  test('serves the site in both languages', async () => {
    for (const [path, lang] of [
      ['/', 'en'],
      ['/ar/', 'ar'],
    ] as const) {
      const page = await fetch(first.url + path);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(`lang="${lang}"`);
    }
  });

  test('serves the verbs, and the desk’s verbs only with the token', async () => {
    const answer = (await (await fetch(`${first.url}/api/v1/count?rule=attacks-on-us-forces`)).json()) as {
      best: number;
      incidents: { code: string; set: string }[];
    };
    expect(answer.best).toBeGreaterThan(0);
    const code = answer.incidents.find((i) => i.set === 'low')!.code;
    const incident = (await (await fetch(`${first.url}/api/v1/incident?incident=${code}`)).json()) as {
      links: { claim: { name: string } }[];
    };
    const act = { claim: incident.links[0]!.claim.name, by: 'editor', why: 'checked' };
    const accept = (token?: string): Promise<Response> =>
      fetch(`${first.url}/api/v1/claim/accept`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify(act),
      });
    expect((await accept()).status).toBe(401);
    expect((await accept('guess')).status).toBe(401);
    const token = (await readFile(join(dataDir, 'api-token'), 'utf8')).trim();
    expect((await accept(token)).status).toBe(200);
    const counted = (await (await fetch(`${first.url}/api/v1/count?rule=attacks-on-us-forces`)).json()) as {
      reviewed: { n: number };
    };
    expect(counted.reviewed.n).toBe(1);
  });

  test('an unknown name is an error of the catalogue, not a failure', async () => {
    const answer = await fetch(`${first.url}/api/v1/count?rule=nothing`);
    expect(answer.status).toBe(404);
    expect(((await answer.json()) as { error: { code: string } }).error.code).toBe('rule-unknown');
  });

  test('Ctrl-C stops everything, and a second start brings nothing in twice', async () => {
    expect(await interrupt(first)).toBe(0);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    const second = await start(dataDir);
    expect(second.out()).not.toMatch(/samples brought in/);
    expect(second.out()).toMatch(/1 of \d+ claims reviewed/);
    expect(await interrupt(second)).toBe(0);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });
});
