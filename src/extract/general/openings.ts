import type { Role } from './roles.ts';

/** A sentence that tells of an incident, with what tells whether it opens another one. */
export interface Opening {
  sentence: number;
  features: string[];
  /** Victims and targets that are first told of here. */
  fresh: number;
}

/** Parts of a text by which incidents are told apart; all lists go by sentence. */
export interface Telling {
  /** Words of the sentence, and its first word. */
  sentences: readonly string[][];
  firsts: readonly string[];
  /** Types of incident that it names. */
  types: readonly (readonly string[])[];
  /** Log odds that it tells of an incident. */
  telling: readonly number[];
  /** Days that it names, as `from to`, with their kind. */
  days: readonly (readonly { day: string; kind: string }[])[];
  fillers: readonly {
    role: Role;
    head: string;
    sentences: readonly number[];
  }[];
  /** Names that it puts something in or at. */
  places: readonly (readonly string[])[];
  /** How it speaks of what happened: as known ("the attack"), as new ("an attack", "another bomb"). */
  leads: readonly (readonly string[])[];
}

const CORE: ReadonlySet<Role> = new Set(['victim', 'target']);

type Part = Telling['fillers'][number];

/** Fillers by the sentences that name them. */
function bySentence(fillers: Telling['fillers']): Map<number, Part[]> {
  const out = new Map<number, Part[]>();
  for (const f of fillers)
    for (const i of new Set(f.sentences)) {
      const here = out.get(i);
      if (here) here.push(f);
      else out.set(i, [f]);
    }
  return out;
}

/** Whom a sentence speaks of, and whether for the first time. */
function partsOf(
  here: readonly Part[],
  seen: ReadonlySet<string>,
): { features: string[]; core: number; fresh: string[] } {
  const keys = here.map((f) => ({ role: f.role, key: `${f.role} ${f.head}` }));
  const core = keys.filter(({ role }) => CORE.has(role));
  return {
    features: keys.map(({ role, key }) => `r=${role}${seen.has(key) ? '-' : '+'}`),
    core: core.length,
    fresh: core.map(({ key }) => key).filter((key) => !seen.has(key)),
  };
}

/** Whether a sentence speaks of another place than those before it. */
function whereOf(at: readonly string[], places: ReadonlySet<string>): string {
  if (at.length === 0) return 'noplace';
  if (at.every((p) => places.has(p))) return 'sameplace';
  return places.size > 0 ? 'newplace' : 'firstplace';
}

/** A sentence with new victims or targets tells of an incident even where its words alone would not. */
const CLEAR = -0.5;

/** The sentences that tell of incidents, in order. */
export function openings(text: Telling): Opening[] {
  const out: Opening[] = [];
  const seen = new Set<string>();
  const named = bySentence(text.fillers);
  const types = new Set<string>();
  let [lastDay, last] = ['', -1];
  const places = new Set<string>();
  text.sentences.forEach((words, sentence) => {
    const { features, core, fresh } = partsOf(named.get(sentence) ?? [], seen);
    if (features.length === 0 || (text.telling[sentence]! < CLEAR && fresh.length === 0)) return;
    const told = text.days[sentence]?.[0];
    const dated = !told ? 'nodate' : told.day === lastDay ? 'samedate' : lastDay ? 'newdate' : 'firstdate';
    features.push(
      `si=${Math.min(8, sentence)}`,
      `gap=${Math.min(4, sentence - last)}`,
      `t=${Math.round(text.telling[sentence]!)}`,
    );
    features.push(
      `fresh=${Math.min(3, fresh.length)}`,
      `core=${Math.min(3, core)}`,
      `old=${Math.min(2, core - fresh.length)}`,
    );
    features.push(dated, `fresh=${Math.min(1, fresh.length)}&${dated}`, `first=${text.firsts[sentence]}`);
    if (told) features.push(`kind=${told.kind}`);
    const other = text.types[sentence]!.some((t) => !types.has(t)) && types.size > 0;
    if (other) features.push('othertype', `othertype&fresh=${Math.min(1, fresh.length)}`, `othertype&${dated}`);
    features.push(...words.filter((w) => w.startsWith('w=')));
    const at = text.places[sentence]!;
    const where = whereOf(at, places);
    const isFresh = `fresh=${Math.min(1, fresh.length)}`;
    features.push(where, `${where}&${isFresh}`, `${where}&${dated}`);
    for (const lead of text.leads[sentence]!) features.push(`lead=${lead}`, `lead=${lead}&${isFresh}`);
    for (const p of at) places.add(p);
    out.push({ sentence, features, fresh: fresh.length });
    for (const key of fresh) seen.add(key);
    for (const t of text.types[sentence]!) types.add(t);
    if (told) lastDay = told.day;
    last = sentence;
  });
  return out;
}
