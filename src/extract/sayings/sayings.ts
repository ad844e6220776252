import { contentOptions, type ContentOption } from './content-options.ts';
import { contentFeatures, cueFeatures, sourceFeatures, type Weighed } from './saying-features.ts';
import { sourceOptions, type SourceOption } from './source-options.ts';
import type { Utterance } from '../text/utterance.ts';
import { chance, score, type Weights } from '../text/weights.ts';

/** Somebody says something: source, cue and content as offsets, with the chance that all three are right. */
export interface Saying {
  source: readonly [number, number];
  /** Tokens of the source. */
  by: readonly [number, number];
  cue: readonly [number, number];
  /** Token of the cue word. */
  at: number;
  content: readonly (readonly [number, number])[];
  chance: number;
}

/** Words that attribute, and weights of what tells who speaks, what is said, and whether anything is. */
export interface SayingModel {
  cues: ReadonlySet<string>;
  source: Weights;
  content: Weights;
  cue: Weights;
  /** Least chance at which a saying is heard. */
  least: number;
}

const words = (v: unknown): string[] => (typeof v === 'string' ? v.split(/\s+/).filter(Boolean) : []);

/** Lines of a feature and its weight. */
function weights(v: unknown): Weights {
  const out = new Map<string, number>();
  for (const line of typeof v === 'string' ? v.split('\n') : []) {
    const end = line.lastIndexOf(' ');
    if (end > 0) out.set(line.slice(0, end), Number(line.slice(end + 1)));
  }
  return out;
}

/** The model as data/lexicons/sayings.yaml holds it, parsed; without data it hears nothing. */
export function sayingModel(data: unknown): SayingModel {
  const of = (data !== null && typeof data === 'object' ? data : {}) as Record<string, unknown>;
  // Reports ask only who speaks: what weighs contents and cues is most of the model, and is made when first asked for.
  let [content, cue]: [Weights | null, Weights | null] = [null, null];
  return {
    cues: new Set(words(of.cues)),
    source: weights(of.source),
    get content() {
      return (content ??= weights(of.content));
    },
    get cue() {
      return (cue ??= weights(of.cue));
    },
    least: Number(of.least ?? 1),
  };
}

const BEST = 2;

/** The options that weigh most, best first. */
function heaviest<T>(options: readonly T[], weigh: (o: T) => number): Weighed<T>[] {
  return options
    .map((option) => ({ option, odds: weigh(option) }))
    .sort((a, b) => b.odds - a.odds)
    .slice(0, BEST)
    .map((o, i) => ({ ...o, first: i === 0 }));
}

export interface Reading {
  who: SourceOption;
  what: ContentOption;
  features: string[];
}

/** Likely readings of the cue word at token `v`: the best sources with the best contents. */
export function readings(u: Utterance, v: number, m: SayingModel): Reading[] {
  const who = heaviest(sourceOptions(u, v), (o) => score(m.source, sourceFeatures(u, v, o)));
  const what = heaviest(contentOptions(u, v), (o) => score(m.content, contentFeatures(u, v, o)));
  return who.flatMap((s) => what.map((c) => ({ who: s.option, what: c.option, features: cueFeatures(u, v, s, c) })));
}

const overlap = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] < b[1] && b[0] < a[1];

/** Every saying of the sentence that is likely enough, in order; one cue holds one. */
export function sayings(u: Utterance, m: SayingModel): Saying[] {
  const out: Saying[] = [];
  for (let v = 0; v < u.length; v++) {
    if (!m.cues.has(u.key(v))) continue;
    let [r, p]: [Reading | null, number] = [null, m.least];
    for (const each of readings(u, v, m)) {
      const odds = chance(m.cue, each.features);
      if (odds >= p) [r, p] = [each, odds];
    }
    if (!r) continue;
    out.push({
      source: u.span(r.who.from, r.who.to),
      by: [r.who.from, r.who.to],
      cue: [u.tokens[v]!.from, u.tokens[v]!.to],
      at: v,
      content: r.what.spans,
      chance: p,
    });
  }
  return apart(out);
}

/** "went on to say": of two cue words with the same speaker and much the same words, the likelier. */
function apart(all: readonly Saying[]): Saying[] {
  const rival = (a: Saying, b: Saying): boolean =>
    overlap(a.source, b.source) &&
    Math.abs(a.at - b.at) < 8 &&
    a.content.some((x) => b.content.some((y) => same(x, y)));
  return all.filter((a) => !all.some((b) => b !== a && b.chance > a.chance && rival(a, b)));
}

/** Whether two spans share at least half of their extent. */
function same(a: readonly [number, number], b: readonly [number, number]): boolean {
  const both = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return both * 2 >= Math.max(a[1], b[1]) - Math.min(a[0], b[0]);
}
