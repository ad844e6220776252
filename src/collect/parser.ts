import { Worker } from 'node:worker_threads';
import type { Article } from './article.ts';
import { DaybookError } from '../model/errors.ts';
import type { Part } from './json-parts.ts';
import type { Limits } from './limits.ts';
import type { Task } from './parse.worker.ts';
import type { Trouble } from './trouble.ts';

/** Foreign bytes are parsed here, one task at a time: in a worker with caps on time and memory, started when first needed. */
export interface Parser {
  html(html: string): Promise<Article | Trouble>;
  json(text: string): Promise<(Part | Trouble)[] | Trouble>;
  close(): Promise<void>;
}

/** A cold machine loads the parsers slowly; this wait is not the document's fault and has its own bound. */
const START_MS = 60_000;
/** What a loader needs to find its cache; nothing else of the environment reaches a parser. */
const ENVIRONMENT: ReadonlySet<string> = new Set(['TMPDIR', 'TEMP', 'SystemRoot']);

export function openParser(limits: Limits): Parser {
  let worker: Promise<Worker> | undefined;
  const discard = async (): Promise<void> => {
    const old = worker;
    worker = undefined;
    await (await old?.catch(() => undefined))?.terminate();
  };
  const run = async <T>(task: Task): Promise<T> => {
    worker ??= startWorker(limits, () => (worker = undefined));
    try {
      return await ask<T>(await worker, task, limits);
    } catch (e) {
      await discard();
      throw e;
    }
  };
  return {
    html: (text) => run({ kind: 'html', text }),
    json: (text) => run({ kind: 'json', text, depth: limits.depth }),
    close: discard,
  };
}

/** `gone` is told when the worker ends, also between two tasks, so that the next task starts another. */
async function startWorker({ parseMiB }: Limits, gone: () => void): Promise<Worker> {
  const worker = new Worker(new URL('./parse.worker.mjs', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: parseMiB, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => ENVIRONMENT.has(name))),
  });
  worker.on('error', () => undefined).on('exit', gone);
  worker.unref();
  await answer(worker, START_MS).catch((cause: unknown) => {
    void worker.terminate();
    throw new DaybookError('unexpected', { detail: 'the parser did not start' }, { cause });
  });
  return worker;
}

async function ask<T>(worker: Worker, task: Task, { parseMs }: Limits): Promise<T> {
  worker.postMessage(task);
  return (await answer(worker, parseMs)) as T;
}

/** The worker's next message; a worker that takes too long, runs out of memory or dies has met a limit. */
function answer(worker: Worker, ms: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const stop = (limit: string, cause?: unknown): void => {
      settle();
      reject(new DaybookError('parse-limit', { limit }, { cause }));
    };
    const timer = setTimeout(() => stop(`${ms / 1000} s`), ms);
    const onMessage = (message: unknown): void => {
      settle();
      resolve(message);
    };
    const onError = (e: Error): void => stop(limitIn(e), e);
    const onExit = (): void => stop('its worker could give');
    const settle = (): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

const limitIn = (e: Error & { code?: string }): string =>
  e.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'the memory that it may use' : 'its worker could give';
