import * as z from 'zod';
import { latestIncidents, rules } from '../record/holdings.ts';
import { tablesAt } from '../record/small-tables.ts';
import { lastEntry } from '../record/points.ts';
import type { ClaimRow } from '../record/rows.ts';
import { askView } from './asking.ts';
import { claimViews } from './claim-views.ts';
import { operation } from './operation.ts';
import { FrontView } from './outputs.ts';
import { incidentLine } from './present.ts';
import { showAnswer } from './show-answer.ts';

/** The standing question: the rule that the front page keeps answering. */
export const STANDING = 'attacks-on-us-forces';
const LATEST = 10;

export const front = operation({
  name: 'front',
  summary: 'The standing question with its answer, the latest incidents and claims, and how much the record holds.',
  input: z.object({}),
  output: FrontView,
  positional: [],
  right: 'reader',
  writes: false,
  examples: ['daybook front'],
  run: ({ store }) =>
    store.read(async (q) => {
      const n = await lastEntry(q);
      const tables = await tablesAt(q, n, store);
      const known = new Set((await rules(q)).map((r) => r.id));
      const [sizes] = await q<{ reports: number; claims: number; incidents: number }>(
        `select (select count(*) from report where until is null and not withdrawn) as reports,
                (select count(*) from claim where until is null and review <> 'rejected') as claims,
                (select count(*) from incident where until is null) as incidents`,
      );
      const latest = await latestIncidents(q, n, LATEST);
      const claims = await q<ClaimRow>(
        `select c.* from claim c join report r on r.report_id = c.report_id and r.until is null
         where c.until is null and c.review <> 'rejected' and not r.withdrawn
         order by r.published desc, c.report_id desc, c.claim_no limit $1`,
        [LATEST],
      );
      const questions = [];
      for (const rule of [STANDING, ...[...known].filter((r) => r !== STANDING)])
        if (known.has(rule)) questions.push(await askView(q, { rule }, store));
      return {
        n,
        ...sizes!,
        questions,
        latestIncidents: latest.map((i) => incidentLine(i, tables)),
        latestClaims: await claimViews(q, claims, { n, tables }),
      };
    }),
  show: (f) =>
    [
      `${f.reports} reports, ${f.claims} claims, ${f.incidents} incidents; ${f.n} entries.`,
      ...f.questions.map((a) => showAnswer(a, { brief: true })),
    ].join('\n'),
});
