import { createHash, timingSafeEqual } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono, type Context as Http } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { asDaybookError, DaybookError } from '../model/errors.ts';
import type { Context } from './context.ts';
import { openapi } from './openapi.ts';
import { pathOf, type FileOut, type Operation } from './operation.ts';
import { run } from './run.ts';
import { VERBS } from './verbs.ts';

/** Largest body that a writing verb takes: one report of 20 MiB as JSON. */
const BODY = 32 * 2 ** 20;

export interface HttpDoor {
  context: Context;
  /** Verbs of the desk need this as `Authorization: Bearer …`; null = they are closed. */
  token: string | null;
  version: string;
}

/** The verbs over HTTP: readers' verbs by GET with query, desk's verbs by POST with JSON and a token. */
export function httpApp({ context, token, version }: HttpDoor): Hono {
  const app = new Hono();
  app.onError((e, c) => {
    const error = asDaybookError(e);
    return c.json({ error }, error.status as 400);
  });
  app.notFound((c) => {
    const error = new DaybookError('route-unknown', { path: c.req.path });
    return c.json({ error }, 404);
  });
  app.use('*', async (c, next) => {
    await next();
    c.header('x-content-type-options', 'nosniff');
    c.header('cache-control', 'no-store');
  });
  const document = openapi(version);
  app.get('/api/v1', (c) => c.json(document));
  app.get('/api/v1/openapi.json', (c) => c.json(document));
  for (const verb of VERBS) addRoute(app, verb, { context, token });
  return app;
}

function addRoute(app: Hono, verb: Operation, door: Pick<HttpDoor, 'context' | 'token'>): void {
  const path = pathOf(verb);
  if (verb.right === 'reader') {
    app.get(path, async (c) => {
      const output = await run(verb, door.context, queryOf(verb, c));
      return verb.file ? fileAnswer(c, verb.file.of(output as never)) : c.json(output as object);
    });
    return;
  }
  if (verb.localOnly && verb.name !== 'ingest') return;
  app.post(path, bodyLimit({ maxSize: BODY }), async (c) => {
    authorise(c, door.token);
    const body = await bodyOf(c);
    return c.json(
      (await (verb.name === 'ingest' ? ingestBody(verb, door.context, body) : run(verb, door.context, body))) as object,
    );
  });
}

/** A file to keep, under a name of its own. */
const fileAnswer = (c: Http, { type, name, text }: FileOut): Response =>
  c.body(text, 200, { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` });

/** Query values in the types of the verb's fields: flags and numbers come as words. */
function queryOf(verb: Operation, c: Http): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(c.req.query())) {
    const key = name.replace(/-([a-z])/g, (_, l: string) => l.toUpperCase());
    if (!(key in verb.input.shape))
      throw new DaybookError('input-invalid', { what: name, detail: `“${verb.name}” does not take it` });
    input[key] = value === 'true' || value === '' ? true : value === 'false' ? false : value;
  }
  return input;
}

const digest = (s: string): Buffer => createHash('sha256').update(s).digest();

/** A bearer token, which no other page's form can send; compared in constant time. */
function authorise(c: Http, token: string | null): void {
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (token === null || given === undefined || !timingSafeEqual(digest(given), digest(token)))
    throw new DaybookError('not-allowed');
}

async function bodyOf(c: Http): Promise<Record<string, unknown>> {
  if (!c.req.header('content-type')?.startsWith('application/json'))
    throw new DaybookError('input-invalid', { what: 'content-type', detail: 'send application/json' });
  try {
    const value: unknown = JSON.parse(await c.req.text());
    if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Error('not an object');
    return value as Record<string, unknown>;
  } catch (e) {
    throw new DaybookError('json-invalid', { detail: (e as Error).message }, { cause: e });
  }
}

/** Over HTTP a batch comes as `reports`, never as paths of this machine; it goes through the same door as files. */
async function ingestBody(verb: Operation, context: Context, body: Record<string, unknown>): Promise<unknown> {
  if (!Array.isArray(body.reports)) throw new DaybookError('input-missing', { what: 'reports' });
  const folder = await mkdtemp(join(tmpdir(), 'daybook-ingest-'));
  try {
    const file = join(folder, 'reports.jsonl');
    await writeFile(file, body.reports.map((r) => `${JSON.stringify(r)}\n`).join(''));
    const { reports: _reports, ...options } = body;
    return await run(verb, context, { ...options, paths: [file] });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
