import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { DaybookError } from './model/errors.ts';

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
}

export const SETTINGS = {
  DAYBOOK_DATA: 'folder of the embedded database and its keys (default ./daybook-data)',
  DATABASE_URL: 'an existing PostgreSQL ≥ 15 instead of the embedded one',
  DATABASE_DIRECT_URL: 'the same database past a pooler, for migrations and writing',
  HOST: 'address that the site listens on (default 127.0.0.1)',
  PORT: 'port that the site listens on (default 3000; 0 = any free one)',
  DAYBOOK_TOKEN: 'token of the desk’s verbs over HTTP (default: made on first start, in the data folder)',
  DAYBOOK_BY: 'who acts where a verb asks for no reason and --by is not given (default: the signed-in user)',
  DAYBOOK_SAMPLES: '“off”: a first start brings no samples in',
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
  };
}

function signedIn(): string {
  try {
    return userInfo().username || 'desk';
  } catch {
    return 'desk';
  }
}
