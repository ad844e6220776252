import type { Instant } from '../model/instant.ts';
import type { Engine } from '../extract/engine.ts';
import type { SecondReader } from './second-reading.ts';
import type { Store } from '../store/connection.ts';

/** What the verbs need of the world; built once in main.ts. */
export interface Context {
  store: Store;
  now: () => Instant;
  /** Fresh random name, for idempotency keys of acts that are not retries of one another. */
  newId: () => string;
  /** The reading engine over the record's own actors and places, made when first needed. */
  engine: () => Promise<Engine>;
  /** The second reader, where the settings name one. */
  second?: SecondReader | undefined;
  /** Folder of the desk's data files (sources, actors, places, rules, lexicons, times). */
  dataFiles: string;
  /** Lines for people while a verb works: progress, notices. Never part of a result. */
  tell: (line: string) => void;
  /** Progress of long work: done so far, of how many. */
  progress: (label: string, done: number, of: number) => void;
}
