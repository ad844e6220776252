import { Cast } from './actors.ts';
import { scopes, type Hearing } from './attribution.ts';
import { dayOf } from './calendar.ts';
import { doubts } from './doubts.ts';
import type { Draft } from './draft.ts';
import { isFurniture } from './furniture.ts';
import { incidents } from './incidents.ts';
import type { Lexicon } from './lexicon.ts';
import { Memory } from './memory.ts';
import { quantities } from './numbers.ts';
import type { Page, Reading } from './page.ts';
import { sites } from './places.ts';
import { Scene } from './scene.ts';
import { sentences, type Range } from './sentences.ts';
import { statements } from './statements.ts';
import { figures } from './tallies.ts';
import { times, type Time } from './times.ts';

/** What a report brings to its reading. */
export interface Given {
  text: string;
  language: string;
  voice: string;
  self: ReadonlySet<string>;
  transcript: boolean;
  published: (zone: string) => number;
  zone: string;
}

/** Times that stand right beside a verb of saying date the saying and not what is said. */
function saidTimes(s: Scene, all: readonly Time[]): Set<Time> {
  const out = new Set<Time>();
  for (const t of all) {
    if (t.kind === 'since' || t.kind === 'range' || t.kind === 'window') continue;
    const before = [0, 1, 2, 3].some(
      (k) => s.ends('say', t.from - k) !== undefined && !s.has('that', t.from - k, t.from),
    );
    const after = [0, 1].some((k) => s.starts('say', t.to + k) !== undefined) && t.from > 2;
    if (before || after) out.add(t);
  }
  return out;
}

function read(page: Page, range: Range, index: number): Reading | null {
  const scene = new Scene(page.text, range, page.lexicon);
  if (scene.length < 2 || isFurniture(scene)) return null;
  const found = times(scene, page.now);
  const said = saidTimes(scene, found);
  const dated = found.filter((t) => !said.has(t));
  const day = dated.findLast((t) => t.day !== null)?.day;
  if (day !== undefined && day !== null) page.now = { ...page.now, day };
  page.lastSpan = dated.findLast((t) => t.kind !== 'since' && t.kind !== 'window')?.span ?? page.lastSpan;
  const used = new Set<number>();
  for (const t of found) for (let i = t.from; i < t.to; i++) used.add(i);
  const places = sites(scene, page.lexicon.places, page.country);
  for (const p of places) {
    for (let i = p.from; i < p.to; i++) used.add(i);
    if (p.id) note(page, p.id);
  }
  const scoped = scopes(scene, range.line, page.hearing);
  return {
    scene,
    index,
    line: range.line,
    times: found,
    said,
    quantities: quantities(scene, (i) => used.has(i)),
    sites: places,
    scopes: scoped,
  };
}

function note(page: Page, id: string): void {
  const country = page.lexicon.places.country(id);
  page.country = country;
  if ((country === 'iraq' || country === 'syria') && !page.countries.includes(country)) page.countries.push(country);
}

function claims(r: Reading, page: Page): void {
  for (const scope of r.scopes) {
    const open = doubts(r, page, scope);
    page.drafts.push(...open);
    if (open.length > 0) continue;
    const counted = figures(r, page, scope);
    page.drafts.push(...counted.drafts);
    const told = incidents(r, page, scope, counted.taken);
    page.drafts.push(...told);
    page.drafts.push(...statements(r, page, scope, counted.drafts.length + told.length > 0));
  }
  const day = [...r.said].find((t) => t.day !== null)?.day;
  if (day !== undefined && day !== null) page.saidDay = day;
}

/** A sentence that stands twice (title, standfirst, text) is read once. */
const key = (text: string, r: Range): string => text.slice(r.from, r.to).replace(/\s+/g, ' ');

/** Reads a report from its first sentence to its last. */
export function readPage(given: Given, lexicon: Lexicon): Draft[] {
  const cast = new Cast(lexicon);
  const memory = new Memory(cast);
  const hearing: Hearing = { cast, memory, language: given.language, self: given.self, transcript: given.transcript };
  const wall = given.published(given.zone);
  const page: Page = {
    text: given.text,
    language: given.language,
    lexicon,
    cast,
    memory,
    hearing,
    voice: given.voice,
    published: given.published,
    now: { wall, day: null, hours: lexicon.hours },
    country: null,
    countries: [],
    saidDay: null,
    lastSpan: null,
    drafts: [],
    told: [],
  };
  const seen = new Set<string>();
  sentences(given.text, lexicon.abbreviations).forEach((range, index) => {
    const k = key(given.text, range);
    if (seen.has(k)) return;
    seen.add(k);
    const r = read(page, range, index);
    if (r) claims(r, page);
  });
  return page.drafts;
}

export { dayOf };
