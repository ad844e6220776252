import type { Lexicon } from './lexicon.ts';
import { Scene } from './scene.ts';
import type { Range } from './text/sentences.ts';

/** So many first sentences are held: the search for the topic reads them before the report is read. */
const HELD = 64;

/** The sentences of a report, each made ready when it is asked for. */
export class Scenes {
  readonly #text: string;
  readonly #ranges: readonly Range[];
  readonly #lexicon: Lexicon;
  readonly #held: (Scene | undefined)[] = [];

  constructor(text: string, ranges: readonly Range[], lexicon: Lexicon) {
    this.#text = text;
    this.#ranges = ranges;
    this.#lexicon = lexicon;
  }

  get length(): number {
    return this.#ranges.length;
  }

  at(index: number): Scene {
    return index < HELD ? (this.#held[index] ??= this.#make(this.#ranges[index]!)) : this.#make(this.#ranges[index]!);
  }

  /** The sentence in which the offset lies, found by halving. */
  holding(offset: number): Scene | null {
    let [low, high] = [0, this.#ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ranges[middle]!.to <= offset) low = middle + 1;
      else high = middle;
    }
    const range = this.#ranges[low];
    return range && range.from <= offset ? this.at(low) : null;
  }

  #make(range: Range): Scene {
    return new Scene(this.#text, range, this.#lexicon);
  }
}
