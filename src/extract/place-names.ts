import type { Place } from '../model/place.ts';

/** What stands before and after the name in a form of it, and both in lower case. */
interface NameForm {
  text: string;
  head: string;
  tail: string;
}

/** How places of some kinds are called: forms with `…` for the name (data/lexicons/names.yaml), by script, longest first. */
export interface NameForms {
  kinds: ReadonlySet<string>;
  scripts: readonly (readonly NameForm[])[];
}

const NAME = '…';
const ARABIC = /[\u0600-\u06ff]/;
/** Whether the names of a script are Arabic. */
const SCRIPTS = [false, true] as const;
/** Names that a place is called by with other words beside them; more of them say nothing new. */
const CORES = 6;
/** Kinds whose every name is one that a form may hold ("Tanf", "Tanf garrison"); others need one that has its form already. */
const OPEN: ReadonlySet<string> = new Set(['base', 'airport', 'field', 'governorate']);

const record = (v: unknown): Record<string, unknown> => (v !== null && typeof v === 'object' ? { ...v } : {});
const list = (v: unknown): string[] => (Array.isArray(v) ? v.map(String) : []);

function formOf(text: string): NameForm {
  const [head, tail] = text.toLowerCase().split(NAME) as [string, string];
  return { text, head, tail };
}

const inScript = (forms: readonly string[], arabic: boolean): NameForm[] =>
  forms
    .filter((f) => ARABIC.test(f) === arabic)
    .sort((x, y) => y.length - x.length)
    .map(formOf);

export const nameForms = (data: unknown): NameForms[] =>
  Object.values(record(record(data).facilities))
    .map(record)
    .map((f) => ({ kinds: new Set(list(f.kinds)), scripts: SCRIPTS.map((arabic) => inScript(list(f.forms), arabic)) }));

/** The name that one of the forms holds in a longer one: "Tawke" in "Tawke oil field"; null where it has none of them. */
function held(name: string, forms: readonly NameForm[]): string | null {
  const lower = name.toLowerCase();
  for (const { head, tail } of forms)
    if (name.length > head.length + tail.length && lower.startsWith(head) && lower.endsWith(tail))
      return name.slice(head.length, name.length - tail.length);
  return null;
}

/** All names of a place: those that the gazetteer gives, and those names in the other forms of its kind. */
export function namesOf(place: Place, all: readonly NameForms[]): string[] {
  const given = [place.name.en, ...place.aliases.en, place.name.ar, ...place.aliases.ar]
    .filter((x): x is string => Boolean(x))
    .map((x) => x.replace(/\s*\(.*\)/, ''));
  const out = new Set(given);
  for (const { kinds, scripts } of all) {
    if (!kinds.has(place.kind)) continue;
    scripts.forEach((forms, i) => {
      const cores = new Set<string>();
      for (const name of given) {
        if (ARABIC.test(name) !== SCRIPTS[i]) continue;
        const core = held(name, forms);
        if (core ?? OPEN.has(place.kind)) cores.add(core ?? name);
      }
      for (const core of [...cores].slice(0, CORES)) for (const f of forms) out.add(f.text.replace(NAME, core));
    });
  }
  return [...out];
}
