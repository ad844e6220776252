import type { TallyClaim } from '../../model/claim.ts';
import type * as z from 'zod';
import { read } from '../desk.testing.ts';
import type { ReadingInput } from '../engine.ts';

type Tally = z.infer<typeof TallyClaim>['tally'];

/** Tallies and levels of a text as "unit value from/to places [parts] -exclusion"; published on Friday 12 January 2024. */
export function counted(text: string, language: 'en' | 'ar', more: Partial<ReadingInput> = {}): string[] {
  const lead = language === 'ar' ? 'تنتشر القوات الأميركية في المنطقة.\n' : 'U.S. forces are on alert in the region.\n';
  return read(lead + text, { language, ...more }).flatMap((c) =>
    c.kind === 'tally' || c.kind === 'level' ? [shown(c.tally)] : [],
  );
}

const value = (b: { low: number | null; high: number | null; about?: number | null | undefined }): string =>
  b.about != null ? `~${b.about}` : b.low === b.high ? `${b.low}` : `${b.low ?? ''}..${b.high ?? ''}`;

function shown(t: Tally): string {
  const parts = t.parts.length ? ` [${t.parts.map((p) => `${p.place}:${value(p)}`).join(' ')}]` : '';
  const excludes = t.excludes ? ` -${t.excludes}` : '';
  return `${t.unit} ${value(t)} ${t.from ?? ''}/${t.to ?? ''} ${[...t.place].sort().join(',')}${parts}${excludes}`;
}
