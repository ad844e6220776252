import { answer } from '../../src/count/answer.ts';
import type { Finding, FigureRow } from '../../src/model/answer.ts';
import { Claim } from '../../src/model/claim.ts';
import type { Incident } from '../../src/model/incident.ts';
import { parseInstant } from '../../src/model/instant.ts';
import { Report } from '../../src/model/report.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { Mention } from '../../src/model/mention.ts';
import { nounsOf, readDataFiles } from '../../src/operations/data-files.ts';
import { figureRow, mentionRows } from '../../src/record/derive.ts';
import type { ClaimRow, NounRow, ReportRow } from '../../src/record/rows.ts';
import { tablesFrom, type Tables } from '../../src/record/small-tables.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { summarise } from '../../src/resolve/summary.ts';
import { DATA } from '../house.ts';
import type { Measured } from '../row.ts';
import type { Gold, GoldReport } from '../scorers.ts';
import { unlinked, withGoldPart } from './gold-part.ts';

/**
 * Contradictions that stand in the open part of gold, by the claims that show them: found when some finding of one of the
 * rules names them all. Every other finding was read by hand once and is listed as sound, or it counts as a false alarm.
 */
const PLANTED: readonly (readonly string[])[] = [
  ['d-019.1', 'd-019.3'],
  ['d-020.1'],
  ['d-030.2'],
  ['d-020.4', 'd-021.1'],
  ['d-015.9', 'd-015.12'],
];
const SOUND: readonly (readonly string[])[] = [
  ['d-012.1', 'd-014.3'],
  ['d-014.3', 'd-015.9', 'd-028.4'],
];
const RULES = ['attacks-on-us-forces', 'injured-us-personnel', 'attacks-on-kurdistan-region'];

/** The findings of our rules over gold's own claims, linked by us. */
export async function findingsIn(gold: Gold): Promise<Finding[]> {
  const files = await readDataFiles(DATA);
  const nouns = nounsOf(files);
  const rows = (list: readonly { id: string }[]): NounRow[] =>
    list.map((n) => ({ id: n.id, file: '', body: { ...n } }));
  const tables = tablesFrom({ actors: rows(nouns.actors), places: rows(nouns.places), sources: rows(nouns.sources) });
  const { incidents, figures } = held(gold, tables);
  return RULES.flatMap((id) => {
    const rule = files.find((f) => f.kind === 'rule' && f.items[0]!.id === id)!.items[0] as Rule;
    const asked = { ...tables, n: 1, cutoff: null, reviewedOnly: false };
    return [...answer(rule, { incidents, figures }, asked).findings];
  });
}

/** A gold report whole, as the corpus holds it. */
type Whole = GoldReport & { text: string };

function held(gold: Gold, tables: Tables): { incidents: Incident[]; figures: FigureRow[] } {
  const mentions: Mention[] = [];
  const figures: FigureRow[] = [];
  (gold.reports as Whole[]).forEach((given, r) => {
    const report = rowOf(given, r + 1);
    given.claims.forEach((labelled, c) => {
      const body = { claim: Claim.parse(unlinked(labelled)) };
      const claim = { report_id: r + 1, claim_no: c + 1, kind: body.claim.kind, review: 'suggested', body } as ClaimRow;
      const context = { text: given.text, tables };
      mentions.push(...mentionRows(report, claim, context).map((m) => m.body));
      const figure = figureRow(report, claim, context);
      if (figure) figures.push(figure.body);
    });
  });
  const { clusters } = resolve(mentions, [], tables);
  const incidents = clusters.flatMap((c, i): Incident[] => {
    const summary = summarise(
      c.members.map((m) => m.mention),
      tables,
    );
    return summary ? [{ ...summary, incident_id: i + 1, code: `i-${i + 1}`, distinct: [] }] : [];
  });
  return { incidents, figures };
}

function rowOf(given: GoldReport, report_id: number): ReportRow {
  const { text: _, ...report } = Report.parse(given);
  const published = parseInstant(report.published)!;
  const body = { report, text: '', raw: '', extractor: '', media_type: '' };
  return { report_id, code: given.id, published, withdrawn: false, body };
}

const names = (f: Finding, claims: readonly string[]): boolean => claims.every((c) => f.claims.includes(c));

/** How many of the planted contradictions are found, and how many findings are none. */
export const findings = (): Promise<Measured> =>
  withGoldPart(false, async ({ gold }) => {
    const all = await findingsIn(gold);
    const found = PLANTED.map((claims) => [Number(all.some((f) => names(f, claims)))]);
    const alarms = all.filter((f) => ![...PLANTED, ...SOUND].some((claims) => names(f, claims)));
    const sum = (parts: readonly (readonly number[])[]): number => parts.reduce((n, p) => n + (p[0] ?? 0), 0);
    const percent = (parts: readonly (readonly number[])[]): number | null =>
      parts.length ? (100 * sum(parts)) / parts.length : null;
    return {
      set: 'findings',
      units: PLANTED.map((claims) => claims.join(' ')),
      rows: [
        { metric: 'contradictions found', n: PLANTED.length, parts: found, figure: percent },
        {
          metric: 'false alarms',
          n: all.length,
          parts: PLANTED.map((_, n) => [n ? 0 : alarms.length]),
          figure: sum,
          smaller: true,
        },
      ],
    };
  });

/** Every finding with its claims, for reading by hand. */
export const findingsListed = (): Promise<string> =>
  withGoldPart(false, async ({ gold }) =>
    (await findingsIn(gold)).map((f) => `${f.kind}; ${f.voice}; ${f.note}; ${f.claims.join(' ')}`).join('\n'),
  );
