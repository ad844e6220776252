import type { Scope } from './hearing.ts';
import { DAY, type Span } from './calendar.ts';
import type { Clause } from './clauses.ts';
import type { FigureDraft, Range } from './draft.ts';
import { clauseOf, figureOf, totalFigure, type Figure } from './figures.ts';
import type { Quantity } from './numbers.ts';
import type { Page, Reading } from './page.ts';
import { partsOf, total, type Part } from './parts.ts';
import { perpetratorsIn } from './parties.ts';
import { figureStance } from './stance.ts';

/** Figures of one scope and the tokens that they rest on. */
export function figures(r: Reading, page: Page, scope: Scope): { drafts: FigureDraft[]; taken: Clause[] } {
  const drafts: FigureDraft[] = [];
  const taken: Clause[] = [];
  const used = new Set<Quantity>();
  const inside = r.quantities.filter((q) => q.core[0] >= scope.from && q.core[1] <= scope.to);
  const whole: Clause = { from: scope.from, to: scope.to };
  if (inside.length > 1 && !r.scene.has('each') && completes(page, r, partsOf(r, page, whole, null)))
    return { drafts, taken: [whole] };
  for (const q of inside) {
    if (used.has(q)) continue;
    const f = figureOf(r, page, scope, q);
    if (!f) continue;
    const near = clauseOf(r, scope, q);
    const range =
      r.scene.isMark(near.to, ':') && f.kind === 'tally' ? listed(r, page, { near, end: scope.to, f }) : near;
    const found = f.kind === 'level' ? [] : partsOf(r, page, range, f);
    const parts = found.some((p) => used.has(p.quantity)) ? [] : found;
    const sum = inside.find(
      (x) => parts.length > 1 && !parts.some((p) => p.quantity === x) && totalFigure(r, page, range, x),
    );
    if (sum) {
      used.add(sum);
      f.quantity = {
        ...sum,
        hedge: parts[0]!.quantity.hedge,
        bound: { ...sum.bound, high: parts[0]!.quantity.hedge === 'least' ? null : sum.bound.high },
      };
    }
    for (const p of parts) used.add(p.quantity);
    used.add(q);
    drafts.push(draft(r, page, { scope, f, parts, range }));
    if (f.alone) taken.push({ from: Math.max(range.from, Math.min(f.from, q.from)), to: range.to });
  }
  return { drafts, taken };
}

/** "48 of them were in Iraq and 55 in Syria": parts that add up to the total told just before are that total's. */
function completes(page: Page, r: Reading, parts: readonly Part[]): boolean {
  const last = page.drafts.findLast((d): d is FigureDraft => d.kind === 'tally');
  if (!last || parts.length < 2 || last.parts.length > 0 || r.line - last.line > 1) return false;
  const sum = parts.reduce((n, p) => n + (p.quantity.bound.low ?? p.quantity.bound.about ?? 0), 0);
  const value = last.bound.low ?? last.bound.about;
  const countries = parts.every((p) => page.lexicon.places.country(p.place) === p.place);
  if (sum !== value || !countries) return false;
  last.parts = parts.map((p) => ({
    place: p.place,
    low: p.quantity.bound.low,
    high: p.quantity.bound.high,
    about: p.quantity.bound.about,
  }));
  return true;
}

/** "115 attacks: 60 in Iraq and 55 in Syria": what a colon opens belongs to the figure when it lists its parts. */
function listed(r: Reading, page: Page, x: { near: Clause; end: number; f: Figure }): Clause {
  const wide = { from: x.near.from, to: x.end };
  return partsOf(r, page, wide, x.f).length > 1 ? wide : x.near;
}

/** A stock coordinated with an approximate one is approximate too: "about 900 in Syria and 2,500 in Iraq". */
function stock(r: Reading, f: Figure, page: Page): FigureDraft['bound'] {
  const last = page.drafts.at(-1);
  const n = f.quantity.bound.low;
  const hedged = r.quantities.some((q) => q.hedge === 'about' && q.core[1] < f.quantity.core[0] && !f.quantity.hedge);
  return n !== null && hedged && (last === undefined || last.kind !== 'incident')
    ? { low: null, high: null, about: n }
    : f.quantity.bound;
}

interface Making {
  scope: Scope;
  f: Figure;
  parts: Part[];
  range: Clause;
}

function draft(r: Reading, page: Page, x: Making): FigureDraft {
  const { scope, f, parts, range } = x;
  const s = r.scene;
  const own = scope.chain.length === 0;
  const origin = scope.chain.at(-1)?.speaker ?? page.voice;
  const level = f.kind === 'level';
  const mine = (own || scope.verb === 'claim') && !level && page.cast.isGroup(origin);
  const shared = parts[0]?.quantity.hedge === 'least' && parts.some((p) => p.quantity === f.quantity);
  const hedged = s.has('hedge', range.from, range.to) || s.starts('conditional', range.from) !== undefined;
  const wordTo = Math.max(
    f.to,
    ...(parts.length > 0 && parts.some((p) => p.quantity === f.quantity) ? parts.map((p) => p.to) : [0]),
  );
  const exclude = s.all('exclude')[0];
  const w = windowOf(r, page, x, origin);
  const by = level
    ? []
    : perpetratorsIn(s, range, page, { verb: 'report', origin, own, hedged }).filter((p) => page.cast.isGroup(p.actor));
  return {
    kind: f.kind,
    evidence: [s.span(...evidenceOf(r, x)) as Range],
    chain: level && scope.cue === null ? [] : scope.chain,
    stance: mine
      ? 'claims responsibility'
      : figureStance({ verb: level || page.cast.isGroup(origin) ? 'report' : scope.verb, origin, own }),
    hedged,
    auxiliary: null,
    line: r.line,
    unit: f.unit,
    bound: level ? stock(r, f, page) : total(parts, f),
    wording: s.words(f.from, wordTo),
    window: w.span,
    told: w.told,
    places: parts.length > 1 ? partPlaces(parts, page) : placesOf(r, page, range, f),
    target: f.contractor ? 'us-contractor' : 'us-forces',
    perpetrator: mine ? origin : (by[0]?.actor ?? null),
    parts: parts.map((p) => ({
      place: p.place,
      low: p.quantity.bound.low,
      high: shared ? null : p.quantity.bound.high,
      about: p.quantity.bound.about,
    })),
    excludes: exclude ? s.words(exclude.from, Math.min(s.length, exclude.to + 6)) : null,
  };
}

/** A bare number is no evidence: the words that introduce it come with it. */
function evidenceOf(r: Reading, { f, range, scope }: Making): [number, number] {
  if (f.kind === 'level') return [evidenceStart(r, range, f), evidenceEnd(r, range, f)];
  const short = range.to - range.from <= 3 && scope.cue !== null;
  return [short ? Math.min(range.from, scope.cue![0]) : range.from, range.to];
}

/** Levels stand side by side in one sentence: each rests on its own words. */
function evidenceStart(r: Reading, c: Clause, f: Figure): number {
  const before = r.quantities.findLast((q) => q.core[1] <= f.from && q.core[0] >= c.from);
  return before ? f.from : c.from;
}

function evidenceEnd(r: Reading, c: Clause, f: Figure): number {
  const next = r.quantities.find((q) => q.from >= f.to && q.from < c.to);
  let to = next ? next.from : c.to;
  while (to > f.to && (r.scene.starts('and', to - 1) || r.scene.isMark(to - 1))) to--;
  return to;
}

/** Parts say where: their countries, each once. */
const partPlaces = (parts: readonly Part[], page: Page): string[] => [
  ...new Set(parts.map((p) => page.lexicon.places.country(p.place))),
];

/** "Since the war in Gaza began on Oct. 7": that place only names the start. */
function inSince(r: Reading, p: { from: number; to: number }): boolean {
  const since = r.scene.all('since', 0, p.from).at(-1);
  if (!since) return false;
  for (let i = since.to; i < p.from; i++)
    if (r.scene.isMark(i) || r.scene.covers('force', i) || r.scene.covers('month', i)) return false;
  return r.times.some((t) => t.from >= p.to && t.from - p.to <= 4);
}

/** Countries and sites of the clause, else of the sentence, else of the figure told before. */
function placesOf(r: Reading, page: Page, c: Clause, f: Figure): string[] {
  const ids = (from: number, to: number): string[] => [
    ...new Set(
      r.sites
        .filter((p) => p.from >= from && p.to <= to && p.id && p.id !== 'gaza-strip' && !inSince(r, p))
        .map((p) => p.id!),
    ),
  ];
  const here = f.kind === 'level' ? ids(f.from, evidenceEnd(r, c, f)).slice(0, 1) : ids(c.from, c.to);
  const kept = outermost(here, page, f);
  if (kept.length > 0) return kept;
  const region = r.scene.all('place', c.from, c.to).find((h) => h.value === 'middle-east' || h.value === 'red-sea');
  if (region) return [region.value];
  const sentence = outermost(ids(0, r.scene.length), page, f);
  return sentence.length > 0 ? sentence : known(page, f);
}

function known(page: Page, f: Figure): string[] {
  const last = page.drafts.findLast((d): d is FigureDraft => d.kind === 'tally' && d.places.length > 0);
  if (last && f.kind !== 'level')
    return last.places.every((p) => page.lexicon.places.path(p).length > 1)
      ? [...new Set(last.places.map((p) => page.lexicon.places.country(p)))]
      : last.places;
  return page.countries;
}

/** Sites inside a country that is named too are no scope of their own, unless only sites carry the count. */
function outermost(ids: readonly string[], page: Page, f: Figure): string[] {
  const { places } = page.lexicon;
  const countries = ids.filter((id) => places.country(id) === id);
  const spots = ids.filter((id) => places.country(id) !== id);
  if (
    spots.length >= 1 &&
    countries.length > 0 &&
    spots.every((x) => countries.some((y) => places.inside(x, y))) &&
    (f.unit === 'injured' || f.unit === 'killed')
  )
    return spots;
  return countries.length > 0
    ? countries
    : spots.length > 2
      ? [...new Set(spots.map((x) => places.country(x)))]
      : spots;
}

/** The day on which this speaker gave the figures out, else that of publication. */
function givenOut(r: Reading, page: Page, origin: string): number {
  const here = [...r.said].find((t) => t.day !== null && t.kind !== 'since')?.day;
  return here ?? (page.said?.origin === origin ? page.said.day : null) ?? page.today;
}

/** The window told with the figure, else open until the report is read to its end; it ends when it was said. */
function windowOf(r: Reading, page: Page, x: Making, origin: string): { span: Span; told: boolean } {
  const { range: c, f } = x;
  if (f.kind === 'level') return { span: { from: page.today, to: page.today }, told: true };
  const today = givenOut(r, page, origin);
  const fit = r.times.filter((t) => !r.said.has(t));
  const inside = fit.filter((t) => t.from >= c.from && t.to <= c.to);
  const starts = inside.filter((t) => t.kind === 'since');
  const own =
    starts.find((t) => t.from >= f.quantity.from) ??
    starts.at(-1) ??
    inside[0] ??
    fit.find((t) => t.kind === 'since') ??
    fit[0];
  if (!own) return { span: { from: null, to: today }, told: false };
  // "in the past two weeks", said on Tuesday, ends on Tuesday.
  const late = own.kind === 'window' && own.span.from !== null ? Math.max(0, page.today - today) : 0;
  const after = own.kind === 'day' && r.scene.has('sincelike', c.from, own.from);
  return {
    span: {
      from: own.span.from === null ? null : own.span.from - late,
      to: late > 0 ? today : after || own.span.to === null ? today : Math.min(own.span.to, page.today + DAY),
    },
    told: own.kind === 'since',
  };
}
