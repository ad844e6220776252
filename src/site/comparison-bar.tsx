import type { ComparisonView } from '../operations/comparison-view.ts';
import { across, bar } from './axis.ts';
import { drawnAt } from './format.ts';
import type { Page } from './page.ts';

type Compared = Pick<ComparisonView, 'theirs' | 'ours'>;

/** The largest number that a list of comparisons speaks of: the end of their common scale. */
export const topOf = (list: readonly Compared[]): number =>
  Math.max(1, ...list.flatMap(({ theirs, ours }) => [drawnAt(theirs) ?? 0, theirs.high ?? 0, ours.high ?? ours.best]));

const Y = 9;

/** Theirs as a mark over our band from low to high, on the scale of its voice; the row above says the same in numbers. */
export function ComparisonBar({ page, comparison, top }: { page: Page; comparison: Compared; top: number }) {
  const { theirs, ours } = comparison;
  const share = (n: number): number => 0.01 + (n / top) * 0.98;
  const x = (n: number): string => `${across(page, share(n))}%`;
  const band = bar(page, share(ours.low), share(ours.high ?? top));
  const from = drawnAt(theirs);
  // “At least” reaches to the end of the scale.
  const to = theirs.high ?? (theirs.low === null ? from : top);
  return (
    <svg class="comparison" width="100%" height={2 * Y} aria-hidden="true">
      <line class="grid" x1={x(0)} x2={x(top)} y1={Y} y2={Y} />
      <rect class={ours.high === null ? 'band band-open' : 'band'} {...band} y="3" height="12" />
      <line class="comparison-best" x1={x(ours.best)} x2={x(ours.best)} y1="2" y2="16" />
      {from !== null && to !== null && to > from && <line class="wire" x1={x(from)} x2={x(to)} y1={Y} y2={Y} />}
      {from !== null && <circle class="mark" cx={x(from)} cy={Y} r="5" />}
    </svg>
  );
}
