import { stem } from './stem.ts';

/** Classes of common nouns ("person", "building", "weapon"), found by stem. */
export class Nouns {
  readonly #classes = new Map<string, string[]>();

  /** `data` is the lexicon `nouns`, parsed. */
  constructor(data: unknown) {
    const classes = (data as { classes?: Record<string, string> } | undefined)?.classes ?? {};
    for (const [name, words] of Object.entries(classes))
      for (const word of words.split(/\s+/).filter(Boolean)) {
        const known = this.#classes.get(stem(word)) ?? [];
        if (!known.includes(name)) this.#classes.set(stem(word), [...known, name]);
      }
  }

  /** Classes of a stem, most telling first; none for names and for what is in no class. */
  of(stemmed: string): readonly string[] {
    return this.#classes.get(stemmed) ?? [];
  }
}
