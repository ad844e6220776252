import type { Actor } from '../../model/actor.ts';
import { slug, type Aliases, type Name } from '../../model/names.ts';
import type { Place } from '../../model/place.ts';
import { bare, fold, readings } from '../text/fold.ts';

/** An id that a second reader may use, as it is shown to it. */
export interface Listed {
  id: string;
  name: string;
}

const WORD = /[\p{L}\p{M}\p{N}'’ʿ-]+/gu;
/** Longest name, in words, that is looked for. */
const LONGEST = 6;

const wordsOf = (text: string): string[] => (text.match(WORD) ?? []).map((w) => bare(fold(w))).filter((w) => w !== '');

interface Named {
  id: string;
  name: Name;
  aliases: Aliases;
}

/** Ids of one table by the folded words of their names. */
class Names {
  readonly #ids = new Map<string, Set<string>>();
  readonly #names: ReadonlyMap<string, string>;

  constructor(items: readonly Named[]) {
    this.#names = new Map(items.map((i) => [i.id, i.name.en]));
    for (const { id, name, aliases } of items)
      for (const spelling of [name.en, name.ar ?? '', ...aliases.en, ...aliases.ar]) {
        const key = wordsOf(spelling).join(' ');
        if (key) this.#ids.set(key, (this.#ids.get(key) ?? new Set()).add(id));
      }
  }

  has(id: string): boolean {
    return this.#names.has(id);
  }

  /** Ids whose names stand among these words, in the order of the words. */
  among(words: readonly string[]): Listed[] {
    const found = new Set<string>();
    for (let i = 0; i < words.length; i++)
      for (const first of readings(words[i]!)) {
        let key = first;
        for (let n = 1; ; n++) {
          for (const id of this.#ids.get(key) ?? []) found.add(id);
          if (n === LONGEST || i + n >= words.length) break;
          key += ` ${words[i + n]!}`;
        }
      }
    return [...found].map((id) => ({ id, name: this.#names.get(id)! }));
  }
}

/** The actors and places that a reading may speak of. */
export class KnownIds {
  readonly actors: Names;
  readonly places: Names;

  constructor(actors: readonly Actor[], places: readonly Place[]) {
    this.actors = new Names(actors);
    this.places = new Names(places);
  }

  /** Those whose names stand in the text. Linear in the text. */
  in(text: string): { actors: Listed[]; places: Listed[] } {
    const words = wordsOf(text);
    return { actors: this.actors.among(words), places: this.places.among(words) };
  }
}

/**
 * The words of a text as one slug, to look for the slug of some of them: what stands side by side there does so here,
 * and letters that a slug cannot hold keep their neighbours apart.
 */
export const slugged = (text: string): string =>
  `-${text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9\p{L}]+/gu, '-')}-`;

/** Whether the id is the slug of words that stand in a text, given as `slugged`. */
export const slugStands = (id: string, text: string): boolean =>
  id === slug(id) && id !== '' && text.includes(`-${id}-`);
