import type { Incident } from '../model/incident.ts';
import type { Rule } from '../model/rule.ts';

/**
 * The counts written a second time, straight from architecture.md, for small inputs: no schedule, no cells, no shared code.
 * Low is found by trying every subset, so keep it under a dozen incidents.
 */
export interface Naive {
  low: number;
  best: number;
  high: number | null;
}

interface Span {
  from: number;
  to: number;
}

export function naive(
  rule: Rule,
  incidents: readonly Incident[],
  window: Span,
  siteOf: (i: Incident) => string | null,
): Naive {
  const inPlace = incidents.filter((i) => i.path.some((p) => rule.place.includes(p)) && i.target.includes('us-forces'));
  const live = inPlace.filter((i) => i.grade !== 'Discounted');
  const start = (i: Incident): number => i.from ?? -Infinity;
  const end = (i: Incident): number => i.to ?? Infinity;
  const touching = live.filter((i) => start(i) < window.to && window.from < end(i));
  const inside = touching.filter((i) => start(i) >= window.from && end(i) <= window.to);
  const lowSet = inside.filter((i) => rule.knowledge.low.includes(i.grade));
  const best = touching.filter(
    (i) =>
      rule.knowledge.best.includes(i.grade) &&
      i.reference !== null &&
      i.reference >= window.from &&
      i.reference < window.to,
  );
  const apart = (a: Incident, b: Incident): boolean =>
    end(a) <= start(b) ||
    end(b) <= start(a) ||
    a.distinct.includes(b.incident_id) ||
    b.distinct.includes(a.incident_id);
  const largest = (list: readonly Incident[]): number => {
    let most = 0;
    for (let set = 0; set < 1 << list.length; set++) {
      const chosen = list.filter((_, n) => set & (1 << n));
      if (chosen.length > most && chosen.every((a, n) => chosen.every((b, m) => n >= m || apart(a, b))))
        most = chosen.length;
    }
    return most;
  };
  const sites = [...new Set(lowSet.map(siteOf))].filter((s) => s !== null);
  const bySite = sites.reduce((sum, s) => sum + largest(lowSet.filter((i) => siteOf(i) === s)), 0);
  return {
    low: Math.max(bySite, largest(lowSet)),
    best: best.length,
    high: touching.some((i) => i.multiplicity === null) ? null : touching.reduce((sum, i) => sum + i.multiplicity!, 0),
  };
}
