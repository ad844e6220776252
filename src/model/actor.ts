import * as z from 'zod';
import { RELATIONS } from './codes.ts';
import { Aliases, Name } from './names.ts';
import type { Noun } from './noun.ts';

/** What kind of body an actor is; decides at which step of the relations answering stops. */
export const ACTOR_KINDS = [
  'state',
  'state body',
  'state forces',
  'state-linked forces',
  'coalition',
  'regional government',
  'regional security body',
  'international organisation',
  'official',
  'spokesperson',
  'unnamed official',
  'unnamed source',
  'expert',
  'leader',
  'reporter',
  'individual',
  'armed group',
  'facade group',
  'umbrella brand',
  'group media',
  'group-aligned media',
  'actor category',
  'target group',
  'political bloc',
  'political movement',
  'monitor',
  'think tank',
  'news agency',
  'newspaper',
  'broadcaster',
  'news site',
  'aggregator',
  'transcript service',
  'newsletter',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** A dated relation to another actor: local dates, both included, absent = always. */
export const ActorRelation = z.object({
  type: z.enum(RELATIONS),
  to: z.string().min(1),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});
export type ActorRelation = z.infer<typeof ActorRelation>;

export const Actor = z.object({
  id: z.string().min(1).max(200),
  /** Persons are shown by office, never by name; personal names may stand among the aliases that texts use. */
  name: Name,
  kind: z.enum(ACTOR_KINDS),
  aliases: Aliases,
  relations: z.array(ActorRelation).default([]),
});
export type Actor = z.infer<typeof Actor>;

/** Persons and unnamed voices: they speak for a body and fold to it as a *voice* (unnamed ones keep their own). */
export const UNNAMED_KINDS: ReadonlySet<ActorKind> = new Set(['unnamed official', 'unnamed source']);

export const ActorNoun: Noun = {
  name: 'actor',
  label: { en: 'Actor', ar: 'جهة' },
  description: 'State body, office, armed group, brand or umbrella, person in office; its relations are dated.',
  schema: Actor,
};
