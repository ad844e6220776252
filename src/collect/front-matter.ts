import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { DaybookError } from '../model/errors.ts';
import type { Fields } from './json-parts.ts';
import { shown } from './trouble.ts';

const KEYS = [
  'id',
  'source',
  'medium',
  'published',
  'language',
  'title',
  'url',
  'zone',
  'byline',
  'rights',
  'provenance',
  'revises',
] as const;

/** Front matter is a few lines; a longer block between rules is part of the text. */
const LONGEST = 16 * 1024;

/** A text's own account of itself (`---` YAML `---` at the top) and what follows it. */
export function splitFrontMatter(text: string): { fields: Fields; body: string } {
  const found = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text.slice(0, LONGEST));
  const said = found ? mappingOf(found[1]!) : null;
  if (!found || said === null) return { fields: {}, body: text };
  const kept = KEYS.filter((key) => Object.hasOwn(said, key) && said[key] !== null && said[key] !== '');
  return { fields: Object.fromEntries(kept.map((key) => [key, said[key]])), body: text.slice(found[0].length) };
}

/** YAML with every scalar as a string and no aliases; null when it is no mapping, as between two rules of prose. */
function mappingOf(yaml: string): Record<string, unknown> | null {
  if (!/^[A-Za-z_]+[ \t]*:/m.test(yaml)) return null;
  try {
    const value: unknown = load(yaml, { schema: FAILSAFE_SCHEMA, maxAliases: 0, maxDepth: 20 });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch (e) {
    const detail = `front matter: ${shown(e instanceof Error ? e.message.split('\n')[0]! : String(e))}`;
    throw new DaybookError('report-invalid', { detail }, { cause: e });
  }
}
