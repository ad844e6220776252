import { dayOf } from '../times/calendar.ts';
import { dateChoices, daysOf, type DateChoice, type Dated } from './incident-dates.ts';
import type { Knowledge, Status, Type } from './knowledge.ts';
import { STATUSES, TYPES } from './knowledge.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Linear } from '../text/linear.ts';
import type { Mention } from './mentions.ts';
import { openings } from './openings.ts';
import type { Parse } from '../text/relations.ts';
import {
  documentFeatures,
  entities,
  inContext,
  mayFill,
  ROLES,
  statusFeatures,
  type Entity,
  type Role,
} from './roles.ts';
import type { Range } from '../text/sentences.ts';
import { worthFeatures } from './worth.ts';
import { datedSentences, tellingOf, wordingOf, type Wording } from './wording.ts';

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

/** Log odds from which an answer is taken, and an organisation where there is no other (`only`); chosen by cross-validation on the train documents. */
const LIKELY = {
  role: -1,
  only: -1.8,
  type: -0.5,
  relevance: -3,
  worth: -0.9,
  telling: -0.5,
  opening: -1.5,
  named: -2,
} as const;

const best = <T extends string>(models: Readonly<Record<T, Linear>>, names: readonly T[], features: string[]): T =>
  names.map((name) => ({ name, score: models[name].score(features) })).reduce((a, b) => (b.score > a.score ? b : a))
    .name;

/** Fillers of a role, likeliest first, one for each head. */
function fillersOf(role: Role, found: readonly Entity[], k: Knowledge, { telling, scopes }: Page): Filler[] {
  const seen = new Set<string>();
  return found
    .filter((e) => mayFill(e, role))
    .map((entity) => ({ entity, score: k.roles[role].score(entity.features) }))
    .sort((a, b) => b.score - a.score)
    .filter((f, n) => f.score > LIKELY.role || (n === 0 && role === 'organisation' && f.score > LIKELY.only))
    .filter(({ entity }) => !seen.has(entity.head) && seen.add(entity.head))
    .map(({ entity, score }) => ({
      role,
      entity,
      score,
      mention: entity.mentions.reduce((a, b) => (telling[b.sentence]! > telling[a.sentence]! ? b : a)),
      status: best(k.statuses, Object.keys(STATUSES) as Status[], statusFeatures(entity, telling, scopes)),
    }));
}

/** How much more likely a date is, in log odds, where the sentences of the incident name it. */
const NEAR = 2;

/** The likeliest of the choices for sentences that name these days. */
function dateOf(choices: readonly Scored[], days: ReadonlySet<string>): DateChoice {
  const near = ({ choice: { span, text } }: Scored): number =>
    text !== null && days.has(`${span.from} ${span.to}`) ? NEAR : 0;
  return choices.reduce((a, b) => (b.score + near(b) > a.score + near(a) ? b : a)).choice;
}

/** More incidents than this stand in no report. */
const MOST = 40;

/** Sentences of the text by the incident that they tell of: each opening begins the next one. */
function segments(page: Page, dated: readonly Dated[], fillers: readonly Filler[], k: Knowledge): number[][] {
  const found = openings(tellingOf(page, { telling: page.telling, dated, chosen: fillers }, k.words));
  const out: number[][] = [];
  for (const o of found)
    if (out.length === 0 || (out.length < MOST && o.fresh > 0 && k.opening.score(o.features) > LIKELY.opening))
      out.push([o.sentence]);
    else out.at(-1)!.push(o.sentence);
  return out;
}

/** Parts that every filler belongs to: victims and targets where they are first told of, the rest wherever they are named. */
function homes(parts: readonly number[][], fillers: readonly Filler[]): Map<Filler, ReadonlySet<number>> {
  const partOf = new Map(parts.flatMap((part, n) => part.map((sentence): [number, number] => [sentence, n])));
  return new Map(
    fillers.map((f) => {
      const named = f.entity.mentions.flatMap((m) => partOf.get(m.sentence) ?? []);
      const first = named.length === 0 || f.role === 'victim' || f.role === 'target';
      return [f, new Set(first ? [named[0] ?? 0] : named)];
    }),
  );
}

/** Fillers of a part; where it names nobody who did it, whoever is likeliest of those told of before it. */
function shareOf(part: number, home: ReadonlyMap<Filler, ReadonlySet<number>>): Filler[] {
  const all = [...home.keys()];
  const before = (of: ReadonlySet<number>): boolean => [...of].some((n) => n < part);
  const own = all.filter((f) => home.get(f)!.has(part));
  const lent = (['perpetrator', 'organisation'] as const).flatMap((role) =>
    own.some((f) => f.role === role) ? [] : all.filter((f) => f.role === role && before(home.get(f)!)).slice(0, 1),
  );
  return [...own, ...lent];
}

/** The type whose words the sentences of one of several incidents hold; without any it is an attack. */
function typeOf(page: Page, part: readonly number[], k: Knowledge, scores: Readonly<Record<Type, number>>): Type {
  const stems = new Set(part.flatMap((i) => page.features[i]!));
  const named = (['kidnapping', 'bombing', 'arson'] as const).find(
    (t) => scores[t] > LIKELY.named && k.words.nouns.namedBy(t, stems),
  );
  return named ?? (scores.attack > LIKELY.named ? 'attack' : TYPES.reduce((a, t) => (scores[t] > scores[a] ? t : a)));
}

interface Scored {
  choice: DateChoice;
  score: number;
}

/** A text while it is read, with how well each sentence tells of an incident. */
interface Page extends Wording {
  telling: readonly number[];
  /** How each sentence puts responsibility. */
  scopes: readonly string[][];
}

/** What the page tells of once its fillers are known: one incident of every likely type, or one for every opening. */
function told(page: Page, fillers: Filler[], whole: string[], k: Knowledge): General[] {
  const dated = datedSentences(page, page.telling, fillers);
  const choices = dateChoices(dated, dayOf(page.wall), k.words).map((choice) => ({
    choice,
    score: k.dates.score(choice.features),
  }));
  const scores = Object.fromEntries(TYPES.map((t) => [t, k.types[t].score(whole)])) as Record<Type, number>;
  const sentencesOf = (part: readonly number[]): General['told'] =>
    part.map((i) => ({
      range: page.ranges[i]!,
      parse: page.parses[i]!,
      score: page.telling[i]!,
    }));
  const parts = segments(page, dated, fillers, k);
  if (parts.length < 2) {
    const likely = TYPES.filter((t) => scores[t] > LIKELY.type);
    const types = likely.length > 0 ? likely : [TYPES.reduce((a, t) => (scores[t] > scores[a] ? t : a))];
    const part = parts[0] ?? fillers.map((f) => f.mention.sentence).slice(0, 1);
    return types.map((type) => ({
      type,
      date: dateOf(choices, new Set()),
      fillers,
      told: sentencesOf(part),
    }));
  }
  const home = homes(parts, fillers);
  return parts.flatMap((part, n): General[] => {
    const own = shareOf(n, home);
    if (!own.some((f) => f.role === 'victim' || f.role === 'target')) return [];
    const days = new Set(dated.filter((d) => part.includes(d.index)).flatMap((d) => daysOf(d).map((x) => x.day)));
    return [
      {
        type: typeOf(page, part, k, scores),
        date: dateOf(choices, days),
        fillers: own,
        told: sentencesOf(part),
      },
    ];
  });
}

/**
 * Incidents of a text in English, upper or mixed case, without any table of names: sentences are parsed into noun phrases,
 * and log-linear models learnt on MUC-4 say which text and sentence tells of an incident, who had which part in it and when
 * it was. `wall` is the moment of publication where it happened. Cost is linear in the text.
 */
export function generalIncidents(text: string, wall: number, lexicon: Lexicon, k: Knowledge): General[] {
  const wording = wordingOf(text, wall, lexicon, k);
  const { features } = wording;
  const telling = features.map((_, i) => k.telling.score(inContext(features, i)));
  const page = {
    ...wording,
    telling,
    scopes: features.map((f) => k.words.nouns.scopes(f)),
  };
  if (!telling.some((z) => z > LIKELY.telling)) return [];
  const whole = documentFeatures(features, telling);
  const relevance = k.relevance.score(whole);
  if (relevance < LIKELY.relevance) return [];
  const found = entities(page.parses, features, { relevance, telling }, k.words);
  const fillers = ROLES.flatMap((role) => fillersOf(role, found, k, page));
  if (fillers.length === 0) return [];
  const worth = k.worth.score(worthFeatures({ relevance, telling, chosen: fillers }));
  return worth < LIKELY.worth ? [] : told(page, fillers, whole, k);
}
