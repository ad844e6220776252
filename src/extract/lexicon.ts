import type { Actor } from '../model/actor.ts';
import { Gazetteer, type Place } from '../model/place.ts';
import { bare, isArabic, readings, stems } from './text/fold.ts';
import { knowledgeOf, type Knowledge } from './general/knowledge.ts';
import { nameForms, namesOf, type NameForms } from './place-names.ts';
import { Grammar } from './text/phrases.ts';
import { sayingModel, type SayingModel } from './sayings/sayings.ts';
import { Forms, tokenise, type Form, type Spelling, type Token } from './text/tokens.ts';
import { theatreOf, type Theatre } from './theatre.ts';
import { respells, skeleton } from './text/transliteration.ts';
import { Trie } from './text/trie.ts';

/** What a phrase stands for: a word of the field (`cat` and `value` as in the lexicon files), an actor or a place. */
export interface Entry {
  cat: string;
  value: string;
  /** Written with a capital in the lexicon: only matches where the text has one too. */
  proper: boolean;
  /** The phrase as the lexicon has it. */
  phrase: string;
}

/** All that the engine knows before it reads: phrases of both languages, actors, places, hours of vague words. */
export interface Lexicon {
  forms: Forms;
  trie: Trie<Entry>;
  abbreviations: ReadonlySet<string>;
  hours: ReadonlyMap<string, readonly [number, number]>;
  actors: ReadonlyMap<string, Actor>;
  places: Gazetteer;
  /** Word classes of English. */
  grammar: Grammar;
  /** What tells who says what in English. */
  sayings: SayingModel;
  theatre: Theatre;
  /** What incidents without any table are read by; null where the theatre asks for none. */
  general: Knowledge | null;
}

export interface LexiconData {
  actors: readonly Actor[];
  places: readonly Place[];
  lexicons: Readonly<Record<string, unknown>>;
  times: Readonly<Record<string, unknown>>;
  /** data/theatre.yaml, parsed. */
  theatre: unknown;
}

const record = (v: unknown): Record<string, unknown> =>
  v !== null && typeof v === 'object' && !Array.isArray(v) ? (v as Record<string, unknown>) : {};
const list = (v: unknown): string[] => (Array.isArray(v) ? v.map(String) : []);

/** `attack(s|ed|ing)` is attack, attacks, attacked, attacking: lexicons stay short enough to be read. */
export function expand(phrase: string): string[] {
  const open = phrase.indexOf('(');
  const close = phrase.indexOf(')', open);
  if (open < 0 || close < 0) return [phrase];
  const [head, tail] = [phrase.slice(0, open), phrase.slice(close + 1)];
  const ends = phrase.slice(open + 1, close).split('|');
  return ['', ...ends].flatMap((end) => expand(head + end + tail));
}

/** "a security source" and "The Hill" lose their article; "the military" without it would be anybody's. */
const bareable = (tokens: readonly Token[]): boolean =>
  /^an?$/.test(tokens[0]!.form.key) || (tokens[0]!.form.key === 'the' && tokens[1]!.form.case > 0);

class Builder {
  readonly vocabulary = new Map<string, number>();
  readonly trie = new Trie<Entry>();
  readonly #plain = new Forms(() => []);
  readonly #ids = new Map<Form, number>();
  /** Words of place names by what their spellings share. */
  readonly #skeletons = new Map<string, string>();

  /** The vocabulary id of a word, given out where it has none yet. */
  #id(form: Form): number {
    const known = this.#ids.get(form);
    if (known !== undefined) return known;
    const key = this.#key(form);
    const id = this.vocabulary.get(key) ?? this.vocabulary.size;
    this.vocabulary.set(key, id);
    this.#ids.set(form, id);
    return id;
  }

  /** Capitals of a short acronym are part of its spelling: "US" is no "us", "IS" no "is". */
  #key(form: Form): string {
    return form.case === 2 && form.key.length <= 4 ? `^${form.key}` : bare(form.key);
  }

  add(phrase: string, cat: string, value: string): void {
    let tokens: Token[] = tokenise(phrase, [0, phrase.length], this.#plain).filter((t) => t.form.kind !== 'mark');
    if ((cat === 'actor' || cat === 'place') && tokens.length > 1 && bareable(tokens)) tokens = tokens.slice(1);
    if (tokens.length === 0 || tokens.length > 12) return;
    const entries = this.trie.of(tokens.map((t) => this.#id(t.form)));
    const proper = tokens.some((t) => t.form.case > 0);
    const same = entries.find((e) => e.cat === cat && e.value === value);
    // "Local sources" as a name and "local sources" as an alias: the looser spelling counts.
    if (same) same.proper &&= proper;
    else entries.push({ cat, value, proper, phrase });
    if (!same && cat === 'place') this.#spell(tokens);
  }

  /** Names of the gazetteer are known in other spellings too; of two that share one the first counts. */
  #spell(tokens: readonly Token[]): void {
    for (const { form } of tokens) {
      const bones = form.case === 1 ? skeleton(form.key) : null;
      if (bones !== null && !this.#skeletons.has(bones)) this.#skeletons.set(bones, form.key);
    }
  }

  /** An unknown name in Latin letters that is another spelling of one in the gazetteer. */
  #respelled(form: Spelling): string[] {
    const bones = form.case === 0 ? null : skeleton(form.key);
    const key = bones === null ? undefined : this.#skeletons.get(bones);
    return key !== undefined && respells(form.key, key) ? [key] : [];
  }

  lookup(form: Spelling): number[] {
    const known = (keys: readonly string[]): number[] =>
      keys.flatMap((k) => this.vocabulary.get(k) ?? []).filter((id, i, all) => all.indexOf(id) === i);
    if (!isArabic(form.key)) {
      const found = known(form.case === 2 ? [`^${form.key}`, form.key] : [form.key]);
      return found.length > 0 ? found : known(this.#respelled(form));
    }
    const found = known(readings(form.key));
    return found.length > 0 || form.key.length > 24 ? found : known(stems(form.key));
  }
}

/** The last name of a person whose full name is an alias: texts go on with it after the first mention. */
const PERSONS = new Set(['official', 'spokesperson', 'leader', 'expert', 'reporter']);
const ROLES = /spokes|secretary|command|official|ambassador|president|minister|chief|office|source|baghdad|reporter/i;
export function surname(alias: string, kind: string): string | null {
  const words = alias.split(' ');
  if (!PERSONS.has(kind) || words.length < 2 || ROLES.test(alias)) return null;
  return words.every((w) => /^\p{Lu}/u.test(w) || /^al-/.test(w)) ? words.at(-1)!.replace(/^al-/, '') : null;
}

/** "US troops in Iraq" is forces and a place, both of which count; one long name would hide the place. */
const composed = (alias: string, kind: string): boolean =>
  (kind === 'state forces' || kind === 'coalition') && / (in|في) /.test(alias);

/** Bodies of a state that texts name by its adjective or by its name: "the Iraqi parliament", "Iraq's parliament". */
const NATIONAL: ReadonlySet<string> = new Set(['state body', 'state forces', 'official', 'spokesperson', 'leader']);

/** Names of states by their adjectives: "Iraqi" is "Iraq". */
function landNames(actors: readonly Actor[], words: Record<string, unknown>): Map<string, string> {
  const names = new Map(actors.map((a) => [a.id, a.name.en]));
  return new Map(
    Object.entries(record(words.demonym)).flatMap(([land, adjectives]) => {
      const name = names.get(`${land}-state`);
      return name === undefined ? [] : list(adjectives).map((adjective): [string, string] => [adjective, name]);
    }),
  );
}

/** The name with the state's own name instead of its adjective; null where it does not begin with one. */
function possessive(alias: string, a: Actor, lands: ReadonlyMap<string, string>): string | null {
  const space = alias.indexOf(' ');
  const land = space > 0 && NATIONAL.has(a.kind) ? lands.get(alias.slice(0, space)) : undefined;
  return land === undefined ? null : land + alias.slice(space);
}

function addActors(b: Builder, actors: readonly Actor[], lands: ReadonlyMap<string, string>): void {
  for (const a of actors) {
    for (const alias of [a.name.en, ...a.aliases.en]) {
      if (composed(alias, a.kind)) continue;
      b.add(alias.replace(/\s*\(.*\)/, ''), 'actor', a.id);
      const owned = possessive(alias, a, lands);
      if (owned) b.add(owned, 'actor', a.id);
      const last = surname(alias, a.kind);
      if (last) b.add(last, 'actor', a.id);
    }
    for (const alias of [a.name.ar, ...a.aliases.ar])
      if (alias && !alias.includes('(') && !composed(alias, a.kind)) b.add(alias, 'actor', a.id);
  }
}

function addPlaces(b: Builder, places: readonly Place[], forms: readonly NameForms[]): void {
  for (const p of places) for (const name of namesOf(p, forms)) b.add(name, 'place', p.id);
}

function addWords(b: Builder, words: Record<string, unknown>): void {
  for (const [cat, values] of Object.entries(words))
    for (const [value, phrases] of Object.entries(record(values)))
      for (const phrase of list(phrases)) for (const p of expand(phrase)) b.add(p, cat, value);
}

/** Everything is read once at the start; reading a report afterwards only looks up. */
export function buildLexicon(data: LexiconData): Lexicon {
  const b = new Builder();
  const abbreviations = new Set<string>();
  const hours = new Map<string, readonly [number, number]>();
  for (const file of [...Object.values(data.lexicons), ...Object.values(data.times)].map(record)) {
    addWords(b, record(file.words));
    for (const a of list(file.abbreviations)) abbreviations.add(a.toLowerCase());
    for (const [part, range] of Object.entries(record(file.hours))) {
      const [from, to] = list(range).map(Number);
      if (from !== undefined && to !== undefined) hours.set(part, [from, to]);
    }
  }
  addActors(b, data.actors, landNames(data.actors, record(record(data.lexicons.en).words)));
  addPlaces(b, data.places, nameForms(data.lexicons.names));
  const theatre = theatreOf(data.theatre);
  const grammar = new Grammar(data.lexicons.grammar);
  return {
    forms: new Forms((form) => b.lookup(form)),
    trie: b.trie,
    abbreviations,
    hours,
    actors: new Map(data.actors.map((a) => [a.id, a])),
    places: new Gazetteer(data.places),
    grammar,
    sayings: sayingModel(data.lexicons.sayings),
    theatre,
    general: theatre.anywhere ? knowledgeOf(data.lexicons, grammar) : null,
  };
}
