import type { Cast } from './cast.ts';
import type { Voice } from './voice.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Link, Memory } from './memory.ts';
import type { SourceReader } from './sources.ts';
import type { Quotation } from '../text/quotations.ts';
import type { Scene } from '../scene.ts';

/** Words of a sentence that somebody says: content tokens [from, to), the chain, and the verb's value. */
export interface Scope {
  from: number;
  to: number;
  chain: Link[];
  /** Value of the verb of saying in the lexicon; 'own' where nobody is named. */
  verb: string;
  /** Tokens of the cue itself, which are no evidence. */
  cue: readonly [number, number] | null;
  /** Whether the speaker is only carried over from the end of a sentence before: what is of the report itself stays its own. */
  loose?: boolean;
}

/** What attribution needs besides the sentence. */
export interface Hearing {
  cast: Cast;
  memory: Memory;
  language: string;
  /** The source's own voice: never a link of its own chain. */
  self: ReadonlySet<string>;
  transcript: boolean;
  /** What tells the phrases of an unknown speaker. */
  lexicon: Lexicon;
  /** Quotations of the report. */
  quotes: readonly Quotation[];
  /** Who may speak through token `v` of a sentence. */
  sources: SourceReader;
  /** The sentence of the report in which the offset lies. */
  sentenceAt(offset: number): Scene | null;
}

export interface Cue {
  from: number;
  to: number;
  verb: string;
  chain: Link[];
  /** Whether the words said stand before the cue, after it, or around it. */
  place: 'before' | 'after' | 'around';
}

export const link = (s: Scene, v: Voice, cue: readonly [number, number]): Link => ({
  speaker: v.id,
  via: channel(s, cue),
  cue: s.span(cue[0], cue[1]),
});

/** Who passed on what a speaker known from before had said: "the official said" goes on from "an official told CNN". */
export const through = (who: Voice, h: Hearing): readonly Link[] => (who.recalled ? h.memory.through(who.id) : []);

/** The channel named in or beside the cue ("in a Facebook post", "عبر تلغرام"). */
export function channel(s: Scene, cue: readonly [number, number]): string | null {
  return s.all('channel', Math.max(0, cue[0] - 8), Math.min(s.length, cue[1] + 12))[0]?.value ?? null;
}
