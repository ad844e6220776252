import { join } from 'node:path';
import { Cast } from '../src/extract/speech/cast.ts';
import { createEngine, type Engine } from '../src/extract/engine.ts';
import { buildLexicon, type Lexicon } from '../src/extract/lexicon.ts';
import type { Actor } from '../src/model/actor.ts';
import type { Gazetteer } from '../src/model/place.ts';
import { wordsOf, type Words } from '../src/extract/text/words.ts';
import { nounsOf, readDataFiles, readLanguage } from '../src/operations/data-files.ts';
import { Actors } from '../src/resolve/actors.ts';
import { PROJECT } from './labelled.ts';

/** The house's own data and the engine made of them: all that an adapter may know. */
export interface House {
  engine: Engine;
  lexicon: Lexicon;
  cast: Cast;
  actors: ReadonlyMap<string, Actor>;
  standing: Actors;
  gazetteer: Gazetteer;
  words: Words;
}

export const DATA = join(PROJECT, 'data');

/** `theatre` stands in for data/theatre.yaml. */
export async function house(theatre?: unknown): Promise<House> {
  const nouns = nounsOf(await readDataFiles(DATA));
  const language = await readLanguage(DATA);
  const data = { actors: nouns.actors, places: nouns.places, ...language, theatre: theatre ?? language.theatre };
  const lexicon = buildLexicon(data);
  return {
    engine: createEngine(data),
    lexicon,
    cast: new Cast(lexicon),
    actors: lexicon.actors,
    standing: new Actors(nouns.actors),
    gazetteer: nouns.gazetteer,
    words: wordsOf(language.lexicons),
  };
}
