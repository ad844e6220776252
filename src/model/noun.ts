import type * as z from 'zod';

/** What every noun declares beside its shape, so that forms, docs and the schema-drift test derive from one place. */
export interface Noun {
  name: string;
  label: { en: string; ar: string };
  description: string;
  schema: z.ZodType;
}
