import { createHash } from 'node:crypto';
import { DaybookError } from '../model/errors.ts';
import { slug } from '../model/names.ts';
import { stemOf } from './inputs.ts';

/** Id of a report that names none: the slug of its file's name; a name without Latin letters gives way to the content. */
export function fileId(path: string, bytes: Uint8Array): string {
  const name = slug(stemOf(path)).slice(0, 150);
  return /[a-z]/.test(name)
    ? name
    : [name, createHash('sha256').update(bytes).digest('hex').slice(0, 12)].filter(Boolean).join('-');
}

export const emptyFile = (): DaybookError => new DaybookError('file-empty');
