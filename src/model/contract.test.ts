import { describe, expect, test } from 'vitest';
import { Claim, ContractClaim, mentionCount } from './claim.ts';
import { GRADES, KNOWLEDGE } from './codes.ts';
import { Report, storedText } from './report.ts';
import { Rule } from './rule.ts';

const report = {
  id: 'r-1',
  source: { id: 'pentagon', name: 'US Department of Defense', kind: 'official' },
  language: 'en',
  published: '2023-11-08T22:00:00Z',
  text: 'At least 41 attacks.',
};
const incident = {
  kind: 'incident',
  evidence: [[0, 8]],
  event: 'Air/drone strike',
  stage: 'ACCOMPLISHED',
  time: { from: '2023-11-08T12:30', to: null },
};
const tally = { kind: 'tally', evidence: [[0, 20]], tally: { unit: 'attack', low: 41, high: null } };

describe('a report', () => {
  test('has defaults for what it does not say', () => {
    expect(Report.parse(report)).toMatchObject({ medium: 'web', title: '', rights: 'quote', provenance: 'captured' });
  });
  test('keeps no key that it does not know: labels do not slip in', () => {
    expect(Report.parse({ ...report, claims: [1], copy_of: 'r-0', later: true })).not.toHaveProperty('claims');
  });
  test.each<[string, object]>([
    ['without a text', { text: '' }],
    ['without an id', { id: '' }],
    ['with an id of 201 characters', { id: 'x'.repeat(201) }],
    ['published on a bare date', { published: '2023-11-08' }],
    ['published before 1900', { published: '1899-12-31T00:00:00Z' }],
    ['published on 30 February', { published: '2023-02-30T00:00:00Z' }],
    ['in a language of words', { language: 'English' }],
    ['in a zone that nobody knows', { zone: 'Asia/Baghdat' }],
    ['at an address of another kind', { url: 'javascript:alert(1)' }],
    ['at no address', { url: 'not an address' }],
    ['through a medium that nobody knows', { medium: 'pigeon' }],
    ['with other rights', { rights: 'all' }],
    ['of a source without a kind', { source: { id: 'a', name: 'A' } }],
    ['of a source of another kind', { source: { id: 'a', name: 'A', kind: 'blog' } }],
    ['with an id that breaks the line', { id: 'r-1\nr-2' }],
    ['from a source whose id rings', { source: { ...report.source, id: 'bell\u0007' } }],
  ])('is refused %s', (_, change) => expect(Report.safeParse({ ...report, ...change }).success).toBe(false));

  test.each<[string, string, string]>([
    ['line ends', 'a\r\nb\nc', 'a\nb\nc'],
    ['U+0000', 'a\u0000b', 'ab'],
    ['a lone high surrogate', 'a\ud83d b', 'a\ufffd b'],
    ['a lone low surrogate', '\udca5', '\ufffd'],
    ['a whole pair', 'a\ud83d\udca5b', 'a\ud83d\udca5b'],
    ['Arabic with marks', 'هُجومٌ', 'هُجومٌ'],
  ])('text is stored: %s', (_, said, stored) => {
    expect(storedText(said)).toBe(stored);
    expect(storedText(stored)).toBe(stored);
  });
});

describe('a claim', () => {
  test('has defaults for what it does not say', () => {
    expect(Claim.parse(incident)).toMatchObject({
      stance: 'reports',
      certainty: 'stated',
      attribution: [],
      weapon: ['unknown'],
      outcome: 'unknown',
      place: null,
      munitions: null,
    });
    expect(Claim.parse(tally)).toMatchObject({
      tally: { about: null, from: null, place: [], parts: [], excludes: null },
    });
  });
  test('keeps what it is told beside the content, and drops what nobody knows', () => {
    const parsed = ContractClaim.parse({ ...incident, id: 'r-1.1', incidents: ['i-1', 'i-2'], colour: 'red' });
    expect(parsed).toMatchObject({ id: 'r-1.1', incidents: ['i-1', 'i-2'] });
    expect(parsed).not.toHaveProperty('colour');
  });
  test.each<[string, object]>([
    ['without words', { evidence: [] }],
    ['with words that end before they begin', { evidence: [[8, 0]] }],
    ['with no words between', { evidence: [[8, 8]] }],
    ['with half a character', { evidence: [[0.5, 8]] }],
    ['with words before the text', { evidence: [[-1, 8]] }],
    ['of another kind', { kind: 'rumour' }],
    ['with a stance that nobody knows', { stance: 'hints' }],
    ['with an event that ACLED does not know', { event: 'Air strike' }],
    ['with a stage in small letters', { stage: 'accomplished' }],
    ['with a weapon that nobody knows', { weapon: ['trebuchet'] }],
    ['with an empty list of weapons', { weapon: [] }],
    ['with low above high', { munitions: { low: 3, high: 2 } }],
    ['at a time that is an instant', { time: { from: '2023-11-08T12:30:00Z', to: null } }],
    ['at a time in words', { time: { from: 'Tuesday', to: null } }],
    ['without a time', { time: undefined }],
    ['with a status that MUC-4 does not know', { perpetrator: [{ actor: 'a', status: 'GUILTY' }] }],
    ['with a chain of eleven', { attribution: Array.from({ length: 11 }, () => ({ speaker: 'a' })) }],
  ])('of an incident is refused %s', (_, change) =>
    expect(Claim.safeParse({ ...incident, ...change }).success).toBe(false),
  );
  test.each<[string, object]>([
    ['without a figure', { tally: undefined }],
    ['in a unit that nobody knows', { tally: { unit: 'sortie', low: 1, high: 1 } }],
    ['of less than none', { tally: { unit: 'attack', low: -1, high: null } }],
  ])('of a tally is refused %s', (_, change) => expect(Claim.safeParse({ ...tally, ...change }).success).toBe(false));

  test.each<[string, object, number]>([
    ['one incident', {}, 1],
    ['two sites', { count: { low: 2, high: 2 } }, 2],
    ['several', { count: { low: 3, high: null } }, 3],
    ['an unknown number', { count: { low: null, high: null } }, 1],
    ['more than anybody could mean', { count: { low: 5000, high: null } }, 100],
    ['one that was planned', { auxiliary: 'future' }, 0],
    ['one of long ago, two of them', { auxiliary: 'historical', count: { low: 2, high: 2 } }, 0],
  ])('has as many mentions as it speaks of: %s', (_, change, mentions) => {
    expect(mentionCount(Claim.parse({ ...incident, ...change }))).toBe(mentions);
  });
  test('of a count has none', () => expect(mentionCount(Claim.parse(tally))).toBe(0));
});

describe('a rule', () => {
  const rule = { id: 'r', version: 1, label: { en: 'r' }, description: { en: 'r' }, place: ['iraq'], window: {} };
  test('has defaults for what it does not say', () => {
    expect(Rule.parse(rule)).toMatchObject({
      unit: 'incident',
      stage: ['ACCOMPLISHED', 'ATTEMPTED'],
      zone: 'Asia/Baghdad',
      window: { since: null, until: null },
      knowledge: { low: ['Confirmed', 'Fair'], best: ['Confirmed', 'Fair', 'Weak'] },
    });
  });
  test.each<[string, object]>([
    ['whose low grades are not among its best', { knowledge: { low: ['Confirmed', 'Weak'], best: ['Confirmed'] } }],
    ['that counts what did not happen', { knowledge: { low: [], best: ['Confirmed', 'Discounted'] } }],
    ['of version 0', { version: 0 }],
    ['with a name of two words', { id: 'my rule' }],
    ['about no place', { place: [] }],
    ['whose window begins on no day', { window: { since: '2023-02-30' } }],
    ['in a zone that nobody knows', { zone: 'Mars/Olympus' }],
    ['of a grade that nobody gives', { knowledge: { low: [], best: ['Sure'] } }],
    ['that asks for knowledge of a fifth kind', { known: ['guessed'] }],
  ])('%s is refused', (_, change) => expect(Rule.safeParse({ ...rule, ...change }).success).toBe(false));
  test('grades stand in order of precedence, and knowledge has four parts', () => {
    expect(GRADES).toEqual(['Discounted', 'Confirmed', 'Contested', 'Fair', 'Weak']);
    expect(KNOWLEDGE).toHaveLength(4);
  });
});
