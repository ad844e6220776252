import * as z from 'zod';
import { lastEntry } from '../record/points.ts';
import { entriesBetween, entryView } from './entries.ts';
import { operation } from './operation.ts';
import { EntryView } from './outputs.ts';

export const log = operation({
  name: 'log',
  summary: 'Lists entries of the record, newest last: number, time, who, what.',
  input: z.object({
    after: z.coerce.number().int().min(0).optional().describe('only entries after this number (default: the last 20)'),
    limit: z.coerce.number().int().min(1).max(1000).default(20).describe('at most so many'),
  }),
  output: z.object({ n: z.int(), entries: z.array(EntryView) }),
  positional: [],
  right: 'desk',
  writes: false,
  examples: ['daybook log', 'daybook log --after 100 --limit 50 --json'],
  run: ({ store }, input) =>
    store.read(async (q) => {
      const n = await lastEntry(q);
      const after = input.after ?? Math.max(0, n - input.limit);
      return { n, entries: (await entriesBetween(q, after, Math.min(n, after + input.limit))).map(entryView) };
    }),
  show: ({ entries, n }) =>
    [
      ...entries.map((e) => `${String(e.seq).padStart(6)}  ${e.at.slice(0, 19)}Z  ${e.by}: ${e.kind}, ${e.summary}`),
      `${n} entries`,
    ].join('\n'),
});
