import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Measured, Part } from './row.ts';

/** A set as it was last accepted: names of its reports, values, and the parts of every figure, report by report. */
interface Held {
  accepted: string;
  engine: string;
  units: string;
  figures: Record<string, { value: number | null; parts: string }>;
}
export type Last = Record<string, Held>;

const FILE = fileURLToPath(new URL('./last.json', import.meta.url));

export const readLast = (file = FILE): Last =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Last) : {};

/** Parts as one short line, so that a change of one figure is a change of one line: "2/4 0/2 -". */
export const packed = (parts: readonly Part[]): string =>
  parts.map((p) => p.map((x) => Number(x.toFixed(4))).join('/') || '-').join(' ');

export const unpacked = (line: string): Part[] =>
  line.split(' ').map((p) => (p === '-' ? [] : p.split('/').map(Number)));

/** Accepts what was measured; sets that were not measured stay as they are. */
export function accept(last: Last, measured: readonly Measured[], by: { engine: string; date: string }): Last {
  const next = { ...last };
  for (const m of measured)
    next[m.set] = {
      accepted: by.date,
      engine: by.engine,
      units: m.units.join(' '),
      figures: Object.fromEntries(
        m.rows.map((r) => {
          const value = r.figure(r.parts);
          return [r.metric, { value: value === null ? null : Number(value.toFixed(2)), parts: packed(r.parts) }];
        }),
      ),
    };
  return next;
}

export const writeLast = (last: Last, file = FILE): void => writeFileSync(file, `${JSON.stringify(last, null, 2)}\n`);
