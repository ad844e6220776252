import { pathToFileURL } from 'node:url';
import { shared } from './labelled.ts';

/** Right, predicted and in gold. */
export interface Found {
  tp: number;
  pred: number;
  gold: number;
}
/** Right of so many matched. */
export interface Right {
  right: number;
  of: number;
}

export interface GoldClaim {
  id?: string;
  kind: string;
  event?: string;
  weapon?: string[];
  incidents?: string[];
  place?: { id: string | null; text?: string | null } | null;
  tally?: { place: string[] };
  count?: unknown;
}
export interface GoldReport {
  id: string;
  language: string;
  claims: GoldClaim[];
}
export interface Gold {
  reports: GoldReport[];
  incidents: { id: string; in_scope_attack_on_us_forces?: boolean }[];
  warnings: string[];
}
export interface Prediction {
  id: string;
  claims: GoldClaim[];
}
export interface GoldScore {
  detection: Record<'incident' | 'tally' | 'level' | 'statement', Found>;
  tally: { value: Found; full: Found };
  incident: Record<'weapon' | 'perpetrator', Found> &
    Record<'stage' | 'outcome' | 'placeExact', Right> & { matched: number; overlapTimesWidth: number | null };
  attribution: Record<'origin' | 'chain' | 'stance' | 'certainty', Right>;
  linking: Record<'overGoldClaims' | 'systemMentions', ClusterScore> & { inScope: { gold: number; error: number } };
  falsePositives: { claims: number };
  detail: { docs: { r: GoldReport; g: Paired[]; p: Paired[] }[]; pairs: (readonly [Paired, Paired])[][] };
}
/** A claim of either side as the scorer pairs it. */
export interface Paired {
  c: GoldClaim;
}
export interface GoldScorer {
  loadGold(folder: string): Gold;
  scoreGold(gold: Gold, predicted: Prediction[], how: { only(r: GoldReport): boolean }): GoldScore;
}

export interface ClusterScore {
  conll: number;
  pairwise: { p: number; r: number; f1: number };
  ari: number;
}
export interface ClusterScorer {
  scoreClusters(gold: Map<string, number>, predicted: Map<string, number>): ClusterScore;
}
export interface Assigner {
  assign(weights: number[][]): [number, number, number][];
}

type Documents<D, P> = (gold: readonly D[], predicted: readonly P[]) => unknown;
export interface Muc4Scorer<D, P> {
  scoreRoles(gold: readonly D[], predicted: readonly P[], mode: 'head'): { micro: Found };
  scoreTemplates(gold: readonly D[], predicted: readonly P[]): { slots: Record<'date' | 'perp_org_conf', Found> };
}
export interface TimexScorer<D, P> {
  scoreTimex(...of: Parameters<Documents<D, P>>): { value: Found; relaxed: Found };
}
export interface AttributionScorer<D, P> {
  scoreAttribution(...of: Parameters<Documents<D, P>>): { attribution: { full: Found } };
}

/** A scorer of the shared folder as a module: `gold`, `muc4`, `timex`, `attribution`, `cluster`, `lib`. */
export const scorer = async <S>(name: string): Promise<S> =>
  (await import(pathToFileURL(shared('scorers', `${name}.mjs`)).href)) as S;
