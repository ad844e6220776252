import { expect, test } from 'vitest';
import { data } from '../desk.testing.ts';
import { buildLexicon } from '../lexicon.ts';
import { quotations } from '../text/quotations.ts';
import { sayingModel, sayings } from './sayings.ts';
import { sentences } from '../text/sentences.ts';
import { tokenise } from '../text/tokens.ts';
import { Utterance } from '../text/utterance.ts';

const { forms, grammar, sayings: model, abbreviations } = buildLexicon(data);

/** Source | cue word | content of every saying of the text. */
function told(text: string): string[] {
  const heard = { quotes: quotations(text), grammar, cues: model.cues };
  return sentences(text, abbreviations).flatMap((r) =>
    sayings(new Utterance(text, r, tokenise(text, [r.from, r.to], forms), heard), model).map((x) =>
      [x.source, x.cue, ...x.content].map(([a, b]) => text.slice(a, b)).join(' | '),
    ),
  );
}

test.each([
  [
    'The mayor said that the bridge was closed.',
    [expect.stringMatching(/^The mayor \| said \| .*the bridge was closed$/)],
  ],
  ['She added the road would open soon.', ['She | added | the road would open soon']],
  ['“The bridge is closed,” said Ann Reed.', ['Ann Reed | said | “The bridge is closed,”']],
  ['The bridge is closed, critics say.', ['critics | say | The bridge is closed']],
  ['The bridge is closed, according to a poll.', ['a poll | according | The bridge is closed']],
  [
    '“The bridge is closed,” the mayor said. “It will not be opened again.”',
    ['the mayor | said | “The bridge is closed,” | “It will not be opened again.”'],
  ],
  ['The council urged the mayor to open the bridge.', [expect.stringMatching(/^The council \| urged \| /)]],
  [
    'Two people familiar with the matter said the bridge was safe.',
    [expect.stringContaining('said | the bridge was safe')],
  ],
])('%s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each(['The bridge is two miles long.', 'Rain fell on the town for three days.', 'said', ''])(
  'nobody says anything in %j',
  (text) => {
    expect(told(text)).toEqual([]);
  },
);

test('without data nothing is heard', () => {
  expect(sayingModel(undefined)).toMatchObject({ cues: new Set(), least: 1 });
});
