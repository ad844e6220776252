import type * as z from 'zod';
import type { Context } from './context.ts';

/** Who may run a verb: everybody, or people of the desk. */
export type Right = 'reader' | 'desk';

/** A result as a file: its media type, a name for it, and what stands in it. */
export interface FileOut {
  type: string;
  name: string;
  text: string;
}

/**
 * A verb, once. The doors (command line, HTTP, faces) are made from this: input is validated on the way in, output is
 * encoded by its schema on the way out, so nothing undeclared leaves.
 */
export interface Operation<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  /** As typed: one or two words. */
  name: string;
  /** One sentence, for help and documentation. */
  summary: string;
  input: I;
  output: O;
  /** Input fields that the command line takes by position, in order; the last may take many. */
  positional: readonly (keyof z.infer<I> & string)[];
  right: Right;
  /** Verbs that write go by POST and need `by`. */
  writes: boolean;
  /** Verbs that work on files of this machine have no HTTP door of that form. */
  localOnly?: boolean;
  /** Whether it asks the record; verbs on files alone then run where no database is. Default: it does. */
  needsRecord?(input: Partial<z.infer<I>>): boolean;
  examples: readonly string[];
  run(context: Context, input: z.infer<I>): Promise<z.input<O>>;
  /** The result for people, as text. */
  show(output: z.infer<O>, input: z.infer<I>): string;
  /** For verbs whose result is a file: over HTTP it leaves as that, in one of these media types. */
  file?: { types: readonly string[]; of(output: z.infer<O>): FileOut };
  /** Exit code of the command line; 0 unless the result says otherwise. */
  exit?(output: z.infer<O>): number;
}

/** Declares a verb with its types inferred from the schemas. */
export const operation = <I extends z.ZodObject, O extends z.ZodType>(o: Operation<I, O>): Operation =>
  o as unknown as Operation;

/** Its address over HTTP. */
export const pathOf = (verb: Operation): string => `/api/v1/${verb.name.replaceAll(' ', '/')}`;
