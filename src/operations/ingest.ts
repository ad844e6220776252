import * as z from 'zod';
import { collect } from '../collect/collect.ts';
import type { Collected, Outcome } from '../collect/collected.ts';
import { countInputs } from '../collect/inputs.ts';
import { LANGUAGES } from '../model/codes.ts';
import type { DaybookError } from '../model/errors.ts';
import { tablesAt } from '../record/small-tables.ts';
import { lastEntry } from '../record/points.ts';
import { capture } from './capture.ts';
import type { Context } from './context.ts';
import { by } from './inputs.ts';
import { operation } from './operation.ts';
import { fault, Fault, showFaults } from './faults.ts';
import { readUnread } from './reading.ts';

/** A batch is one transaction of capture and one of reading: large enough to be fast, small enough to stay in memory. */
const BATCH = { reports: 500, bytes: 8 * 2 ** 20 };

const output = z.object({
  captured: z.int().describe('reports that are new in the record'),
  already: z.int().describe('reports that the record held with the same text'),
  read: z.int().describe('reports that were read for claims'),
  claims: z.int().describe('claims found'),
  notices: z.array(z.string()),
  errors: z.array(Fault),
});

interface Tally {
  captured: number;
  already: number;
  read: number;
  claims: number;
  notices: string[];
  errors: DaybookError[];
}

/**
 * The whole way in: collect |> record |> extract |> record |> resolve |> record. Every batch is acknowledged before the
 * next begins; run again after a kill, it does what was left undone and nothing twice.
 */
export async function ingestPaths(
  context: Context,
  input: { paths: readonly string[]; by: string; source?: string; published?: string; language?: string },
): Promise<Tally> {
  const tally: Tally = { captured: 0, already: 0, read: 0, claims: 0, notices: [], errors: [] };
  await readAll(context, input.by, tally);
  const tables = await context.store.read(async (q) => tablesAt(q, await lastEntry(q), context.store));
  const { files } = await countInputs(input.paths);
  const { source, published, language } = input;
  const seen = new Set<string>();
  const onFile = (file: string | undefined): void => {
    if (file !== undefined) seen.add(file);
    context.progress('ingest', seen.size, files);
  };
  for await (const batch of batches(
    collect(input.paths, { sources: tables.sources, source, published, language }),
    tally,
    onFile,
  )) {
    const done = await capture(context, batch, input.by);
    tally.captured += done.captured.length;
    tally.already += done.already.length;
    tally.errors.push(...done.errors);
    await readAll(context, input.by, tally);
  }
  context.progress('ingest', files, files);
  return tally;
}

async function readAll(context: Context, by: string, tally: Tally): Promise<void> {
  for (let done = await readUnread(context, by); done.reports; done = await readUnread(context, by)) {
    tally.read += done.reports;
    tally.claims += done.claims;
  }
}

async function* batches(
  outcomes: AsyncIterable<Outcome>,
  tally: Tally,
  onFile: (file: string | undefined) => void,
): AsyncGenerator<Collected[]> {
  let batch: Collected[] = [];
  let bytes = 0;
  for await (const outcome of outcomes) {
    if ('error' in outcome) {
      tally.errors.push(outcome.error);
      onFile(outcome.error.where.file);
      continue;
    }
    const { ok } = outcome;
    onFile(ok.where.file);
    const place = ok.where.file ? `${ok.where.file}${ok.where.line ? `:${ok.where.line}` : ''}: ` : '';
    for (const n of ok.notices) tally.notices.push(`${place}${n}`);
    batch.push(ok);
    bytes += ok.raw.byteLength + 2 * ok.report.text.length;
    if (batch.length < BATCH.reports && bytes < BATCH.bytes) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length) yield batch;
}

export const ingest = operation({
  name: 'ingest',
  summary: 'Brings reports in from files and folders, reads them for claims and links these to incidents.',
  input: z.object({
    paths: z.array(z.string()).min(1).describe('files (.txt .md .html .json .jsonl) and folders'),
    by,
    source: z.string().optional().describe('id of the source, for files that do not name theirs'),
    published: z.string().optional().describe('when it was published, for files that do not say'),
    language: z.enum(LANGUAGES).optional().describe('language, for files that do not say'),
  }),
  output,
  positional: ['paths'],
  right: 'desk',
  writes: true,
  localOnly: true,
  examples: ['daybook ingest samples/', 'daybook ingest page.html --source rudaw --published 2023-11-07T18:00:00Z'],
  async run(context, input) {
    const tally = await ingestPaths(context, input);
    return { ...tally, errors: tally.errors.map(fault) };
  },
  show: ({ captured, already, read, claims, notices, errors }) =>
    [
      `${captured} reports captured, ${already} known already; ${read} read, ${claims} claims found.`,
      ...notices.map((n) => `note: ${n}`),
      ...showFaults(errors),
    ].join('\n'),
  exit: ({ errors }) => (errors.length ? 1 : 0),
});
