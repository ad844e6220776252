import type { Bound } from '../../model/bound.ts';
import { idle } from './idle.ts';
import type { Hit, Scene } from '../scene.ts';

/** A quantity in a sentence: its Bound, over tokens [from, to) with its approximation, `core` the number alone. */
export interface Quantity {
  from: number;
  to: number;
  core: readonly [number, number];
  bound: Required<Pick<Bound, 'low' | 'high'>> & { about: number | null };
  /** Words of approximation that a number coordinated with it shares. */
  hedge: string | null;
  /** "the 21", "another two", "one of": says that the number belongs to something told before. */
  also: boolean;
  /** "25 of the 46": the number of which it is a part. */
  of?: Quantity;
}

/** Plain value of the number word or digits that start at token `i`, with the token after it. */
function single(s: Scene, i: number): { value: number; to: number; word: boolean } | null {
  const t = s.tokens[i];
  if (!t) return null;
  if (t.form.kind === 'number') return t.form.value < 0 ? null : { value: t.form.value, to: i + 1, word: false };
  const hit = s.starts('number', i);
  return hit ? { value: Number(hit.value), to: hit.to, word: true } : null;
}

/** A number from token `i`: digits, or words put together ("twenty-five", "two hundred", "خمسة وعشرين"). */
export function numberAt(s: Scene, i: number): { value: number; to: number } | null {
  const first = single(s, i);
  if (!first) return null;
  let { value, to } = first;
  for (let step = 0; step < 4; step++) {
    const k = s.key(to) === 'and' && value >= 100 ? to + 1 : to;
    const next = single(s, k);
    if (!next || !next.word) break;
    if ((next.value >= 100 || s.key(k) === 'dozen') && value < next.value) value *= next.value;
    else if (first.word && joins(s, k, value, next.value)) value += next.value;
    else break;
    to = next.to;
  }
  return { value, to };
}

const joins = (s: Scene, k: number, have: number, next: number): boolean => {
  if (have % 10 === 0 && next < 10 && have > 10 && have % 100 !== 0)
    return s.tokens[k]!.glue === '-' || s.tokens[k]!.from - s.tokens[k - 1]!.to === 1;
  if (have < 10 && next >= 20 && next < 100 && next % 10 === 0) return s.text[s.tokens[k]!.from] === 'و';
  return have >= 100 && next < 100 && (s.key(k - 1) === 'and' || s.text[s.tokens[k]!.from] === 'و');
};

type Shape = (n: number) => Quantity['bound'];
/** What the words of approximation make of a number; values as in the lexicon. */
const SHAPES: Readonly<Record<string, Shape>> = {
  least: (n) => ({ low: n, high: null, about: null }),
  more: (n) => ({ low: n + 1, high: null, about: null }),
  less: (n) => ({ low: null, high: Math.max(0, n - 1), about: null }),
  most: (n) => ({ low: null, high: n, about: null }),
  about: (n) => ({ low: null, high: null, about: n }),
};
const exact: Shape = (n) => ({ low: n, high: n, about: null });

/** The bound that a word of approximation (null: none) makes of a number. */
export const shapeOf = (hedge: string | null): Shape => SHAPES[hedge ?? ''] ?? exact;

/** Words that are a quantity without a number. */
const VAGUE: Readonly<Record<string, Quantity['bound']>> = {
  several: { low: 3, high: null, about: null },
  dozens: { low: 24, high: null, about: null },
  some: { low: 2, high: null, about: null },
  hundreds: { low: 200, high: null, about: null },
};

/** The quantity at token `i`, with the token after its number; numbers that count nothing are read over. */
function quantityAt(s: Scene, i: number, used: (i: number) => boolean): { q: Quantity | null; to: number } {
  const vague = s.starts('vague', i);
  if (vague && VAGUE[vague.value]) return { q: vagueAt(s, vague), to: vague.to };
  const n = numberAt(s, i);
  if (!n || used(i)) return { q: null, to: i + 1 };
  if (idle(s, i, n.to, n.value)) return { q: null, to: n.to };
  const q = shaped(s, i, n, used);
  return { q, to: q.core[1] };
}

function vagueAt(s: Scene, { from, to, value }: Hit): Quantity {
  const more = s.ends('approx', from);
  return { from: more?.from ?? from, to, core: [from, to], bound: { ...VAGUE[value]! }, hedge: null, also: false };
}

function shaped(s: Scene, i: number, n: { value: number; to: number }, used: (i: number) => boolean): Quantity {
  const before =
    s.ends('approx', i) ?? (s.key(i - 1) === 'a' || s.has('filler', i - 1, i) ? s.ends('approx', i - 1) : undefined);
  // "three dead and more than 30 hurt": what stands before the next number is that one's.
  const after = s.all('approxafter', n.to, Math.min(s.length, n.to + 4)).find((h) => s.key(h.to) !== 'than');
  // "have come under 97 attacks" is no "fewer than 97".
  const under = before?.value === 'less' && /^(come|came|comes|coming)$/.test(s.key(before.from - 1));
  const plus = s.isMark(n.to, '+') && s.tokens[n.to]!.from === s.tokens[n.to - 1]!.to ? 'least' : null;
  const hedge = (under ? undefined : before?.value) ?? after?.value ?? plus;
  const end = range(s, { from: i, ...n }, used);
  const bound = end ? { low: n.value, high: end.value, about: null } : shapeOf(hedge)(n.value);
  const from = before?.from ?? end?.from ?? i;
  const to = end?.to ?? n.to;
  return {
    from,
    to: after && after.to <= to + 4 ? Math.max(to, after.from === to ? after.to : to) : to,
    core: [i, to],
    bound,
    hedge,
    also: s.has('further', i - 1, n.to + 1) || s.ends('further', i) !== undefined,
  };
}

/** The second number of "10 to 12", "10-12", "between 10 and 12", "ما بين 10 و12"; "from 10 to 12" is a change, no range. */
function range(
  s: Scene,
  first: { from: number; value: number; to: number },
  used: (i: number) => boolean,
): { from: number; value: number; to: number } | null {
  const k = first.to;
  const lead = s.ends('between', s.key(first.from - 1) === 'a' ? first.from - 1 : first.from);
  const between = lead !== undefined && !/^(from|من)$/.test(s.key(lead.from));
  const at = linked(s, k, between);
  if (at < 0 || used(at) || (lead && !between) || s.ends('month', k - 1)) return null;
  const n = numberAt(s, at);
  return n && n.value > first.value ? { from: between ? lead!.from : first.from, ...n } : null;
}

/** The token at which the second number of a range may start, -1 where nothing links it to the first. */
function linked(s: Scene, k: number, between: boolean): number {
  const t = s.tokens[k];
  if (!t) return -1;
  if (t.glue === '-' && t.form.kind === 'number') return k;
  if (s.isMark(k, '–—')) return t.from === s.tokens[k - 1]!.to && s.tokens[k + 1]?.from === t.to ? k + 1 : -1;
  const waw = s.text[t.from] === 'و';
  if (waw && s.starts('number', k)) return between ? k : -1;
  if (s.starts('and', k) || waw) return between ? k + 1 : -1;
  return s.starts('rangeto', k) ? k + 1 : -1;
}

/** Every quantity of the sentence in order; `used` marks tokens that belong to dates and times. */
export function quantities(s: Scene, used: (i: number) => boolean): Quantity[] {
  const out: Quantity[] = [];
  for (let i = 0; i < s.length;) {
    const { q, to } = quantityAt(s, i, used);
    // "25 of the 46": the second number only says of how many.
    const share =
      q &&
      out.length > 0 &&
      s.key(q.from - 2) === 'of' &&
      out.at(-1)!.core[1] >= q.from - 2 &&
      !s.covers('vague', out.at(-1)!.core[0]);
    if (q && share) out.at(-1)!.of = q;
    else if (q) out.push(q);
    i = Math.max(to, i + 1);
  }
  return out;
}
