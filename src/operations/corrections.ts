import * as z from 'zod';
import { GRADES, type Verdict } from '../model/codes.ts';
import { DaybookError } from '../model/errors.ts';
import { judgement } from '../model/judgement.ts';
import { parseMentionName } from '../model/mention.ts';
import { contradiction } from '../resolve/contradictions.ts';
import { lastEntry } from '../record/points.ts';
import { reportNamed } from '../record/reports.ts';
import { open } from '../record/envelope.ts';
import { KINDS } from '../record/kinds.ts';
import type { Query } from '../store/connection.ts';
import type { Views } from '../record/views.ts';
import { act } from './acting.ts';
import { DoneView } from './claim.ts';
import { incidentNamed } from './incident.ts';
import { by, why } from './inputs.ts';
import { operation } from './operation.ts';

/** What a person says about a pair, and the verdict that is stored. */
const VERDICTS = { SAME: 'POSITIVE', DIFFERENT: 'NEGATIVE', UNSURE: 'UNSURE' } as const satisfies Record<
  string,
  Verdict
>;

export const judge = operation({
  name: 'judge',
  summary: 'Says that two mentions are the same incident, are not, or that it cannot be told; remembered until undone.',
  input: z.object({
    verdict: z.enum(['SAME', 'DIFFERENT', 'UNSURE']),
    a: z.string().describe('a mention, REPORT.CLAIM or REPORT.CLAIM.K'),
    b: z.string().describe('a mention, or the code of an incident (its founding mention)'),
    by,
    why,
  }),
  output: DoneView,
  positional: ['verdict', 'a', 'b'],
  right: 'desk',
  writes: true,
  examples: ['daybook judge DIFFERENT s-2023-11-07-cnn.3 i-2023-11-07-erbil-airport-a --by editor --why "other drone"'],
  async run(context, input) {
    const [a, b] = await context.store.read(async (q) => [
      await mentionKeyOf(q, input.a),
      await mentionKeyOf(q, input.b),
    ]);
    if (a.key === b.key) throw new DaybookError('input-invalid', { what: 'The pair', detail: 'both are one mention' });
    const pair = judgement(a.key, b.key, VERDICTS[input.verdict]);
    const names = pair.a === a.key ? [a.name, b.name] : [b.name, a.name];
    return act(context, {
      by: input.by,
      touched: [],
      dirty: [a.key, b.key],
      async draft(views) {
        await refuseContradiction(views, pair);
        return { kind: 'mentions.judged', by: input.by, data: { ...pair, names, why: input.why } };
      },
    });
  },
  show: (d) => `Judged: entry ${d.entry}${d.last > d.entry ? '; links changed' : '; no link had to change'}.`,
});

async function refuseContradiction(views: Views, pair: ReturnType<typeof judgement>): Promise<void> {
  await views.judgement.ensureAll();
  const held = views.judgement.all();
  const chain = contradiction(pair, held);
  if (!chain) return;
  const told = chain.map((j) => {
    const row = held.find((h) => h.a === j.a && h.b === j.b && h.verdict === j.verdict);
    return row
      ? `${row.body.names.join(' ')} ${j.verdict} (entry ${row.judgement_id}, ${row.body.by})`
      : `${j.a} ${j.b} ${j.verdict} (of one claim)`;
  });
  throw new DaybookError('judgement-contradicts', { chain: told.join('; ') });
}

/** A mention by name, or the founding mention of an incident by its code. */
async function mentionKeyOf(q: Query, name: string): Promise<{ key: string; name: string }> {
  if (name.startsWith('i-')) {
    const row = await incidentNamed(q, name, await lastEntry(q));
    const [first] = await q<{ report_id: number; claim_no: number; k: number; code: string }>(
      `select report_id, claim_no, k, mention->>'report_code' as code from link
       where incident_id = $1 and until is null order by published, report_id, claim_no, k limit 1`,
      [row.incident_id],
    );
    return {
      key: `${first!.report_id}.${first!.claim_no}.${first!.k}`,
      name: `${first!.code}.${first!.claim_no}.${first!.k}`,
    };
  }
  for (const parsed of namesIn(name)) {
    const report = await reportNamed(q, parsed.report, await lastEntry(q)).catch(() => null);
    if (!report) continue;
    const [row] = await q(
      'select 1 as one from mention where report_id = $1 and claim_no = $2 and k = $3 and until is null',
      [report.report_id, parsed.claim_no, parsed.k],
    );
    if (row) return { key: `${report.report_id}.${parsed.claim_no}.${parsed.k}`, name };
  }
  throw new DaybookError('mention-unknown', { mention: name });
}

/** Report ids may hold dots: `a.b.3` is claim 3 of `a.b`, or mention 3 of claim b of `a`. */
function namesIn(name: string): { report: string; claim_no: number; k: number }[] {
  const short = parseMentionName(name);
  const tail = /^(.+)\.(\d+)$/.exec(name);
  return [...(short ? [short] : []), ...(tail ? [{ report: tail[1]!, claim_no: Number(tail[2]), k: 1 }] : [])];
}

export const grade = operation({
  name: 'grade',
  summary: 'Overrides the computed grade of an incident with a reason; “computed” goes back to it.',
  input: z.object({ incident: z.string(), grade: z.enum([...GRADES, 'computed']), by, why }),
  output: DoneView,
  positional: ['incident', 'grade'],
  right: 'desk',
  writes: true,
  examples: ['daybook grade i-2023-11-07-erbil-airport-a Discounted --by editor --why "shown to be a false alarm"'],
  async run(context, input) {
    const row = await context.store.read(async (q) => incidentNamed(q, input.incident, await lastEntry(q)));
    const to = input.grade === 'computed' ? null : input.grade;
    return act(context, {
      by: input.by,
      touched: [],
      draft: async () => ({
        kind: 'incident.graded',
        by: input.by,
        data: { incident_id: row.incident_id, incident: row.code, grade: to, why: input.why },
      }),
    });
  },
  show: (d) => `Graded: entry ${d.entry}.`,
});

export const reportWithdraw = operation({
  name: 'report withdraw',
  summary: 'Rests nothing on a report any longer; it stays readable.',
  input: z.object({ report: z.string().describe('id of the report'), by, why }),
  output: DoneView,
  positional: ['report'],
  right: 'desk',
  writes: true,
  examples: ['daybook report withdraw s-2023-10-18-centcom --by editor --why "retracted by its source"'],
  async run(context, input) {
    const row = await context.store.read(async (q) => reportNamed(q, input.report, await lastEntry(q)));
    if (row.withdrawn) throw new DaybookError('report-withdrawn', { report: input.report });
    return act(context, {
      by: input.by,
      touched: [row.report_id],
      draft: async () => ({
        kind: 'report.withdrawn',
        by: input.by,
        data: { report_id: row.report_id, report: row.code, why: input.why },
      }),
    });
  },
  show: (d) => `Withdrawn: entry ${d.entry}.`,
});

export const undo = operation({
  name: 'undo',
  summary: 'Undoes an entry of a person: the views are as if it had not been; both entries stay readable.',
  input: z.object({ entry: z.coerce.number().int().min(1).describe('number of the entry'), by, why }),
  output: DoneView,
  positional: ['entry'],
  right: 'desk',
  writes: true,
  examples: ['daybook undo 214 --by editor --why "wrong claim"'],
  async run(context, input) {
    const entry = await context.store.read(async (q) => {
      const [row] = await q<{ body: Buffer }>('select body from entry where seq = $1', [input.entry]);
      if (!row) throw new DaybookError('entry-unknown', { entry: input.entry });
      return open(row.body);
    });
    const how = KINDS[entry.kind]!.undo;
    if (typeof how !== 'function')
      throw new DaybookError('entry-not-undoable', {
        entry: entry.seq,
        kind: entry.kind,
        detail: how.refused,
        todo: how.instead,
      });
    const data = entry.data as { report_id?: number; a?: string; b?: string };
    return act(context, {
      by: input.by,
      touched: data.report_id === undefined ? [] : [data.report_id],
      dirty: [data.a, data.b].filter((k): k is string => k !== undefined),
      draft: async () => ({
        kind: 'entry.undone',
        by: input.by,
        data: { entry: entry.seq, kind: entry.kind, why: input.why },
      }),
    });
  },
  show: (d) => `Undone: entry ${d.entry}.`,
});
