import * as z from 'zod';
import { showInstant } from '../model/instant.ts';
import { tablesAt } from '../record/small-tables.ts';
import { recordPoint } from '../record/points.ts';
import { claimsOf, reportNamed, textsOf } from '../record/reports.ts';
import { claimViews } from './claim-views.ts';
import { at } from './inputs.ts';
import { operation } from './operation.ts';
import { ReportView, type ClaimView } from './outputs.ts';
import { noticeOf, sourceView } from './present.ts';

export const report = operation({
  name: 'report',
  summary: 'Shows a report as far as its rights allow, with its claims and the words that carry them.',
  input: z.object({ report: z.string().describe('id of the report'), at: at.optional() }),
  output: ReportView,
  positional: ['report'],
  right: 'reader',
  writes: false,
  examples: ['daybook report s-2023-10-18-centcom'],
  run: ({ store }, input) =>
    store.read(async (q) => {
      const n = await recordPoint(q, input.at);
      const tables = await tablesAt(q, n, store);
      const row = await reportNamed(q, input.report, n);
      const rows = await claimsOf(q, [row.report_id], n);
      const views = await claimViews(q, rows, { n, tables });
      const { report: meta } = row.body;
      const source = sourceView(meta.source, tables);
      const [reading] = await q<{ engine: string }>(
        'select engine from reading where report_id = $2 and since <= $1 and (until is null or until > $1)',
        [n, row.report_id],
      );
      const text = meta.rights === 'full' ? (await textsOf(q, [row])).get(row.report_id)! : null;
      return {
        id: row.code,
        n,
        title: meta.title,
        byline: meta.byline ?? null,
        url: meta.url ?? null,
        published: showInstant(row.published),
        language: meta.language,
        medium: meta.medium,
        source: { ...source, notice: noticeOf(meta, source) },
        provenance: meta.provenance,
        rights: meta.rights,
        revises: meta.revises ?? null,
        withdrawn: row.withdrawn,
        engine: reading?.engine ?? null,
        text,
        claims: views.filter((c) => c.review !== 'rejected'),
        rejected: views.filter((c) => c.review === 'rejected'),
      };
    }),
  show: (r) =>
    [
      `${r.id}: ${r.title}${r.withdrawn ? ' (withdrawn)' : ''}`,
      `  ${r.source.name.en}, ${r.medium}, ${r.published}, ${r.language}; rights ${r.rights}; read by ${r.engine ?? 'nobody yet'}`,
      ...(r.source.notice ? [`  Note: ${r.source.notice.en}`] : []),
      ...r.claims.map(showClaim),
      ...r.rejected.map((c) => `${showClaim(c)} (rejected)`),
    ].join('\n'),
});

/** A claim as a line: name, state, kind, who, words. */
export function showClaim(c: ClaimView): string {
  const words = c.excerpts.map((e) => e.words.replace(/\s+/g, ' ')).join(' … ');
  const chain = c.chain.length ? ` per ${c.chain.map((l) => l.name.en).join(' < ')}` : '';
  const linked = c.incidents.length ? ` → ${c.incidents.join(', ')}` : '';
  const aux = c.claim.auxiliary ? `, ${c.claim.auxiliary}` : '';
  return `  ${c.name} [${c.review}${c.flag ? `, ${c.flag}` : ''}] ${c.claim.kind}${aux}, ${c.claim.stance}${chain}: “${words}”${linked}`;
}
