import { DaybookError } from '../model/errors.ts';
import { nameIn } from '../model/names.ts';
import { SourceRef } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import { shown } from './trouble.ts';

export interface FoundSource {
  ref: SourceRef;
  /** The known source of that id, if there is one. */
  known?: Source;
}

interface Hints {
  sources: ReadonlyMap<string, Source>;
  /** Id given on the command line. */
  source?: string | undefined;
  hosts?: readonly string[] | undefined;
  language: string;
}

/** Who publishes: what the report says, else what was asked for, else the known source to which the page's host belongs. */
export function sourceOf(said: unknown, hints: Hints): FoundSource {
  if (typeof said === 'string') return byId(said, hints);
  if (typeof said === 'object' && said !== null) return inFull(said as Record<string, unknown>, hints);
  return byId(hints.source ?? byHost(hints) ?? '(none given)', hints);
}

function byId(id: string, { sources, language }: Hints): FoundSource {
  const known = sources.get(id);
  if (!known) throw new DaybookError('source-unknown', { source: shown(id) });
  return { ref: { id, name: nameIn(known.name, language === 'ar' ? 'ar' : 'en'), kind: known.kind }, known };
}

function inFull(said: Record<string, unknown>, hints: Hints): FoundSource {
  if (typeof said.id !== 'string') throw new DaybookError('report-invalid', { detail: 'source.id: it is missing' });
  const known = hints.sources.get(said.id);
  const whole = known ? { ...byId(said.id, hints).ref, ...given(said) } : said;
  if (whole.name === undefined || whole.kind === undefined)
    throw new DaybookError('source-unknown', { source: shown(said.id) });
  const parsed = SourceRef.safeParse(whole);
  if (parsed.success) return { ref: parsed.data, ...(known && { known }) };
  const [issue] = parsed.error.issues;
  throw new DaybookError('report-invalid', { detail: `source.${issue!.path.join('.')}: ${issue!.message}` });
}

const given = (said: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== null));

function byHost({ sources, hosts = [] }: Hints): string | undefined {
  const wanted = new Set(hosts.map(bareHost));
  for (const source of sources.values()) if (source.hosts.some((host) => wanted.has(bareHost(host)))) return source.id;
  return undefined;
}

const bareHost = (host: string): string => host.toLowerCase().replace(/^(?:www|m|amp)\./, '');
