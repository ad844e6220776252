import { readCapped } from './bytes.ts';
import { decode } from './decode.ts';
import type { Draft, Room } from './draft.ts';
import { emptyFile, fileId } from './file-id.ts';
import type { InputFile } from './inputs.ts';
import type { Part } from './json-parts.ts';
import { partsOf } from './json-parts.ts';
import type { DaybookError, Where } from '../model/errors.ts';
import type { Trouble } from './trouble.ts';
import { isTrouble, troubleError } from './trouble.ts';

/** A .json file: one report, a list of reports, or {reports: […]}. */
export async function* readJson(file: InputFile, room: Room): AsyncGenerator<Draft | DaybookError> {
  const bytes = await readCapped(file, room.limits.bytes);
  const text = decode(bytes);
  if (text.trim() === '') throw emptyFile();
  const parts = await jsonParts(text, room);
  if (isTrouble(parts)) throw troubleError(parts);
  const id = fileId(file.path, bytes);
  for (const [i, part] of parts.entries())
    yield jsonDraft(part, { file: file.path }, parts.length === 1 ? id : `${id}-${i + 1}`);
}

/** Small JSON is parsed here, big JSON in the worker. */
export const jsonParts = async (text: string, { limits, parser }: Room): Promise<(Part | Trouble)[] | Trouble> =>
  text.length <= limits.inProcess ? partsOf(text, limits.depth) : parser.json(text);

/** A part of JSON input as a draft; labels are left behind with a notice. */
export function jsonDraft(part: Part | Trouble, where: Where, id: string): Draft | DaybookError {
  if (isTrouble(part)) return troubleError(part, where);
  return {
    fields: part.fields,
    raw: new TextEncoder().encode(part.raw),
    mediaType: 'application/json',
    extractor: 'json/1',
    where,
    id,
    notices:
      part.labels.length === 0
        ? []
        : [`labels are left behind: ${part.labels.join(', ')} (“daybook import claims” brings labels in)`],
  };
}
