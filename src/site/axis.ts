import type { Page } from './page.ts';

/** Whole steps of 1, 2 or 5 that cover 0 … most; never fewer than one step. */
export function ticks(most: number, wanted = 5): number[] {
  const raw = Math.max(1, most) / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((f) => f * power).find((s) => s >= raw)!,
  );
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

/** Where a share (0 … 1) of the width stands, in percent: from the right on a page that is read from the right. */
export const across = (page: Pick<Page, 'language'>, share: number): number =>
  round(page.language === 'ar' ? 100 - share * 100 : share * 100);

/** Left end and width of a bar between two shares, in percent. */
export function bar(page: Pick<Page, 'language'>, from: number, to: number): { x: string; width: string } {
  const [a, b] = [across(page, from), across(page, to)];
  return { x: `${Math.min(a, b)}%`, width: `${round(Math.abs(b - a))}%` };
}

const round = (n: number): number => Math.round(n * 100) / 100;
