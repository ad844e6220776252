import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedParagraphs } from './marked-text.ts';

type Claims = Parameters<typeof markedParagraphs>[1];
const claim = (n: number, ...evidence: [number, number][]): Claims[number] =>
  ({ name: `r.x.${n}`, claim: { evidence } }) as unknown as Claims[number];

test('overlapping claims share a run, and each begins and ends once', () => {
  const [paragraph] = markedParagraphs('abcdefghij', [claim(1, [1, 6]), claim(2, [4, 8])]);
  expect(paragraph!.map((s) => [s.text, s.claims.join(), s.starts.join(), s.ends.join()])).toEqual([
    ['a', '', '', ''],
    ['bcd', '1', '1', ''],
    ['ef', '1,2', '2', '1'],
    ['gh', '2', '', '2'],
    ['ij', '', '', ''],
  ]);
});

test('words in two places belong to one claim: labelled after the last', () => {
  const segments = markedParagraphs('one two three', [claim(3, [8, 13], [0, 3])]).flat();
  expect(segments.filter((s) => s.claims.length).map((s) => [s.text, s.starts.join(), s.ends.join()])).toEqual([
    ['one', '3', ''],
    ['three', '', '3'],
  ]);
});

test('words that cross a paragraph are marked in both', () => {
  const paragraphs = markedParagraphs('aa bb\n\ncc dd', [claim(1, [3, 9])]);
  expect(paragraphs.map((p) => p.filter((s) => s.claims.length).map((s) => s.text))).toEqual([['bb'], ['cc']]);
});

test('whatever the spans, nothing of the text is lost or told twice', () => {
  const text = fc
    .array(fc.constantFrom('word', ' ', '\n', '\n\n', '😀', 'كلمة'), { maxLength: 30 })
    .map((a) => a.join(''));
  const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 40 })).map(([a, n]): [number, number] => [a, a + n]);
  fc.assert(
    fc.property(text, fc.array(span, { maxLength: 6 }), (t, spans) => {
      const shown = markedParagraphs(
        t,
        spans.map((s, i) => claim(i, s)),
      )
        .map((p) => p.map((s) => s.text).join(''))
        .join('');
      expect(shown.replace(/\s/g, '')).toBe(t.replace(/\s/g, ''));
    }),
  );
});
