import { DaybookError } from '../model/errors.ts';
import { Report, storedText } from '../model/report.ts';
import type { Collected, CollectOptions } from './collected.ts';
import type { Draft } from './draft.ts';
import { detectLanguage, languageTag } from './language.ts';
import { publishedAt } from './published.ts';
import { sourceOf } from './source-of.ts';

/**
 * Settles what a draft leaves open (what the report says comes first, then what was asked for, then what can be told
 * from the words) and has the noun check the whole.
 */
export async function complete(draft: Draft, options: CollectOptions): Promise<Collected> {
  const { fields } = draft;
  const notices = [...draft.notices];
  const text = wordsOf(fields.text);
  const language = await languageOf(fields.language ?? options.language, text);
  const { ref, known } = sourceOf(fields.source, { ...options, hosts: draft.hosts, language });
  if (!known) notices.push(`the source “${ref.id}” is new and is taken as the report gives it`);
  const said = fields.published ?? options.published;
  if (said === undefined) throw new DaybookError('published-missing');
  const zone = typeof fields.zone === 'string' ? fields.zone : known?.zone;
  const { instant, notice } = publishedAt(said, zone);
  if (notice !== undefined) notices.push(notice);
  const whole = { ...fields, id: fields.id ?? draft.id, source: ref, language, published: instant, text };
  const report = checked(whole);
  const { raw, mediaType, extractor, where } = draft;
  return { report, raw, mediaType, extractor, where, notices, newSource: !known };
}

function wordsOf(said: unknown): string {
  if (said === undefined) throw new DaybookError('report-invalid', { detail: 'text: it is missing' });
  if (typeof said !== 'string') throw new DaybookError('report-invalid', { detail: 'text: it is not a string' });
  const text = storedText(said);
  if (text.trim() === '') throw new DaybookError('report-invalid', { detail: 'text: it is empty' });
  return text;
}

async function languageOf(said: unknown, text: string): Promise<string> {
  if (typeof said === 'string') return languageTag(said);
  if (said !== undefined) throw new DaybookError('report-invalid', { detail: 'language: it is not a string' });
  const found = await detectLanguage(text);
  if (found !== null) return found;
  throw new DaybookError('report-invalid', { detail: 'language: it cannot be told from the text; pass --language' });
}

/** Every string as the record stores strings, then the noun's own checks; the first fault is named by its field. */
function checked(whole: object): Report {
  const parsed = Report.safeParse(stored(whole));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const detail = `${issue!.path.join('.')}: ${issue!.message}`;
  throw new DaybookError('report-invalid', { detail });
}

function stored(value: unknown): unknown {
  if (typeof value === 'string') return storedText(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const said = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(said.map(([key, inner]) => [key, stored(inner)]));
}
