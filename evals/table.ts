import type { Line } from './judge.ts';

const HEAD = ['set', 'metric', 'n', 'value', '90 % interval', 'first bar', 'aim', 'last', 'verdict'];
const LEFT = new Set([0, 1, 8]);

const figure = (x: number | null): string => (x === null ? 'n/a' : x.toFixed(1));
const bar = (x: number | null, smaller: boolean): string =>
  x === null ? '–' : `${smaller ? '≤ ' : ''}${Number.isInteger(x) ? x : x.toFixed(1)}`;

function cells(l: Line): string[] {
  return [
    l.set,
    l.metric,
    String(l.n),
    figure(l.value),
    l.interval ? `${figure(l.interval[0])} … ${figure(l.interval[1])}` : 'n/a',
    bar(l.first, l.smaller),
    bar(l.aim, l.smaller),
    l.last === null ? '–' : figure(l.last),
    l.verdict,
  ];
}

/** One table for people: columns as wide as they need to be. */
export function table(lines: readonly Line[]): string {
  const rows = [HEAD, ...lines.map(cells)];
  const wide = HEAD.map((_, i) => Math.max(...rows.map((r) => r[i]!.length)));
  const show = (r: readonly string[]): string =>
    r
      .map((c, i) => (LEFT.has(i) ? c.padEnd(wide[i]!) : c.padStart(wide[i]!)))
      .join('  ')
      .trimEnd();
  return [show(HEAD), wide.map((w) => '─'.repeat(w)).join('  '), ...rows.slice(1).map(show)].join('\n');
}

/** The same for machines. */
export const json = (lines: readonly Line[]): string => JSON.stringify(lines, null, 2);
