import {
  scorer,
  type Assigner,
  type Gold,
  type GoldClaim,
  type GoldReport,
  type GoldScorer,
  type Prediction,
} from '../scorers.ts';
import { clusterRows, items, NONE } from '../cluster-rows.ts';
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

const incidentsOf = (c: GoldClaim | undefined): string[] => [...new Set(c?.incidents ?? [])];

function claimsOf(gold: Gold, linked: readonly Prediction[]): Both[] {
  const byReport = new Map(linked.map((p) => [p.id, p.claims]));
  return gold.reports.flatMap((report) =>
    report.claims.flatMap((c, i) =>
      c.kind === 'incident'
        ? [
            {
              report,
              gold: incidentsOf(c),
              ours: incidentsOf(byReport.get(report.id)?.[i]),
            },
          ]
        : [],
    ),
  );
}

/** A mention in a report: gold's incident and ours, either of which may be missing; whether gold's claim is in scope. */
interface Told {
  report: GoldReport;
  gold: string | null;
  ours: string | null;
  inScope: boolean;
}

/** Numbers a mention: gold's incident, ours, 1 in scope. */
const WIDTH = 3;

const outsideOf = (gold: Gold): Set<string> =>
  new Set(gold.incidents.filter((i) => i.in_scope_attack_on_us_forces === false).map((i) => i.id));

/** Numbers instead of names: per mention gold's incident, ours, and 1 in scope. */
function partsOf(gold: Gold, all: readonly Told[]): Part[] {
  const [g, o] = [new Map<string, number>(), new Map<string, number>()];
  const number = (m: Map<string, number>, k: string | null): number =>
    k === null ? NONE : (m.get(k) ?? m.set(k, m.size).get(k)!);
  const parts = new Map(gold.reports.map((r) => [r, [] as number[]]));
  for (const t of all) parts.get(t.report)!.push(number(g, t.gold), number(o, t.ours), t.inScope ? 1 : 0);
  return [...parts.values()];
}

/** Error in the number of incidents in scope, per cent of gold's, whichever way it errs. */
export function inScopeError(parts: readonly Part[]): number | null {
  const [gold, ours] = [new Set<number>(), new Set<number>()];
  for (const [g, o, inScope] of items(parts, WIDTH)) {
    if (inScope && g !== NONE) gold.add(g!);
    if (inScope && o !== NONE) ours.add(o!);
  }
  return gold.size ? (100 * Math.abs(ours.size - gold.size)) / gold.size : null;
}

async function rowsOf(parts: readonly Part[]): Promise<Row[]> {
  const rows = (await clusterRows(parts, WIDTH)).filter((r) => r.metric !== 'ARI × 100');
  const metric = 'in-scope incidents, error';
  return [...rows, { metric, n: rows[0]!.n, parts, figure: inScopeError, smaller: true }];
}

/** The rows of a linking of gold's own claims, claim by claim in their order. */
export async function linkingRows(gold: Gold, linked: readonly Prediction[]): Promise<Row[]> {
  const { assign } = await scorer<Assigner>('lib');
  const outside = outsideOf(gold);
  const told = [...mentions(claimsOf(gold, linked), assign)].flatMap(([{ report }, list]) =>
    list.map(([g, o]): Told => ({ report, gold: g, ours: o, inScope: !outside.has(g) })),
  );
  return rowsOf(partsOf(gold, told));
}

/**
 * The rows of a linking of claims that we read ourselves: claims are paired as the gold scorer pairs them; what we did not
 * find is missing from our clusters, what gold does not hold stands in them too (the scorer's "system mentions").
 */
export async function systemRows(gold: Gold, read: readonly Prediction[]): Promise<Row[]> {
  const [{ assign }, { scoreGold }] = [await scorer<Assigner>('lib'), await scorer<GoldScorer>('gold')];
  const { docs, pairs } = scoreGold(gold, [...read], { only: () => true }).detail;
  const outside = outsideOf(gold);
  const both: Both[] = [];
  const told: Told[] = [];
  docs.forEach(({ r: report, g, p }, d) => {
    const alone = new Set([...g, ...p].filter(({ c }) => c.kind === 'incident'));
    for (const [x, y] of pairs[d]!) {
      if (x.c.kind !== 'incident') continue;
      both.push({ report, gold: incidentsOf(x.c), ours: incidentsOf(y.c) });
      alone.delete(x);
      alone.delete(y);
    }
    for (const x of g)
      if (alone.has(x))
        for (const i of incidentsOf(x.c)) told.push({ report, gold: i, ours: null, inScope: !outside.has(i) });
    for (const y of p)
      if (alone.has(y)) for (const i of incidentsOf(y.c)) told.push({ report, gold: null, ours: i, inScope: false });
  });
  for (const [claim, list] of mentions(both, assign)) told.push(...together(claim, list, outside));
  return rowsOf(partsOf(gold, told));
}

/** Mentions of a claim that both sides found; of several, some may be left over on one side. */
function together({ report, gold, ours }: Both, list: readonly [string, string][], outside: Set<string>): Told[] {
  const [g, o] = [new Set(list.map(([x]) => x)), new Set(list.map(([, x]) => x))];
  const some = gold.some((i) => !outside.has(i));
  return [
    ...list.map(([x, y]) => ({ report, gold: x, ours: y, inScope: !outside.has(x) })),
    ...gold.filter((x) => !g.has(x)).map((x) => ({ report, gold: x, ours: null, inScope: !outside.has(x) })),
    ...ours.filter((x) => !o.has(x)).map((x) => ({ report, gold: null, ours: x, inScope: some })),
  ];
}

/** Linking of the gold claims: `read --claims --link` without incident ids, scored by mention. */
export const linking = (closed: boolean): Promise<Measured> =>
  withGoldPart(closed, async (part) => ({
    set: closed ? 'linking closed' : 'linking',
    units: part.gold.reports.map((r) => r.id),
    rows: await linkingRows(part.gold, await part.link()),
  }));

/** Linking of what we read ourselves: `read --link`, scored by mention. */
export const system = (closed: boolean): Promise<Measured> =>
  withGoldPart(closed, async (part) => ({
    set: closed ? 'system closed' : 'system',
    units: part.gold.reports.map((r) => r.id),
    rows: await systemRows(part.gold, await part.readLinked()),
  }));
