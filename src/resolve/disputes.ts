import type { Bound } from '../model/bound.ts';
import { contradicts } from '../model/bound.ts';
import type { Dispute } from '../model/incident.ts';
import type { Mention } from '../model/mention.ts';
import { affirms } from './grade.ts';
import { byText } from './order.ts';

type Field = Dispute['field'];

/** What a mention says of a field; empty = says nothing, which disputes nothing. */
const SAYS: Readonly<Record<Exclude<Field, 'munitions' | 'killed' | 'injured'>, (m: Mention) => string[]>> = {
  happened: (m) => (m.stance === 'denies' ? ['denied'] : affirms(m) ? ['affirmed'] : []),
  perpetrator: (m) =>
    m.perpetrator.map((p) => (p.status === 'DENIED' || p.status === 'ACQUITTED' ? `not ${p.actor}` : p.actor)),
  outcome: (m) => (affirms(m) && m.outcome !== 'unknown' ? [m.outcome] : []),
  weapon: (m) => (affirms(m) ? m.weapon.filter((w) => w !== 'unknown') : []),
};

const claimOf = (m: Mention): string => `${m.report_code}.${m.claim_no}`;

/** Fields on which the claims of one incident disagree, each value with the claims that hold it. */
export function disputesOf(mentions: readonly Mention[]): Dispute[] {
  const found: Dispute[] = [];
  for (const [field, says] of Object.entries(SAYS) as [keyof typeof SAYS, (m: Mention) => string[]][]) {
    const values = gather(mentions.flatMap((m) => says(m).map((value) => [value, claimOf(m)] as const)));
    if (values.length > 1 && apart(field, mentions, says)) found.push({ field, values });
  }
  for (const field of ['munitions', 'killed', 'injured'] as const) {
    const bounds = mentions.filter(affirms).flatMap((m) => (m[field] ? [[m[field], claimOf(m)] as const] : []));
    if (!bounds.some(([x]) => bounds.some(([y]) => contradicts(x, y)))) continue;
    found.push({ field, values: gather(bounds.map(([b, claim]) => [show(b), claim] as const)) });
  }
  return found;
}

/** Whether two mentions exclude one another: they share no value (a drone and rockets told together are no dispute). */
function apart(field: Field, mentions: readonly Mention[], says: (m: Mention) => string[]): boolean {
  const sets = mentions.map(says).filter((s) => s.length);
  if (field === 'happened') return true;
  return sets.some((a) => sets.some((b) => !a.some((v) => b.includes(v))));
}

function gather(pairs: readonly (readonly [string, string])[]): Dispute['values'] {
  const values = new Map<string, Set<string>>();
  for (const [value, claim] of pairs) values.set(value, (values.get(value) ?? new Set()).add(claim));
  return [...values].sort(([a], [b]) => byText(a, b)).map(([value, claims]) => ({ value, claims: [...claims].sort() }));
}

/** "3", "2–4", "at least 2", "about 24": plain, for machines and logs; pages word it in their language. */
function show({ low, high, about }: Bound): string {
  if (low !== null && low === high) return String(low);
  if (low === null && high === null) return about == null ? 'unknown' : `about ${about}`;
  return low === null ? `at most ${high}` : high === null ? `at least ${low}` : `${low}–${high}`;
}
