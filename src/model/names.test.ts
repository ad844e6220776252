import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgement, Judgement } from './judgement.ts';
import { mentionKey, parseMentionName } from './mention.ts';
import { nameIn, slug } from './names.ts';

describe('slugs', () => {
  test.each([
    ['Ain al-Asad', 'ain-al-asad'],
    ['US Department of Defense', 'us-department-of-defense'],
    ['Kata’ib Hizballah', 'kata-ib-hizballah'],
    ['  Deir ez-Zor  ', 'deir-ez-zor'],
    ['Café Zürich', 'cafe-zurich'],
    ['The “Islamic Resistance” (Iraq)', 'the-islamic-resistance-iraq'],
    ['42', '42'],
    ['العراق', ''],
  ])('“%s”', (name, id) => expect(slug(name)).toBe(id));
  test('a slug is its own slug, of letters, digits and single hyphens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(slug(slug(name))).toBe(slug(name));
        expect(slug(name)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      }),
    );
  });
});

describe('names', () => {
  test.each<[string, { en: string; ar?: string }, 'en' | 'ar', string]>([
    ['English', { en: 'Iraq', ar: 'العراق' }, 'en', 'Iraq'],
    ['Arabic', { en: 'Iraq', ar: 'العراق' }, 'ar', 'العراق'],
    ['Arabic where there is none', { en: 'Iraq' }, 'ar', 'Iraq'],
  ])('%s', (_, name, language, shown) => expect(nameIn(name, language)).toBe(shown));
});

describe('mentions by name', () => {
  test.each<[string, ReturnType<typeof parseMentionName>]>([
    ['d-003.6', { report: 'd-003', claim_no: 6, k: 1 }],
    ['d-seed.8.2', { report: 'd-seed', claim_no: 8, k: 2 }],
    ['s-2023-11-08-pentagon.1', { report: 's-2023-11-08-pentagon', claim_no: 1, k: 1 }],
    ['a b.12.3', { report: 'a b', claim_no: 12, k: 3 }],
    ['d-003', null],
    ['d-003.', null],
    ['.6', null],
    ['d-003.six', null],
    ['', null],
  ])('“%s”', (name, parsed) => expect(parseMentionName(name)).toEqual(parsed));
  test('every name that is written is read back', () => {
    const report = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
    fc.assert(
      fc.property(report, fc.nat(500), fc.nat(500), (code, claim_no, k) => {
        expect(parseMentionName(`${code}.${claim_no}.${k}`)).toEqual({ report: code, claim_no, k });
      }),
    );
  });
  test('a key is as judgements carry it', () => {
    expect(mentionKey({ report_id: 18, claim_no: 2, k: 1 })).toBe('18.2.1');
    expect(
      Judgement.safeParse(judgement(mentionKey({ report_id: 18, claim_no: 2, k: 1 }), '9.1.1', 'UNSURE')).success,
    ).toBe(true);
  });
});

describe('judgements', () => {
  test('a pair is one value in either order', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(99), fc.constantFrom('POSITIVE', 'NEGATIVE', 'UNSURE'), (x, y, verdict) => {
        const [a, b] = [`${x}.1.1`, `${y}.1.1`];
        expect(judgement(a, b, verdict)).toEqual(judgement(b, a, verdict));
        const { a: first, b: second } = judgement(a, b, verdict);
        expect(first <= second).toBe(true);
      }),
    );
  });
  test.each(['18.2', '18.2.1.1', 'd-003.2.1', '18.2.x', ''])('“%s” is no mention', (a) => {
    expect(Judgement.safeParse({ a, b: '1.1.1', verdict: 'POSITIVE' }).success).toBe(false);
  });
});
