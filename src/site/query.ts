import { parseCutoff, parseWall } from '../model/instant.ts';
import type { MessageKey } from './messages.ts';

/** Values that readers may put into the address of a page, by the page that takes them. */
export interface Asked {
  since?: string;
  until?: string;
  asOf?: string;
  at?: string;
  reviewed?: boolean;
  from?: string;
  to?: string;
  fromAsOf?: string;
  toAsOf?: string;
  with?: string;
}

/** A value of the address that cannot be used: which message says so. */
export class QueryTrouble extends Error {
  readonly sentence: MessageKey;
  readonly help: MessageKey;
  readonly values: Readonly<Record<string, string>>;
  constructor(sentence: MessageKey, help: MessageKey, values: Record<string, string>) {
    super(`${sentence}: ${values.name}`);
    this.sentence = sentence;
    this.help = help;
    this.values = values;
  }
}

interface Value {
  key: keyof Asked;
  fits: (value: string) => boolean;
  sentence: MessageKey;
  help: MessageKey;
}

const isDay = (v: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(v) && parseCutoff(v) !== null && inRange(v);
const inRange = (v: string): boolean => parseWall(v) !== null && v >= '1900-01-01' && v < '2200-01-01';
const isCutoff = (v: string): boolean => (v.includes('T') ? parseCutoff(v) !== null : isDay(v));
const isPoint = (v: string): boolean => /^\d{1,15}$/.test(v) || isDay(v);

const isRule = (v: string): boolean => /^[a-z0-9-]{1,100}(@\d{1,6})?$/.test(v);

const date = { fits: isDay, sentence: 'errorDate', help: 'errorDateHelp' } as const;
const cutoff = { ...date, fits: isCutoff };
const point = { fits: isPoint, sentence: 'errorPoint', help: 'errorPointHelp' } as const;

/** Every value that some page takes, as it is spelled in addresses. */
export const VALUES = {
  since: { key: 'since', ...date },
  until: { key: 'until', ...date },
  'as-of': { key: 'asOf', ...cutoff },
  at: { key: 'at', ...point },
  reviewed: { key: 'reviewed', fits: (v: string) => v === '1', sentence: 'errorFlag', help: 'errorFlagHelp' },
  from: { key: 'from', ...point },
  to: { key: 'to', ...point },
  'from-as-of': { key: 'fromAsOf', ...cutoff },
  'to-as-of': { key: 'toAsOf', ...cutoff },
  with: { key: 'with', fits: isRule, sentence: 'errorRule', help: 'errorRuleHelp' },
} as const satisfies Record<string, Value>;
export type ValueName = keyof typeof VALUES;

/**
 * Reads the values of an address. An empty value is one that was left blank in a form; a name that no page knows is
 * none of ours and left alone; a known one that this page does not take would be silently ignored, so it is refused.
 */
export function asked(query: URLSearchParams, taken: readonly ValueName[]): Asked {
  const found: Record<string, string | boolean> = {};
  for (const name of Object.keys(VALUES) as ValueName[]) {
    const given = query.getAll(name).filter((v) => v.trim() !== '');
    if (!given.length) continue;
    if (!taken.includes(name)) throw new QueryTrouble('errorNotHere', 'errorNotHereHelp', { name });
    if (given.length > 1) throw new QueryTrouble('errorTwice', 'errorTwiceHelp', { name });
    const { key, fits, sentence, help } = VALUES[name];
    const value = given[0]!.trim();
    if (!fits(value)) throw new QueryTrouble(sentence, help, { name, value: value.slice(0, 80) });
    found[key] = key === 'reviewed' ? true : value;
  }
  return found as Asked;
}

/** The asked values as a query again, in one order, with its `?`; empty when nothing was asked. */
export function queryOf(values: Asked): string {
  const query = new URLSearchParams();
  for (const [name, { key }] of Object.entries(VALUES)) {
    const value = values[key];
    if (value) query.set(name, value === true ? '1' : value);
  }
  return query.size ? `?${query}` : '';
}
