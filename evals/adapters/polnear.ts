import type { Lexicon } from '../../src/extract/lexicon.ts';
import { quotations } from '../../src/extract/text/quotations.ts';
import { sayings } from '../../src/extract/sayings/sayings.ts';
import { sentences } from '../../src/extract/text/sentences.ts';
import { tokenise } from '../../src/extract/text/tokens.ts';
import { Utterance } from '../../src/extract/text/utterance.ts';

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

/** The sentences of an article, made ready for who says what. */
export function utterances(text: string, lexicon: Lexicon, cues: ReadonlySet<string>): Utterance[] {
  const heard = { quotes: quotations(text), grammar: lexicon.grammar, cues };
  return sentences(text, lexicon.abbreviations)
    .map((r) => new Utterance(text, r, tokenise(text, [r.from, r.to], lexicon.forms), heard))
    .filter((u) => u.length > 1);
}

/** Who says what in each sentence, as the engine hears it, as spans of source, cue and content. */
export const attributionsOf = (d: PolnearDocument, lexicon: Lexicon): Attribution[] =>
  utterances(d.text, lexicon, lexicon.sayings.cues).flatMap((u) =>
    sayings(u, lexicon.sayings).map((a) => ({
      source: [[...a.source]],
      cue: [[...a.cue]],
      content: a.content.map((c): [number, number] => [...c]),
    })),
  );
