import type { ErrorCode } from '../model/catalogue.ts';
import { DaybookError, type Where } from '../model/errors.ts';

/** An error of the catalogue as a plain value, so that it can cross the border of a worker. */
export interface Trouble {
  code: ErrorCode;
  values: Record<string, string | number>;
  line?: number;
}

export const isTrouble = (x: object): x is Trouble => 'code' in x && 'values' in x;

/** A piece of foreign input fit to stand in an error message: short and on one line. */

export const shown = (s: string): string => s.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').slice(0, 200);

export function troubleError(t: Trouble, where: Where = {}): DaybookError {
  return new DaybookError(t.code, t.values, { where: t.line === undefined ? where : { ...where, line: t.line } });
}

/** What the file system said, as an error that names the file. */
export function unreadable(file: string, cause: unknown): DaybookError {
  const detail = cause instanceof Error ? shown(cause.message) : shown(String(cause));
  return new DaybookError('file-unreadable', { detail }, { where: { file }, cause });
}
