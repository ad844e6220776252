import * as z from 'zod';
import { Claim } from '../model/claim.ts';
import type { EntryKind, Review } from '../model/codes.ts';
import { DaybookError } from '../model/errors.ts';
import { recordPoint } from '../record/points.ts';
import { reportNamed, textsOf } from '../record/reports.ts';
import type { Json } from '../record/json.ts';
import { quotable } from '../record/verify.ts';
import { act, claimNamed, type Done } from './acting.ts';
import type { Context } from './context.ts';
import { by, why } from './inputs.ts';
import { asJson } from './load.ts';
import { operation } from './operation.ts';

export const DoneView = z.object({ entry: z.int(), last: z.int() });
const name = z.string().describe('claim, REPORT.NUMBER');
const content = z
  .union([z.string(), z.record(z.string(), z.unknown())])
  .describe('the claim as JSON of the exchange contract (amend: only the fields that change)');

const showDone =
  (verb: string) =>
  (d: Done): string =>
    `${verb}: entry ${d.entry}${d.last > d.entry ? `, and ${d.last - d.entry} that followed from it` : ''}.`;

/** A verdict on a claim that leaves its content alone. */
const settled = (verb: 'accept' | 'reject', kind: EntryKind, to: Review) =>
  operation({
    name: `claim ${verb}`,
    summary:
      verb === 'accept'
        ? 'Says that the report does say this.'
        : 'Says that the report does not say this; the claim stops counting and stays readable.',
    input: z.object({ claim: name, by, why }),
    output: DoneView,
    positional: ['claim'],
    right: 'desk',
    writes: true,
    examples: [`daybook claim ${verb} s-2023-10-18-centcom.1 --by editor --why "checked against the page"`],
    async run(context, input) {
      const { report, claim } = await context.store.read((q) => claimNamed(q, input.claim));
      if (claim.review === to && claim.body.flag === null)
        throw new DaybookError('claim-state', {
          claim: input.claim,
          state: `${to} already`,
          todo: 'Nothing is left to do.',
        });
      const data = { report_id: claim.report_id, claim_no: claim.claim_no, claim: input.claim, why: input.why };
      return act(context, {
        by: input.by,
        touched: [report.report_id],
        draft: async () => ({ kind, by: input.by, data }),
      });
    },
    show: showDone(verb === 'accept' ? 'Accepted' : 'Rejected'),
  });

export const claimAccept = settled('accept', 'claim.accepted', 'accepted');
export const claimReject = settled('reject', 'claim.rejected', 'rejected');

const rewritten = { by, why, content };

export const claimAmend = operation({
  name: 'claim amend',
  summary: 'Corrects a claim: the fields given replace those that it has.',
  input: z.object({ claim: name, ...rewritten }),
  output: DoneView,
  positional: ['claim', 'content'],
  right: 'desk',
  writes: true,
  examples: [`daybook claim amend s-2023-10-18-centcom.1 '{"outcome":"hit"}' --by editor --why "the page says so"`],
  async run(context, input) {
    const { report, claim } = await context.store.read((q) => claimNamed(q, input.claim));
    const next = await checked(context, report.code, { ...claim.body.claim, ...parsed(input.content) });
    const data = {
      report_id: claim.report_id,
      claim_no: claim.claim_no,
      claim: input.claim,
      why: input.why,
      content: asJson(next),
    };
    return act(context, {
      by: input.by,
      touched: [report.report_id],
      draft: async () => ({ kind: 'claim.amended', by: input.by, data: data as Json }),
    });
  },
  show: showDone('Amended'),
});

export const claimAdd = operation({
  name: 'claim add',
  summary: 'Adds a claim that no reading found, with the words that carry it.',
  input: z.object({ report: z.string().describe('id of the report'), ...rewritten }),
  output: DoneView,
  positional: ['report', 'content'],
  right: 'desk',
  writes: true,
  examples: [
    `daybook claim add s-2023-10-18-centcom '{"kind":"statement","evidence":[[0,20]],"gist":"…"}' --by editor --why "missed"`,
  ],
  async run(context, input) {
    const next = await checked(context, input.report, parsed(input.content));
    const row = await context.store.read(async (q) => reportNamed(q, input.report, await recordPoint(q, null)));
    return act(context, {
      by: input.by,
      touched: [row.report_id],
      async draft(views) {
        const [last] = await views.q<{ n: number | null }>(
          'select max(claim_no) as n from claim where report_id = $1',
          [row.report_id],
        );
        const claim_no = (last!.n ?? 0) + 1;
        const data = {
          report_id: row.report_id,
          claim_no,
          claim: `${row.code}.${claim_no}`,
          why: input.why,
          content: asJson(next),
        };
        return { kind: 'claim.added', by: input.by, data: data as Json };
      },
    });
  },
  show: showDone('Added'),
});

function parsed(content: string | Record<string, unknown>): Record<string, unknown> {
  if (typeof content !== 'string') return content;
  try {
    return JSON.parse(content) as Record<string, unknown>;
  } catch (e) {
    throw new DaybookError('json-invalid', { detail: (e as Error).message }, { cause: e });
  }
}

/** The claim in shape, its words in the stored text. */
async function checked(context: Context, code: string, value: unknown): Promise<Claim> {
  const result = Claim.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    throw new DaybookError('claim-invalid', { detail: `${issue.path.join('.') || 'claim'}: ${issue.message}` });
  }
  const text = await context.store.read(async (q) => {
    const row = await reportNamed(q, code, await recordPoint(q, null));
    if (row.withdrawn) throw new DaybookError('report-withdrawn', { report: code });
    return (await textsOf(q, [row])).get(row.report_id)!;
  });
  for (const [from, to] of result.data.evidence)
    if (!quotable(text, from, to)) throw new DaybookError('claim-words-missing', { span: `${from}–${to}` });
  return result.data;
}
