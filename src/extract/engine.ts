import type { Actor } from '../model/actor.ts';
import type { Claim } from '../model/claim.ts';
import { isZone, parseInstant, toLocal } from '../model/instant.ts';
import type { Place } from '../model/place.ts';
import { Cast } from './speech/cast.ts';
import { claimOf } from './claims.ts';
import type { Draft } from './draft.ts';
import { generalDrafts } from './general/general-drafts.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';
import { readPage } from './reading.ts';

/** What the engine knows, parsed elsewhere; lexicons and times are keyed by their path without `.yaml`. */
export interface EngineData {
  actors: Actor[];
  places: Place[];
  lexicons: Record<string, unknown>;
  times: Record<string, unknown>;
  /** data/theatre.yaml, parsed. */
  theatre: unknown;
}

/** One report as the engine reads it; `speaks_for` is the actor whose voice the source is. */
export interface ReadingInput {
  id: string;
  source: { id: string; name: string; kind: string };
  speaks_for?: string;
  medium: string;
  language: string;
  published: string;
  zone?: string;
  title: string;
  text: string;
}

/** Name and version that a reading is recorded under; a change of rules or lexicons is a new version. */
export const ENGINE = { name: 'rules', version: '2' } as const;

export interface Engine {
  read(report: ReadingInput): Claim[];
}

const LANGUAGES = new Set(['en', 'ar']);

/** Zone of the theatre, for sources that name none: Iraq and Syria share it. */
const ZONE = 'Asia/Baghdad';

/** Wall time of publication by zone, each asked for once. */
function clock(at: number): (zone: string) => number {
  const walls = new Map<string, number>();
  return (zone) => {
    const known = walls.get(zone);
    if (known !== undefined) return known;
    const wall = Math.floor(toLocal(at, isZone(zone) ? zone : 'UTC') / 60_000_000) * 60_000;
    walls.set(zone, wall);
    return wall;
  };
}

/** An incident in the desk's own theatre, where its rules and tables know more than the general reader. */
const ours = (d: Draft, { places, theatre }: Lexicon): boolean =>
  d.kind === 'incident' && d.place !== null && d.place.id !== null && theatre.countries.has(places.country(d.place.id));

function read(report: ReadingInput, lexicon: Lexicon, cast: Cast): Claim[] {
  if (!LANGUAGES.has(report.language)) return [];
  const at = parseInstant(report.published) ?? 0;
  const voice = report.speaks_for ?? report.source.id;
  const drafts = readPage(
    {
      text: report.text,
      language: report.language,
      voice,
      self: new Set([voice, report.source.id]),
      transcript: report.medium === 'transcript',
      published: clock(at),
      zone: ZONE,
      home: report.zone ?? 'UTC',
    },
    lexicon,
    cast,
  );
  const elsewhere = lexicon.general !== null && report.language === 'en' && !drafts.some((d) => ours(d, lexicon));
  const told = elsewhere
    ? [
        ...drafts.filter((d) => d.kind !== 'incident'),
        ...generalDrafts(report.text, clock(at)(report.zone ?? 'UTC'), lexicon, lexicon.general!),
      ]
    : drafts;
  return told.map((d) => claimOf(d, report.text)).filter((c): c is Claim => c !== null);
}

/** Builds the engine once; reading is pure: same report, same claims. */
export function createEngine(data: EngineData): Engine {
  const lexicon = buildLexicon(data);
  const cast = new Cast(lexicon);
  return { read: (report) => read(report, lexicon, cast) };
}
