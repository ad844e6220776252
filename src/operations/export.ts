import * as z from 'zod';
import { DaybookError } from '../model/errors.ts';
import type { Incident } from '../model/incident.ts';
import { incidentFrom } from '../record/derive.ts';
import { judgementsAt, linksOf } from '../record/holdings.ts';
import { reportsById } from '../record/reports.ts';
import type { IncidentRow, LinkRow } from '../record/rows.ts';
import type { Query } from '../store/connection.ts';
import { ask, noticesOf, type Asked } from './asking.ts';
import { claimViewsOf } from './claim-views.ts';
import { csv, type Cell } from './csv.ts';
import { ACLED_COLUMNS } from './export-acled.ts';
import { CLAIM_COLUMNS, TALLY_COLUMNS, type ClaimRowOut } from './export-claims.ts';
import type { Column } from './export-columns.ts';
import { INCIDENT_COLUMNS, type IncidentRowOut } from './export-incidents.ts';
import { UCDP_COLUMNS } from './export-ucdp.ts';
import { geojson } from './geojson.ts';
import { question } from './inputs.ts';
import { operation, type FileOut } from './operation.ts';
import { RuleView } from './outputs.ts';
import { ruleView, tallyView, when } from './present.ts';
import { Name } from '../model/names.ts';

/** An export is one answer, held in memory: so many rows at most, else the window is to be narrowed. */
const MOST = 20_000;

const ExportView = z.object({
  what: z.string(),
  shape: z.string(),
  format: z.string(),
  rule: RuleView,
  window: z.object({ since: z.string().nullable(), until: z.string().nullable(), zone: z.string() }),
  n: z.int(),
  cutoff: z.string().nullable(),
  notices: z.array(Name).describe('what must be said beside the words'),
  columns: z.array(z.string()),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});
export type ExportView = z.infer<typeof ExportView>;

const SHAPES = { daybook: INCIDENT_COLUMNS, acled: ACLED_COLUMNS, ucdp: UCDP_COLUMNS } as const;

export const exportRows = operation({
  name: 'export',
  summary: 'Gives the incidents, claims or tallies behind an answer as a table: CSV, JSON or GeoJSON.',
  input: z.object({
    what: z.enum(['incidents', 'claims', 'tallies']).describe('what stands in a row'),
    ...question,
    reviewed: z.boolean().optional().describe('only claims that a person accepted or amended'),
    format: z.enum(['csv', 'json', 'geojson']).default('csv').describe('how the table is written'),
    shape: z
      .enum(['daybook', 'acled', 'ucdp'])
      .default('daybook')
      .describe('which columns: ours, or for incidents those of ACLED or UCDP GED'),
  }),
  output: ExportView,
  positional: ['what'],
  right: 'reader',
  writes: false,
  examples: [
    'daybook export incidents --rule attacks-on-us-forces --format csv',
    'daybook export incidents --rule attacks-on-us-forces --shape acled --as-of 2023-11-08',
    'daybook export tallies --rule attacks-on-us-forces --format geojson',
  ],
  run: ({ store }, input) =>
    store.read(async (q) => {
      const { what, shape, format, ...asked } = input;
      if (what !== 'incidents' && shape !== 'daybook')
        throw new DaybookError('input-invalid', { what: 'shape', detail: `${what} have no ${shape} columns` });
      const found = await ask(q, asked, store);
      const { columns, rows, reports } = await TABLES[what](q, found, shape);
      const { answer, rule, point, tables } = found;
      return {
        what,
        shape,
        format,
        rule: ruleView(rule),
        window: answer.window,
        n: point.n,
        cutoff: when(point.cutoff),
        notices: noticesOf(await reportsById(q, reports, point.n), tables),
        columns,
        rows,
      };
    }),
  file: { types: ['text/csv', 'application/json', 'application/geo+json'], of: (view) => fileOf(view) },
  show: (view) => fileOf(view).text.trimEnd(),
});

/** Every column of every shape with what stands in it, in Markdown, for the documentation. */
export const exportReference = (): string =>
  Object.entries({ ...SHAPES, claims: CLAIM_COLUMNS, tallies: TALLY_COLUMNS })
    .map(([name, columns]) => {
      const title = name in SHAPES ? `Incidents, \`--shape ${name}\`` : `${name[0]!.toUpperCase()}${name.slice(1)}`;
      const rows = columns.map((c) => `| \`${c.name}\` | ${c.says} |`);
      return [`### ${title}`, '', '| column | holds |', '| --- | --- |', ...rows].join('\n');
    })
    .join('\n\n');

/** The table as text, with its media type and a name for it. */
export function fileOf(view: ExportView): FileOut {
  const shape = view.shape === 'daybook' ? '' : `-${view.shape}`;
  const name = `${view.rule.id}-${view.what}${shape}-${view.n}`;
  if (view.format === 'json')
    return { type: 'application/json; charset=utf-8', name: `${name}.json`, text: JSON.stringify(view) };
  if (view.format === 'geojson')
    return {
      type: 'application/geo+json; charset=utf-8',
      name: `${name}.geojson`,
      text: JSON.stringify(geojson(view)),
    };
  const cells = view.rows.map((row) => view.columns.map((c): Cell => row[c]!));
  return { type: 'text/csv; charset=utf-8; header=present', name: `${name}.csv`, text: csv(view.columns, cells) };
}

interface Table {
  columns: string[];
  rows: Record<string, Cell>[];
  /** Reports whose words stand in the table. */
  reports: number[];
}

const TABLES: Readonly<
  Record<'incidents' | 'claims' | 'tallies', (q: Query, a: Asked, shape: keyof typeof SHAPES) => Promise<Table>>
> = { incidents: incidentTable, claims: claimTable, tallies: tallyTable };

function table<T>(columns: readonly Column<T>[], list: readonly T[], reports: number[]): Table {
  const row = (of: T): Record<string, Cell> => Object.fromEntries(columns.map((c) => [c.name, c.of(of)]));
  return { columns: columns.map((c) => c.name), rows: list.map(row), reports };
}

function bounded(rows: number): void {
  if (rows <= MOST) return;
  const detail = `${rows} rows; narrow the window (since, until) to at most ${MOST}`;
  throw new DaybookError('input-invalid', { what: 'export', detail });
}

/** Links of the incidents that the answer counts, in any of its sets, by incident. */
async function linked(q: Query, { answer, incidents, point }: Asked): Promise<Map<string, LinkRow[]>> {
  bounded(answer.incidents.length);
  const ids = new Map(incidents.map((i) => [i.code, i.incident_id]));
  const links = await linksOf(
    q,
    answer.incidents.map((i) => ids.get(i.code)!),
    point,
  );
  return new Map(answer.incidents.map((i) => [i.code, links.get(ids.get(i.code)!) ?? []]));
}

async function incidentTable(q: Query, asked: Asked, shape: keyof typeof SHAPES): Promise<Table> {
  const links = await linked(q, asked);
  const whole = await wholeOf(q, asked, links);
  const rows = asked.answer.incidents.map((counted): IncidentRowOut => {
    const incident = whole.get(counted.code)!;
    return { incident, counted, links: links.get(counted.code)!, zone: asked.rule.zone, tables: asked.tables };
  });
  return table(SHAPES[shape], rows, []);
}

/** The incidents of an answer with all that their claims amount to at its point. */
async function wholeOf(
  q: Query,
  { answer, point, tables }: Asked,
  links: ReadonlyMap<string, LinkRow[]>,
): Promise<Map<string, Incident>> {
  const rows = await q<IncidentRow>(
    `select code, body from incident where since <= $1 and (until is null or until > $1) and code = any($2::text[])`,
    [point.n, answer.incidents.map((i) => i.code)],
  );
  if (point.cutoff === null && !point.reviewedOnly) return new Map(rows.map((r) => [r.code, r.body]));
  const judgements = await judgementsAt(q, point.n);
  return new Map(rows.map((r) => [r.code, incidentFrom(links.get(r.code)!, r.body, { tables, judgements })!]));
}

async function claimTable(q: Query, asked: Asked): Promise<Table> {
  const links = [...(await linked(q, asked)).values()].flat();
  const first = new Map(links.map((l) => [`${l.report_id}.${l.claim_no}`, l.mention]));
  bounded(first.size);
  const reports = [...new Set(links.map((l) => l.report_id))];
  const views = await claimViewsOf(q, reports, { n: asked.point.n, tables: asked.tables });
  const rows = [...first].flatMap(([key, { site, from, to }]): ClaimRowOut[] => {
    const claim = views.get(key);
    return claim ? [{ claim, site, from, to, tables: asked.tables }] : [];
  });
  return table(CLAIM_COLUMNS, rows, reports);
}

async function tallyTable(q: Query, { answer, point, tables }: Asked): Promise<Table> {
  bounded(answer.tallies.length);
  const ids = [...new Set(answer.tallies.map((t) => t.report_id))];
  const reports = await reportsById(q, ids, point.n);
  const rows = answer.tallies.map((t) => ({ tally: tallyView(t, reports, tables), tables }));
  return table(TALLY_COLUMNS, rows, ids);
}
