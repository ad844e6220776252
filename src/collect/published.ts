import { DaybookError } from '../model/errors.ts';
import { DAY, MINUTE, fromLocal, isZone, parseInstant, parseWall, showInstant } from '../model/instant.ts';
import { shown } from './trouble.ts';

/** When a report was published, as an instant, and what had to be assumed to get there. */
export interface Published {
  instant: string;
  notice?: string;
}

const LOOSE = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)\d* ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/;
const MAIL = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UT|Z|[+-]\d{4})$/;

/** `+0300`, `+03`, `UTC` → as RFC 3339 writes them. */
function offset(zone: string): string {
  if (/^[A-Z]/.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** Spellings of an instant that pages and mail use → RFC 3339; null when it is none of them. */
function asInstant(said: string): string | null {
  if (parseInstant(said) !== null) return said;
  const loose = LOOSE.exec(said);
  const spelled = loose ? `${loose[1]}T${loose[2]}${offset(loose[3]!)}` : null;
  if (spelled !== null && parseInstant(spelled) !== null) return spelled;
  const at = MAIL.test(said) ? Date.parse(said) : NaN;
  return Number.isNaN(at) ? null : showInstant(at * 1000);
}

/**
 * A time without zone is the local time of the report's zone, or of its source; a bare date is the end of that day
 * there, since a report that is shown too early in an “as of” answer is worse than one shown too late.
 */
export function publishedAt(said: unknown, zone: string | undefined): Published {
  const text = typeof said === 'string' ? said.slice(0, 100).trim() : shown(JSON.stringify(said) ?? '');
  const instant = asInstant(text);
  if (instant !== null) return { instant };
  const place = zone !== undefined && isZone(zone) ? zone : 'UTC';
  const wall = parseWall(text.replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, '$1T'));
  if (wall !== null) {
    const bare = text.length === 10;
    const local = showInstant(fromLocal(bare ? wall + DAY - MINUTE : wall, place));
    const taken = bare
      ? `published on ${text}: taken as the end of that day`
      : `published ${text}: taken as local time`;
    if (parseInstant(local) !== null) return { instant: local, notice: `${taken} (${place})` };
  }
  throw new DaybookError('date-invalid', { what: 'published', value: shown(text) });
}
