import type { CountedIncident } from '../model/answer.ts';
import type { Incident } from '../model/incident.ts';
import type { Rule } from '../model/rule.ts';
import { anchor } from '../resolve/sites.ts';
import { atLeast, type Slot } from './schedule.ts';
import { scope, type Tables } from './scope.ts';
import { fit, instantsOf, type Window } from './window.ts';

/** An incident with the innermost of the three nested sets that it belongs to, and why it is not further in. */
export interface Placed {
  incident: Incident;
  set: CountedIncident['set'] | 'out';
  why: readonly string[];
}

/** Where each incident stands: low ⊂ best ⊂ high, or out, with reasons. */
export function placed(rule: Rule, incidents: readonly Incident[], window: Window, tables: Tables): Placed[] {
  const span = instantsOf(window);
  return incidents.map((incident) => {
    const time = fit(incident, span);
    const asked = scope(rule, incident, tables);
    const barred = [
      ...(asked.in === 'no' ? asked.why : []),
      ...(time === 'outside' ? ['time outside'] : []),
      ...(incident.grade === 'Discounted' ? ['discounted'] : []),
    ];
    if (barred.length) return { incident, set: 'out', why: barred };
    const why = [...asked.why];
    if (time === 'touches') why.push('time reaches beyond the window');
    if (!rule.knowledge.best.includes(incident.grade)) why.push(`grade ${incident.grade}`);
    if (why.length) return { incident, set: 'high', why };
    if (time === 'reference inside') why.push('time reaches beyond the window');
    if (!rule.knowledge.low.includes(incident.grade)) why.push(`grade ${incident.grade}`);
    return { incident, set: why.length ? 'best' : 'low', why };
  });
}

/** The larger of two safe numbers over the low-set: summed site by site, and over time alone. */
export function lowOf(lowSet: readonly Incident[], { gazetteer }: Tables): number {
  const slots = lowSet.map((i): Slot => ({ id: i.incident_id, from: i.from, to: i.to, distinct: i.distinct }));
  const bySite = new Map<string, Slot[]>();
  lowSet.forEach((incident, n) => {
    // An area may be any of its sites: it is left out of the sum, never counted beside them.
    const site = anchor(incident.site, gazetteer);
    if (site !== null) bySite.set(site, [...(bySite.get(site) ?? []), slots[n]!]);
  });
  const siteBySite = [...bySite.values()].reduce((sum, s) => sum + atLeast(s), 0);
  return Math.max(siteBySite, atLeast(slots));
}

/** Sum over the high-set of what its claims may amount to; null when one of them leaves it open. */
export function highOf(highSet: readonly Incident[]): number | null {
  return highSet.reduce<number | null>(
    (sum, i) => (sum === null || i.multiplicity === null ? null : sum + i.multiplicity),
    0,
  );
}
