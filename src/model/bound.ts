import * as z from 'zod';

/**
 * A quantity as the words allow. `low`/`high` are inclusive integers ≥ 0, null = open on that side;
 * `about` is the nominal value of an approximation ("about 2,500"); `wording` the words themselves.
 */
const count = z.int().min(0).nullable();
export const Bound = z
  .object({ low: count, high: count, about: count.optional(), wording: z.string().optional() })
  .refine((b) => b.low === null || b.high === null || b.low <= b.high, 'low must not exceed high');
export type Bound = z.infer<typeof Bound>;

export const exactly = (n: number): Bound => ({ low: n, high: n });
export const atLeast = (n: number): Bound => ({ low: n, high: null });
export const atMost = (n: number): Bound => ({ low: 0, high: n });

/** Lowest and highest value that the bound allows; an approximation allows a tenth either way, at least one. */
export function reach(b: Bound): { low: number; high: number } {
  if (b.low === null && b.high === null && b.about != null) {
    const slack = Math.max(1, Math.round(b.about / 10));
    return { low: Math.max(0, b.about - slack), high: b.about + slack };
  }
  return { low: b.low ?? 0, high: b.high ?? Infinity };
}

const finite = (n: number): number | null => (Number.isFinite(n) ? n : null);

/** The bound of a sum: two separate quantities taken together. */
export function add(a: Bound, b: Bound): Bound {
  const x = reach(a);
  const y = reach(b);
  return { low: x.low + y.low, high: finite(x.high + y.high) };
}

/** The narrowest bound that allows whatever either allows. */
export function widen(a: Bound, b: Bound): Bound {
  const x = reach(a);
  const y = reach(b);
  return { low: Math.min(x.low, y.low), high: finite(Math.max(x.high, y.high)) };
}

/** Whether every value that `inner` allows is allowed by `outer`. */
export function contains(outer: Bound, inner: Bound): boolean {
  const o = reach(outer);
  const i = reach(inner);
  return o.low <= i.low && i.high <= o.high;
}

/** Whether no value satisfies both: the two cannot be true of one quantity. */
export function contradicts(a: Bound, b: Bound): boolean {
  const x = reach(a);
  const y = reach(b);
  return x.high < y.low || y.high < x.low;
}
