import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import * as z from 'zod';
import { DaybookError } from './model/errors.ts';
import type { ChatSettings } from './operations/chat.ts';
import type { SecondReader } from './operations/second-reading.ts';

/** What the environment may say; docs/using/settings.md lists each (a test compares). */
export interface Settings {
  dataDir: string;
  databaseUrl: string | undefined;
  directUrl: string | undefined;
  host: string;
  port: number;
  token: string | undefined;
  user: string;
  /** Whether a first start brings the samples in. */
  samples: boolean;
  /** The second reader; undefined = there is none, and nothing leaves the machine. */
  model: ModelSettings | undefined;
}

export type ModelSettings = ChatSettings & Pick<SecondReader, 'cap' | 'prices'>;

export const SETTINGS = {
  DAYBOOK_DATA: 'folder of the embedded database and its keys (default ./daybook-data)',
  DATABASE_URL: 'an existing PostgreSQL ≥ 15 instead of the embedded one',
  DATABASE_DIRECT_URL: 'the same database past a pooler, for migrations and writing',
  HOST: 'address that the site listens on (default 127.0.0.1)',
  PORT: 'port that the site listens on (default 3000; 0 = any free one)',
  DAYBOOK_TOKEN: 'token of the desk’s verbs over HTTP (default: made on first start, in the data folder)',
  DAYBOOK_BY: 'who acts where a verb asks for no reason and --by is not given (default: the signed-in user)',
  DAYBOOK_SAMPLES: '“off”: a first start brings no samples in',
  DAYBOOK_MODEL_URL:
    'OpenAI-compatible endpoint of the second reader, e.g. http://127.0.0.1:8080/v1 (default: there is none)',
  DAYBOOK_MODEL: 'name of its model (default “default”)',
  DAYBOOK_MODEL_KEY: 'its key, sent as a bearer token to that address alone',
  DAYBOOK_MODEL_TIMEOUT: 'seconds that one call may take (default 120)',
  DAYBOOK_MODEL_RETRIES: 'how often a call is made again after 429, 5xx or a broken connection (default 3)',
  DAYBOOK_MODEL_CALLS: 'most calls of a run, those made again included (default 200)',
  DAYBOOK_MODEL_TOKENS: 'most tokens of a run, in and out (default 1000000)',
  DAYBOOK_MODEL_PRICES: 'prices per million tokens, IN/OUT, e.g. 0.15/0.60 (default: cost is not told)',
  DAYBOOK_MODEL_COST: 'most cost of a run by these prices (default: no such cap)',
  DAYBOOK_MODEL_OPTIONS:
    'JSON object of further fields of the request; null leaves one out (default {"temperature": 0})',
  DAYBOOK_DEBUG: 'set: unexpected errors print where they came from',
} as const;

export function settingsFrom(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new DaybookError('setting-invalid', { name: 'PORT', detail: `“${env.PORT}” is no port` });
  return {
    dataDir: resolve(env.DAYBOOK_DATA || 'daybook-data'),
    databaseUrl: env.DATABASE_URL || undefined,
    directUrl: env.DATABASE_DIRECT_URL || undefined,
    host: env.HOST || '127.0.0.1',
    port,
    token: env.DAYBOOK_TOKEN || undefined,
    user: env.DAYBOOK_BY || signedIn(),
    samples: env.DAYBOOK_SAMPLES !== 'off',
    model: env.DAYBOOK_MODEL_URL ? modelFrom(env.DAYBOOK_MODEL_URL, env) : undefined,
  };
}

/** Values are never repeated in what is refused: an address or a key may be a secret. */
function modelFrom(url: string, env: NodeJS.ProcessEnv): ModelSettings {
  const prices = pricesFrom(env.DAYBOOK_MODEL_PRICES);
  const cost = env.DAYBOOK_MODEL_COST ? amount('DAYBOOK_MODEL_COST', env.DAYBOOK_MODEL_COST) : null;
  if (cost !== null && !prices) throw invalid('DAYBOOK_MODEL_COST', 'it needs DAYBOOK_MODEL_PRICES');
  return {
    url: completionsAt(url),
    model: env.DAYBOOK_MODEL || 'default',
    key: keyFrom(env.DAYBOOK_MODEL_KEY),
    timeout: Math.round(1000 * amount('DAYBOOK_MODEL_TIMEOUT', env.DAYBOOK_MODEL_TIMEOUT || '120', 86_400)),
    retries: whole('DAYBOOK_MODEL_RETRIES', env.DAYBOOK_MODEL_RETRIES || '3'),
    options: optionsFrom(env.DAYBOOK_MODEL_OPTIONS || '{}'),
    cap: {
      calls: whole('DAYBOOK_MODEL_CALLS', env.DAYBOOK_MODEL_CALLS || '200'),
      tokens: whole('DAYBOOK_MODEL_TOKENS', env.DAYBOOK_MODEL_TOKENS || '1000000'),
      cost,
    },
    prices,
  };
}

const invalid = (name: keyof typeof SETTINGS, detail: string): DaybookError =>
  new DaybookError('setting-invalid', { name, detail });

/** The address that completions are posted to: as given where it names them, else under the given base. */
function completionsAt(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw invalid('DAYBOOK_MODEL_URL', 'it is no http(s) address');
  if (url.username || url.password)
    throw invalid('DAYBOOK_MODEL_URL', 'a password has no place in it; use DAYBOOK_MODEL_KEY');
  const base = url.pathname.replace(/\/$/, '');
  url.pathname = base.endsWith('/chat/completions') ? base : `${base}/chat/completions`;
  url.hash = '';
  return url.href;
}

function keyFrom(given: string | undefined): string | undefined {
  if (given && !/^[!-~]+$/.test(given)) throw invalid('DAYBOOK_MODEL_KEY', 'it holds characters that no key has');
  return given || undefined;
}

function amount(name: keyof typeof SETTINGS, given: string, most = 1e9): number {
  const value = Number(given);
  if (!(value > 0 && value <= most)) throw invalid(name, `“${given}” is no number above 0, at most ${most}`);
  return value;
}

function whole(name: keyof typeof SETTINGS, given: string): number {
  if (!/^\d{1,12}$/.test(given)) throw invalid(name, `“${given}” is no whole number`);
  return Number(given);
}

function pricesFrom(given: string | undefined): ModelSettings['prices'] {
  if (!given) return null;
  const parts = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(given);
  if (!parts) throw invalid('DAYBOOK_MODEL_PRICES', `“${given}” is not two prices, IN/OUT`);
  return { in: Number(parts[1]), out: Number(parts[2]) };
}

function optionsFrom(given: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(given));
  } catch {
    throw invalid('DAYBOOK_MODEL_OPTIONS', 'it is no JSON object');
  }
}

function signedIn(): string {
  try {
    return userInfo().username || 'desk';
  } catch {
    return 'desk';
  }
}
