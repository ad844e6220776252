import type { Server } from 'node:http';
import { serve as listen } from '@hono/node-server';
import { Hono } from 'hono';
import { DaybookError } from './model/errors.ts';
import type { Context } from './operations/context.ts';
import { httpApp } from './operations/http.ts';
import type { Operation } from './operations/operation.ts';
import { run } from './operations/run.ts';
import { changes } from './operations/changes.ts';
import { compare } from './operations/compare.ts';
import { count } from './operations/count.ts';
import { front } from './operations/front.ts';
import { incident } from './operations/incident.ts';
import { report } from './operations/report.ts';
import { rules } from './operations/rules.ts';
import { tallies } from './operations/tallies.ts';
import { lastEntry } from './record/points.ts';
import { siteApp, type SiteReads } from './site/site.ts';

/** The site's way to the verbs, in this process. */
export function readsOf(context: Context): SiteReads {
  const bound =
    (verb: Operation) =>
    (input: object = {}): Promise<never> =>
      run(verb, context, input) as Promise<never>;
  return {
    front: bound(front),
    count: bound(count),
    incident: bound(incident),
    report: bound(report),
    changes: bound(changes),
    tallies: bound(tallies),
    compare: bound(compare),
    rules: bound(rules),
    point: () => context.store.read(lastEntry),
  };
}

/** Everything that this process answers: the readers' site, and the verbs under /api/v1. */
export function appOf(context: Context, door: { token: string | null; version: string }): Hono {
  const app = new Hono();
  const api = httpApp({ context, ...door });
  app.all('/api/*', (c) => api.fetch(c.req.raw));
  app.route('/', siteApp(readsOf(context)));
  return app;
}

/** Listens; resolves with the address once it does, rejects with what to do when the port is taken. */
export function serveOn(
  app: Hono,
  at: { host: string; port: number },
): Promise<{ url: string; close: () => Promise<void> }> {
  return new Promise((done, fail) => {
    const server = listen({ fetch: app.fetch, hostname: at.host, port: at.port }, ({ address, port, family }) => {
      const name = family === 'IPv6' ? `[${address}]` : address;
      done({ url: `http://${name}:${port}`, close: () => closed(server as Server) });
    });
    server.on('error', (e: NodeJS.ErrnoException) => {
      const address = `${at.host}:${at.port}`;
      fail(e.code === 'EADDRINUSE' ? new DaybookError('port-taken', { address }, { cause: e }) : e);
    });
  });
}

/** Lets requests under way end, and waits for no idle connection. */
function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 2000).unref();
  });
}
