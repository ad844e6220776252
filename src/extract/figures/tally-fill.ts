import type { Draft, FigureDraft } from '../draft.ts';
import type { Page } from '../page.ts';

/** Figures without a start take the one that the report gives for its count, wherever it stands. */
export function fillWindows(drafts: readonly Draft[], page: Page): void {
  const told = drafts.filter((d): d is FigureDraft => d.kind === 'tally');
  // A speaker who dates the update later on dated all the figures in it.
  for (const d of told)
    if (page.said && d.window.to === page.today && d.chain.at(-1)?.speaker === page.said.origin)
      d.window = { ...d.window, to: page.said.day };
  sameSum(told);
  const first = told.find((d) => d.told && d.window.from !== null);
  for (const d of told)
    if (
      d.window.from === null &&
      first &&
      d.unit !== 'strike' &&
      (!isHarm(d) || d.places.length !== 1 || samePlaces(d, first))
    )
      d.window = { ...d.window, from: first.window.from };
}

const isHarm = (d: FigureDraft): boolean => d.unit === 'killed' || d.unit === 'injured';

/** Those hurt in one attack are not counted over the time of the whole series. */
const samePlaces = (a: FigureDraft, b: FigureDraft): boolean =>
  a.places.length === b.places.length && a.places.every((p) => b.places.includes(p));

/** "27 times in the past two weeks", then "16 attacks in Iraq and 11 in Syria": one sum told twice has one start. */
function sameSum(told: readonly FigureDraft[]): void {
  const key = (d: FigureDraft): string => `${d.unit} ${d.bound.low ?? d.bound.about}`;
  const starts = new Map(told.filter((d) => d.window.from !== null).map((d) => [key(d), d.window.from]));
  for (const d of told) if (d.window.from === null) d.window = { ...d.window, from: starts.get(key(d)) ?? null };
}
