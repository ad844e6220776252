import { daysOf, type Dated } from './incident-dates.ts';
import type { Lexicon } from '../lexicon.ts';
import { sentenceFeatures } from './mentions.ts';
import type { Telling } from './openings.ts';
import type { Grammar } from '../text/phrases.ts';
import { parse, type Parse } from '../text/relations.ts';
import { SILENT, type Entity, type Role } from './roles.ts';
import { Scene } from '../scene.ts';
import { sentences, type Range } from '../text/sentences.ts';
import type { Now } from '../times/time.ts';
import { times } from '../times/times.ts';
import { tokenise } from '../text/tokens.ts';
import type { Words } from '../text/words.ts';

/** A text as the general reader sees it: its sentences, their parses and their words; lists go by sentence. */
export interface Wording {
  text: string;
  /** Moment of publication where it happened. */
  wall: number;
  lexicon: Lexicon;
  ranges: readonly Range[];
  parses: readonly Parse[];
  features: readonly string[][];
}

export function wordingOf(
  text: string,
  wall: number,
  lexicon: Lexicon,
  by: { grammar: Grammar; words: Words },
): Wording {
  const ranges = sentences(text, lexicon.abbreviations);
  const parses = ranges.map((r) => parse(tokenise(text, [r.from, r.to], lexicon.forms), by.grammar));
  return {
    text,
    wall,
    lexicon,
    ranges,
    parses,
    features: parses.map((s) => sentenceFeatures(s, by.words)),
  };
}

/** Somebody or something that was chosen for a role. */
interface Chosen {
  role: Role;
  entity: Entity;
}

/** Sentences that tell of an incident, with their times. */
export function datedSentences(w: Wording, telling: readonly number[], chosen: readonly Chosen[]): Dated[] {
  const counts = new Map<number, number>();
  for (const f of chosen) for (const m of f.entity.mentions) counts.set(m.sentence, (counts.get(m.sentence) ?? 0) + 1);
  let now: Now = {
    wall: w.wall,
    until: w.wall,
    day: null,
    hours: w.lexicon.hours,
  };
  return w.ranges.flatMap((range, index) => {
    if (telling[index]! <= SILENT) return [];
    const scene = new Scene(w.text, range, w.lexicon);
    const found = times(scene, now);
    for (const t of found) if (t.day !== null) now = { ...now, day: t.day };
    return [
      {
        scene,
        times: found,
        index,
        telling: telling[index]!,
        fillers: counts.get(index) ?? 0,
      },
    ];
  });
}

/** The text as incidents are told apart in it. */
export function tellingOf(
  w: Wording,
  {
    telling,
    dated,
    chosen,
  }: {
    telling: readonly number[];
    dated: readonly Dated[];
    chosen: readonly Chosen[];
  },
  words: Words,
): Telling {
  const days = new Map(dated.map((d) => [d.index, daysOf(d)]));
  return {
    sentences: w.features,
    firsts: w.parses.map((p) => p.tokens[0]?.form.key ?? ''),
    types: w.features.map((f) => words.nouns.typesNamed(new Set(f))),
    telling,
    days: w.ranges.map((_, i) => days.get(i) ?? []),
    places: w.parses.map((s) => placesOf(s, words)),
    leads: w.parses.map((s) => leadsOf(s, words)),
    fillers: chosen.map(({ role, entity }) => ({
      role,
      head: entity.head,
      sentences: entity.mentions.map((m) => m.sentence),
    })),
  };
}

/** Prepositions after which a name is mostly a place's. */
const AT: ReadonlySet<string> = new Set(['in', 'at', 'near', 'of', 'from', 'to']);

/** Heads of names after a preposition of place. */
const placesOf = (s: Parse, words: Words): string[] =>
  s.phrases.flatMap((p) => {
    const key = s.tokens[p.head]!.form.key;
    return AT.has(s.tokens[p.from - 1]?.form.key ?? '') && !words.of(key).common ? [key] : [];
  });

/** First words of the phrases that name an event or a weapon. */
const leadsOf = (s: Parse, words: Words): string[] =>
  s.phrases.flatMap((p) => {
    const { classes } = words.of(s.tokens[p.head]!.form.key);
    if (!classes.includes('event') && !classes.includes('weapon')) return [];
    return [p.from === p.head ? '-' : words.sign(s.tokens[p.from], s.classes[p.from] !== 'noun')];
  });
