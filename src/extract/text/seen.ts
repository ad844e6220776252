const SPACES = /\s/;
/** White space beyond Latin letters starts here. */
const FAR = 0x1680;

/** Whether the code unit is white space. */
const isSpace = (c: number): boolean =>
  c <= 32 ? c === 32 || (c > 8 && c < 14) : c === 0xa0 || (c >= FAR && SPACES.test(String.fromCharCode(c)));

/** Remembers stretches of one text and knows whether the same words stood before, however they are spaced. */
export class Seen {
  readonly #text: string;
  readonly #by = new Map<number, readonly [number, number]>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether text[from, to) stood before; from now on it did. Of two that share a hash (FNV-1a) only the later is remembered. */
  has(from: number, to: number): boolean {
    const hash = this.#hash(from, to);
    const before = this.#by.get(hash);
    if (before && this.#same(before, [from, to])) return true;
    this.#by.set(hash, [from, to]);
    return false;
  }

  /** Hash of the visible characters. */
  #hash(from: number, to: number): number {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) {
      const c = this.#text.charCodeAt(i);
      if (!isSpace(c)) hash = Math.imul(hash ^ c, 0x01000193);
    }
    return hash;
  }

  /** Compares without making strings: stretches of white space are alike. */
  #same([a, aTo]: readonly [number, number], [b, bTo]: readonly [number, number]): boolean {
    let [i, k] = [a, b];
    while (i < aTo && k < bTo) {
      const [c, d] = [this.#text.charCodeAt(i), this.#text.charCodeAt(k)];
      if (c !== d && !(isSpace(c) && isSpace(d))) return false;
      i = isSpace(c) ? this.#past(i, aTo) : i + 1;
      k = isSpace(d) ? this.#past(k, bTo) : k + 1;
    }
    return i === aTo && k === bTo;
  }

  /** The end of the white space that starts at `i`. */
  #past(i: number, to: number): number {
    while (i < to && isSpace(this.#text.charCodeAt(i))) i++;
    return i;
  }
}
