import * as z from 'zod';
import { showError, type DaybookError } from '../model/errors.ts';

/** An error inside a batch whose good part was kept. */
export const Fault = z.object({
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
  file: z.string().optional(),
  line: z.int().optional(),
  text: z.string().describe('the whole, as one line'),
});
export type Fault = z.infer<typeof Fault>;

export const fault = (e: DaybookError): Fault => ({ ...e.toJSON(), text: showError(e) });

export const showFaults = (faults: readonly Fault[]): string[] =>
  faults.length ? [`${faults.length} could not be taken; the rest is kept:`, ...faults.map((f) => `  ${f.text}`)] : [];
