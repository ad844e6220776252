import { expect, test } from 'vitest';
import { data } from '../desk.testing.ts';
import { buildLexicon } from '../lexicon.ts';
import { parse } from '../text/relations.ts';
import { entities } from './roles.ts';
import { tokenise } from '../text/tokens.ts';

const { general, forms } = {
  ...buildLexicon({ ...data, theatre: { countries: [], anywhere: true } }),
};

const heads = (text: string): string[] => {
  const s = parse(tokenise(text, [0, text.length], forms), general!.grammar);
  const found = entities([s], [[]], { relevance: 0, telling: [0] }, general!.words);
  return found.filter((e) => !e.modifier).map((e) => `${e.head} ${e.mentions.length}`);
};

test('a short name in brackets is the full name before it', () => {
  expect(heads('The Red Dawn Front (RDF) attacked the bridge, and the RDF burned a bus.')).toContain('front 3');
});

test('a common word in brackets is not', () => {
  expect(heads('The Red Dawn Front (police) attacked the bridge.')).toEqual(
    expect.arrayContaining(['front 1', 'police 1']),
  );
});
