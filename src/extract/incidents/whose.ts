import type { IncidentDraft } from '../draft.ts';
import type { Quantity } from '../figures/numbers.ts';
import type { Hit, Scene } from '../scene.ts';
import type { Cast } from '../speech/cast.ts';
import type { Clause } from './clauses.ts';
import { fielded } from './fielded.ts';

/** What decides whose people were hurt, beside the words: the clause, the actors in force, and who speaks ("its fighters"). */
export interface Whose {
  within: Clause;
  cast: Cast;
  speaker: string;
}

/** How far from the number, or from the harm, those who were hurt may be named. */
const NEAR = 9;
const BEFORE = 6;

/** Where the words for those hurt end: at what happened to them, where and why. */
const ENDS = ['harm', 'act', 'deed', 'cause', 'subord', 'while', 'weapon'] as const;

/** People who bear no arms whatever their side: hurt in an attack on a state, a plant or a town. */
export const CIVILIANS = 'civilians';

/** Soldiers of nobody's in particular, until the side attacked is known. */
const SOLDIERS = 'soldiers';

/**
 * Whose they are: the party named with the people hurt; null where only the side attacked can be meant.
 * English names them behind the verb ("killing two SDF fighters") or before the passive; Arabic behind either.
 */
export function whose(s: Scene, h: Hit, q: Quantity | null, x: Whose): string | null {
  const range = x.within;
  const start = q ? q.core[1] : h.cat === 'none' ? h.from : h.to;
  const behind = phrase(s, start, Math.min(range.to, start + NEAR), h);
  const told = named(s, behind, range, x);
  if (told !== undefined || q) return told ?? null;
  return named(s, { from: Math.max(range.from, h.from - BEFORE), to: h.from }, range, x) ?? null;
}

/** Tokens from `from` up to where the naming of those hurt ends. */
function phrase(s: Scene, from: number, to: number, h: Hit): Clause {
  for (let i = from; i < to; i++) {
    if (i >= h.from && i < h.to) continue;
    if (s.isMark(i, ';؛.') || (i > from && ENDS.some((cat) => s.starts(cat, i)))) return { from, to: i };
  }
  return { from, to };
}

/** The party that a stretch of words names as people hurt; null for people of nobody's, undefined where it names none. */
function named(s: Scene, w: Clause, range: Clause, x: Whose): string | null | undefined {
  const army = s.all('army', w.from, w.to)[0];
  if (army) return army.value;
  const people = s.all('people', w.from, w.to)[0] ?? s.all('person', w.from, w.to)[0];
  if (s.has('contract', w.from, w.to) && people?.value !== 'us') return 'us-contractor';
  if (people?.value === 'us') return 'us-forces';
  if (people?.value === 'coalition') return 'coalition-forces';
  const actor = s.all('actor', w.from, w.to).find((a) => x.cast.isGroup(a.value) || x.cast.isForce(a.value));
  if (actor) return fielded(x.cast.principal(actor.value));
  if (people?.value === 'civil') return CIVILIANS;
  if (!people) return undefined;
  if (theirs(s, w, people)) return owner(s, range, people, x) ?? null;
  return s.has('enlisted', w.from, w.to) ? SOLDIERS : null;
}

/** "its fighters", "من عناصره": of whoever was named before, else of the one who speaks. */
const theirs = (s: Scene, w: Clause, people: Hit): boolean =>
  s.has('possessive', w.from, people.from) || s.has('possessive', people.from, people.to);

function owner(s: Scene, range: Clause, people: Hit, { cast, speaker }: Whose): string | undefined {
  const before = s
    .all('actor', range.from, people.from)
    .filter((a) => (cast.isGroup(a.value) || cast.isForce(a.value)) && !cast.isTargetSide(a.value))
    .at(-1)?.value;
  return before ?? cast.groupOf(speaker) ?? cast.bodies(speaker).find((b) => cast.isForce(b));
}

/** The side attacked: the first that it was on; with none named, soldiers are of the forces written about here, others civilians. */
function attacked({ targets }: IncidentDraft, who: string | null, cast: Cast): string {
  const armed = targets.find((t) => !cast.isState(t));
  if (who === SOLDIERS) return targets[0] ?? 'us-forces';
  return armed ?? CIVILIANS;
}

/** Fills in the side attacked where a draft leaves open whose people were hurt. */
export function settle(draft: IncidentDraft, cast: Cast): void {
  for (const key of ['killed', 'injured'] as const) {
    const harm = draft[key];
    if (harm && (harm.who === null || harm.who === SOLDIERS))
      draft[key] = { ...harm, who: attacked(draft, harm.who, cast) };
  }
}
