import { showDay, toLocal } from '../model/instant.ts';
import type { Gazetteer } from '../model/place.ts';
import { byText } from './order.ts';
import type { Cluster, Partition } from './partition.ts';

/** A code in force, with the mentions that it stood for. `incident_id` grows with age. */
export interface Held {
  code: string;
  incident_id: number;
  members: readonly string[];
}

export interface Naming {
  gazetteer: Gazetteer;
  /** Codes given before to anything, also outside this block: never given again. */
  taken?: (code: string) => boolean;
}

export interface Names {
  /** Founding mention → code. */
  codes: ReadonlyMap<string, string>;
  /** Codes that no cluster kept, each with the codes that its mentions have now (merged or split away). */
  ended: readonly { code: string; into: readonly string[] }[];
}

/** Partition + previous codes → codes: the largest overlap keeps the code, ties go to the older; the rest get fresh ones. */
export function name(partition: Partition, previous: Iterable<Held>, naming: Naming): Names {
  const held = [...previous].sort((a, b) => a.incident_id - b.incident_id || byText(a.code, b.code));
  const codes = kept(partition, held);
  const given = new Set(held.map((h) => h.code));
  for (const c of partition.clusters)
    if (!codes.has(c.founding)) {
      const code = fresh(c, given, naming);
      given.add(code);
      codes.set(c.founding, code);
    }
  return { codes, ended: ended(partition, held, codes) };
}

function kept(partition: Partition, held: readonly Held[]): Map<string, string> {
  const home = new Map(partition.clusters.flatMap((c, i) => c.members.map((m) => [m.key, i] as const)));
  const overlaps = held.flatMap((h, age) => {
    const shared = new Map<number, number>();
    for (const key of h.members) {
      const i = home.get(key);
      if (i !== undefined) shared.set(i, (shared.get(i) ?? 0) + 1);
    }
    return [...shared].map(([cluster, n]) => ({ age, cluster, n }));
  });
  overlaps.sort((x, y) => y.n - x.n || x.age - y.age || x.cluster - y.cluster);
  const codes = new Map<string, string>();
  const used = new Set<number>();
  for (const { age, cluster } of overlaps) {
    const { founding } = partition.clusters[cluster]!;
    if (used.has(age) || codes.has(founding)) continue;
    used.add(age);
    codes.set(founding, held[age]!.code);
  }
  return codes;
}

function fresh(cluster: Cluster, given: ReadonlySet<string>, { gazetteer, taken }: Naming): string {
  const stem = `i-${dayOf(cluster, gazetteer)}-${siteOf(cluster)}`;
  for (let n = 0; ; n++) {
    const code = `${stem}-${letters(n)}`;
    if (!given.has(code) && !taken?.(code)) return code;
  }
}

/** Local day on which the incident begins: the latest start that its claims allow, else the earliest end, else "undated". */
function dayOf({ members }: Cluster, gazetteer: Gazetteer): string {
  const zone = gazetteer.zone(members.find((m) => m.mention.site)?.mention.site);
  const starts = members.flatMap(({ mention: { from } }) => (from === null ? [] : [from]));
  const ends = members.flatMap(({ mention: { to } }) => (to === null ? [] : [to - 1]));
  const at = starts.length ? Math.max(...starts) : ends.length ? Math.min(...ends) : null;
  return at === null ? 'undated' : showDay(toLocal(at, zone));
}

/** The site that most members name; a tie goes to the one named first. */
function siteOf({ members }: Cluster): string {
  const votes = new Map<string, number>();
  for (const { mention } of members) if (mention.site) votes.set(mention.site, (votes.get(mention.site) ?? 0) + 1);
  let best = 'unknown';
  for (const [site, n] of votes) if (n > (votes.get(best) ?? 0)) best = site;
  return best;
}

/** a … z, aa, ab … */
export function letters(n: number): string {
  const last = String.fromCharCode(97 + (n % 26));
  return n < 26 ? last : letters(Math.floor(n / 26) - 1) + last;
}

function ended(partition: Partition, held: readonly Held[], codes: ReadonlyMap<string, string>): Names['ended'] {
  const now = new Map(
    partition.clusters.flatMap((c) => c.members.map((m) => [m.key, codes.get(c.founding)!] as const)),
  );
  const alive = new Set(codes.values());
  return held
    .filter((h) => !alive.has(h.code))
    .map((h) => ({
      code: h.code,
      into: [...new Set(h.members.flatMap((k) => now.get(k) ?? []))].sort(byText),
    }));
}
