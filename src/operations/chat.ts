import * as z from 'zod';
import { DaybookError } from '../model/errors.ts';
import type { Message } from '../extract/second/prompt.ts';

/** An OpenAI-compatible endpoint for chat completions, as the settings describe it. */
export interface ChatSettings {
  /** Address that completions are posted to. */
  url: string;
  model: string;
  key: string | undefined;
  /** Milliseconds that one call may take, its answer read to the end. */
  timeout: number;
  /** How often a call that failed for the moment (429, 5xx, no connection) is made again. */
  retries: number;
  /** Further fields of the request; null leaves a field out. */
  options: Readonly<Record<string, unknown>>;
}

export interface ChatEffects {
  fetch: typeof fetch;
  /** Resolves after so many milliseconds. */
  wait: (ms: number) => Promise<void>;
}

export interface ChatAnswer {
  content: string;
  /** As the endpoint counts them; null where it does not say. */
  tokens: { in: number; out: number } | null;
}

/** What one call may do: `onTry` is told of each request, `tries` is the most of them. */
export interface ChatLimits {
  tries: number;
  onTry: () => void;
}

/** Sends messages and gives the answer; rejects with an error of the catalogue that never holds the key. */
export type Chat = (messages: readonly Message[], schema: object, limits: ChatLimits) => Promise<ChatAnswer>;

/** Largest answer; a reading of one report is some tens of kilobytes. */
const LARGEST = 2 ** 20;
/** Longest pause before another try, whatever the endpoint asks for. */
const LONGEST_PAUSE = 30_000;
const MOST_REDIRECTS = 3;

/** Builds the call. Plain HTTP: no streaming, no tools, no state between calls. */
export function chatOver(settings: ChatSettings, effects: ChatEffects): Chat {
  return async (messages, schema, { tries, onTry }) => {
    const body = JSON.stringify(requestOf(settings, messages, schema));
    const most = Math.min(settings.retries + 1, tries);
    for (let n = 1; ; n++) {
      onTry();
      const outcome = await tryOnce(settings, body, effects.fetch);
      if ('content' in outcome) return outcome;
      if (outcome.pause === null || n >= most) throw outcome.error;
      await effects.wait(Math.min(LONGEST_PAUSE, outcome.pause ?? 1000 * 2 ** (n - 1)));
    }
  };
}

function requestOf(settings: ChatSettings, messages: readonly Message[], schema: object): Record<string, unknown> {
  const format = { type: 'json_schema', json_schema: { name: 'claims', schema } };
  const request = { model: settings.model, messages, temperature: 0, response_format: format, ...settings.options };
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== null));
}

/** A try that failed; `pause`: null = another would fail too, undefined = as long as we see fit, else milliseconds. */
interface Failed {
  error: DaybookError;
  pause: number | null | undefined;
}

async function tryOnce(
  settings: ChatSettings,
  body: string,
  fetch: ChatEffects['fetch'],
): Promise<ChatAnswer | Failed> {
  const { host } = new URL(settings.url);
  const signal = AbortSignal.timeout(settings.timeout);
  try {
    const response = await post(settings, { body, signal, fetch });
    if (response.status === 429 || response.status >= 500) {
      await response.body?.cancel();
      return { error: new DaybookError('model-busy', { host, status: response.status }), pause: retryAfter(response) };
    }
    const text = await bounded(response, host);
    if (response.ok) return answerOf(text, host);
    const detail = saidBy(text, settings.key);
    return { error: new DaybookError('model-refused', { host, status: response.status, detail }), pause: null };
  } catch (e) {
    if (e instanceof DaybookError) return { error: e, pause: null };
    if (signal.aborted) {
      const limit = `${settings.timeout / 1000} s`;
      return { error: new DaybookError('model-slow', { host, limit }), pause: null };
    }
    return { error: new DaybookError('model-unreachable', { host, detail: networkFault(e) }), pause: undefined };
  }
}

/** Posts, and follows redirects that keep the origin and the method; the key never goes anywhere else. */
async function post(
  settings: ChatSettings,
  { body, signal, fetch }: { body: string; signal: AbortSignal; fetch: ChatEffects['fetch'] },
): Promise<Response> {
  const { origin, host } = new URL(settings.url);
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(settings.key === undefined ? {} : { authorization: `Bearer ${settings.key}` }),
  };
  let url = settings.url;
  for (let n = 0; ; n++) {
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
    if (response.status < 300 || response.status > 399) return response;
    await response.body?.cancel();
    const location = response.headers.get('location') ?? '';
    const to = URL.canParse(location, url) ? new URL(location, url) : null;
    const kept = to?.origin === origin && (response.status === 307 || response.status === 308);
    if (!kept || n === MOST_REDIRECTS) throw new DaybookError('model-redirected', { host, to: to?.host || 'nowhere' });
    url = to.href;
  }
}

/** The body as text, never more of it than the largest answer. */
async function bounded(response: Response, host: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    // Leaving the loop cancels the body, and with it the connection.
    if (size > LARGEST) throw new DaybookError('model-answer-too-large', { host, limit: `${LARGEST / 2 ** 20} MiB` });
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

const count = z.int().min(0).max(1e9);
const Completion = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string() }), finish_reason: z.string().nullish().catch(null) }))
    .min(1),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(null),
});

function answerOf(text: string, host: string): ChatAnswer {
  const completion = Completion.safeParse(json(text));
  if (!completion.success)
    throw new DaybookError('model-answer-invalid', { host, detail: 'it is no chat completion with a text' });
  const { choices, usage } = completion.data;
  const { message } = choices[0]!;
  return { content: message.content, tokens: usage ? { in: usage.prompt_tokens, out: usage.completion_tokens } : null };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What `Retry-After` asks for, in milliseconds: seconds or a date; undefined = nothing that can be read. */
function retryAfter(response: Response): number | undefined {
  const value = response.headers.get('retry-after');
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const [then, now] = [Date.parse(value), Date.parse(response.headers.get('date') ?? '')];
  return Number.isFinite(then - now) ? Math.max(0, then - now) : undefined;
}

/** The endpoint's own sentence, short, on one line, and without the key, which some repeat. */
function saidBy(text: string, key: string | undefined): string {
  const said = z.object({ error: z.object({ message: z.string() }) }).safeParse(json(text));
  if (!said.success) return 'it does not say why';
  const open = key ? said.data.error.message.replaceAll(key, '…') : said.data.error.message;
  return open
    .replace(/[\p{C}\s]+/gu, ' ')
    .slice(0, 200)
    .toWellFormed();
}

/** Name of the fault alone: messages of the network may hold what was sent. */
function networkFault(e: unknown): string {
  const cause = e instanceof Error ? (e.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === 'string' ? cause.code : 'the connection broke';
}
