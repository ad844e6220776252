import { slug } from '../../model/names.ts';
import type { Event, Weapon } from '../../model/codes.ts';
import { wholeDay } from '../times/calendar.ts';
import type { Harm, IncidentDraft, Range } from '../draft.ts';
import { generalIncidents, type Filler, type General } from './general.ts';
import { STATUSES, type Knowledge, type Type } from './knowledge.ts';
import type { Entry, Lexicon } from '../lexicon.ts';
import { stemAt, type Parse } from '../text/relations.ts';
import { tokenise } from '../text/tokens.ts';
import type { Found } from '../text/trie.ts';

const EVENTS: Readonly<Record<Type, Event>> = {
  attack: 'Attack',
  bombing: 'Remote explosive/landmine/IED',
  kidnapping: 'Abduction/forced disappearance',
  arson: 'Looting/property destruction',
};
const MEANS: Readonly<Partial<Record<Type, Weapon>>> = { bombing: 'bomb', arson: 'fire' };

/** The words of a filler as an id: that of the actor who bears them as a name, else their slug. */
function idOf(f: Filler, text: string, lexicon: Lexicon): string {
  const words = text.slice(...f.mention.span);
  const tokens = tokenise(words, [0, words.length], lexicon.forms);
  const found: Found<Entry>[] = [];
  if (tokens.length > 0) lexicon.trie.at(tokens, 0, found);
  const named = found.find((x) => x.value.cat === 'actor' && x.to === tokens.length);
  return named?.value.value ?? (slug(words).slice(0, 120) || 'unknown');
}

const weaponsOf = (g: General, text: string, k: Knowledge): Weapon[] => {
  const found = g.fillers
    .filter((f) => f.role === 'weapon')
    .map((f) => k.words.nouns.weapon(text.slice(...f.mention.span).toLowerCase()));
  const known = [...new Set(found)].filter((w): w is Weapon => w !== null);
  return known.length > 0 ? known : [MEANS[g.type] ?? 'unknown'];
};

/** Number of people that the words of a filler begin with; null where they are several. */
function numberOf(f: Filler, text: string, lexicon: Lexicon, k: Knowledge): number | null {
  const words = text.slice(...f.mention.span);
  const tokens = tokenise(words, [0, words.length], lexicon.forms);
  const first = tokens[0]!.form;
  if (first.kind === 'number' && first.value >= 0) return first.value;
  const count = k.words.nouns.number(first.key);
  if (count !== null) return count;
  return f.entity.features.includes('plural') ? null : 1;
}

/** A text, and what it is read by. */
interface Source {
  text: string;
  lexicon: Lexicon;
  k: Knowledge;
}

const FATE = { killed: ['sp:', 'np:', 'obj:'], injured: ['sp:', 'obj:', 'np:'] } as const;

/** Whether what is said of a victim means the harm asked for, by the stems that data/lexicons/nouns.yaml lists. */
const suffered = (f: Filler, harm: keyof typeof FATE, k: Knowledge): boolean =>
  f.entity.features.some(
    (x) =>
      FATE[harm].some((p) => x.startsWith(p)) && k.words.nouns.means(harm, x.slice(x.indexOf(':') + 1).split('_')[0]!),
  );

function harmOf(g: General, harm: keyof typeof FATE, { text, lexicon, k }: Source): Harm {
  const all = g.fillers.filter((f) => f.role === 'victim' && suffered(f, harm, k));
  if (all.length === 0) return null;
  const numbers = all.map((f) => numberOf(f, text, lexicon, k));
  const known = numbers.filter((n) => n !== null);
  const low = Math.max(...known, known.length < numbers.length ? 2 : 1);
  const high = known.length === numbers.length && all.length === 1 ? low : null;
  return { low, high, wording: '', who: all.length === 1 ? idOf(all[0]!, text, lexicon) : null };
}

/** The first name after "in" or "at" in the sentences that tell of it, best first. */
function placeOf(g: General, text: string, k: Knowledge): IncidentDraft['place'] {
  for (const { parse: s } of [...g.told].sort((a, b) => b.score - a.score)) {
    const p = s.phrases.find((q) => isPlace(s, q.from, q.head, k));
    if (p) return { id: null, text: text.slice(s.tokens[p.from]!.from, s.tokens[p.to - 1]!.to) };
  }
  return null;
}

const isPlace = (s: Parse, from: number, head: number, k: Knowledge): boolean =>
  (stemAt(s, from - 1) === 'in' || stemAt(s, from - 1) === 'at') && !k.words.of(s.tokens[head]!.form.key).common;

function draftOf(g: General, text: string, lexicon: Lexicon, k: Knowledge): IncidentDraft {
  const { from, to } = g.date.span;
  const ids = (...roles: string[]): string[] => [
    ...new Set(g.fillers.filter((f) => roles.includes(f.role)).map((f) => idOf(f, text, lexicon))),
  ];
  const accused = g.fillers.filter((f) => f.role === 'perpetrator' || f.role === 'organisation');
  return {
    kind: 'incident',
    evidence: g.told.map((t): Range => [t.range.from, t.range.to]),
    chain: [],
    stance: 'reports',
    hedged: false,
    auxiliary: null,
    line: g.told[0]!.range.line,
    count: null,
    event: EVENTS[g.type],
    weapons: weaponsOf(g, text, k),
    munitions: null,
    stage: 'ACCOMPLISHED',
    outcome: 'unknown',
    time: { span: { from, to: to === null ? null : wholeDay(to).to }, text: g.date.text },
    place: placeOf(g, text, k),
    perpetrators: accused.map((f) => ({ actor: idOf(f, text, lexicon), status: STATUSES[f.status] })),
    targets: ids('target', 'victim'),
    killed: harmOf(g, 'killed', { text, lexicon, k }),
    injured: harmOf(g, 'injured', { text, lexicon, k }),
  };
}

/** What the general reader finds, as drafts: parties without an id in the tables bear the slug of their words. */
export const generalDrafts = (text: string, wall: number, lexicon: Lexicon, k: Knowledge): IncidentDraft[] =>
  generalIncidents(text, wall, lexicon, k).map((g) => draftOf(g, text, lexicon, k));
