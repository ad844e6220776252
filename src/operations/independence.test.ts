import { expect, test } from 'vitest';
import type { Incident } from '../model/incident.ts';
import type { Mention } from '../model/mention.ts';
import type { LinkRow } from '../record/rows.ts';
import type { Tables } from '../record/small-tables.ts';
import { assess } from '../resolve/grade.ts';
import { actors, gazetteer, mention, world } from '../resolve/world.test-support.ts';
import { credibilityOf, independenceOf } from './independence.ts';
import type { ClaimView } from './outputs.ts';

const tables = { ...world, sources: new Map() } as unknown as Tables;

/** The graph of an incident that is told by these mentions. */
function graph(...mentions: Mention[]) {
  const links = mentions.map((m) => ({ mention: m, report_id: m.report_id, claim_no: m.claim_no, k: m.k }) as LinkRow);
  const named = (m: { report_id: number; claim_no: number }): string => `r-${m.report_id}.${m.claim_no}`;
  const claims = new Map(
    mentions.map((m) => [
      `${m.report_id}.${m.claim_no}`,
      { name: named(m), source: { id: m.source, reliability: 'F' } } as ClaimView,
    ]),
  );
  const { grade, contested, parties } = assess(mentions, actors, gazetteer);
  const incident = { grade, contested, parties };
  const found = independenceOf(links, incident, { tables, claims, nameOf: named });
  return {
    tellings: found.tellings.map((t) => [t.mention, t.word, t.party, t.copies]),
    parties: found.parties.map((p) => [p.id, p.word]),
    sides: found.sides.map((s) => `${s.id}: ${s.side}, ${s.word}`),
    credibility: found.credibility,
  };
}

const WORDS = 'three drones struck the al-Asad air base before dawn and two were shot down by the defences there';

test('copies hang on what they copy and count with it', () => {
  const found = graph(
    mention({ report_id: 1, words: WORDS }),
    mention({ report_id: 2, voice: 'paper', chain: [], source: 'paper', words: WORDS }),
    mention({ report_id: 3, voice: 'observer', words: 'a base in the west of the country was hit this morning' }),
  );
  expect(found.tellings).toEqual([
    ['r-1.1', 'affirms', 'wire', null],
    ['r-2.1', 'affirms', 'wire', 'r-1.1'],
    ['r-3.1', 'affirms', 'observer', null],
  ]);
  expect([found.parties.map(([id]) => id), found.credibility]).toEqual([['wire', 'observer'], 1]);
});

test('the same words in another’s name are that one’s own telling', () => {
  const found = graph(
    mention({ report_id: 1, words: WORDS }),
    mention({ report_id: 2, voice: 'centcom', words: WORDS }),
  );
  expect(found.tellings.map(([, , party, copies]) => [party, copies])).toEqual([
    ['wire', null],
    ['usa', null],
  ]);
});

test('a party’s own channels and offices are one party', () => {
  const found = graph(
    mention({ report_id: 1, voice: 'channel', stance: 'claims responsibility' }),
    mention({ report_id: 2, voice: 'leader', stance: 'claims responsibility' }),
    mention({ report_id: 3, voice: 'press-secretary' }),
    mention({ report_id: 4, voice: 'centcom' }),
  );
  expect(found.parties).toEqual([
    ['resistance', 'affirms'],
    ['usa', 'affirms'],
  ]);
});

test('denied, not confirmed and not asked are three things, each side with every word that it said', () => {
  const found = graph(
    mention({
      report_id: 1,
      voice: 'channel',
      stance: 'claims responsibility',
      perpetrator: [{ actor: 'brigade', status: 'CLAIMED OR ADMITTED' }],
    }),
    mention({ report_id: 2, voice: 'centcom', stance: 'denies' }),
    mention({ report_id: 3, voice: 'press-secretary', stance: 'does not confirm' }),
    mention({ report_id: 4, voice: 'iraq-army', stance: 'denies' }),
  );
  expect(found.sides).toEqual([
    'oir: struck, not asked',
    'usa: struck, denies',
    'usa: struck, does not confirm',
    'resistance: said to have done it, affirms',
    'iraq-state: in a position to know, denies',
  ]);
  expect(found.parties).toEqual([
    ['resistance', 'affirms'],
    ['usa', 'denies'],
    ['iraq-state', 'denies'],
  ]);
  expect(found.credibility).toBe(4);
});

test('a class of groups is nobody who could be asked', () => {
  const found = graph(mention({ perpetrator: [{ actor: 'militias', status: 'SUSPECTED OR ACCUSED' }] }));
  expect(found.sides).toEqual(['oir: struck, not asked', 'usa: struck, not asked']);
});

test('what a person rejected tells nothing, a threat says something else', () => {
  const found = graph(
    mention({ report_id: 1 }),
    mention({ report_id: 2, voice: 'observer', review: 'rejected' }),
    mention({ report_id: 3, voice: 'channel', stance: 'threatens', stage: 'THREATENED' }),
  );
  expect(found.tellings.map(([name, word]) => [name, word])).toEqual([
    ['r-1.1', 'affirms'],
    ['r-3.1', 'other'],
  ]);
});

type Standing = Parameters<typeof credibilityOf>[0];
const standing = (grade: Incident['grade'], parties: number, contested = false): Standing => ({
  grade,
  contested,
  parties: Array.from({ length: parties }, (_, i) => `party-${i}`),
});

test.each<[string, Standing, number]>([
  ['independent parties', standing('Fair', 2), 1],
  ['the side struck and another', standing('Confirmed', 2), 1],
  ['the side struck alone, against its interest', standing('Confirmed', 1), 2],
  ['several parties against a denial', standing('Contested', 3, true), 3],
  ['an acknowledgement against a denial', standing('Confirmed', 2, true), 3],
  ['one party against a denial', standing('Contested', 1, true), 4],
  ['shown not to have happened', standing('Discounted', 4), 5],
  ['one party', standing('Weak', 1), 6],
])('credibility of what is told by %s', (_, of, credibility) => {
  expect(credibilityOf(of)).toBe(credibility);
});
