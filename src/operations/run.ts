import { DaybookError } from '../model/errors.ts';
import type { Context } from './context.ts';
import type { Operation } from './operation.ts';

/** Runs a verb as every door does: input validated on the way in, output encoded by its schema on the way out. */
export async function run(verb: Operation, context: Context, given: unknown): Promise<unknown> {
  const parsed = verb.input.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const what = issue.path.join('.') || 'input';
    const absent = (given as Record<string, unknown> | null)?.[String(issue.path[0])] === undefined;
    if (absent && (what === 'by' || what === 'why')) throw new DaybookError(`${what}-missing`);
    throw absent
      ? new DaybookError('input-missing', { what })
      : new DaybookError('input-invalid', { what, detail: issue.message });
  }
  return verb.output.parse(await verb.run(context, parsed.data));
}
