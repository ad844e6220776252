import type { Amount } from '../model/answer.ts';
import type { Countable, Quantity } from '../model/incident.ts';
import type { Rule } from '../model/rule.ts';
import type { Actors } from '../resolve/actors.ts';

/**
 * The amount of an incident by the unit of the rule. Incidents count once each, and at most as many as their claims allow;
 * munitions at least once each; people as they are told: what nobody tells adds nothing and leaves the upper end open.
 */
export function amountOf(rule: Rule, i: Countable, actors: Actors): Amount {
  switch (rule.unit) {
    case 'incident':
      return { low: 1, best: 1, high: i.multiplicity };
    case 'munition':
      return several(i, i.munitions ? told(i.munitions) : { low: 1, best: 1, high: null });
    case 'casualty':
      return several(i, casualties(rule, i, actors));
    case 'statement':
      return { low: i.claims, best: i.claims, high: i.claims };
  }
}

/** What the words allow, and what was told last, as long as the words allow it. */
function told({ low, high, last }: Quantity): Amount {
  const least = low ?? 0;
  return { low: least, best: Math.min(Math.max(last ?? least, least), high ?? Infinity), high };
}

/** Claims that may be about several incidents may each time mean others. */
const several = ({ multiplicity }: Countable, { low, best, high }: Amount): Amount => ({
  low,
  best,
  high: multiplicity === null || high === null ? null : multiplicity * high,
});

const NOBODY: Amount = { low: 0, best: 0, high: 0 };
const UNTOLD: Amount = { low: 0, best: 0, high: null };

/** The killed, the injured, or both, as the rule asks: those told to be of its side, else those of whom nobody tells whose they are. */
function casualties(rule: Rule, i: Countable, actors: Actors): Amount {
  return rule.harm.map((field) => harmed(field, rule, { i, actors })).reduce(sum, NOBODY);
}

function harmed(field: 'killed' | 'injured', rule: Rule, { i, actors }: { i: Countable; actors: Actors }): Amount {
  const rows = i.harmed.filter((h) => h.field === field);
  const theirs = rows.filter((h) => h.who !== null && rule.target?.some((t) => actors.party(t) === h.who));
  const anyone = rule.target ? rows.filter((h) => h.who === null) : rows;
  const counted = theirs.length ? theirs : anyone;
  return counted.length ? counted.map(told).reduce(sum) : rows.length ? NOBODY : UNTOLD;
}

const sum = (a: Amount, b: Amount): Amount => ({
  low: a.low + b.low,
  best: a.best + b.best,
  high: a.high === null || b.high === null ? null : a.high + b.high,
});
