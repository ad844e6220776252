import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentences } from './sentences.ts';

const short = new Set(['oct', 'gen', 'brig', 'u.s', 'a.m']);
const cut = (text: string): string[] => sentences(text, short).map((r) => text.slice(r.from, r.to));

test.each<[string, string[]]>([
  ['On Oct. 17 it began. Brig. Gen. Smith spoke.', ['On Oct. 17 it began.', 'Brig. Gen. Smith spoke.']],
  [
    'U.S. troops left at 4 a.m. local time. Nobody was hurt.',
    ['U.S. troops left at 4 a.m. local time.', 'Nobody was hurt.'],
  ],
  ['He said “stop.” Then he left', ['He said “stop.”', 'Then he left']],
  ['It ended.\u200f Then he left', ['It ended.\u200f', 'Then he left']],
  ['First line\nSecond line', ['First line', 'Second line']],
  [
    'a hard-wrapped paragraph that goes on for more than\nforty letters and ends here.',
    ['a hard-wrapped paragraph that goes on for more than\nforty letters and ends here.'],
  ],
  ['هل وقع هجوم؟ نعم.', ['هل وقع هجوم؟', 'نعم.']],
])('%j', (text, expected) => {
  expect(cut(text)).toEqual(expected);
});

test('property: sentences hold every visible character, in order, trimmed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      let last = 0;
      for (const r of sentences(text, short)) {
        expect(text.slice(last, r.from).replace(/[\s\u00a0]/g, '')).toBe('');
        expect(r.to).toBeGreaterThan(r.from);
        last = r.to;
      }
      expect(text.slice(last).replace(/[\s\u00a0]/g, '')).toBe('');
    }),
  );
});

test('a run that never ends is cut, so that no later step meets all of it at once', () => {
  const longest = Math.max(...sentences('word '.repeat(100_000), short).map((r) => r.to - r.from));
  expect(longest).toBeLessThan(2100);
});
