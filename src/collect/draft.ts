import type { Where } from '../model/errors.ts';
import type { DaybookError } from '../model/errors.ts';
import type { InputFile } from './inputs.ts';
import type { Fields } from './json-parts.ts';
import type { Limits } from './limits.ts';
import type { Parser } from './parser.ts';

/** A report as its input tells it, before sources, dates and language are settled and the noun checks it. */
export interface Draft {
  fields: Fields;
  raw: Uint8Array;
  mediaType: string;
  /** The way from raw capture to text, with its version: a change of the way is a new number. */
  extractor: string;
  where: Where;
  /** Id when the report names none. */
  id: string;
  /** Host names that the page gives as its own: a hint at the source, used when nothing better is said. */
  hosts?: string[];
  notices: string[];
}

/** What a reader works with. */
export interface Room {
  limits: Limits;
  parser: Parser;
}

/** One kind of file → the reports in it; a fault of one report is a value, a fault of the whole file is thrown. */
export type Reader = (file: InputFile, room: Room) => AsyncIterable<Draft | DaybookError>;
