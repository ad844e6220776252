import type { Mention } from '../model/mention.ts';
import type { Gazetteer } from '../model/place.ts';
import type { Actors } from './actors.ts';
import { targetsOf } from './facts.ts';

/** Who stands where in one incident: whose word acknowledges it, whose denial counts, who is said to have done it. */
export interface Standing {
  /** Parties whose word acknowledges it: the target's command or its state; for an act of a state that state itself. */
  acknowledging: ReadonlySet<string>;
  /** The side that was struck, where a state struck: its word makes knowledge "both". */
  struck: ReadonlySet<string>;
  /** Party of the state whose act it is; null when no state is named. */
  actOf: string | null;
  perpetrators: ReadonlySet<string>;
}

/** A suspicion makes nobody's act: an attack that a state is merely accused of stays its target's to acknowledge. */
const CERTAIN: ReadonlySet<string> = new Set(['REPORTED AS FACT', 'CLAIMED OR ADMITTED']);

/** Derived from all live mentions of the incident: a denial, too, says on whom it would have been. */
export function standingOf(mentions: readonly Mention[], actors: Actors, gazetteer: Gazetteer): Standing {
  const perpetrators = new Set<string>();
  const states = new Set<string>();
  const commands = new Set<string>();
  for (const m of mentions) {
    for (const p of m.perpetrator) {
      if (p.status === 'DENIED' || p.status === 'ACQUITTED') continue;
      const party = actors.party(p.actor);
      perpetrators.add(party);
      if (actors.isState(party) && CERTAIN.has(p.status)) states.add(party);
    }
    for (const t of targetsOf(m, gazetteer)) for (const party of actors.commands(t)) commands.add(party);
  }
  const actOf = [...states].filter((s) => !commands.has(s)).sort()[0] ?? null;
  return { acknowledging: actOf === null ? commands : new Set([actOf]), struck: commands, actOf, perpetrators };
}

/**
 * Whether this mention denies it from a place to know: the target's command or state, or a public authority that is not
 * itself accused. An accused party's denial is about who did it, not about whether it happened.
 */
export function deniesKnowing(m: Mention, standing: Standing, actors: Actors): boolean {
  if (m.stance !== 'denies') return false;
  if (standing.acknowledging.has(m.party)) return true;
  return !standing.perpetrators.has(m.party) && actors.isAuthority(m.party);
}
