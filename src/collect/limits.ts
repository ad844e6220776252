/** What one input may cost; whatever is larger is refused with a coded error, and the rest of the batch is kept. */
export interface Limits {
  /** Bytes of one report: a file, or a line of a .jsonl file. */
  bytes: number;
  /** Levels of nested lists and objects in JSON. */
  depth: number;
  /** JSON of more characters than this is parsed in the worker. */
  inProcess: number;
  /** Milliseconds that one document may take in the worker. */
  parseMs: number;
  /** Heap of the worker in MiB. */
  parseMiB: number;
}

export const MIB = 1024 * 1024;
export const LIMITS: Limits = { bytes: 20 * MIB, depth: 64, inProcess: 256 * 1024, parseMs: 10_000, parseMiB: 256 };

export const showMiB = (bytes: number): string => `${(bytes / MIB).toFixed(bytes < 10 * MIB ? 1 : 0)} MiB`;
