/** A real HTTP server on loopback that answers as a chat endpoint would, or as a liar would. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  path: string;
  headers: IncomingMessage['headers'];
  body: { model: string; messages: { role: string; content: string }[]; response_format?: unknown };
}

export type Handler = (res: ServerResponse, asked: Asked) => void;

export interface Endpoint {
  /** Base address, as a setting gives it. */
  url: string;
  asked: Asked[];
  /** Handlers of the next requests, in order; the last goes on. */
  will(...handlers: Handler[]): void;
  close(): Promise<void>;
}

export async function endpoint(): Promise<Endpoint> {
  let handlers: Handler[] = [];
  const asked: Asked[] = [];
  const server = createServer((req, res) => {
    let body = '';
    req.setEncoding('utf8');
    req.on('data', (part: string) => (body += part));
    req.on('end', () => {
      const one = { path: req.url!, headers: req.headers, body: JSON.parse(body) as Asked['body'] };
      asked.push(one);
      (handlers.length > 1 ? handlers.shift()! : handlers[0]!)(res, one);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    will(...next) {
      handlers = next;
      asked.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const json = (res: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(JSON.stringify(body));
};

/** A completion with this text. */
export const says =
  (
    content: unknown,
    more: Record<string, unknown> = { usage: { prompt_tokens: 100, completion_tokens: 20 } },
  ): Handler =>
  (res) =>
    json(res, 200, { choices: [{ message: { role: 'assistant', content }, finish_reason: 'stop' }], ...more });

/** A completion that proposes these claims. */
export const proposes = (...claims: unknown[]): Handler => says(JSON.stringify({ claims }));

export const fails =
  (status: number, message = 'no', headers: Record<string, string> = {}): Handler =>
  (res) =>
    json(res, status, { error: { message } }, headers);

/** Bytes that are no completion. */
export const writes =
  (text: string | Buffer, headers: Record<string, string> = {}): Handler =>
  (res) => {
    res.writeHead(200, headers);
    res.end(text);
  };

export const silent: Handler = () => {};
export const resets: Handler = (res) => res.socket!.resetAndDestroy();

/** A body that never ends, as fast as it is taken or a little at a time. */
export const endless =
  (part: string, every = 0, status = 200): Handler =>
  (res) => {
    res.writeHead(status, { 'content-type': 'application/json' });
    const more = (): void => {
      if (res.destroyed) return;
      if (every) setTimeout(more, every);
      if (res.write(part) && !every) setImmediate(more);
      else if (!every) res.once('drain', more);
    };
    more();
  };
