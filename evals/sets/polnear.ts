import { attributionsOf, type PolnearDocument, type PolnearPrediction } from '../adapters/polnear.ts';
import { house } from '../house.ts';
import { readLines, shared } from '../labelled.ts';
import { scorer, type AttributionScorer } from '../scorers.ts';
import { f1, precision, type Measured } from '../row.ts';

/** PolNeAR development articles: who said what, in political news. */
export async function polnear(): Promise<Measured> {
  const { scoreAttribution } = await scorer<AttributionScorer<PolnearDocument, PolnearPrediction>>('attribution');
  const documents = readLines<PolnearDocument>(shared('data', 'polnear', 'dev.jsonl'));
  const { lexicon } = await house();
  const each = documents.map((d) => {
    const { id, text } = d;
    return scoreAttribution([d], [{ id, attributions: attributionsOf({ id, text }, lexicon) }]).attribution.full;
  });
  return {
    set: 'polnear',
    units: documents.map((_, i) => String(i)),
    rows: [f1('full attribution F1', each), precision('full attribution precision', each)],
  };
}
