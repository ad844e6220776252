import type { Cast } from './cast.ts';
import type { Hearing } from './hearing.ts';
import type { Hit, Scene } from '../scene.ts';
import type { Voice } from './voice.ts';

/** The country whose name as an adjective stands right beside tokens [from, to). */
const demonymBeside = (s: Scene, from: number, to: number): string | undefined =>
  (s.language === 'ar' ? s.starts('demonym', to) : s.ends('demonym', from))?.value;

/** How far behind an office its body may stand: "مصدر عسكري مسؤول في القيادة العامة للقوات المسلحة". */
const REACH = 6;

/** Another body behind an Arabic office: "مصدر عسكري في قوات …". */
function bodyBehind(s: Scene, to: number, cast: Cast): Hit | undefined {
  const bridge = s.language === 'ar' ? s.all('bridge', to, to + 2)[0] : undefined;
  const body = bridge && s.all('actor', bridge.to, to + REACH)[0];
  for (let i = to; body && i < body.from; i++) if (s.isMark(i) || s.covers('that', i)) return undefined;
  return body && !cast.isPerson(body.value) && !cast.isOutlet(body.value) ? body : undefined;
}

/** "An Iranian military official": an unnamed office of the tables that the words beside it give to somebody else. */
export function borrowed(s: Scene, h: Hit, cast: Cast): boolean {
  if (cast.kind(h.value) !== 'unnamed official') return false;
  const bodies = cast.bodies(h.value);
  const body = bodyBehind(s, h.to, cast);
  if (body) return !bodies.includes(body.value) && !cast.isState(body.value);
  const land = demonymBeside(s, h.from, h.to);
  return land !== undefined && !bodies.some((b) => b.startsWith(land));
}

/** "An Iranian military official": forces that the word beside them gives to another country. */
export function foreign(s: Scene, h: Hit, cast: Cast): boolean {
  const land = cast.isTargetSide(h.value) ? demonymBeside(s, h.from, h.to) : undefined;
  return land !== undefined && !cast.bodies(h.value).some((b) => b.startsWith(land));
}

/** "The Saudi-led coalition's spokesman": an office read out of the end of somebody else's name. */
export const cut = (s: Scene, h: Hit, cast: Cast): boolean =>
  cast.isPerson(h.value) &&
  s
    .all('actor', Math.max(0, h.from - REACH), h.to)
    .some((w) => w.from < h.from && w.to > h.from && w.to < h.to && !cast.bodies(h.value).includes(w.value));

/** Bodies that the Kurdistan Region has of its own, by the federal one of the same name. */
const REGIONAL: Readonly<Record<string, string>> = { 'iraq-counter-terrorism-service': 'krg-ctd' };

/** "The interior ministry in Manama" is that of the country. */
function ofCapital(id: string, { lexicon: { places } }: Hearing): string {
  const [, city, ministry] = /^(.+?)-(\w+-ministry)$/.exec(id) ?? [];
  return city && places.get(city)?.kind === 'city' ? `${places.country(city)}-${ministry}` : id;
}

/** "The Interior Ministry" that the tables know as Iraq's is, in a report from Kuwait, the one of Kuwait. */
export function settled(s: Scene, named: readonly Voice[], h: Hearing): Voice[] {
  const land = h.memory.land;
  const all = named.map((v) => ({ ...v, id: ofCapital(v.id, h) }));
  if (land === 'krg') return all.map((v) => ({ ...v, id: REGIONAL[v.id] ?? v.id }));
  if (!land || land === 'iraq') return all;
  return all.map((v) =>
    /^iraq-.*ministry/.test(v.id) && !/iraq|عراق/i.test(s.words(v.from, v.to))
      ? { ...v, id: v.id.replace('iraq', land) }
      : v,
  );
}

/** Offices that every town or governorate has, by the kinds of place that have one. */
const LOCAL: Readonly<Record<string, readonly string[]>> = {
  governor: ['governorate'],
  'provincial-governor': ['governorate'],
  'police-leader': ['city', 'governorate'],
  mayor: ['town', 'district', 'city'],
};

/** "The governor" of whom nothing is told: that of the place spoken of last ("erbil-governor"). */
export function localOffice(id: string, h: Hearing): string {
  const kinds = LOCAL[id];
  const { places } = h.lexicon;
  const path = kinds && h.memory.place ? places.path(h.memory.place) : [];
  const at = path.find((p) => kinds!.includes(places.get(p)?.kind ?? ''));
  return at ? `${at.replace(/-governorate$/, '')}-${id.replace(/^provincial-/, '')}` : id;
}
