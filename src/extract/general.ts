import { dayOf } from './calendar.ts';
import { dateChoices, type DateChoice, type Dated } from './incident-dates.ts';
import type { Knowledge, Status, Type } from './knowledge.ts';
import { STATUSES, TYPES } from './knowledge.ts';
import type { Lexicon } from './lexicon.ts';
import type { Linear } from './linear.ts';
import { sentenceFeatures, type Mention } from './mentions.ts';
import { parse, type Parse } from './relations.ts';
import { documentFeatures, entities, inContext, mayFill, ROLES, SILENT, type Entity, type Role } from './roles.ts';
import { Scene } from './scene.ts';
import { sentences, type Range } from './sentences.ts';
import type { Now } from './time.ts';
import { times } from './times.ts';
import { tokenise } from './tokens.ts';

/** Somebody or something with its part in an incident. */
export interface Filler {
  role: Role;
  entity: Entity;
  /** Where its part is told best. */
  mention: Mention;
  score: number;
  status: Status;
}

/** An incident of a text, whoever the parties: its type, its days, who and what had part in it, its sentences. */
export interface General {
  type: Type;
  date: DateChoice;
  fillers: Filler[];
  /** Ranges of the sentences that tell of it, and how well each does. */
  told: { range: Range; parse: Parse; score: number }[];
}

/** Log odds from which an answer is taken; chosen by cross-validation on the train documents. */
const LIKELY = { role: -1, type: -0.5, relevance: -1.5, telling: -0.5 } as const;

const best = <T extends string>(models: Readonly<Record<T, Linear>>, names: readonly T[], features: string[]): T =>
  names.map((name) => ({ name, score: models[name].score(features) })).reduce((a, b) => (b.score > a.score ? b : a))
    .name;

/** Fillers of a role, likeliest first, one for each head. */
function fillersOf(role: Role, found: readonly Entity[], k: Knowledge, telling: readonly number[]): Filler[] {
  const seen = new Set<string>();
  return found
    .filter((e) => mayFill(e, role))
    .map((entity) => ({ entity, score: k.roles[role].score(entity.features) }))
    .filter((f) => f.score > LIKELY.role)
    .sort((a, b) => b.score - a.score)
    .filter(({ entity }) => !seen.has(entity.head) && seen.add(entity.head))
    .map(({ entity, score }) => ({
      role,
      entity,
      score,
      mention: entity.mentions.reduce((a, b) => (telling[b.sentence]! > telling[a.sentence]! ? b : a)),
      status: best(k.statuses, Object.keys(STATUSES) as Status[], entity.features),
    }));
}

/** Times of the sentences that tell of an incident. */
function datedSentences(
  text: string,
  ranges: readonly Range[],
  telling: readonly number[],
  fillers: readonly Filler[],
  lexicon: Lexicon,
  wall: number,
): Dated[] {
  let now: Now = { wall, day: null, hours: lexicon.hours };
  const counts = new Map<number, number>();
  for (const f of fillers) for (const m of f.entity.mentions) counts.set(m.sentence, (counts.get(m.sentence) ?? 0) + 1);
  return ranges.flatMap((range, index) => {
    if (telling[index]! <= SILENT) return [];
    const scene = new Scene(text, range, lexicon);
    const found = times(scene, now);
    for (const t of found) if (t.day !== null) now = { ...now, day: t.day };
    return [{ scene, times: found, index, telling: telling[index]!, fillers: counts.get(index) ?? 0 }];
  });
}

function dateOf(choices: readonly DateChoice[], k: Knowledge): DateChoice {
  return choices
    .map((choice) => ({ choice, score: k.dates.score(choice.features) }))
    .reduce((a, b) => (b.score > a.score ? b : a)).choice;
}

/**
 * Incidents of a text in English, upper or mixed case, without any table of names: sentences are parsed into noun phrases,
 * and log-linear models learnt on MUC-4 say which text and sentence tells of an incident, who had which part in it and when
 * it was. `wall` is the moment of publication where it happened. Cost is linear in the text.
 */
export function generalIncidents(text: string, wall: number, lexicon: Lexicon, k: Knowledge): General[] {
  const ranges = sentences(text, lexicon.abbreviations);
  const parses = ranges.map((r) => parse(tokenise(text, [r.from, r.to], lexicon.forms), k.grammar));
  const features = parses.map((s) => sentenceFeatures(s, k.words));
  const telling = features.map((_, i) => k.telling.score(inContext(features, i)));
  if (!telling.some((z) => z > LIKELY.telling)) return [];
  const whole = documentFeatures(features, telling);
  const relevance = k.relevance.score(whole);
  if (relevance < LIKELY.relevance) return [];
  const found = entities(parses, features, { relevance, telling }, k.words);
  const fillers = ROLES.flatMap((role) => fillersOf(role, found, k, telling));
  if (fillers.length === 0) return [];
  const dated = datedSentences(text, ranges, telling, fillers, lexicon, wall);
  const date = dateOf(dateChoices(dated, dayOf(wall)), k);
  const likely = TYPES.filter((t) => k.types[t].score(whole) > LIKELY.type);
  const chosen = new Set(fillers.map((f) => f.mention.sentence));
  const told = ranges
    .map((range, i) => ({ range, parse: parses[i]!, score: telling[i]!, i }))
    .filter(({ i, score }) => chosen.has(i) || score > LIKELY.telling);
  return (likely.length > 0 ? likely : [best(k.types, TYPES, whole)]).map((type) => ({ type, date, fillers, told }));
}
