import { readCapped } from './bytes.ts';
import { decode, utf16Label } from './decode.ts';
import type { Draft, Room } from './draft.ts';
import { emptyFile, fileId } from './file-id.ts';
import type { InputFile } from './inputs.ts';
import { languageTag, scriptAgrees } from './language.ts';
import { isTrouble, troubleError } from './trouble.ts';

/** A saved page: its article, with headline, byline, date, language and address where the page gives them. */
export async function* readHtml(file: InputFile, room: Room): AsyncGenerator<Draft> {
  const raw = await readCapped(file, room.limits.bytes);
  const html = decode(raw, utf16Label(raw) ?? declaredEncoding(raw));
  if (html.trim() === '') throw emptyFile();
  const article = await room.parser.html(html);
  if (isTrouble(article)) throw troubleError(article);
  const { language, ...facts } = article;
  const tag = language === undefined ? undefined : languageTag(language);
  const spoken = tag !== undefined && /^[a-z]{2,3}$/.test(tag) && scriptAgrees(tag, article.text) ? tag : undefined;
  yield {
    fields: { ...facts, language: spoken },
    raw,
    mediaType: 'text/html',
    extractor: 'html/1',
    where: { file: file.path },
    id: fileId(file.path, raw),
    hosts: facts.url === undefined ? [] : [new URL(facts.url).hostname],
    notices:
      tag !== undefined && spoken === undefined ? [`the page calls its language “${tag}”, its words do not`] : [],
  };
}

/** The encoding that the page names in its first bytes, if this runtime knows it; else UTF-8. */
function declaredEncoding(raw: Buffer): string {
  const label = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})/i.exec(raw.toString('latin1', 0, 2048))?.[1];
  try {
    return label === undefined || label.toLowerCase().startsWith('utf-16') ? 'utf-8' : new TextDecoder(label).encoding;
  } catch {
    return 'utf-8';
  }
}
