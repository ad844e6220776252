import type { Lexicon } from '../lexicon.ts';
import { sourceOptions, type SourceOption } from '../sayings/source-options.ts';
import type { Scene } from '../scene.ts';
import type { Quotation } from '../text/quotations.ts';
import { Utterance } from '../text/utterance.ts';

/** A sentence made ready for who says what, and who may speak through one of its words. */
export interface Sources {
  utterance: Utterance;
  options: readonly SourceOption[];
}

/** Who may speak through token `v` of a sentence. */
export type SourceReader = (s: Scene, v: number) => Sources;

/** Reads who may speak; sentence and word asked for last are remembered, since several ask in turn. */
export function sourceReader(quotes: readonly Quotation[], { grammar, sayings }: Lexicon): SourceReader {
  let scene: Scene | null = null;
  let utterance: Utterance | null = null;
  let at = -1;
  let options: readonly SourceOption[] = [];
  return (s, v) => {
    if (s !== scene || utterance === null) {
      utterance = new Utterance(s.text, s.range, s.tokens, { quotes, grammar, cues: sayings.cues });
      [scene, at] = [s, -1];
    }
    if (v !== at) [at, options] = [v, sourceOptions(utterance, v)];
    return { utterance, options };
  };
}
