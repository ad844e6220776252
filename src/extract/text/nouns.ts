import { WEAPONS, type Weapon } from '../../model/codes.ts';
import { stem } from './stem.ts';

const record = (v: unknown): Record<string, unknown> =>
  v !== null && typeof v === 'object' ? (v as Record<string, unknown>) : {};
const split = (v: unknown): string[] => (typeof v === 'string' ? v.split(/\s+/).filter(Boolean) : []);

/** Stem -> names under which its word is listed. */
function index(table: unknown): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const [name, words] of Object.entries(record(table)))
    for (const s of new Set(split(words).map(stem))) out.set(s, [...(out.get(s) ?? []), name]);
  return out;
}

const NONE: readonly string[] = [];

/** What common words stand for ("person", "building", the code of a weapon, a harm), found by stem. */
export class Nouns {
  readonly #classes: ReadonlyMap<string, string[]>;
  readonly #weapons: ReadonlyMap<string, string[]>;
  readonly #harm: ReadonlyMap<string, string[]>;
  readonly #types: ReadonlyMap<string, string[]>;
  readonly #scopes: ReadonlyMap<string, string[]>;
  readonly #numbers: ReadonlyMap<string, number>;

  /** `data` is the lexicon `nouns`, parsed. */
  constructor(data: unknown) {
    const { classes, weapons, harm, numbers, types, responsibility } = record(data);
    this.#classes = index(classes);
    this.#weapons = index(weapons);
    this.#harm = index(harm);
    this.#scopes = index(responsibility);
    this.#types = new Map(
      Object.entries(record(types)).map(([type, words]) => [type, split(words).map((w) => `w=${stem(w)}`)]),
    );
    this.#numbers = new Map(Object.entries(record(numbers)).map(([w, n]) => [w, Number(n)]));
  }

  /** Classes of a stem; none for names and for what is in no class. */
  of(stemmed: string): readonly string[] {
    return this.#classes.get(stemmed) ?? NONE;
  }

  /** Code of the weapon that the last telling word of a phrase names. */
  weapon(words: string): Weapon | null {
    for (const w of words
      .toLowerCase()
      .split(/[^a-z]+/)
      .reverse()) {
      const code = this.#weapons.get(stem(w))?.[0];
      if (code) return WEAPONS.find((x) => x === code) ?? null;
    }
    return null;
  }

  /** Whether any of the stems, as features (`w=…`), names this type of incident. */
  namedBy(type: string, features: ReadonlySet<string>): boolean {
    return this.#types.get(type)?.some((f) => features.has(f)) ?? false;
  }

  /** Types of incident that these features name. */
  typesNamed(features: ReadonlySet<string>): string[] {
    return [...this.#types.keys()].filter((type) => this.namedBy(type, features));
  }

  /** How responsibility is put in a sentence with these features: "claim", "accuse", "suspect", …. */
  scopes(features: readonly string[]): string[] {
    return [...new Set(features.flatMap((f) => (f.startsWith('w=') ? (this.#scopes.get(f.slice(2)) ?? NONE) : NONE)))];
  }

  /** Number that a word of the language is; null for all other words. */
  number(word: string): number | null {
    return this.#numbers.get(word) ?? null;
  }

  /** Whether a stem is of a word for this harm: "killed", "injured". */
  means(harm: string, stemmed: string): boolean {
    return this.#harm.get(stemmed)?.includes(harm) ?? false;
  }
}
