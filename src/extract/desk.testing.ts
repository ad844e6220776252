import { load } from 'js-yaml';
import type { Actor } from '../model/actor.ts';
import type { Claim } from '../model/claim.ts';
import type { Place } from '../model/place.ts';
import { createEngine, type Engine, type EngineData, type ReadingInput } from './engine.ts';

/** The house's own data for tests, read by the bundler: this folder itself touches no file. */
declare global {
  interface ImportMeta {
    glob(pattern: string, options: { query: string; import: string; eager: true }): Record<string, string>;
  }
}

const files = import.meta.glob('../../data/{theatre.yaml,{actors,places,lexicons,times}/**/*.yaml}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const under = (folder: string): [string, unknown][] =>
  Object.entries(files)
    .filter(([path]) => path.includes(`/data/${folder}/`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => [path.replace(/^.*\/data\/[a-z]+\//, '').replace(/\.yaml$/, ''), load(text)]);

export const data: EngineData = {
  actors: under('actors').flatMap(([, list]) => (list as Actor[]).map((a) => ({ ...a, relations: a.relations ?? [] }))),
  places: under('places').flatMap(([, list]) => list as Place[]),
  lexicons: Object.fromEntries(under('lexicons')),
  times: Object.fromEntries(under('times')),
  theatre: load(files['../../data/theatre.yaml']!),
};

export const engine: Engine = createEngine(data);

/** A report around a text; news agency, English, published on Friday 12 January 2024 at 14:00 in Baghdad, unless told otherwise. */
export const report = (text: string, more: Partial<ReadingInput> = {}): ReadingInput => ({
  id: 'r',
  source: { id: 'reuters', name: 'Reuters', kind: 'news agency' },
  medium: 'web',
  language: 'en',
  published: '2024-01-12T11:00:00Z',
  title: '',
  text,
  ...more,
});

export const read = (text: string, more: Partial<ReadingInput> = {}): Claim[] => engine.read(report(text, more));

/** The words on which a claim rests. */
export const words = (c: Claim, text: string): string => c.evidence.map(([a, b]) => text.slice(a, b)).join(' … ');
