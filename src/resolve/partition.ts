import type { Reason } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Mention } from '../model/mention.ts';

/** One mention's place in its cluster, with what ties it to the member told before it that it fits best. */
export interface Member {
  mention: Mention;
  key: string;
  /** Bits for "one incident"; 0 for the founding mention. */
  score: number;
  reasons: readonly Reason[];
  /** Key of the member that the reasons compare it with; null for the founding mention. */
  tied: string | null;
}

/** Mentions that are one incident as far as anyone can tell. */
export interface Cluster {
  /** Key of the mention that was published first. */
  founding: string;
  /** In founding order. */
  members: readonly Member[];
  /** Keys in groups that remain when only sure links hold: at most so many incidents. */
  parts: readonly (readonly string[])[];
  /** Founding mentions of clusters that are judged, or told by one claim, as others; sorted. */
  distinct: readonly string[];
}

/** All mentions in clusters, by founding mention in order of publication. */
export interface Partition {
  clusters: readonly Cluster[];
  /** Judgements that contradict others of the input and were left aside; none when the record refused them. */
  ignored: readonly Judgement[];
}
