import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DaybookError, showError } from '../src/model/errors.ts';
import { endpoint, fails, proposes, type Endpoint } from '../src/operations/endpoint.test-support.ts';
import { settingsFrom } from '../src/settings.ts';

/** The second reader by its settings alone, through the real command. */

const BIN = fileURLToPath(new URL('../bin/daybook.mjs', import.meta.url));
const KEY = 'sk-secret-of-the-desk';
const URL_SET = { DAYBOOK_MODEL_URL: 'http://127.0.0.1:8080/v1' };

describe('settings', () => {
  const model = (env: Record<string, string>) => settingsFrom({ ...URL_SET, ...env }).model;

  test('without an address there is no second reader, whatever else is set', () => {
    expect(settingsFrom({}).model).toBeUndefined();
    expect(settingsFrom({ DAYBOOK_MODEL: 'm', DAYBOOK_MODEL_TIMEOUT: 'never' }).model).toBeUndefined();
  });
  test('an address is enough', () => {
    expect(model({})).toEqual({
      url: 'http://127.0.0.1:8080/v1/chat/completions',
      model: 'default',
      key: undefined,
      timeout: 120_000,
      retries: 3,
      options: {},
      cap: { calls: 200, tokens: 1_000_000, cost: null },
      prices: null,
    });
  });
  test.each([
    ['https://example.org/v1/', 'https://example.org/v1/chat/completions'],
    ['https://example.org', 'https://example.org/chat/completions'],
    ['https://example.org/v1/chat/completions', 'https://example.org/v1/chat/completions'],
    ['https://example.org/x?api-version=1#y', 'https://example.org/x/chat/completions?api-version=1'],
  ])('%s', (given, url) => {
    expect(settingsFrom({ DAYBOOK_MODEL_URL: given }).model!.url).toBe(url);
  });
  test('everything else as it is set', () => {
    const prices = { DAYBOOK_MODEL_PRICES: '0.15/0.6', DAYBOOK_MODEL_COST: '2.5' };
    const rest = { DAYBOOK_MODEL_TIMEOUT: '0.5', DAYBOOK_MODEL_RETRIES: '0', DAYBOOK_MODEL_OPTIONS: '{"seed":1}' };
    expect(model({ ...prices, ...rest, DAYBOOK_MODEL_CALLS: '7', DAYBOOK_MODEL_TOKENS: '9' })).toMatchObject({
      timeout: 500,
      retries: 0,
      options: { seed: 1 },
      cap: { calls: 7, tokens: 9, cost: 2.5 },
      prices: { in: 0.15, out: 0.6 },
    });
  });
  test.each([
    ['DAYBOOK_MODEL_URL', 'no address'],
    ['DAYBOOK_MODEL_URL', 'file:///etc/hosts'],
    ['DAYBOOK_MODEL_URL', `https://user:${KEY}@example.org`],
    ['DAYBOOK_MODEL_KEY', `${KEY}\n`],
    ['DAYBOOK_MODEL_KEY', `${KEY} ключ`],
    ['DAYBOOK_MODEL_TIMEOUT', '0'],
    ['DAYBOOK_MODEL_TIMEOUT', 'Infinity'],
    ['DAYBOOK_MODEL_RETRIES', '-1'],
    ['DAYBOOK_MODEL_CALLS', 'many'],
    ['DAYBOOK_MODEL_TOKENS', '1.5'],
    ['DAYBOOK_MODEL_PRICES', '0.15'],
    ['DAYBOOK_MODEL_COST', '1'],
    ['DAYBOOK_MODEL_OPTIONS', '[1]'],
    ['DAYBOOK_MODEL_OPTIONS', `{"key": "${KEY}"`],
  ])('%s=%s is refused, and no secret is repeated', (name, value) => {
    try {
      model({ [name]: value });
      expect.fail('it was taken');
    } catch (e) {
      const said = showError(e as DaybookError);
      expect(said).toContain(`[setting-invalid] The setting ${name} is not valid`);
      expect(said).not.toContain(KEY);
    }
  });
});

let at: Endpoint;
let folder: string;
beforeAll(async () => {
  at = await endpoint();
  folder = await mkdtemp(join(tmpdir(), 'daybook-model-'));
});
afterAll(async () => {
  await at.close();
  await rm(folder, { recursive: true, force: true });
});

/** `daybook …` in a folder of its own, with these settings. */
async function daybook(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ out: string; err: string; code: number }> {
  const child = spawn(process.execPath, [BIN, ...args], {
    env: { ...process.env, DAYBOOK_DATA: join(folder, 'data'), DATABASE_URL: '', DAYBOOK_DEBUG: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (d: Buffer) => (out += d.toString()));
  child.stderr.on('data', (d: Buffer) => (err += d.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { out, err, code };
}

describe('the command', () => {
  const text = 'The Pentagon said two rockets hit Harir base late on Monday.';
  let report: string;
  beforeAll(async () => {
    const source = { id: 'reuters', name: 'Reuters', kind: 'news agency' };
    report = join(folder, 'r-1.json');
    await writeFile(
      report,
      JSON.stringify({ id: 'r-1', source, language: 'en', published: '2023-11-07T09:00:00Z', text }),
    );
  });

  test('reads with it where it is asked for, tells what was used, and needs no database', async () => {
    at.will(proposes({ kind: 'statement', evidence: [{ words: 'two rockets hit' }] }));
    const out = join(folder, 'both.jsonl');
    const env = {
      DAYBOOK_MODEL_URL: at.url,
      DAYBOOK_MODEL: 'tiny',
      DAYBOOK_MODEL_KEY: KEY,
      DAYBOOK_MODEL_PRICES: '1/2',
    };
    const ran = await daybook(['read', report, '--second', '--out', out], env);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('second reader model:tiny/1: 1 reports read, 0 failed, 0 not given to it');
    expect(ran.out).toContain('100 tokens in and 20 out of at most 1000000, cost 0.0001');
    expect(at.asked[0]!.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(await readFile(out, 'utf8')).toContain('"engine":"model:tiny/1"');
    expect(existsSync(join(folder, 'data'))).toBe(false);
    const before = join(folder, 'rules.jsonl');
    await daybook(['read', report, '--out', before], env);
    const diff = await daybook(['read', '--diff', before, out]);
    expect(diff.code).toBe(0);
    expect(diff.out).toMatch(/ {2}\+ r-1\.\d+ statement “two rockets hit”/);
  });
  test('never shows the key, whatever the endpoint says', async () => {
    at.will(fails(401, `wrong key ${KEY}`));
    const env = { DAYBOOK_MODEL_URL: at.url, DAYBOOK_MODEL_KEY: KEY };
    for (const args of [
      ['read', report, '--second'],
      ['read', report, '--second', '--json'],
    ]) {
      const { out, err, code } = await daybook(args, env);
      expect(code).toBe(1);
      expect(out).toContain('model-refused');
      expect(out + err).not.toContain(KEY);
    }
  });
  test('is refused where no address is set', async () => {
    const { err, code } = await daybook(['read', report, '--second'], { DAYBOOK_MODEL_URL: '' });
    expect([code, err]).toEqual([1, expect.stringContaining('[model-unset]')]);
  });
});
