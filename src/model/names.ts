import * as z from 'zod';

/** A name in both languages of the house; `ar` may be missing and then falls back to `en`. */
export const Name = z.object({ en: z.string().min(1), ar: z.string().min(1).optional() });
export type Name = z.infer<typeof Name>;

/** Spellings under which texts speak of the thing, per language; the lexicon folds case, marks and articles. */
export const Aliases = z
  .object({ en: z.array(z.string().min(1)).default([]), ar: z.array(z.string().min(1)).default([]) })
  .default({ en: [], ar: [] });
export type Aliases = z.infer<typeof Aliases>;

export const nameIn = (n: Name, language: 'en' | 'ar'): string => (language === 'ar' ? (n.ar ?? n.en) : n.en);

/** Id of something new: the slug of its English name. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
