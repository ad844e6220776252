/** A synthetic world linked and counted, without a database. */
import { answer } from '../../src/count/answer.ts';
import type { Answer } from '../../src/model/answer.ts';
import type { Incident } from '../../src/model/incident.ts';
import { Rule } from '../../src/model/rule.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { summarise } from '../../src/resolve/summary.ts';
import type { World } from './world.ts';

/** Attacks on the power's forces in every country of the world, since it began. */
export const ruleOf = (w: World): Rule =>
  Rule.parse({
    id: 'attacks',
    version: 1,
    label: { en: 'attacks' },
    description: { en: 'attacks' },
    place: w.countries.map((c) => c.id),
    target: [w.state],
    window: {},
  });

export function counted(w: World): Answer {
  const { clusters } = resolve(w.mentions, [], w);
  const ids = new Map(clusters.map((c, i) => [c.founding, i + 1]));
  const incidents = clusters.flatMap((c, i): Incident[] => {
    const summary = summarise(
      c.members.map((m) => m.mention),
      w,
    );
    const distinct = c.distinct.map((founding) => ids.get(founding)!);
    return summary ? [{ ...summary, incident_id: i + 1, code: `i-${i + 1}`, distinct }] : [];
  });
  const asked = { n: 1, cutoff: null, reviewedOnly: false, actors: w.actors, gazetteer: w.gazetteer };
  return answer(ruleOf(w), { incidents, figures: [] }, asked);
}

export interface Bounds {
  truth: number;
  low: number;
  best: number;
  high: number;
}

/** Our bounds beside the number of incidents that somebody affirmed. */
export function boundsOf(w: World): Bounds {
  const { low, best, high } = counted(w);
  return { truth: w.known.size, low, best, high: high ?? Infinity };
}

export const holds = ({ truth, low, high }: Bounds): boolean => low <= truth && truth <= high;
