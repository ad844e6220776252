import type { DaybookError, Where } from '../model/errors.ts';
import type { Report } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import type { Limits } from './limits.ts';

export interface CollectOptions {
  /** Known sources by id, from the record or from data files. */
  sources: ReadonlyMap<string, Source>;
  /** Taken where a report names no source: an id of `sources`. */
  source?: string | undefined;
  /** Taken where a report does not say when it was published. */
  published?: string | undefined;
  /** Taken where a report does not say its language. */
  language?: string | undefined;
  limits?: Partial<Limits> | undefined;
}

/** A report that may be captured, with the bytes from which anyone can derive its text again. */
export interface Collected {
  report: Report;
  raw: Uint8Array;
  mediaType: string;
  /** The way from raw capture to text and its version: `html/1`, `text/1`, `markdown/1`, `json/1`. */
  extractor: string;
  where: Where;
  /** What had to be assumed or was left out, as sentences for people. */
  notices: string[];
  /** The source came in full with the report and is not among the known ones. */
  newSource: boolean;
}

/** A report, or why this one could not be taken; the rest of the batch goes on either way. */
export type Outcome = { ok: Collected } | { error: DaybookError };
