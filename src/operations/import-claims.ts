import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { Claim, ContractExtras, type ContractClaim } from '../model/claim.ts';
import { DaybookError } from '../model/errors.ts';
import { judgement, type Judgement } from '../model/judgement.ts';
import { contradiction } from '../resolve/contradictions.ts';
import { append } from '../record/append.ts';
import type { Draft } from '../record/envelope.ts';
import { lastEntry } from '../record/points.ts';
import { reportNamed, textsOf } from '../record/reports.ts';
import type { ReportRow } from '../record/rows.ts';
import { settle } from '../record/settle.ts';
import { quotable } from '../record/verify.ts';
import type { Context } from './context.ts';
import { fault, Fault, showFaults } from './faults.ts';
import { by } from './inputs.ts';
import { operation } from './operation.ts';
import { mentionsIn, recordReadings, type Reading } from './reading.ts';

/** A line of labelled claims: a report's id and its claims in the exchange contract. */
export interface LabelledLine {
  id: string;
  claims: ContractClaim[];
}

/** Lines `{id, claims}` of a .jsonl file, or one report of the exchange format with its claims; faults are values. */
export async function* labelledLines(file: string): AsyncGenerator<LabelledLine | DaybookError> {
  const stream = createReadStream(file, 'utf8');
  let line = 0;
  try {
    if (file.endsWith('.json')) {
      let whole = '';
      for await (const chunk of stream) whole += chunk as string;
      yield parsed(whole, { file });
      return;
    }
    for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) {
      line += 1;
      if (text.trim()) yield parsed(text, { file, line });
    }
  } catch (e) {
    yield new DaybookError('file-unreadable', { detail: (e as Error).message }, { where: { file } });
  }
}

function parsed(text: string, where: { file: string; line?: number }): LabelledLine | DaybookError {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (e) {
    return new DaybookError('json-invalid', { detail: (e as Error).message }, { where });
  }
  const head = z.object({ id: z.string(), claims: z.array(z.unknown()) }).safeParse(value);
  if (!head.success) return new DaybookError('claim-invalid', { detail: 'a line needs “id” and “claims”' }, { where });
  const claims: ContractClaim[] = [];
  for (const c of head.data.claims) {
    const content = Claim.safeParse(c);
    const extras = ContractExtras.partial({ id: true }).safeParse(c);
    if (!content.success || !extras.success) {
      const issue = (content.error ?? extras.error)!.issues[0]!;
      const id = (c as { id?: string } | null)?.id ?? '?';
      return new DaybookError(
        'claim-invalid',
        { detail: `${id}, ${issue.path.join('.')}: ${issue.message}` },
        { where },
      );
    }
    claims.push({ ...content.data, ...extras.data } as ContractClaim);
  }
  return { id: head.data.id, claims };
}

/** Content of a labelled claim as the record holds it: where `incidents` names k, it speaks of exactly k. */
export function contentOf(c: ContractClaim): Claim {
  const content = Claim.parse(c);
  const k = c.incidents?.length ?? 0;
  return content.kind === 'incident' && !content.count && k > 1 ? { ...content, count: { low: k, high: k } } : content;
}

interface Prepared {
  line: LabelledLine;
  row: ReportRow;
}

/** Lines that speak of one report are one reading of it. */
function merged(all: readonly Prepared[]): Prepared[] {
  const byReport = new Map<number, Prepared>();
  for (const { line, row } of all) {
    const before = byReport.get(row.report_id)?.line.claims ?? [];
    byReport.set(row.report_id, { row, line: { id: line.id, claims: [...before, ...line.claims] } });
  }
  return [...byReport.values()];
}

async function prepare(context: Context, line: LabelledLine): Promise<Prepared> {
  return context.store.read(async (q) => {
    const row = await reportNamed(q, line.id, await lastEntry(q));
    const text = (await textsOf(q, [row])).get(row.report_id)!;
    for (const c of line.claims)
      for (const [from, to] of c.evidence)
        if (!quotable(text, from, to)) throw new DaybookError('claim-words-missing', { span: `${c.id} ${from}–${to}` });
    return { line, row };
  });
}

/**
 * `incidents` of labelled claims as judgements: mentions that share an incident are judged the same, one chain each. What
 * is judged so already is left alone; what contradicts a judgement in force is refused. `numbers` = those that the claims got.
 */
async function recordLinks(
  context: Context,
  all: readonly Prepared[],
  { by, numbers, errors }: { by: string; numbers: readonly number[][]; errors: DaybookError[] },
): Promise<number> {
  const byIncident = new Map<string, { key: string; name: string }[]>();
  all.forEach(({ line, row }, n) =>
    line.claims.forEach((c, i) =>
      (c.incidents ?? []).forEach((id, k) => {
        const no = numbers[n]![i]!;
        const key = `${row.report_id}.${no}.${k + 1}`;
        byIncident.set(id, [...(byIncident.get(id) ?? []), { key, name: `${row.code}.${no}` }]);
      }),
    ),
  );
  const reports = all.map((p) => p.row.report_id);
  let judged = 0;
  await append(
    context.store,
    {
      key: `links ${context.newId()}`,
      stages: [
        async (views) => {
          await views.ensureReports(reports);
          const live = new Set(mentionsIn(views, reports));
          await views.judgement.ensureAll();
          const refused: DaybookError[] = [];
          const held: Judgement[] = views.judgement.all();
          const drafts = [...byIncident].flatMap(([id, mentions]) => {
            const known = mentions.filter((m) => live.has(m.key));
            return chain(id, known, by).filter((d) =>
              fits(d.data as unknown as Judgement & { why: string }, held, refused),
            );
          });
          judged = drafts.length;
          errors.push(...refused);
          return drafts;
        },
        (views, next) => settle(views, { dirty: mentionsIn(views, reports), by, next }),
      ],
    },
    context.now,
  );
  return judged;
}

/** Whether the pair is news and contradicts nothing; then it is in force for those that follow. */
function fits(pair: Judgement & { why: string }, held: Judgement[], refused: DaybookError[]): boolean {
  if (held.some((j) => j.a === pair.a && j.b === pair.b && j.verdict === pair.verdict)) return false;
  const against = contradiction(pair, held);
  if (against) {
    const told = against.map((j) => `${j.a} ${j.b} ${j.verdict}`);
    refused.push(new DaybookError('judgement-contradicts', { chain: `${told.join('; ')} (${pair.why})` }));
  } else held.push(pair);
  return !against;
}

function chain(incident: string, mentions: readonly { key: string; name: string }[], by: string): Draft[] {
  return mentions.slice(1).map((m, i) => {
    const pair = judgement(mentions[i]!.key, m.key, 'POSITIVE');
    const names = pair.a === m.key ? [m.name, mentions[i]!.name] : [mentions[i]!.name, m.name];
    return { kind: 'mentions.judged', by, data: { ...pair, names, why: `imported: both are ${incident}` } };
  });
}

export const importClaims = operation({
  name: 'import claims',
  summary:
    'Brings labelled claims of reports that the record holds in as suggestions; with links, their incidents as judgements.',
  input: z.object({
    files: z.array(z.string()).min(1).describe('.jsonl of {id, claims} lines, or .json reports with claims'),
    by,
    withLinks: z.boolean().optional().describe('take `incidents` as judgements'),
  }),
  output: z.object({ reports: z.int(), claims: z.int(), judgements: z.int(), errors: z.array(Fault) }),
  positional: ['files'],
  right: 'desk',
  writes: true,
  localOnly: true,
  examples: ['daybook import claims labels.jsonl --by annotator-1'],
  async run(context, input) {
    const errors: DaybookError[] = [];
    const prepared: Prepared[] = [];
    for (const file of input.files)
      for await (const line of labelledLines(file)) {
        if (line instanceof DaybookError) errors.push(line);
        else
          await prepare(context, line).then(
            (p) => prepared.push(p),
            (e: unknown) => errors.push(placed(e, file)),
          );
      }
    const all = merged(prepared);
    const readings = all.map(({ line, row }): Reading => {
      const engine = { name: 'import', version: input.by };
      return { report_id: row.report_id, text: row.body.text, engine, claims: line.claims.map(contentOf) };
    });
    const { claims, numbers } = await recordReadings(context, readings, input.by);
    const judgements = input.withLinks ? await recordLinks(context, all, { by: input.by, numbers, errors }) : 0;
    return { reports: all.length, claims, judgements, errors: errors.map(fault) };
  },
  show: (r) =>
    [`${r.claims} claims of ${r.reports} reports suggested, ${r.judgements} judgements.`, ...showFaults(r.errors)].join(
      '\n',
    ),
  exit: (r) => (r.errors.length ? 1 : 0),
});

const placed = (e: unknown, file: string): DaybookError => {
  if (e instanceof DaybookError) return e.at({ file });
  throw e;
};
