import type { Reading } from '../page.ts';
import type { Hit } from '../scene.ts';

/** So near, in tokens, stands the time that dates a number behind "against". */
const DATED = 2;

/** Words behind which another count stands that a figure is compared with: "compared with 58", "up from nine", "against 22 in January". */
export function comparisons(r: Reading): readonly Hit[] {
  const s = r.scene;
  const against = r.quantities
    .filter((q) => s.key(q.from - 1) === 'against' && dated(r, q.core[1]))
    .map((q) => ({ cat: 'compare', value: 'c', from: q.from - 1, to: q.from }));
  return against.length > 0 ? [...s.all('compare'), ...against] : s.all('compare');
}

const dated = (r: Reading, at: number): boolean =>
  r.times.some((t) => t.from >= at && t.from - at <= DATED) ||
  [at, at + 1].some((i) => r.scene.starts('periodbefore', i) !== undefined);
