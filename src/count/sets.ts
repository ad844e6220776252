import type { Amount, CountedIncident } from '../model/answer.ts';
import type { Countable } from '../model/incident.ts';
import type { Rule } from '../model/rule.ts';
import { amountOf } from './amount.ts';
import { anchor } from '../resolve/sites.ts';
import { atLeast, type Slot } from './schedule.ts';
import { scopeOf, type Scope, type Tables } from './scope.ts';
import { fit, instantsOf, type Window } from './window.ts';

/** An incident with its amount in the rule's unit and the innermost of the three nested sets that it belongs to, and why it is not further in. */
export interface Placed {
  incident: Countable;
  amount: Amount;
  set: CountedIncident['set'] | 'out';
  why: readonly string[];
}

/** An incident with what does not depend on the window: its amount, and how it stands to the rule's scope. */
export interface Scoped {
  incident: Countable;
  amount: Amount;
  scope: Scope;
}

/** Amount and scope of each incident, once for all windows that are asked of them. */
export const scoped = (rule: Rule, incidents: readonly Countable[], tables: Tables): Scoped[] =>
  incidents.map((incident) => ({
    incident,
    amount: amountOf(rule, incident, tables.actors),
    scope: scopeOf(rule, incident, tables),
  }));

/** Where each incident stands in a window: low ⊂ best ⊂ high, or out, with reasons. */
export function placed(rule: Rule, incidents: readonly Scoped[], window: Window): Placed[] {
  const span = instantsOf(window);
  return incidents.map(({ incident, amount, scope }) => {
    const time = fit(incident, span);
    const barred = [
      ...(scope.in === 'no' ? scope.why : []),
      ...(time === 'outside' ? ['time outside'] : []),
      ...(incident.grade === 'Discounted' ? ['discounted'] : []),
    ];
    if (barred.length) return { incident, amount, set: 'out', why: barred };
    const why = [...scope.why];
    if (time === 'touches') why.push('time reaches beyond the window');
    if (!rule.knowledge.best.includes(incident.grade)) why.push(`grade ${incident.grade}`);
    if (why.length) return { incident, amount, set: 'high', why };
    if (time === 'reference inside') why.push('time reaches beyond the window');
    if (!rule.knowledge.low.includes(incident.grade)) why.push(`grade ${incident.grade}`);
    return { incident, amount, set: why.length ? 'best' : 'low', why };
  });
}

/** Those of the placed that lie in one of these sets. */
export const within = (all: readonly Placed[], ...sets: readonly Placed['set'][]): Placed[] =>
  all.filter((p) => sets.includes(p.set));

/** The larger of two safe numbers over the low-set: summed site by site, and over time alone. */
export function lowOf(lowSet: readonly Placed[], { gazetteer }: Tables): number {
  const slots = lowSet.map(({ incident: i, amount }): Slot => {
    const { incident_id: id, from, to, distinct } = i;
    return { id, from, to, distinct, weight: amount.low };
  });
  const bySite = new Map<string, Slot[]>();
  lowSet.forEach(({ incident }, n) => {
    // An area may be any of its sites: it is left out of the sum, never counted beside them.
    const site = anchor(incident.site, gazetteer);
    if (site === null) return;
    const known = bySite.get(site);
    if (known) known.push(slots[n]!);
    else bySite.set(site, [slots[n]!]);
  });
  const siteBySite = [...bySite.values()].reduce((sum, s) => sum + atLeast(s), 0);
  return Math.max(siteBySite, atLeast(slots));
}

/** Sum over the best-set. */
export const bestOf = (bestSet: readonly Placed[]): number => bestSet.reduce((sum, { amount }) => sum + amount.best, 0);

/** Sum over the high-set of what its claims may amount to; null when one of them leaves it open. */
export const highOf = (highSet: readonly Placed[]): number | null =>
  highSet.reduce<number | null>(
    (sum, { amount }) => (sum === null || amount.high === null ? null : sum + amount.high),
    0,
  );
