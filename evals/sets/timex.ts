import { timexesOf, type TimexDocument, type TimexPrediction } from '../adapters/timex.ts';
import { house } from '../house.ts';
import { readLines, shared } from '../labelled.ts';
import { scorer, type TimexScorer } from '../scorers.ts';
import { f1, type Measured } from '../row.ts';

/** TimeML development documents: time expressions resolved against the date of the document. */
export async function timex(): Promise<Measured> {
  const { scoreTimex } = await scorer<TimexScorer<TimexDocument, TimexPrediction>>('timex');
  const documents = readLines<TimexDocument>(shared('data', 'timex', 'dev.jsonl'));
  const { lexicon } = await house();
  const each = documents.map((d) => {
    const { id, dct, text } = d;
    return scoreTimex([d], [{ id, timexes: timexesOf({ id, dct, text }, lexicon) }]);
  });
  return {
    set: 'timex',
    units: documents.map((_, i) => String(i)),
    rows: [
      f1(
        'value F1',
        each.map((e) => e.value),
      ),
      f1(
        'relaxed span F1',
        each.map((e) => e.relaxed),
      ),
    ],
  };
}
