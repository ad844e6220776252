import type { TallyUnit } from '../model/codes.ts';
import type { Span } from './times/calendar.ts';
import type { Cast } from './speech/cast.ts';
import type { Clause } from './incidents/clauses.ts';
import type { Hearing, Scope } from './speech/hearing.ts';
import type { Draft, IncidentDraft } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import type { Memory } from './speech/memory.ts';
import type { Quantity } from './figures/numbers.ts';
import type { Named, Site } from './incidents/site.ts';
import type { Scene } from './scene.ts';
import type { Signs } from './incidents/outcome.ts';
import type { Now, Time } from './times/time.ts';

/** An incident told last, to which sentences about its effects still belong. */
export interface Told {
  draft: IncidentDraft;
  signs: Signs;
  /** Index of the sentence that told of it last. */
  at: number;
}

/** A time told by itself, in a heading, in a question or in a sentence about the counting, over which the figures after it were counted. */
export interface Aside {
  span: Span;
  places: string[];
  /** What they count, where a question asked for it. */
  unit: TallyUnit | null;
  /** The last line to which it holds. */
  until: number;
}

/** What is known while a report is read, from its first sentence to its last. */
export interface Page {
  text: string;
  language: string;
  lexicon: Lexicon;
  cast: Cast;
  memory: Memory;
  hearing: Hearing;
  /** Actor whose voice the source is. */
  voice: string;
  /** Moment of publication, wall time by zone. */
  published: (zone: string) => number;
  now: Now;
  /** IANA zone of the place spoken of last. */
  zone: string;
  /** Country spoken of last, for "the west of the country". */
  country: string | null;
  /** Places named so far, those named last at the end. */
  named: Named[];
  /** Sea named first, where ships are hit that are counted without a place. */
  sea: string | null;
  /** Countries of the theatre named so far, for figures that leave their scope unsaid. */
  countries: string[];
  /** The day on which the figures of this report were given out, where it says. */
  said: { origin: string; day: number } | null;
  /** Day of publication where the source is. */
  today: number;
  /** The time last told in the report. */
  lastSpan: Span | null;
  /** Day of the event since which something was said to be so. */
  event: number | null;
  /** The clock time at the head of the entry of a live page or ticker that is being read. */
  stamp: { span: Span; line: number } | null;
  /** Whether the report began as news of the moment. */
  breaking: boolean;
  /** Opening line of a list: the act that its items share, who says so; its line, and that of the last item so far. */
  head: { span: readonly [number, number]; line: number; last: number; by: Scope | null } | null;
  /** A time told by itself, over which figures after it were counted. */
  aside: Aside | null;
  drafts: Draft[];
  told: Told[];
  /** Whether the report is about armed conflict at all; pages that are not give no claim, whatever their words. */
  topic: boolean;
}

/** A sentence with everything that was found in it. */
export interface Reading {
  scene: Scene;
  index: number;
  line: number;
  times: Time[];
  /** Times that date the act of saying. */
  said: ReadonlySet<Time>;
  /** The time that sentences before this one told; that of this one where they told none. */
  before: Span | null;
  /** Whether it tells what has only just happened. */
  fresh: boolean;
  quantities: Quantity[];
  sites: Site[];
  scopes: Scope[];
  /** Clauses of a scope, cut once for all who ask. */
  clauses: (scope: Clause) => readonly Clause[];
}
