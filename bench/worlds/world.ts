/**
 * Seeded synthetic worlds with known truth: parties, incidents, channels, copying, denial, delay, vagueness.
 * They serve the property tests of counting and the benches; nothing in them is anywhere.
 */
import { parseInstant, type Instant } from '../../src/model/instant.ts';
import { affirms } from '../../src/resolve/grade.ts';
import { mentionsOf, type ClaimAt } from '../../src/resolve/mentions.ts';
import type { Mention } from '../../src/model/mention.ts';
import { mentionKey } from '../../src/model/mention.ts';
import { atlas, type Atlas } from './atlas.ts';
import { Random } from './random.ts';
import { NOISE, tell, type Noise, type Telling } from './telling.ts';
import { course, type Happened } from './truth.ts';

export interface Size {
  countries: number;
  /** Sites a country. */
  sites: number;
  /** When it begins; absent = 17 October 2023. */
  start?: Instant;
  days: number;
  /** Attacks a day and country. */
  daily: number;
}

export interface World extends Atlas {
  truth: readonly Happened[];
  tellings: readonly Telling[];
  /** Mentions of all tellings; report ids are 1, 2, … by publication. */
  mentions: readonly Mention[];
  /** What each mention is about: a number of the truth, null = nothing happened. */
  about: ReadonlyMap<string, number | null>;
  /** Numbers of the truth that somebody affirmed: what a record can know of. */
  known: ReadonlySet<number>;
}

export const START = parseInstant('2023-10-17T00:00Z')!;

/** A world of this seed; on a `stage` that is given, worlds of several periods share their places and actors. */
export function world(
  seed: number,
  size: Size,
  { noise = NOISE, stage: given }: { noise?: Noise; stage?: Atlas } = {},
): World {
  const random = new Random(seed);
  const stage = given ?? atlas(random, size);
  const truth = course(stage, { start: START, ...size }, random);
  const tellings = tell(truth, stage, { random, noise });
  const mentions: Mention[] = [];
  const about = new Map<string, number | null>();
  const known = new Set<number>();
  tellings.forEach((t, r) => {
    t.claims.forEach(({ claim, of }, c) => {
      const at: ClaimAt = { report: t.report, report_id: r + 1, claim_no: c + 1, claim, review: 'suggested' };
      mentionsOf(at, stage).forEach((m, k) => {
        mentions.push(m);
        about.set(mentionKey(m), of[k] ?? null);
        if (of[k] !== undefined && affirms(m)) known.add(of[k]);
      });
    });
  });
  return { ...stage, truth, tellings, mentions, about, known };
}
