import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { load } from 'js-yaml';
import { Actor } from '../model/actor.ts';
import { Place } from '../model/place.ts';
import { LABEL_KEYS } from '../model/report.ts';
import { Source } from '../model/source.ts';
import type { Collected } from './collected.ts';
import { collectAll } from './fixtures/desk.ts';

const root = new URL('../../', import.meta.url);
const rows = (path: string): unknown[] => load(readFileSync(new URL(path, root), 'utf8')) as unknown[];
const actors = readdirSync(new URL('data/actors', root)).flatMap((f) =>
  rows(`data/actors/${f}`).map((a) => Actor.parse(a)),
);
const places = readdirSync(new URL('data/places', root)).flatMap((f) =>
  rows(`data/places/${f}`).map((p) => Place.parse(p)),
);
const sources = new Map(
  rows('data/sources/samples.yaml')
    .map((s) => Source.parse(s))
    .map((s) => [s.id, s]),
);
const samples: Collected[] = [];

beforeAll(async () => {
  for (const outcome of await collectAll([fileURLToPath(new URL('samples', root))], { sources })) {
    if ('error' in outcome) throw outcome.error;
    samples.push(outcome.ok);
  }
});

/** Words of an office: an alias with one of them is no person's name. */
const OFFICE =
  /spokes|secretary|official|president|office|command|council|advis[eo]r|governor|chairman|minister|leader|envoy|الأمين|زعيم|سفير|القائم|مدير|director|chargé|spox|مبعوث|general|مستشار|محافظ|ambassador|^(?:a|an|the|Q)\b|متحدث|ناطق|وزير|رئيس|قائد|مسؤول|أحد|صحفي/i;
const PERSONS: ReadonlySet<string> = new Set(['spokesperson', 'official', 'leader', 'reporter', 'expert']);
/** Last names that are ordinary words too; the full names are looked for. */
const WORDS: ReadonlySet<string> = new Set(['باب', 'العسكري', 'رسول']);
/** Words in the names of places and bodies: no last name is told by them alone ("Houthi", «الأسد»). */
const shared = (): ReadonlySet<string> => {
  const things = [...places, ...actors.filter((a) => !PERSONS.has(a.kind))];
  const names = things.flatMap((t) => [t.name.en, t.name.ar ?? '', ...t.aliases.en, ...t.aliases.ar]);
  return new Set(names.flatMap((n) => n.split(/[\s-]/)));
};

function personalNames(): string[] {
  const people = actors.filter((a) => PERSONS.has(a.kind));
  const names = people.flatMap((a) => [...a.aliases.en, ...a.aliases.ar]).filter((alias) => !OFFICE.test(alias));
  const ordinary = shared();
  const last = names.map((n) => n.split(/[\s-]/).at(-1)!);
  const telling = last.filter((n) => n.length > 3 && !WORDS.has(n) && !ordinary.has(n));
  return [...new Set([...names, ...telling])];
}

/** The personal names that stand in the text, as whole words. */
const namesIn = (text: string): string[] =>
  personalNames().filter((name) => new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'iu').test(text));

/** Words in quotation marks that are more than the name of a thing: somebody is being quoted. */
const quotedIn = (text: string): string[] =>
  [...text.matchAll(/[“"«]([^”"»]*)[”"»]/g)].map((m) => m[1]!).filter((words) => words.split(/\s+/).length > 4);

test('there are enough of them, in both languages, each with its own id', () => {
  expect(samples.length).toBeGreaterThanOrEqual(24);
  expect(samples.filter((s) => s.report.language === 'ar').length).toBeGreaterThanOrEqual(9);
  expect(samples.filter((s) => s.report.language === 'en').length).toBeGreaterThanOrEqual(9);
  expect(new Set(samples.map((s) => s.report.id)).size).toBe(samples.length);
});

test('each is a paraphrase of our own, from a known sample source, and carries no label', () => {
  for (const { report, newSource, notices, raw } of samples) {
    expect(report).toMatchObject({ provenance: 'paraphrase', rights: 'full' });
    expect(report.source.id).toMatch(/^samples-after-/);
    expect({ id: report.id, newSource, notices }).toEqual({ id: report.id, newSource: false, notices: [] });
    const keys = Object.keys(JSON.parse(Buffer.from(raw).toString()) as object);
    expect(LABEL_KEYS.filter((key) => keys.includes(key))).toEqual([]);
    expect(report.source.kind).toBe(sources.get(report.source.id)!.kind);
    expect(Object.values(sources.get(report.source.id)!.name)).toContain(report.source.name);
  }
});

test('each sample source speaks for a known actor, says what it is in both languages, and is used', () => {
  const ids = new Set(actors.map((a) => a.id));
  const used = new Set(samples.map((s) => s.report.source.id));
  for (const source of sources.values()) {
    expect(ids).toContain(source.speaks_for);
    expect(source.id).toBe(`samples-after-${source.speaks_for}`);
    expect(source.name.en).toMatch(/^Daybook samples \(after .+\)$/);
    expect(source.name.ar).toMatch(/^عيّنات دايبوك \(إعادة صياغة عن .+\)$/);
    expect(source.notice?.en).toMatch(/^Sample: /);
    expect(source.notice?.ar).toMatch(/^عيّنة: /);
    expect(source.reliability).toBe('F');
    expect(used).toContain(source.id);
  }
});

test('officials stand there by office: no personal name in any text or title', () => {
  expect(personalNames().length).toBeGreaterThan(40);
  for (const { report } of samples)
    expect({ id: report.id, names: namesIn(`${report.title}\n${report.text}`) }).toEqual({ id: report.id, names: [] });
});

test.each(['GEN. RYDER said', 'according to Singh', 'وقال رايدر إن', 'محمد شياع السوداني'])(
  'negative control: the name in “%s” is found',
  (text) => {
    expect(namesIn(text)).not.toEqual([]);
  },
);

test('nobody is quoted: quotation marks hold names of things only', () => {
  for (const { report } of samples)
    expect({ id: report.id, quoted: quotedIn(`${report.title}\n${report.text}`) }).toEqual({
      id: report.id,
      quoted: [],
    });
});

test('negative control: a quotation is found', () => {
  expect(quotedIn('The spokesman said: “We will not say more about that today.”')).toHaveLength(1);
});

test('display names of officials are offices, in both languages', () => {
  for (const actor of actors.filter((a) => PERSONS.has(a.kind))) {
    expect(actor.name.ar, actor.id).toBeDefined();
    expect(namesIn(`${actor.name.en}\n${actor.name.ar}`), actor.id).toEqual([]);
  }
});
