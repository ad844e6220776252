import { Linear } from '../text/linear.ts';
import type { Grammar } from '../text/phrases.ts';
import { ROLES, type Role } from './roles.ts';
import { wordsOf, type Words } from '../text/words.ts';

/** Types of incident that are told apart (MUC-4 slot 4). */
export const TYPES = ['attack', 'bombing', 'kidnapping', 'arson'] as const;
export type Type = (typeof TYPES)[number];

/** How responsibility is put, by the name that its model has (MUC-4 slot 11). */
export const STATUSES = {
  fact: 'REPORTED AS FACT',
  accused: 'SUSPECTED OR ACCUSED',
  authorities: 'SUSPECTED OR ACCUSED BY AUTHORITIES',
  claimed: 'CLAIMED OR ADMITTED',
  possible: 'POSSIBLE',
} as const;
export type Status = keyof typeof STATUSES;

/** What the general reader has learnt: word classes, common words and one model for every question that it asks. */
export interface Knowledge {
  grammar: Grammar;
  words: Words;
  /** Whether a sentence tells of an incident; whether a text does. */
  telling: Linear;
  relevance: Linear;
  /** The same once its parts are known. */
  worth: Linear;
  /** Whether a sentence opens another incident than the one before it. */
  opening: Linear;
  dates: Linear;
  types: Readonly<Record<Type, Linear>>;
  roles: Readonly<Record<Role, Linear>>;
  statuses: Readonly<Record<Status, Linear>>;
}

const each = <K extends string>(names: readonly K[], of: (name: K) => Linear): Record<K, Linear> =>
  Object.fromEntries(names.map((n) => [n, of(n)])) as Record<K, Linear>;

/** Out of the lexicons `nouns`, `incidents/words` and the models `incidents/…`. */
export function knowledgeOf(lexicons: Readonly<Record<string, unknown>>, grammar: Grammar): Knowledge {
  const part = (file: string, name: string): Linear =>
    new Linear((lexicons[`incidents/${file}`] as Record<string, unknown> | undefined)?.[name]);
  return {
    grammar,
    words: wordsOf(lexicons),
    telling: part('texts', 'telling'),
    relevance: part('texts', 'relevance'),
    worth: part('texts', 'worth'),
    opening: part('texts', 'opening'),
    dates: part('dates', 'dates'),
    types: each(TYPES, (t) => part('types', t)),
    roles: each(ROLES, (r) => part('roles', r)),
    statuses: each(Object.keys(STATUSES) as Status[], (s) => part('statuses', s)),
  };
}
