import type * as z from 'zod';
import type { Entry } from '../envelope.ts';
import type { Views } from '../views.ts';

/** What an entry touched, so that what follows from it is derived once, as of that entry. */
export interface Touched {
  /** Reports whose mentions and tallies follow again. */
  reports: Set<number>;
  /** Incidents whose summary follows again. */
  incidents: Set<number>;
  /** The small tables changed: everything that rests on them follows again. */
  tables: boolean;
}

export const untouched = (): Touched => ({ reports: new Set(), incidents: new Set(), tables: false });

/** The groups of rows that entries of a kind need, so that a batch loads them at once. */
export interface Needs {
  reports?: Iterable<number>;
  incidents?: Iterable<number>;
  /** The small shared tables, whole. */
  tables?: boolean;
}

/** Each kind declares its content, what it does to the views, and how it is undone, or why it cannot be. */
export interface Kind<D = unknown> {
  description: string;
  data: z.ZodType<D>;
  needs(data: D): Needs;
  apply(views: Views, entry: Entry & { data: D }, touched: Touched): void | Promise<void>;
  undo: Undo<D> | { refused: string; instead: string };
}

/** Puts the views back to what they were before `undone`, as of entry `seq`. Throws entry-not-undoable where a later entry stands on it. */
export type Undo<D> = (
  views: Views,
  undone: Entry & { data: D },
  context: { seq: number; touched: Touched },
) => void | Promise<void>;

/** A kind with its content's type inferred from the schema. */
export const kind = <D>(k: Kind<D>): Kind<D> => k;

export const refused = (reason: string, instead: string): { refused: string; instead: string } => ({
  refused: reason,
  instead,
});
