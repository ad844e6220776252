import { parentPort } from 'node:worker_threads';
import { articleOf } from './article.ts';
import { partsOf } from './json-parts.ts';

/** What the parser may ask of its worker. */
export type Task = { kind: 'html'; text: string } | { kind: 'json'; text: string; depth: number };

/** The inside of the parser: one task in, one value out; what it throws ends the worker and is a limit met. */
parentPort!.on('message', (task: Task) => {
  parentPort!.postMessage(task.kind === 'html' ? articleOf(task.text) : partsOf(task.text, task.depth));
});
parentPort!.postMessage('ready');
