import type { Judgement } from '../model/judgement.ts';
import { byText } from './order.ts';

/** Sets of mentions that people joined, each with what must stay out of it: parted mentions and other mentions of its claims. */
class Joined {
  readonly #set = new Map<string, Set<string>>();
  readonly #parted = new Map<string, Set<string>>();

  of(key: string): Set<string> {
    const known = this.#set.get(key) ?? new Set([key]);
    this.#set.set(key, known);
    return known;
  }

  part({ a, b }: Judgement): void {
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const)
      this.#parted.set(x, (this.#parted.get(x) ?? new Set()).add(y));
  }

  /** Joins the sets of both mentions; false when something in one must stay out of the other. */
  join({ a, b }: Judgement): boolean {
    const [small, large] = [this.of(a), this.of(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>];
    if (small === large) return true;
    const claims = new Set([...large].map(stem));
    for (const key of small) {
      if (claims.has(stem(key))) return false;
      for (const other of this.#parted.get(key) ?? []) if (large.has(other)) return false;
    }
    for (const key of small) {
      large.add(key);
      this.#set.set(key, large);
    }
    return true;
  }
}

const stem = (key: string): string => key.slice(0, key.lastIndexOf('.'));

/**
 * Judgements in one order without duplicates. NEGATIVE first, then each POSITIVE that does not contradict what stands:
 * a record refuses contradictions, so `ignored` is empty unless judgements come from elsewhere; wrongly parted is the
 * lesser harm, because two incidents can still be judged one.
 */
export function consistent(judgements: Iterable<Judgement>): { kept: Judgement[]; ignored: Judgement[] } {
  const unique = new Map([...judgements].map((j) => [`${j.a} ${j.b} ${j.verdict}`, j]));
  const sorted = [...unique].sort(([x], [y]) => byText(x, y)).map(([, j]) => j);
  const kept = sorted.filter((j) => j.verdict === 'NEGATIVE');
  const ignored: Judgement[] = [];
  const joined = new Joined();
  for (const j of kept) joined.part(j);
  for (const j of sorted.filter((j) => j.verdict === 'POSITIVE')) (joined.join(j) ? kept : ignored).push(j);
  return { kept, ignored };
}
