import { voices, type Cast } from '../../src/extract/actors.ts';
import { scopes } from '../../src/extract/attribution.ts';
import type { Lexicon } from '../../src/extract/lexicon.ts';
import { Memory } from '../../src/extract/memory.ts';
import { Scene } from '../../src/extract/scene.ts';
import { sentences } from '../../src/extract/sentences.ts';

type Hearing = Parameters<typeof scopes>[2];
type Scope = ReturnType<typeof scopes>[number];

export interface PolnearDocument {
  id: string;
  text: string;
}
type Spans = [number, number][];
export interface Attribution {
  source: Spans;
  cue: Spans;
  content: Spans;
}
export interface PolnearPrediction {
  id: string;
  attributions: Attribution[];
}

/** Nobody's voice: the articles name no source that the house knows. */
const SELF = 'unknown';

/** Offsets of the tokens that fit, neighbours joined. */
function spans(s: Scene, from: number, to: number, fits: (i: number) => boolean): Spans {
  const out: Spans = [];
  let at = -1;
  for (let i = from; i <= to; i++) {
    const inside = i < to && fits(i);
    if (inside && at < 0) at = i;
    if (!inside && at >= 0) {
      out.push([s.tokens[at]!.from, s.tokens[i - 1]!.to]);
      at = -1;
    }
  }
  return out;
}

/** Words of saying in the lexicon, with what goes with them. */
const SAYING = ['say', 'accord', 'told', 'aux', 'dayword', 'weekday'];

/** What is said, without marks at its ends and without the cue where it stands inside. */
function content(s: Scene, [from, to]: readonly [number, number], cue: readonly [number, number]): Spans {
  let [a, b] = [from, to];
  while (a < b && s.isMark(a)) a++;
  while (b > a && s.isMark(b - 1)) b--;
  return spans(s, a, b, (i) => i < cue[0] || i >= cue[1]);
}

/** The engine keeps speaker and verb of a cue together; here the verb is the cue and the rest of it the source. */
function attributionOf(s: Scene, { from, to, cue }: Scope, cast: Cast): Attribution | null {
  if (!cue) return null;
  const who = voices(s, cast).filter((v) => v.from >= cue[0] && v.to <= cue[1]);
  const verb = (i: number): boolean => SAYING.some((c) => s.covers(c, i));
  const named = (i: number): boolean => who.some((v) => i >= v.from && i < v.to) || !!s.covers('pronoun', i);
  const speaks = (i: number): boolean => !s.isMark(i) && (named(i) || !verb(i));
  return {
    source: spans(s, cue[0], cue[1], speaks),
    cue: spans(s, cue[0], cue[1], (i) => !s.isMark(i) && !speaks(i)),
    content: content(s, [from, to], cue),
  };
}

/** Who says what in each sentence, as the engine hears it, as spans of source, cue and content. */
export function attributionsOf(d: PolnearDocument, lexicon: Lexicon, cast: Cast): Attribution[] {
  const memory = new Memory(cast, SELF);
  const hearing: Hearing = { cast, memory, language: 'en', self: new Set([SELF]), transcript: false };
  return sentences(d.text, lexicon.abbreviations).flatMap((range) => {
    const s = new Scene(d.text, range, lexicon);
    if (s.length < 2) return [];
    return scopes(s, range.line, hearing).flatMap((scope) => attributionOf(s, scope, cast) ?? []);
  });
}
