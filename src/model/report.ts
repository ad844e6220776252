import * as z from 'zod';
import { MEDIA, PROVENANCES, RIGHTS, SOURCE_KINDS } from './codes.ts';
import { isZone, parseInstant } from './instant.ts';
import type { Noun } from './noun.ts';

/** Ids stand in addresses, lists and terminals: no control characters. */
const id = z
  .string()
  .min(1)
  .max(200)
  .refine((s) => !/\p{Cc}/u.test(s), 'no control characters');

export const SourceRef = z.object({
  id,
  name: z.string().min(1).max(300),
  kind: z.enum(SOURCE_KINDS),
});
export type SourceRef = z.infer<typeof SourceRef>;

/** One document as received. Immutable; a changed page is a new report that names the one it revises. */
export const Report = z.object({
  id,
  source: SourceRef,
  medium: z.enum(MEDIA).default('web'),
  /** ISO 639-1; rules exist for `en` and `ar`, other languages are kept and not read. */
  language: z.string().regex(/^[a-z]{2,3}$/),
  published: z
    .string()
    .refine((s) => parseInstant(s) !== null, 'an instant between 1900 and 2200, e.g. 2023-11-08T23:30:00Z'),
  zone: z.string().refine(isZone, 'an IANA time zone, e.g. Asia/Baghdad').optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  title: z.string().max(2000).default(''),
  byline: z.string().max(500).optional(),
  text: z.string().min(1),
  revises: z.string().min(1).max(200).optional(),
  rights: z.enum(RIGHTS).default('quote'),
  provenance: z.enum(PROVENANCES).default('captured'),
});
export type Report = z.infer<typeof Report>;

/** Keys of a labelled report that never travel into the record with it; bringing labels in is a verb of its own. */
export const LABEL_KEYS = ['claims', 'copy_of', 'basis', 'incidents'] as const;

/** Text as it is stored: no U+0000, no lone surrogate (U+FFFD before offsets are made), line ends as LF. */
export const storedText = (s: string): string => s.replaceAll('\r\n', '\n').replaceAll('\u0000', '').toWellFormed();

export const ReportNoun: Noun = {
  name: 'report',
  label: { en: 'Report', ar: 'تقرير' },
  description: 'One document as received: page, post, transcript, feed item.',
  schema: Report,
};
