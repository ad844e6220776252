import { covers, daysBetween, holds, meets, type Interval } from '../model/interval.ts';
import type { Rule } from '../model/rule.ts';

/** Local days of the rule's zone, both included; null = open. */
export interface Window {
  since: string | null;
  until: string | null;
  zone: string;
}

/** The window asked for, where nothing is asked the rule's own. */
export function windowOf(rule: Rule, asked: { since?: string | null; until?: string | null }): Window {
  return {
    since: asked.since === undefined ? rule.window.since : asked.since,
    until: asked.until === undefined ? rule.window.until : asked.until,
    zone: rule.zone,
  };
}

/** A window as half open instants. */
export const instantsOf = (w: Window): Interval => daysBetween(w.since, w.until, w.zone);

export type Fit = 'inside' | 'reference inside' | 'touches' | 'outside';

/** How an interval with its reference instant lies in the window. An empty window (since after until) holds nothing. */
export function fit(i: Interval & { reference: number | null }, window: Interval): Fit {
  if (window.from !== null && window.to !== null && window.from >= window.to) return 'outside';
  if (!meets(i, window)) return 'outside';
  if (covers(window, i)) return 'inside';
  return i.reference !== null && holds(window, i.reference) ? 'reference inside' : 'touches';
}
