import type { Claim } from '../model/claim.ts';
import type { Review } from '../model/codes.ts';
import type { Judgement } from '../model/judgement.ts';
import { mentionKey } from '../model/mention.ts';
import { mentionsOf, type Tables, type Told } from './mentions.ts';
import { name } from './name.ts';
import { resolve } from './resolve.ts';

/** A report with its claims in order; claim numbers are 1, 2, … unless given. */
export interface ToLink {
  report: Told;
  claims: readonly { claim: Claim; claim_no?: number; review?: Review }[];
}

/** Linking without a record: per report, per claim, the codes of the incidents that it speaks of. */
export function link(reports: readonly ToLink[], judgements: Iterable<Judgement>, tables: Tables): string[][][] {
  const mentions = reports.map(({ report, claims }, r) =>
    claims.map(({ claim, claim_no, review }, c) =>
      mentionsOf(
        { report, report_id: r + 1, claim_no: claim_no ?? c + 1, claim, review: review ?? 'suggested' },
        tables,
      ),
    ),
  );
  const partition = resolve(mentions.flat(2), judgements, tables);
  const { codes } = name(partition, [], tables);
  const codeOf = new Map(
    partition.clusters.flatMap((c) => c.members.map((m) => [m.key, codes.get(c.founding)!] as const)),
  );
  return mentions.map((report) => report.map((claim) => claim.map((m) => codeOf.get(mentionKey(m))!)));
}
