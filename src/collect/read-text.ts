import { readCapped } from './bytes.ts';
import { decode } from './decode.ts';
import type { Draft, Room } from './draft.ts';
import { emptyFile, fileId } from './file-id.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { InputFile } from './inputs.ts';

/** A .txt file: the text as it stands, after front matter if there is some. */
export async function* readText(file: InputFile, room: Room): AsyncGenerator<Draft> {
  yield await written(file, room, { mediaType: 'text/plain', extractor: 'text/1' });
}

/** A .md file: readable as it stands; its first heading is the title where the front matter gives none. */
export async function* readMarkdown(file: InputFile, room: Room): AsyncGenerator<Draft> {
  const draft = await written(file, room, { mediaType: 'text/markdown', extractor: 'markdown/1' });
  const lines = String(draft.fields.text).slice(0, 2000).split('\n');
  const heading = lines.find((line) => line.startsWith('# '));
  if (heading !== undefined) draft.fields.title ??= heading.slice(2).trim();
  yield draft;
}

async function written(
  file: InputFile,
  { limits }: Room,
  kind: Pick<Draft, 'mediaType' | 'extractor'>,
): Promise<Draft> {
  const raw = await readCapped(file, limits.bytes);
  const { fields, body } = splitFrontMatter(decode(raw));
  const text = body.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
  if (text.trim() === '') throw emptyFile();
  const where = { file: file.path };
  return { fields: { ...fields, text }, raw, ...kind, where, id: fileId(file.path, raw), notices: [] };
}
