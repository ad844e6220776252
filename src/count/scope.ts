import type { Countable } from '../model/incident.ts';
import type { Gazetteer } from '../model/place.ts';
import type { Rule } from '../model/rule.ts';
import type { Actors } from '../resolve/actors.ts';

export interface Tables {
  actors: Actors;
  gazetteer: Gazetteer;
}

/** Whether one dimension of an incident is what the rule counts: it is, it may be, or it is not, with the reason in words. */
export interface Verdict {
  in: 'yes' | 'maybe' | 'no';
  why?: string;
}
const YES: Verdict = { in: 'yes' };
const maybe = (why: string): Verdict => ({ in: 'maybe', why });
const no = (why: string): Verdict => ({ in: 'no', why });

type Dimension = (rule: Rule, i: Countable, tables: Tables) => Verdict;

/** The dimensions of a rule besides time, in the order in which reasons are told. */
const DIMENSIONS: readonly Dimension[] = [
  place,
  (rule, i) => (!rule.event || rule.event.includes(i.event) ? YES : no('event not counted')),
  (rule, i) => (rule.stage.includes(i.stage) ? YES : no('stage not counted')),
  outcome,
  target,
  perpetrator,
  (rule, i) => (!rule.known || rule.known.includes(i.knowledge) ? YES : no(`known as ${i.knowledge}`)),
];

/** How an incident stands to a rule besides time: any "no" is out, any "maybe" is in the high-set only; with what stands between. */
export interface Scope {
  in: Verdict['in'];
  why: readonly string[];
}

export function scopeOf(rule: Rule, i: Countable, tables: Tables): Scope {
  const verdicts = DIMENSIONS.map((d) => d(rule, i, tables)).filter((v) => v.in !== 'yes');
  const out = verdicts.filter((v) => v.in === 'no');
  if (out.length) return { in: 'no', why: out.map((v) => v.why!) };
  return { in: verdicts.length ? 'maybe' : 'yes', why: verdicts.map((v) => v.why!) };
}

function place(rule: Rule, { site }: Countable, { gazetteer }: Tables): Verdict {
  if (site === null) return maybe('place unsaid');
  if (rule.place.some((p) => gazetteer.inside(site, p))) return YES;
  if (rule.place.some((p) => gazetteer.inside(p, site))) return maybe('place wider than the rule’s');
  const top = gazetteer.get(gazetteer.country(site));
  // An area that belongs to no country ("the Middle East") may hold the rule's places.
  return top?.kind === 'region' ? maybe('place wider than the rule’s') : no('place outside');
}

function outcome(rule: Rule, i: Countable): Verdict {
  if (!rule.outcome || rule.outcome.includes(i.outcome)) return YES;
  if (i.outcome === 'unknown') return maybe('outcome unsaid');
  return rule.outcome.some((o) => i.outcomes.includes(o)) ? maybe('outcome disputed') : no(`outcome ${i.outcome}`);
}

/** Forces that the site, or a place around it, houses. */
const housedBy = ({ site }: Countable, gazetteer: Gazetteer): string[] =>
  site === null ? [] : gazetteer.path(site).flatMap((p) => gazetteer.get(p)?.hosts ?? []);

function target(rule: Rule, i: Countable, { actors, gazetteer }: Tables): Verdict {
  const wanted = rule.target;
  if (!wanted) return YES;
  const counts = (id: string): boolean => wanted.some((w) => actors.belongs(id, w));
  if (i.target.some(counts)) return YES;
  if (i.target.length) return no('another target');
  const housed = housedBy(i, gazetteer);
  if (housed.some(counts)) return YES;
  const parties = new Set(wanted.map((w) => actors.party(w)));
  const own = i.perpetrator.length > 0 && i.perpetrator.every((id) => parties.has(actors.party(id)));
  return own ? no('their own act') : maybe('target unsaid');
}

/** Whether who did it is whom the rule asks for: one who belongs to it, or it alone. */
export const countsAs = (id: string, { perpetrator = [], members }: Rule, actors: Actors): boolean =>
  perpetrator.some((w) => (members ? actors.belongs(id, w) : actors.name(id) === w));

function perpetrator(rule: Rule, i: Countable, { actors, gazetteer }: Tables): Verdict {
  const wanted = rule.perpetrator;
  if (!wanted || i.perpetrator.some((id) => countsAs(id, rule, actors))) return YES;
  const named = i.perpetrator.filter((id) => !actors.isCategory(id));
  if (named.length) return no('another perpetrator');
  const struck = i.target.length ? i.target : housedBy(i, gazetteer);
  const own = wanted.some((w) => struck.some((t) => actors.commands(t).has(actors.party(w))));
  return own ? no('on that side itself') : maybe('perpetrator unsaid');
}
