import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Claim } from '../model/claim.ts';
import { read } from './desk.testing.ts';
import type { ReadingInput } from './engine.ts';
import { Scene } from './scene.ts';

const EN =
  'Two drones were shot down near al-Asad Air Base on Wednesday, the Pentagon said. Nobody was hurt. ' +
  'U.S. troops in Iraq and Syria have been attacked at least 41 times since Oct. 17, a defense official told Reuters.\n' +
  'The Islamic Resistance in Iraq claimed it had fired missiles at the Shaddadi base early on Monday.';
const AR =
  'أعلن البنتاغون أن صواريخ سقطت في محيط قاعدة عين الأسد يوم الثلاثاء دون وقوع إصابات.\n' +
  'استهدف مجاهدو المقاومة الإسلامية في العراق فجر اليوم قاعدة حرير بطائرتين مسيرتين.';
const BOTH = `${EN}\n${AR}`;

const high = (c: number): boolean => c >= 0xd800 && c <= 0xdbff;
const low = (c: number): boolean => c >= 0xdc00 && c <= 0xdfff;
const cutsPair = (text: string, i: number): boolean => high(text.charCodeAt(i - 1)) && low(text.charCodeAt(i));

/** All spans of the claims: in the text, with words in them, and between whole characters. */
function exact(claims: readonly Claim[], text: string): void {
  for (const c of claims)
    for (const [a, b] of [...c.evidence, ...c.attribution.flatMap((l) => (l.cue ? [l.cue] : []))]) {
      expect(a).toBeGreaterThanOrEqual(0);
      expect(b).toBeLessThanOrEqual(text.length);
      expect(text.slice(a, b).trim()).not.toBe('');
      expect(cutsPair(text, a) || cutsPair(text, b)).toBe(false);
    }
}

const group: Partial<ReadingInput> = {
  source: { id: 'islamic-resistance-in-iraq', name: 'IRI', kind: 'armed group' },
};
const readBoth = (text: string): Claim[] =>
  ['en', 'ar'].flatMap((language) => {
    const claims = read(text, { ...group, language });
    exact(claims, text);
    return claims;
  });

const everyChar = (text: string, by: string): string => [...text].join(by);

test.each<[string, (text: string) => string]>([
  ['as it is', (t) => t],
  ['marks of direction around every word', (t) => t.replace(/\S+/g, '\u202b$&\u200f\u202c')],
  ['emoji between words', (t) => t.replaceAll(' ', ' 🚀 ')],
  ['emoji at the words', (t) => t.replace(/\S+/g, '🔴$&👨‍👩‍👧')],
  ['lone surrogates', (t) => t.replaceAll(' ', ' \ud83d ').replaceAll('.', '.\udc00')],
  ['left-overs of HTML', (t) => t.replace(/[.,]/g, '</p>$&<p class="x">&nbsp;')],
  ['upper case', (t) => t.toUpperCase()],
  ['no punctuation', (t) => t.replace(/[.,:\n]/g, ' ')],
  ['one line', (t) => t.replaceAll('\n', ' ')],
  ['carriage returns', (t) => t.replaceAll('\n', '\r\n')],
  ['no-break spaces', (t) => t.replaceAll(' ', '\u00a0')],
  ['tashkeel and tatweel', (t) => t.replace(/[\u0621-\u064a]/g, '$&\u064e\u0640')],
  ['compatibility forms', (t) => t.normalize('NFKD')],
  ['OCR', (t) => t.replaceAll('l', '1').replaceAll('o', '0').replaceAll('. ', ' .')],
])('claims of a text keep exact spans: %s', (_name, change) => {
  expect(readBoth(change(BOTH)).length).toBeGreaterThan(0);
});

test.each<[string, (text: string) => string]>([
  ['marks of direction around every word', (t) => t.replace(/\S+/g, '\u200f$&\u200f')],
  ['zero-width joiners inside every word', (t) => t.replace(/(\p{L})(?=\p{L})/gu, '$1\u200d')],
  ['emoji between sentences', (t) => t.replaceAll('. ', '. 🚀 ')],
  ['carriage returns', (t) => t.replaceAll('\n', '\r\n')],
  ['tashkeel and tatweel', (t) => t.replace(/([\u0621-\u064a])(?=[\u0621-\u064a])/g, '$1\u064e\u0640')],
])('what is not to be seen changes no claim: %s', (_name, change) => {
  const told = (text: string, language: string): unknown =>
    read(text, { ...group, language }).map((c) =>
      c.kind === 'incident' ? [c.place?.id, c.weapon, c.outcome, c.time.from] : c.kind,
    );
  for (const [text, language] of [
    [EN, 'en'],
    [AR, 'ar'],
  ] as const)
    expect(told(change(text), language)).toEqual(told(text, language));
});

test.each([
  ['nothing', ''],
  ['a space', ' '],
  ['lone surrogates', '\ud83d\udc00\udc00\ud83d'],
  ['letters apart', everyChar(EN, ' ')],
  ['a line break after every word', EN.replaceAll(' ', '\n')],
  ['marks of direction alone', '\u200f\u202b\u202c'],
])('no claim and no fault: %s', (_name, text) => {
  expect(readBoth(text).filter((c) => c.kind === 'incident')).toEqual([]);
});

test('property: whatever stands between and inside the words, spans are exact', () => {
  const odd = fc.constantFrom(
    ...['\u200f', '\u200b', '🚀', '\ud83d', '\udc00', '<b>', '&amp;', '\t', '\n', '،', 'é', '٣'],
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(BOTH.length), odd), { maxLength: 40 }), (put) => {
      let text = BOTH;
      for (const [at, what] of put) text = text.slice(0, at) + what + text.slice(at);
      readBoth(text);
    }),
    { numRuns: 60 },
  );
});

const filled = (pattern: string, length: number): string => pattern.repeat(Math.ceil(length / pattern.length));

/** The same with a number now and then, since a sentence that comes again is not read again. */
function numbered(pattern: string, length: number): string {
  let out = '';
  for (let i = 1; out.length < length; i++) out += `${pattern.repeat(5)}w${i} `;
  return out;
}

/** How often a sentence is asked anything while the text is read. */
function steps(text: string): number {
  let n = 0;
  const spies = (['all', 'has', 'starts', 'ends', 'covers', 'isMark', 'key'] as const).map((name) => {
    const original = Scene.prototype[name] as (...args: unknown[]) => unknown;
    return vi.spyOn(Scene.prototype, name).mockImplementation(function (this: Scene, ...args: unknown[]) {
      n++;
      return original.apply(this, args) as never;
    });
  });
  try {
    exact(read(text, group), text);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return n;
}

test.each<[string, string]>([
  ['drones', 'drone '],
  ['attacks at a place', 'attack at Harir '],
  ['speakers', 'the Pentagon said '],
  ['counts', '41 attacks 42 times since Oct. 17 '],
  ['dates', 'Oct. 17, 2023 to Oct. 18-19, '],
  ['open quotations', '“Attack '],
  ['sayings, Arabic', 'قال إن هجوم '],
])('eight times the text takes about eight times the steps: %s', (_name, pattern) => {
  expect(steps(numbered(pattern, 64_000)) / steps(numbered(pattern, 8_000))).toBeLessThan(12);
});

test('ten megabytes in one line, without a full stop', () => {
  const words = filled('the council met again and spoke about schools and roads for a while ', 5_000_000);
  const text = `${words}two drones hit al-Asad air base on Monday the Pentagon said ${words}`;
  const claims = read(text);
  exact(claims, text);
  expect(claims.map((c) => c.kind)).toContain('incident');
});
