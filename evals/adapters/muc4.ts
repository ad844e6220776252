import { parse } from '../../src/extract/text/relations.ts';
import { tokenise } from '../../src/extract/text/tokens.ts';
import type { Claim, IncidentClaim } from '../../src/model/claim.ts';
import type { Event, Weapon } from '../../src/model/codes.ts';
import { parseInstant } from '../../src/model/instant.ts';
import type { ActorKind } from '../../src/model/actor.ts';
import { link } from '../../src/resolve/link.ts';
import { zonesOf } from '../../src/resolve/zones.ts';
import type { House } from '../house.ts';

export interface Muc4Document {
  id: string;
  dateline: { date?: string | null } | null;
  text: string;
}
interface Entity {
  v: string;
  alts?: string[];
  conf?: string;
  type?: string;
  effect?: string[];
  min?: number | null;
  max?: number | null;
}
export interface Template {
  type: string;
  stage: string;
  date: { from: string | null; to: string | null };
  location: string[];
  perp_category?: string;
  perp_ind: Entity[];
  perp_org: Entity[];
  instr: Entity[];
  phys: Entity[];
  hum: Entity[];
}
export interface Muc4Prediction {
  id: string;
  templates: Template[];
}

/** Where a document has no date, any will do: nothing in it can be resolved. */
const UNDATED = '1990-01-01';
/** When a document of a day is out: all that it tells of that day is past by then. */
export const publishedOn = (day: string | null | undefined): string => `${day ?? UNDATED}T23:00:00Z`;
const SOURCE = 'muc4';

const EVENTS: Partial<Record<Event, string>> = {
  'Remote explosive/landmine/IED': 'BOMBING',
  'Suicide bomb': 'BOMBING',
  'Abduction/forced disappearance': 'KIDNAPPING',
  'Looting/property destruction': 'ROBBERY',
};
const INSTRUMENTS: Partial<Record<Weapon, string>> = {
  rocket: 'ROCKET',
  mortar: 'MORTAR',
  bomb: 'BOMB',
  gun: 'GUN',
  grenade: 'GRENADE',
  missile: 'MISSILE',
  fire: 'FIRE',
  blade: 'CUTTING DEVICE',
};
/** Whoever is no body of several. */
const PEOPLE: ReadonlySet<ActorKind> = new Set([
  'official',
  'spokesperson',
  'unnamed official',
  'unnamed source',
  'expert',
  'leader',
  'reporter',
  'individual',
  'actor category',
]);

const typeOf = (c: IncidentClaim): string =>
  c.weapon.includes('fire') ? 'ARSON' : c.weapon.includes('bomb') ? 'BOMBING' : (EVENTS[c.event] ?? 'ATTACK');

/** Last word of an unknown party, by which people are told from bodies and things. */
const headOf = (id: string): string => id.slice(id.lastIndexOf('-') + 1);
const PERSONS: readonly string[] = ['person', 'assailant'];

/** What the words of an unknown party stand for; a name of several words without any common one is a person's. */
function isPerson(id: string, { words }: House): boolean {
  const { classes, common } = words.of(headOf(id));
  if (common) return classes.some((c) => PERSONS.includes(c));
  return id.includes('-');
}

/** Whether an unknown party is a thing that stands somewhere: a building, a road, a car. */
const THINGS: readonly string[] = ['building', 'infrastructure', 'vehicle', 'place'];
const isThing = (id: string, house: House): boolean => {
  const { classes, common } = house.words.of(headOf(id));
  return common && (classes.some((c) => THINGS.includes(c)) || !classes.some((c) => [...PERSONS, 'group'].includes(c)));
};

/** The words of the text whose slug the id is. */
function wordsOf(id: string, text: string): string {
  const spelled = new RegExp(`\\b${id.split('-').join('[^A-Z0-9\\n]{1,3}')}`, 'i');
  return (spelled.exec(text)?.[0] ?? id.replaceAll('-', ' ')).toUpperCase();
}

/** An actor by the names that the text has for it; an unknown one by the words of its id. */
function nameOf(id: string, text: string, { actors }: House): Entity {
  const actor = actors.get(id);
  if (!actor) return { v: wordsOf(id, text) };
  const names = [actor.name.en, ...actor.aliases.en].map((n) => n.replace(/\s*\(.*\)/, '').toUpperCase());
  const told = names.filter((n) => text.toUpperCase().includes(n));
  return { v: told[0] ?? names[0]!, alts: told.slice(1) };
}

function locationOf(c: IncidentClaim, { gazetteer }: House): string[] {
  if (c.place?.id == null) return c.place?.text ? [c.place.text.toUpperCase()] : [];
  return gazetteer
    .path(c.place.id)
    .map((id) => (gazetteer.get(id)?.name.en ?? id).toUpperCase())
    .reverse();
}

/** Phrases of the claim's own words that name one of its weapons, each up to the word that does. */
function instruments(c: IncidentClaim, text: string, { lexicon, words }: House): Entity[] {
  return c.evidence.flatMap((range) => {
    const s = parse(tokenise(text, range, lexicon.forms), lexicon.grammar);
    return s.phrases.flatMap((p): Entity[] => {
      for (let i = p.head; i >= p.from; i--) {
        const code = words.nouns.weapon(s.tokens[i]!.form.key);
        if (code === null || !c.weapon.includes(code)) continue;
        let from = p.from;
        while (from < i && s.classes[from] === 'determiner') from++;
        const v = text.slice(s.tokens[from]!.from, s.tokens[i]!.to).toUpperCase();
        return [{ v, type: INSTRUMENTS[code] }];
      }
      return [];
    });
  });
}

const EFFECTS = { killed: 'DEATH', injured: 'INJURY' } as const;

function victims(c: IncidentClaim, text: string, house: House): Entity[] {
  const harmed = (['killed', 'injured'] as const).flatMap((field): Entity[] => {
    const harm = c[field];
    if (!harm) return [];
    const who = harm.who === null ? { v: '-' } : nameOf(harm.who, text, house);
    return [{ ...who, effect: [EFFECTS[field]], min: harm.low, max: harm.high }];
  });
  const people = c.target
    .filter((t) => !house.gazetteer.get(t) && (house.actors.has(t) || !isThing(t, house)))
    .map((t) => nameOf(t, text, house));
  return [...harmed, ...people];
}

function templateOf(claims: readonly IncidentClaim[], text: string, house: House): Template {
  const all = <T>(list: (c: IncidentClaim) => readonly T[]): T[] => claims.flatMap(list);
  const first = claims[0]!;
  const perpetrators = all((c) => c.perpetrator);
  const kind = (id: string): ActorKind | undefined => house.actors.get(id)?.kind;
  const named = (people: boolean): Entity[] =>
    perpetrators
      .filter((p) => (house.actors.has(p.actor) ? PEOPLE.has(kind(p.actor)!) : isPerson(p.actor, house)) === people)
      .map((p) => ({
        ...nameOf(p.actor, text, house),
        ...(people ? {} : { conf: p.status }),
      }));
  const state = perpetrators.some((p) => /^(state|coalition)/.test(kind(p.actor) ?? ''));
  const sites = all((c) =>
    c.target.filter((t) => house.gazetteer.get(t) ?? (!house.actors.has(t) && isThing(t, house))),
  );
  return {
    type: claims.map(typeOf).find((t) => t !== 'ATTACK') ?? 'ATTACK',
    stage: first.stage,
    date: {
      from: first.time.from?.slice(0, 10) ?? null,
      to: first.time.to?.slice(0, 10) ?? null,
    },
    location: claims.map((c) => locationOf(c, house)).find((l) => l.length > 0) ?? [],
    ...(perpetrators.length ? { perp_category: state ? 'STATE-SPONSORED VIOLENCE' : 'TERRORIST ACT' } : {}),
    perp_ind: named(true),
    perp_org: named(false),
    instr: all((c) => instruments(c, text, house)),
    phys: sites.map((id) => ({
      v: house.gazetteer.get(id)?.name.en.toUpperCase() ?? wordsOf(id, text),
    })),
    hum: all((c) => victims(c, text, house)),
  };
}

/** Claims of one document by the incident that they speak of: linked as everywhere, with nothing but the document. */
function byIncident(claims: readonly Claim[], d: Muc4Document, published: string, house: House): IncidentClaim[][] {
  const told = claims.filter((c): c is IncidentClaim => c.kind === 'incident' && !c.auxiliary);
  const at = parseInstant(published)!;
  const report = {
    code: d.id,
    published: at,
    source: SOURCE,
    voice: SOURCE,
    zone: null,
    text: d.text,
  };
  const tables = {
    actors: house.standing,
    gazetteer: house.gazetteer,
    zoneOf: zonesOf([], house.standing),
  };
  const [codes] = link([{ report, claims: told.map((claim) => ({ claim })) }], [], tables);
  const incidents = new Map<string, IncidentClaim[]>();
  told.forEach((c, i) => {
    for (const code of codes![i]!) incidents.set(code, [...(incidents.get(code) ?? []), c]);
  });
  return [...incidents.values()];
}

/** A document read by the engine as it stands, its incidents written as templates. */
export function templatesOf(d: Muc4Document, house: House): Template[] {
  const published = publishedOn(d.dateline?.date);
  const claims = house.engine.read({
    id: d.id,
    source: { id: SOURCE, name: 'MUC-4', kind: 'news agency' },
    medium: 'web',
    language: 'en',
    published,
    title: '',
    text: d.text,
  });
  return byIncident(claims, d, published, house).map((of) => templateOf(of, d.text, house));
}
