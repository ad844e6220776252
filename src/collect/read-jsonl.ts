import { DaybookError } from '../model/errors.ts';
import type { Where } from '../model/errors.ts';
import { tooLarge } from './bytes.ts';
import { decode, looksBinary, utf16Label } from './decode.ts';
import type { Draft, Room } from './draft.ts';
import { emptyFile, fileId } from './file-id.ts';
import type { InputFile } from './inputs.ts';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { jsonDraft, jsonParts } from './read-json.ts';
import { isTrouble, troubleError } from './trouble.ts';

/** A .jsonl file of any size: one report a line, each line with its own fate. */
export async function* readJsonl(file: InputFile, room: Room): AsyncGenerator<Draft | DaybookError> {
  const stem = fileId(file.path, new TextEncoder().encode(file.path));
  let some = false;
  for await (const line of linesOf(file.path, room.limits.bytes)) {
    if (line.line === 1) refuseOtherKinds(line);
    if (line.tooLong === undefined && line.bytes.every(isBlank)) continue;
    some = true;
    yield* readLine(line, { where: { file: file.path, line: line.line }, stem, room });
  }
  if (!some) throw emptyFile();
}

const isBlank = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

/** A file that is no lines of UTF-8 is refused once, not once a line. */
function refuseOtherKinds({ bytes }: Line): void {
  if (utf16Label(bytes) !== null)
    throw new DaybookError('encoding-invalid', { detail: 'it is UTF-16, which a .jsonl file cannot be' });
  if (looksBinary(bytes)) throw new DaybookError('file-binary');
}

interface Place {
  where: Where;
  stem: string;
  room: Room;
}

async function* readLine(line: Line, { where, stem, room }: Place): AsyncGenerator<Draft | DaybookError> {
  try {
    if (line.tooLong !== undefined) throw tooLarge(line.tooLong, room.limits.bytes);
    const parts = await jsonParts(decode(line.bytes), room);
    if (isTrouble(parts)) throw troubleError({ ...parts, line: line.line });
    for (const [i, part] of parts.entries())
      yield jsonDraft(part, where, `${stem}-${line.line}${parts.length === 1 ? '' : `-${i + 1}`}`);
  } catch (e) {
    if (!(e instanceof DaybookError)) throw e;
    yield e.at(where);
  }
}
