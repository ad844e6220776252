import * as z from 'zod';

/** `entry` names what is undone; `kind` repeats its kind, so that a reader of the log need not look it up. */
export const Undone = z.object({ entry: z.int().min(1), kind: z.string(), why: z.string().min(1) });
export type Undone = z.infer<typeof Undone>;
