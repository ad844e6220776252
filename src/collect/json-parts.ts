import { LABEL_KEYS, Report } from '../model/report.ts';
import { depthOf } from './depth.ts';
import type { Trouble } from './trouble.ts';
import { shown } from './trouble.ts';

/** What a report says of itself, by the names of the noun's fields; not yet checked. */
export type Fields = Partial<Record<keyof Report, unknown>>;

/** One report out of JSON: its fields, its capture without labels, and which labels were left behind. */
export interface Part {
  fields: Fields;
  raw: string;
  labels: string[];
}

const FIELD_KEYS = Object.keys(Report.shape) as (keyof Report)[];

/** JSON text (one report, a list of them, or {reports: […]}) → its reports; runs in the worker when the text is big. */
export function partsOf(json: string, maxDepth: number): (Part | Trouble)[] | Trouble {
  if (depthOf(json) > maxDepth) return { code: 'json-too-deep', values: { limit: maxDepth } };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (e) {
    return invalid(json, e instanceof Error ? e.message : String(e));
  }
  const items = listIn(value);
  return items === null ? [partOf(value)] : items.map((item, i) => partOf(item, i + 1));
}

function listIn(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value) || 'text' in value) return null;
  return Array.isArray(value.reports) ? value.reports : null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function partOf(value: unknown, place?: number): Part | Trouble {
  if (!isObject(value)) {
    const what = place === undefined ? 'the JSON' : `item ${place}`;
    return { code: 'report-invalid', values: { detail: `${what} is not an object` } };
  }
  const labels = LABEL_KEYS.filter((key) => Object.hasOwn(value, key));
  const kept = FIELD_KEYS.filter((key) => Object.hasOwn(value, key) && value[key] !== null);
  const unlabelled = Object.entries(value).filter(([key]) => !(LABEL_KEYS as readonly string[]).includes(key));
  return {
    fields: Object.fromEntries(kept.map((key) => [key, value[key]])),
    raw: JSON.stringify(Object.fromEntries(unlabelled)),
    labels,
  };
}

/** What JSON.parse said, with the line where it says that the trouble is. */
function invalid(json: string, message: string): Trouble {
  const at = /position (\d+)/.exec(message);
  const before = at ? json.slice(0, Number(at[1])) : json.trimEnd();
  return { code: 'json-invalid', values: { detail: shown(message) }, line: before.split('\n').length };
}
