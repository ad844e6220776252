import * as z from 'zod';
import { RELIABILITIES, SOURCE_KINDS } from './codes.ts';
import { Name } from './names.ts';
import type { Noun } from './noun.ts';

/** Who publishes. Trust belongs to the source, not to the channel that delivers it. */
export const Source = z.object({
  id: z.string().min(1).max(200),
  name: Name,
  kind: z.enum(SOURCE_KINDS),
  /** The actor who speaks when the source speaks; absent = the actor of the same id, if there is one. */
  speaks_for: z.string().min(1).optional(),
  zone: z.string().optional(),
  country: z.string().optional(),
  /** Admiralty letter, set by the desk; F = cannot be judged (default, and not the worst). */
  reliability: z.enum(RELIABILITIES).default('F'),
  /** Host names whose pages belong to this source. */
  hosts: z.array(z.string()).default([]),
  /** A notice that every surface prints beside this source's words (samples, paraphrases). */
  notice: Name.optional(),
});
export type Source = z.infer<typeof Source>;

/** The actor who speaks when this source speaks. */
export const voiceOf = (s: Pick<Source, 'id' | 'speaks_for'>): string => s.speaks_for ?? s.id;

export const SourceNoun: Noun = {
  name: 'source',
  label: { en: 'Source', ar: 'مصدر' },
  description: 'An outlet, an office, a group’s channel, a monitor: who publishes.',
  schema: Source,
};
