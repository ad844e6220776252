import { Nouns } from './nouns.ts';
import { stem } from './stem.ts';
import type { Token } from './tokens.ts';

/** What is known of a word whatever its sentence: its stem, whether it is a common word or a name, what it stands for. */
export interface Word {
  stem: string;
  common: boolean;
  classes: readonly string[];
}

const LIMIT = 100_000;

/** Common words of the language; whatever is none of them is taken for a name, also where all is in capitals. */
export class Words {
  readonly nouns: Nouns;
  readonly #common: ReadonlySet<string>;
  readonly #known = new Map<string, Word>();

  /** `nouns` is the lexicon of that name; `common` the stems of common words, parted by spaces. */
  constructor(nouns: unknown, common: unknown) {
    this.nouns = new Nouns(nouns);
    this.#common = new Set(typeof common === 'string' ? common.split(/\s+/) : []);
  }

  of(key: string): Word {
    const known = this.#known.get(key);
    if (known) return known;
    const s = stem(key);
    const classes = this.nouns.of(s);
    const word = { stem: s, common: classes.length > 0 || this.#common.has(s), classes };
    if (this.#known.size >= LIMIT) this.#known.clear();
    this.#known.set(key, word);
    return word;
  }

  /** The word as a feature names it: its stem, "NAME", "#" for numbers, the sign itself for marks. */
  sign(token: Token | undefined, closed: boolean): string {
    if (!token) return '^';
    if (token.form.kind === 'mark') return token.form.key;
    if (token.form.kind !== 'word') return '#';
    const word = this.of(token.form.key);
    return word.common || closed ? word.stem : 'NAME';
  }
}

/** Out of the lexicons `nouns` and `incidents/words`. */
export const wordsOf = (lexicons: Readonly<Record<string, unknown>>): Words =>
  new Words(lexicons.nouns, (lexicons['incidents/words'] as { common?: string } | undefined)?.common);
