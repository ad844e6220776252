/** A desk for tests: a database of its own with the shipped data files loaded, and the verbs as every door runs them. */
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { Collected } from '../../src/collect/collected.ts';
import { ROOT } from '../../src/compose.ts';
import { Claim } from '../../src/model/claim.ts';
import { DaybookError } from '../../src/model/errors.ts';
import { Report } from '../../src/model/report.ts';
import { capture } from '../../src/operations/capture.ts';
import type { Context } from '../../src/operations/context.ts';
import { loadData } from '../../src/operations/load.ts';
import type { AnswerView } from '../../src/operations/outputs.ts';
import { engineFromFiles } from '../../src/operations/file-engine.ts';
import { recordReadings } from '../../src/operations/reading.ts';
import { run } from '../../src/operations/run.ts';
import { VERBS } from '../../src/operations/verbs.ts';
import { sha256 } from '../../src/record/envelope.ts';
import { VIEW_TABLES } from '../../src/record/tables.ts';
import { openStore, type Store } from '../../src/store/connection.ts';
import { testDatabase } from '../database.ts';

export const RULE = 'attacks-on-us-forces';
export const DATA = `${ROOT}data`;

export interface Desk {
  url: string;
  store: Store;
  context: Context;
  /** Runs a verb by name. */
  go<T = Record<string, unknown>>(verb: string, input?: Record<string, unknown>): Promise<T>;
  /** Code of the error that the verb ends in, with its sentence; fails where it ends well. */
  refusal(verb: string, input?: Record<string, unknown>): Promise<string>;
  count(question?: Record<string, unknown>): Promise<AnswerView>;
  /** As the login that owns the tables, past every role: what an intruder with the database could do. */
  tamper(sql: string, params?: unknown[]): Promise<void>;
  last(): Promise<number>;
  close(): Promise<void>;
}

const engines = new Map<string, ReturnType<typeof engineFromFiles>>();
const engineOf = async (data: string): ReturnType<Context['engine']> => {
  if (!engines.has(data)) engines.set(data, engineFromFiles(data));
  return (await engines.get(data)!).engine;
};

export function contextOn(store: Store, data = DATA): Context {
  const quiet = (): void => {};
  return {
    store,
    now: () => Date.now() * 1000,
    newId: randomUUID,
    engine: () => engineOf(data),
    dataFiles: data,
    tell: quiet,
    progress: quiet,
  };
}

let loaded: Promise<string> | undefined;

/** Name of a database that holds the data files and nothing else; made once for each thread. */
const loadedTemplate = (): Promise<string> =>
  (loaded ??= (async () => {
    const db = await testDatabase();
    await loadData(contextOn(db.store), 'desk');
    await db.store.close();
    return /\/(test_[0-9a-f]+)\?/.exec(db.url)![1]!;
  })());

async function atServer(sql: string, url = inject('databaseUrl')): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** A desk with the data files in its record. */
export async function desk(): Promise<Desk> {
  const template = await loadedTemplate();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await atServer(`create database ${name} template ${template} strategy file_copy`);
  const url = inject('databaseUrl').replace(/\/daybook\?/, `/${name}?`);
  const store = await openStore({ dataDir: '', databaseUrl: url });
  return deskOn(store, url, async () => {
    await store.close();
    await atServer(`drop database ${name} with (force)`);
  });
}

export function deskOn(store: Store, url: string, close: () => Promise<void>): Desk {
  const context = contextOn(store);
  const go = async <T>(name: string, input: Record<string, unknown> = {}): Promise<T> => {
    const verb = VERBS.find((v) => v.name === name)!;
    return (await run(verb, context, input)) as T;
  };
  return {
    url,
    store,
    context,
    go,
    close,
    count: (question = {}) => go<AnswerView>('count', { rule: RULE, ...question }),
    async refusal(verb, input) {
      try {
        await go(verb, input);
      } catch (e) {
        if (e instanceof DaybookError) return `${e.code}: ${e.message}`;
        throw e;
      }
      throw new Error(`${verb} was not refused`);
    },
    async tamper(sql, params = []) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(sql, params).finally(() => client.end());
    },
    async last() {
      const [row] = await store.read((q) => q<{ n: number }>('select coalesce(max(seq), 0) as n from entry'));
      return row!.n;
    },
  };
}

/** A report as collecting would hand it on. */
export function collected(given: { id: string; text: string } & Partial<Report>): Collected {
  const source = { id: 'reuters', name: 'Reuters', kind: 'news agency' };
  const report = Report.parse({ source, language: 'en', published: '2024-01-03T12:00:00Z', ...given });
  const raw = Buffer.from(JSON.stringify(report));
  return {
    report,
    raw,
    mediaType: 'application/json',
    extractor: 'json/1',
    where: {},
    notices: [],
    newSource: false,
  };
}

/** A claim of an attack on US forces, its words the whole text unless told otherwise. */
export function attack(given: Record<string, unknown> = {}): Claim {
  const { site = 'ain-al-asad', from = '2024-01-02', to = from, speaker, ...rest } = given;
  return Claim.parse({
    kind: 'incident',
    evidence: [[0, 10]],
    attribution: speaker === undefined ? [] : [{ speaker }],
    event: 'Air/drone strike',
    weapon: ['drone'],
    stage: 'ACCOMPLISHED',
    time: { from, to },
    place: site === null ? null : { id: site },
    target: ['us-military'],
    ...rest,
  });
}

export interface Told {
  id: string;
  text?: string;
  published?: string;
  source?: { id: string; name: string; kind: Report['source']['kind'] };
  claims: Claim[];
}

export const textOf = (id: string): string =>
  `What ${id} said of it, in its own words ${sha256(id).replace(/\d/g, ' ')}.`;

export const codeOfText = (text: string): string => sha256(Buffer.from(text, 'utf8'));

/** Captures reports and records the given claims as their reading; returns report ids in order. */
export async function tell(
  d: Desk,
  reports: readonly Told[],
  engine = { name: 'test', version: '1' },
): Promise<number[]> {
  const items = reports.map(({ claims: _claims, ...r }) => collected({ text: textOf(r.id), ...r }));
  await capture(d.context, items, 'desk');
  const rows = await d.store.read((q) =>
    q<{ report_id: number; code: string }>(
      'select report_id, code from report where until is null and code = any($1)',
      [reports.map((r) => r.id)],
    ),
  );
  const idOf = new Map(rows.map((r) => [r.code, r.report_id]));
  const readings = reports.map((r, i) => ({
    report_id: idOf.get(r.id)!,
    text: codeOfText(items[i]!.report.text),
    engine,
    claims: r.claims,
  }));
  await recordReadings(d.context, readings, 'desk');
  return readings.map((r) => r.report_id);
}

/** Every row of every view table, in one order. */
export async function dump(store: Store, tables: readonly string[] = Object.keys(VIEW_TABLES)): Promise<string> {
  return store.read(async (q) => {
    const out: string[] = [];
    for (const t of tables) {
      const rows = await q<{ r: string }>(`select t::text as r from ${t} t order by t::text collate "C"`);
      out.push(`== ${t}`, ...rows.map((r) => r.r));
    }
    return out.join('\n');
  });
}

/** The answer without its record point: what must be equal when nothing that counts has changed. */
export function besidesN(a: AnswerView): string {
  return JSON.stringify({
    ...a,
    n: 0,
    sentence: Object.fromEntries(Object.entries(a.sentence).map(([k, s]) => [k, s.replace(String(a.n), 'N')])),
  });
}
