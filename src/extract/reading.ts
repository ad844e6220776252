import type { Cast } from './speech/cast.ts';
import { clauses, type Clause } from './incidents/clauses.ts';
import { scopes } from './speech/attribution.ts';
import type { Hearing } from './speech/hearing.ts';
import { DAY, MINUTE, dayOf } from './times/calendar.ts';
import { doubts, parted } from './speech/doubts.ts';
import type { Draft } from './draft.ts';
import { isFurniture } from './furniture.ts';
import { incidents } from './incidents/incidents.ts';
import type { Lexicon } from './lexicon.ts';
import { Memory } from './speech/memory.ts';
import { passOn } from './speech/passing-on.ts';
import { quantities } from './figures/numbers.ts';
import type { Page, Reading } from './page.ts';
import { quotations } from './text/quotations.ts';
import { sites } from './incidents/places.ts';
import { inherited, listItem, spokenBy } from './incidents/lists.ts';
import { remember } from './incidents/references.ts';
import type { Site } from './incidents/site.ts';
import type { Scene } from './scene.ts';
import { Scenes } from './scenes.ts';
import { saidTimes } from './times/said.ts';
import { sourceReader } from './speech/sources.ts';
import { Seen } from './text/seen.ts';
import { sentences } from './text/sentences.ts';
import { entryOf, stampOf } from './times/stamps.ts';
import { merelyCondemns, statements } from './statements.ts';
import { mayTell } from './triage.ts';
import { figures } from './figures/tallies.ts';
import { fillWindows } from './figures/tally-fill.ts';
import { dates, times } from './times/times.ts';
import { onTopic } from './incidents/topic.ts';
import { carried } from './times/when.ts';

/** What a report brings to its reading. */
export interface Given {
  text: string;
  language: string;
  voice: string;
  self: ReadonlySet<string>;
  transcript: boolean;
  published: (zone: string) => number;
  /** Zone of the theatre, in which incidents are told; zone of the source, in which figures are. */
  zone: string;
  home: string;
}

/** More numbers, places or times than this make no sentence but a table; what is read of it stays linear. */
const CROWD = 24;

function read(page: Page, scene: Scene, index: number): Reading | null {
  const { range } = scene;
  if (scene.length < 2 || isFurniture(scene)) return null;
  const places = sites(scene, page.lexicon.places, page.country).slice(0, CROWD);
  const until = page.published(zoneOf(places, page));
  page.now = { ...page.now, wall: spokenAt(scene, page, until), until };
  const told = times(scene, page.now).slice(0, CROWD);
  const found = told.filter((t) => dates(t, page.now));
  const scoped = scopes(scene, range.line, page.hearing);
  const said = saidTimes(scene, found, scoped);
  const stamp = stampOf(scene, found);
  if (stamp) {
    said.add(stamp);
    page.stamp = { span: entryOf(stamp, until), line: range.line };
  }
  const news = scene.all('breaking');
  page.breaking ||= news.some((h) => h.value === 'head' && h.from <= 1);
  const dated = found.filter((t) => !said.has(t));
  // The day on which something was said is the day before which "a day earlier" was, where no other is told.
  const day = (dated.findLast((t) => t.day !== null) ?? found.findLast((t) => t.day !== null))?.day;
  if (day !== undefined && day !== null) page.now = { ...page.now, day };
  const moment = dated.findLast((t) => t.kind === 'point')?.span;
  if (moment) page.now = { ...page.now, moment: moment.to };
  // "five attacks since then", after "since the strikes of February 5".
  const event = dated.findLast((t) => t.kind === 'since' && t.day !== null);
  if (event || dated.length > 0) page.event = event?.day ?? null;
  const before = page.lastSpan;
  page.lastSpan = carried(scene, dated, page);
  for (const p of places) if (p.id) note(page, p.id);
  remember(page, scene, places, index);
  const holds = (i: number) => (x: { from: number; to: number }) => x.from <= i && i < x.to;
  const used = (i: number): boolean => told.some(holds(i)) || places.some(holds(i));
  return {
    scene,
    index,
    line: range.line,
    times: found,
    said,
    before: before ?? page.lastSpan,
    fresh: page.breaking || news.some((h) => h.value === 'now'),
    quantities: quantities(scene, used).slice(0, CROWD),
    sites: places,
    scopes: scoped,
    clauses: cutter(scene, places),
  };
}

/** Words that tell a day by that of the speaker. */
const DEICTIC = ['dayword', 'partalone', 'past'] as const;

/** "Today" and "this month" are those of the one who speaks, even where it is past midnight already in the place spoken of. */
const spokenAt = (s: Scene, page: Page, wall: number): number =>
  page.today < dayOf(wall) && DEICTIC.some((cat) => s.has(cat)) ? page.today + DAY - MINUTE : wall;

/** Cuts scopes into clauses; the one asked for last is remembered, since a scope is read to its end before the next. */
function cutter(scene: Scene, places: readonly Site[]): Reading['clauses'] {
  let last: Clause | null = null;
  let cut: readonly Clause[] = [];
  return (scope) => (scope === last ? cut : (cut = clauses(scene, (last = scope), places)));
}

/** Incidents are told in the time of their own place: the zone of the first place named, else the one in force. */
function zoneOf(places: readonly Site[], page: Page): string {
  for (const p of places) {
    const zone =
      p.id === null
        ? undefined
        : page.lexicon.places
            .path(p.id)
            .map((x) => page.lexicon.places.get(x)?.zone)
            .find(Boolean);
    if (zone) return (page.zone = zone);
  }
  return page.zone;
}

function note(page: Page, id: string): void {
  const country = page.lexicon.places.country(id);
  if (page.lexicon.places.get(id)?.kind === 'sea') page.sea ??= id;
  page.country = country;
  if ((country === 'iraq' || country === 'syria') && !page.countries.includes(country)) page.countries.push(country);
}

function claims(r: Reading, page: Page): void {
  passOn(r, page);
  for (const scope of r.scopes.flatMap((x) => parted(r.scene, inherited(r, page, x)))) {
    const open = doubts(r, page, scope);
    page.drafts.push(...open);
    if (open.length > 0) {
      // "No group has claimed the attack, the second in a month": what is counted beside is a claim of its own.
      page.drafts.push(...figures(r, page, scope).drafts);
      continue;
    }
    const counted = figures(r, page, scope);
    page.drafts.push(...counted.drafts);
    const told = merelyCondemns(r, page, scope) ? [] : incidents(r, page, scope, counted.taken);
    page.drafts.push(...told);
    page.drafts.push(...statements(r, page, scope, counted.drafts.length + told.length > 0));
  }
}

/** What a sentence leaves to those after it: the act that a list shares, the day on which its figures were given out. */
function leave(r: Reading, page: Page): void {
  if (r.scene.isMark(r.scene.length - 1, ':') && (r.scene.has('act') || r.scene.has('deed')))
    page.head = { span: r.scene.span(0, r.scene.length), line: r.line, last: r.line, by: spokenBy(r) };
  else if (page.head && listItem(r, page)) page.head.last = r.line;
  const day = [...r.said].find((t) => t.day !== null)?.day;
  const origin = r.scopes.findLast((o) => o.cue !== null)?.chain.at(-1)?.speaker ?? page.voice;
  if (day !== undefined && day !== null && origin !== page.voice) page.said = { origin, day };
}

/** Whether any sentence is about armed conflict: most news is not, and need not be read further. */
function topical(page: Page, scenes: Scenes): boolean {
  for (let i = 0; i < scenes.length; i++) {
    const scene = scenes.at(i);
    if (scene.length >= 2 && !isFurniture(scene) && onTopic(scene, page)) return true;
  }
  return false;
}

/** More claims than this come from no article; reading stops, so that cost stays linear. */
const MOST = 1000;

/** Reads a report from its first sentence to its last. */
export function readPage(given: Given, lexicon: Lexicon, cast: Cast): Draft[] {
  const ranges = sentences(given.text, lexicon.abbreviations);
  const scenes = new Scenes(given.text, ranges, lexicon);
  const memory = new Memory(cast, given.voice);
  const quotes = quotations(given.text);
  const hearing: Hearing = {
    cast,
    memory,
    language: given.language,
    self: given.self,
    transcript: given.transcript,
    lexicon,
    quotes,
    sources: sourceReader(quotes, lexicon),
    sentenceAt: (offset) => scenes.holding(offset),
  };
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
    now: { wall, until: wall, day: null, hours: lexicon.hours, at: given.published },
    country: null,
    countries: [],
    named: [],
    sea: null,
    said: null,
    today: dayOf(given.published(given.home)),
    lastSpan: null,
    stamp: null,
    event: null,
    breaking: false,
    zone: given.zone,
    head: null,
    aside: null,
    drafts: [],
    told: [],
    topic: cast.isGroup(given.voice) || cast.isForce(given.voice),
  };
  if (!page.topic && !topical(page, scenes)) return [];
  // A sentence that stands twice (title, standfirst, text) is read once.
  const seen = new Seen(given.text);
  ranges.forEach((range, index) => {
    if (page.drafts.length >= MOST || seen.has(range.from, range.to)) return;
    const r = read(page, scenes.at(index), index);
    if (!r) return;
    if (mayTell(r, page)) claims(r, page);
    else for (const scope of r.scopes) page.drafts.push(...statements(r, page, scope, false));
    leave(r, page);
  });
  fillWindows(page.drafts, page);
  return page.drafts;
}
