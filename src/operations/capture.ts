import { createHash } from 'node:crypto';
import type { Collected } from '../collect/collected.ts';
import { DaybookError } from '../model/errors.ts';
import { append } from '../record/append.ts';
import type { Draft } from '../record/envelope.ts';
import type { Json } from '../record/json.ts';
import type { Views } from '../record/views.ts';
import type { Context } from './context.ts';
import { asJson } from './load.ts';

/** What became of one collected report. */
export interface Captured {
  captured: string[];
  already: string[];
  errors: DaybookError[];
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Prepared {
  item: Collected;
  text: string;
  raw: string;
}

/**
 * Captures a batch in one transaction. A report that the record holds with the same text is left alone; one with another
 * text under a known id is refused, and the rest of the batch is kept.
 */
export async function capture(context: Context, batch: readonly Collected[], by: string): Promise<Captured> {
  const prepared = batch.map((item): Prepared => {
    return { item, text: sha256(Buffer.from(item.report.text, 'utf8')), raw: sha256(item.raw) };
  });
  const result: Captured = { captured: [], already: [], errors: [] };
  await append(
    context.store,
    {
      key: `capture ${context.newId()}`,
      texts: new Map(prepared.map((p) => [p.text, p.item.report.text])),
      blobs: prepared.flatMap((p) => [
        { bytes: Buffer.from(p.item.report.text, 'utf8'), mediaType: 'text/plain; charset=utf-8' },
        { bytes: p.item.raw, mediaType: p.item.mediaType },
      ]),
      stages: [
        async (views) => {
          Object.assign(result, { captured: [], already: [], errors: [] });
          return drafts(views, { prepared, result, by });
        },
      ],
    },
    context.now,
  );
  return result;
}

async function drafts(
  views: Views,
  at: { prepared: readonly Prepared[]; result: Captured; by: string },
): Promise<Draft[]> {
  const { prepared, result, by } = at;
  const codes = prepared.map((p) => p.item.report.id);
  const rows = await views.q<{ code: string; text: string }>(
    `select code, body->>'text' as text from report where code = any($1::text[]) and until is null`,
    [codes],
  );
  const held = new Map(rows.map((r) => [r.code, r.text]));
  await views.source.ensureAll();
  const out: Draft[] = [];
  const noted = new Set<string>();
  for (const { item, text, raw } of prepared) {
    const { report } = item;
    const before = held.get(report.id);
    if (before === text) result.already.push(report.id);
    else if (before !== undefined)
      result.errors.push(new DaybookError('report-changed', { report: report.id }, { where: item.where }));
    else {
      held.set(report.id, text);
      if (item.newSource && !views.source.get(report.source.id) && !noted.has(report.source.id)) {
        noted.add(report.source.id);
        out.push(newSource(item, by));
      }
      const { text: _text, ...meta } = report;
      const data = { report: asJson(meta), text, raw, extractor: item.extractor, media_type: item.mediaType };
      out.push({ kind: 'report.captured', by, data: data as unknown as Json, blobs: [...new Set([text, raw])] });
      result.captured.push(report.id);
    }
  }
  return out;
}

/** A source that came in full with a report: noted as given, reliability F, until the desk describes it. */
function newSource({ report }: Collected, by: string): Draft {
  const { id, name, kind } = report.source;
  const items = [{ id, name: { en: name }, kind, reliability: 'F', hosts: [] }];
  return { kind: 'source.noted', by, data: { file: `reports/${id}`, sha256: '', part: 1, of: 1, items } };
}
