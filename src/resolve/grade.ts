import type { Grade, Knowledge, Stance } from '../model/codes.ts';
import { mentionKey, type Mention } from '../model/mention.ts';
import type { Gazetteer } from '../model/place.ts';
import type { Actors } from './actors.ts';
import { originsOf } from './copies.ts';
import { deniesKnowing, standingOf } from './standing.ts';

/** Stances that say that it happened; `denies` and `does not confirm` corroborate nothing, threats never enter. */
const AFFIRMS: ReadonlySet<Stance> = new Set(['reports', 'claims responsibility', 'confirms', 'accuses']);
/** Stances in which a side's own word acknowledges what was done to it, or by it. */
const ADMITS: ReadonlySet<Stance> = new Set(['reports', 'claims responsibility', 'confirms']);

/** Whether the mention says that the incident happened. */
export const affirms = (m: Mention): boolean =>
  AFFIRMS.has(m.stance) && m.auxiliary === null && m.stage !== 'THREATENED' && m.review !== 'rejected';

export interface Assessment {
  grade: Grade;
  knowledge: Knowledge;
  contested: boolean;
  /** Independent parties that affirm it: copies share the origin of what they copy. Sorted. */
  parties: readonly string[];
}

/** The grade of an incident from its live mentions, in the order of precedence; Discounted is only ever a person's override. */
export function assess(mentions: readonly Mention[], actors: Actors, gazetteer: Gazetteer): Assessment {
  const affirming = mentions.filter(affirms);
  const standing = standingOf(mentions, actors, gazetteer);
  const origins = originsOf(affirming);
  const parties = [...new Set(affirming.map((m) => origins.get(mentionKey(m))!))].sort();
  const admits = (m: Mention): boolean =>
    (ADMITS.has(m.stance) && standing.acknowledging.has(m.party)) ||
    (m.stance === 'confirms' && standing.struck.has(m.party));
  const acknowledged = affirming.some(admits);
  const claimed = affirming.some((m) => m.stance === 'claims responsibility' && !admits(m));
  // A state's act is known to both sides once the side struck says so too.
  const struckSaysSo =
    acknowledged && affirming.some((m) => m.party !== standing.actOf && standing.struck.has(m.party));
  const contested = mentions.some((m) => deniesKnowing(m, standing, actors));
  const independent = parties.filter((p) => !standing.acknowledging.has(p)).length;
  return {
    grade: acknowledged ? 'Confirmed' : contested ? 'Contested' : independent >= 2 ? 'Fair' : 'Weak',
    knowledge: knowledgeOf({ acknowledged, claimed: standing.actOf === null ? claimed : struckSaysSo }),
    contested,
    parties,
  };
}

function knowledgeOf({ acknowledged, claimed }: { acknowledged: boolean; claimed: boolean }): Knowledge {
  if (acknowledged) return claimed ? 'both' : 'acknowledged only';
  return claimed ? 'claimed only' : 'reported only';
}
