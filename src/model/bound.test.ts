import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, atLeast, atMost, Bound, contains, contradicts, exactly, reach, widen } from './bound.ts';

/** Every bound that the noun allows, approximations among them. */
const bounds = fc
  .oneof(
    fc.tuple(fc.nat(500), fc.nat(500)).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
    fc.nat(500).map(atLeast),
    fc.nat(500).map(atMost),
    fc.nat(500).map((high) => ({ low: null, high })),
    fc.nat(5000).map((about) => ({ low: null, high: null, about })),
    fc.constant({ low: null, high: null }),
  )
  .map((b) => Bound.parse(b));
const holds = (b: Bound, n: number): boolean => reach(b).low <= n && n <= reach(b).high;
const same = (a: Bound, b: Bound): boolean => contains(a, b) && contains(b, a);

describe('what a bound allows', () => {
  test.each<[string, Bound, [number, number]]>([
    ['exactly 3', exactly(3), [3, 3]],
    ['at least 3', atLeast(3), [3, Infinity]],
    ['at most 3', atMost(3), [0, 3]],
    ['none at all', exactly(0), [0, 0]],
    ['open on both sides', { low: null, high: null }, [0, Infinity]],
    ['open below', { low: null, high: 5 }, [0, 5]],
    ['about 2,500', { low: null, high: null, about: 2500 }, [2250, 2750]],
    ['about 4: one either way at least', { low: null, high: null, about: 4 }, [3, 5]],
    ['about 0 is not below 0', { low: null, high: null, about: 0 }, [0, 1]],
    ['“about 20, at least 18”: what is bounded goes first', { low: 18, high: null, about: 20 }, [18, Infinity]],
  ])('%s', (_, bound, [low, high]) => {
    expect(reach(bound)).toEqual({ low, high });
  });
  test.each<[string, unknown]>([
    ['low above high', { low: 3, high: 2 }],
    ['below zero', { low: -1, high: null }],
    ['half a rocket', { low: 1.5, high: 2 }],
    ['a side left out', { low: 1 }],
    ['a number as text', { low: '1', high: null }],
    ['beyond what JSON carries', { low: 2 ** 53, high: null }],
  ])('%s is refused', (_, bound) => {
    expect(Bound.safeParse(bound).success).toBe(false);
  });
});

describe('add', () => {
  test.each<[Bound, Bound, { low: number; high: number | null }]>([
    [exactly(2), exactly(3), { low: 5, high: 5 }],
    [atLeast(2), exactly(3), { low: 5, high: null }],
    [{ low: null, high: null, about: 10 }, exactly(1), { low: 10, high: 12 }],
  ])('%j + %j', (a, b, sum) => expect(add(a, b)).toEqual(sum));
  test('commutes, associates, and zero changes nothing', () => {
    fc.assert(
      fc.property(bounds, bounds, bounds, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(same(add(a, exactly(0)), a)).toBe(true);
      }),
    );
  });
  test('holds the sum of whatever its parts hold', () => {
    fc.assert(
      fc.property(bounds, bounds, fc.nat(800), fc.nat(800), (a, b, x, y) => {
        if (holds(a, x) && holds(b, y)) expect(holds(add(a, b), x + y)).toBe(true);
      }),
    );
  });
});

describe('widen', () => {
  test('commutes, associates, is idempotent, and allows what either allows', () => {
    fc.assert(
      fc.property(bounds, bounds, bounds, (a, b, c) => {
        expect(widen(a, b)).toEqual(widen(b, a));
        expect(widen(widen(a, b), c)).toEqual(widen(a, widen(b, c)));
        expect(same(widen(a, a), a)).toBe(true);
        expect(contains(widen(a, b), a) && contains(widen(a, b), b)).toBe(true);
      }),
    );
  });
  test('is the narrowest that does', () => {
    fc.assert(
      fc.property(bounds, bounds, bounds, (a, b, outer) => {
        if (contains(outer, a) && contains(outer, b)) expect(contains(outer, widen(a, b))).toBe(true);
      }),
    );
  });
});

describe('contains and contradicts', () => {
  test('containing is reflexive and transitive, and goes value by value', () => {
    fc.assert(
      fc.property(bounds, bounds, bounds, fc.nat(800), (a, b, c, n) => {
        expect(contains(a, a)).toBe(true);
        if (contains(a, b) && contains(b, c)) expect(contains(a, c)).toBe(true);
        if (contains(a, b) && holds(b, n)) expect(holds(a, n)).toBe(true);
      }),
    );
  });
  test('contradicting is symmetric, never with itself, never with what it contains', () => {
    fc.assert(
      fc.property(bounds, bounds, fc.nat(800), (a, b, n) => {
        expect(contradicts(a, b)).toBe(contradicts(b, a));
        expect(contradicts(a, a)).toBe(false);
        if (contains(a, b)) expect(contradicts(a, b)).toBe(false);
        if (holds(a, n) && holds(b, n)) expect(contradicts(a, b)).toBe(false);
      }),
    );
  });
  test.each<[string, Bound, Bound, boolean]>([
    ['23 and 24', exactly(23), exactly(24), true],
    ['at least 41 and 46', atLeast(41), exactly(46), false],
    ['at least 41 and 40', atLeast(41), exactly(40), true],
    ['about 65 and 61', { low: null, high: null, about: 65 }, exactly(61), false],
    ['about 65 and 52', { low: null, high: null, about: 65 }, exactly(52), true],
  ])('%s', (_, a, b, out) => expect(contradicts(a, b)).toBe(out));
});
