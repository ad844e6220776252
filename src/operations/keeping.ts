import * as z from 'zod';
import { rebuild as rebuildViews } from '../record/rebuild.ts';
import { verify as verifyRecord } from '../record/verify.ts';
import { operation } from './operation.ts';

export const verify = operation({
  name: 'verify',
  summary: 'Recomputes leaves, root, columns, blobs, quotations and views; exit 0 good, 2 tampered.',
  input: z.object({
    remembered: z
      .string()
      .regex(/^\d+:[0-9a-f]{64}$/, 'SIZE:ROOT as an earlier run printed it')
      .optional()
      .describe('SIZE:ROOT of an earlier run: what was recorded then must still be so'),
    quick: z.boolean().optional().describe('leave out the replay of views'),
  }),
  output: z.object({
    good: z.boolean(),
    size: z.int(),
    root: z.string(),
    blobs: z.int(),
    quotations: z.int(),
    faults: z.array(z.object({ seq: z.int().nullable(), what: z.string() })),
  }),
  positional: [],
  right: 'desk',
  writes: false,
  examples: ['daybook verify', 'daybook verify --remembered 214:…'],
  run({ store, progress }, input) {
    const [size, root] = input.remembered?.split(':') ?? [];
    return verifyRecord(store, {
      remembered: root ? { size: Number(size), root } : undefined,
      views: !input.quick,
      onProgress: (done) => progress('verify', done, done),
    });
  },
  show: (v) =>
    [
      v.good ? 'Good.' : `TAMPERED${v.faults[0]!.seq === null ? '' : ` from entry ${v.faults[0]!.seq}`}.`,
      `${v.size} entries, root ${v.size}:${v.root}, ${v.blobs} blobs, ${v.quotations} quotations.`,
      ...v.faults.map((f) => `  ${f.seq === null ? 'views' : `entry ${f.seq}`}: ${f.what}`),
    ].join('\n'),
  exit: (v) => (v.good ? 0 : 2),
});

export const rebuild = operation({
  name: 'rebuild',
  summary: 'Makes all views again from entries alone.',
  input: z.object({}),
  output: z.object({ entries: z.int() }),
  positional: [],
  right: 'desk',
  writes: false,
  localOnly: true,
  examples: ['daybook rebuild'],
  run: async ({ store, progress }) => ({
    entries: await rebuildViews(store, (done) => progress('rebuild', done, done)),
  }),
  show: ({ entries }) => `Views made again from ${entries} entries.`,
});
