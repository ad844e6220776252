import {
  scorer,
  type Assigner,
  type ClusterScore,
  type ClusterScorer,
  type Gold,
  type GoldReport,
  type Prediction,
} from '../scorers.ts';
import type { Measured, Part, Row } from '../row.ts';
import { withGoldPart } from './gold-part.ts';

/** An incident claim of the gold corpus: incidents that gold and we say it speaks of. */
type Both = { report: GoldReport; gold: readonly string[]; ours: readonly string[] };

/** Claims that speak of several incidents: which of ours is which of gold's, by what goes together elsewhere. */
export function mentions(claims: readonly Both[], assign: Assigner['assign']): Map<Both, [string, string][]> {
  const together = new Map<string, Map<string, number>>();
  for (const { gold, ours } of claims)
    for (const g of gold) {
      const row = together.get(g) ?? together.set(g, new Map()).get(g)!;
      for (const o of ours) row.set(o, (row.get(o) ?? 0) + 1 / (gold.length * ours.length));
    }
  const rows = [...together];
  const columns = [...new Set(rows.flatMap(([, m]) => [...m.keys()]))];
  const best = new Map(
    assign(rows.map(([, m]) => columns.map((o) => m.get(o) ?? 0))).map(([i, j]) => [rows[i]![0], columns[j]!]),
  );
  const weight = (g: string, o: string): number => (best.get(g) === o ? 1000 : 0) + (together.get(g)?.get(o) ?? 0);
  return new Map(
    claims.map((c) => {
      const pairs = assign(c.gold.map((g) => c.ours.map((o) => weight(g, o))));
      return [c, pairs.map(([i, j]): [string, string] => [c.gold[i]!, c.ours[j]!])];
    }),
  );
}

function claimsOf(gold: Gold, linked: readonly Prediction[]): Both[] {
  const byReport = new Map(linked.map((p) => [p.id, p.claims]));
  return gold.reports.flatMap((report) =>
    report.claims.flatMap((c, i) =>
      c.kind === 'incident'
        ? [
            {
              report,
              gold: [...new Set(c.incidents ?? [])],
              ours: [...new Set(byReport.get(report.id)?.[i]?.incidents ?? [])],
            },
          ]
        : [],
    ),
  );
}

/** Numbers instead of names: per mention gold's incident, ours, and 1 in scope. */
function partsOf(gold: Gold, pairs: ReadonlyMap<Both, [string, string][]>): Part[] {
  const outside = new Set(gold.incidents.filter((i) => i.in_scope_attack_on_us_forces === false).map((i) => i.id));
  const [g, o] = [new Map<string, number>(), new Map<string, number>()];
  const number = (m: Map<string, number>, k: string): number => m.get(k) ?? m.set(k, m.size).get(k)!;
  const parts = new Map(gold.reports.map((r) => [r, [] as number[]]));
  for (const [claim, list] of pairs)
    for (const [a, b] of list) parts.get(claim.report)!.push(number(g, a), number(o, b), outside.has(a) ? 0 : 1);
  return [...parts.values()];
}

/** A report drawn twice counts once: its copies would only be linked to themselves. */
function each<T>(parts: readonly Part[], visit: (gold: number, ours: number, inScope: number) => T): T[] {
  const out: T[] = [];
  for (const p of new Set(parts)) for (let i = 0; i < p.length; i += 3) out.push(visit(p[i]!, p[i + 1]!, p[i + 2]!));
  return out;
}

/** Error in the number of incidents in scope, per cent of gold's, whichever way it errs. */
export function inScopeError(parts: readonly Part[]): number | null {
  const [gold, ours] = [new Set<number>(), new Set<number>()];
  each(parts, (g, o, inScope) => {
    if (inScope) {
      gold.add(g);
      ours.add(o);
    }
  });
  return gold.size ? (100 * Math.abs(ours.size - gold.size)) / gold.size : null;
}

function rowsOf(parts: readonly Part[], { scoreClusters }: ClusterScorer): Row[] {
  const score = (of: readonly Part[]): ClusterScore => {
    const list = each(of, (g, o): [number, number] => [g, o]);
    const map = (k: 0 | 1): Map<string, number> => new Map(list.map((m, i) => [String(i), m[k]]));
    return scoreClusters(map(0), map(1));
  };
  const n = parts.reduce((t, p) => t + p.length / 3, 0);
  return [
    { metric: 'CoNLL F1', n, parts, figure: (of) => 100 * score(of).conll },
    { metric: 'pairwise F1', n, parts, figure: (of) => 100 * score(of).pairwise.f1 },
    { metric: 'in-scope incidents, error', n, parts, figure: inScopeError, smaller: true },
  ];
}

/** The rows of a linking of gold's own claims, claim by claim in their order. */
export async function linkingRows(gold: Gold, linked: readonly Prediction[]): Promise<Row[]> {
  const { assign } = await scorer<Assigner>('lib');
  const parts = partsOf(gold, mentions(claimsOf(gold, linked), assign));
  return rowsOf(parts, await scorer<ClusterScorer>('cluster'));
}

/** Linking of the gold claims: `read --claims --link` without incident ids, scored by mention. */
export const linking = (closed: boolean): Promise<Measured> =>
  withGoldPart(closed, async (part) => ({
    set: closed ? 'linking closed' : 'linking',
    units: part.gold.reports.map((r) => r.id),
    rows: await linkingRows(part.gold, await part.link()),
  }));
