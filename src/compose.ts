import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import cliProgress from 'cli-progress';
import { createEngine } from './extract/engine.ts';
import { readLanguage } from './operations/data-files.ts';
import { chatOver } from './operations/chat.ts';
import type { Context } from './operations/context.ts';
import type { SecondReader } from './operations/second-reading.ts';
import { tablesAt } from './record/small-tables.ts';
import { lastEntry } from './record/points.ts';
import { bringUp } from './record/rebuild.ts';
import type { ModelSettings, Settings } from './settings.ts';
import { openStore, type Store } from './store/connection.ts';

/** The folder that holds package.json, data/, samples/. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface World {
  context: Context;
  store: Store;
  close: () => Promise<void>;
}

/** A store for verbs that need none: asking it is a mistake of ours. */
const noStore = (): Store => {
  const refuse = (): never => {
    throw new Error('this verb was declared to need no database');
  };
  return { embedded: false, read: refuse, write: refuse, own: refuse, close: async () => {} };
};

/** Builds everything that the verbs need of the world, once a process. */
export async function compose(settings: Settings, needs: { database: boolean }): Promise<World> {
  const { dataDir, databaseUrl, directUrl } = settings;
  const tell = (line: string): void => void process.stderr.write(`${line}\n`);
  const store = needs.database ? await openStore({ dataDir, databaseUrl, directUrl, log: tell }) : noStore();
  if (needs.database) await bringUp(store, tell);
  const dataFiles = join(ROOT, 'data');
  const bar = progressBar();
  const context: Context = {
    store,
    now: () => Date.now() * 1000,
    newId: randomUUID,
    engine: engineOver(store, dataFiles),
    second: settings.model && secondOver(settings.model),
    dataFiles,
    tell,
    progress: bar.update,
  };
  return {
    context,
    store,
    close: async () => {
      bar.stop();
      await store.close();
    },
  };
}

/** The reading engine over the actors and places that the record holds; made again when these change. */
function engineOver(store: Store, dataFiles: string): Context['engine'] {
  let made: { tables: object; engine: Awaited<ReturnType<Context['engine']>> } | null = null;
  return async () => {
    const tables = await store.read(async (q) => tablesAt(q, await lastEntry(q), store));
    if (made?.tables === tables) return made.engine;
    const engine = createEngine({
      actors: [...tables.actors.all()],
      places: [...tables.gazetteer.all()],
      ...(await readLanguage(dataFiles)),
    });
    made = { tables, engine };
    return engine;
  };
}

function secondOver(settings: ModelSettings): SecondReader {
  const { model, cap, prices } = settings;
  const ask = chatOver(settings, { fetch, wait: (ms) => setTimeout(ms) });
  return { ask, model, host: new URL(settings.url).host, cap, prices };
}

/** A bar where people watch, nothing where a file or a pipe does. */
function progressBar(): { update: Context['progress']; stop: () => void } {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const format = '{label} [{bar}] {value}/{total}';
  const bar = new cliProgress.SingleBar({ format, hideCursor: true, clearOnComplete: true, stream: process.stderr });
  let active = false;
  return {
    update(label, done, of) {
      if (!active && done < of) bar.start(of, done, { label });
      active = active || done < of;
      if (!active) return;
      bar.setTotal(Math.max(of, 1));
      bar.update(done, { label });
      if (done >= of) {
        bar.stop();
        active = false;
      }
    },
    stop: () => active && bar.stop(),
  };
}

/** The token of the desk's verbs over HTTP: as set, else kept in the data folder, readable by its owner only. */
export async function deskToken(settings: Settings): Promise<string> {
  if (settings.token) return settings.token;
  const path = join(settings.dataDir, 'api-token');
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept.trim()) return kept.trim();
  const token = randomBytes(24).toString('base64url');
  await mkdir(settings.dataDir, { recursive: true });
  await writeFile(path, `${token}\n`, { mode: 0o600, flag: 'wx' }).catch(async (e: NodeJS.ErrnoException) => {
    if (e.code !== 'EEXIST') throw e;
  });
  return (await readFile(path, 'utf8')).trim();
}
