import { DaybookError, asDaybookError } from '../model/errors.ts';
import type { CollectOptions, Outcome } from './collected.ts';
import { complete } from './complete.ts';
import type { Reader, Room } from './draft.ts';
import type { InputFile } from './inputs.ts';
import { endingOf, listInputs } from './inputs.ts';
import { LIMITS } from './limits.ts';
import { openParser } from './parser.ts';
import { publishedAt } from './published.ts';
import { readHtml } from './read-html.ts';
import { readJson } from './read-json.ts';
import { readJsonl } from './read-jsonl.ts';
import { readMarkdown, readText } from './read-text.ts';

/** Which reader a file's ending asks for. */
const READERS: Readonly<Record<string, Reader>> = {
  '.txt': readText,
  '.md': readMarkdown,
  '.html': readHtml,
  '.htm': readHtml,
  '.json': readJson,
  '.jsonl': readJsonl,
};

/**
 * Files and folders → reports, in the same order every time, one at a time and with bounded memory. A fault is the
 * outcome of its own file or line and never ends the batch; only options that cannot be meant are thrown.
 */
export async function* collect(paths: readonly string[], options: CollectOptions): AsyncGenerator<Outcome> {
  checkOptions(options);
  const limits = { ...LIMITS, ...options.limits };
  const room: Room = { limits, parser: openParser(limits) };
  try {
    for await (const input of listInputs(paths))
      if (input instanceof DaybookError) yield { error: input };
      else yield* fromFile(input, options, room);
  } finally {
    await room.parser.close();
  }
}

async function* fromFile(file: InputFile, options: CollectOptions, room: Room): AsyncGenerator<Outcome> {
  try {
    const reader = READERS[endingOf(file.path)];
    if (!reader) throw new DaybookError('file-kind-unknown', { ending: endingOf(file.path) });
    for await (const draft of reader(file, room)) {
      if (draft instanceof DaybookError) yield { error: draft };
      else
        yield await complete(draft, options).then(
          (ok): Outcome => ({ ok }),
          (e: unknown): Outcome => ({ error: asDaybookError(e).at(draft.where) }),
        );
    }
  } catch (e) {
    yield { error: asDaybookError(e).at({ file: file.path }) };
  }
}

/** What was asked for on the command line is checked once, before anything is read. */
function checkOptions({ source, sources, published }: CollectOptions): void {
  if (source !== undefined && !sources.has(source)) throw new DaybookError('source-unknown', { source });
  if (published !== undefined) publishedAt(published, 'UTC');
}
