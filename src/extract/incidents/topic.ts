import type { Page } from '../page.ts';
import type { Scene } from '../scene.ts';

const WARLIKE: readonly string[] = ['force', 'foe', 'proxy', 'ship'];

/** Whether a sentence names those who fight here: forces, armed groups, bases that house them. Sport, strikes of workers and fires do not. */
export function onTopic(s: Scene, page: Page): boolean {
  const { cast } = page;
  return (
    WARLIKE.some((cat) => s.has(cat)) ||
    s
      .all('actor')
      .some((h) => cast.isGroup(h.value) || cast.bodies(h.value).some((b) => cast.isForce(b) || b === 'pentagon')) ||
    s.all('place').some((h) => housing(s, h.value, page)) ||
    (armed(s) && s.all('place').some((h) => inTheatre(h.value, page))) ||
    (s.has('harm') && s.has('deed') && s.all('place').some((h) => installation(h.value, page)))
  );
}

/** Weapons that do something, armed men, strikes of a nation. */
const armed = (s: Scene): boolean =>
  ((s.has('weapon') || s.has('gunnery')) && ['act', 'deed', 'harm'].some((cat) => s.has(cat))) ||
  (s.has('harm') && s.has('deed') && (s.has('band') || s.has('national')));

/** Words of war beside which the name of a place that houses forces tells of them. */
const MARTIAL: readonly string[] = ['weapon', 'gunnery', 'deed', 'blast', 'none'];

/** A base where anything is done or anybody hurt; an airport or a mission, which has a life of its own, where war is told of. */
function housing(s: Scene, place: string, { lexicon }: Page): boolean {
  const known = lexicon.places.get(place);
  if (known?.hosts === undefined && known?.kind !== 'base') return false;
  const told = MARTIAL.some((cat) => s.has(cat));
  return told || (known.kind !== 'airport' && (s.has('act') || s.has('harm') || s.has('facility')));
}

/** A mission, an airport or a plant in the theatre: who is hurt in an attack there is hurt in the conflict. */
const installation = (place: string, page: Page): boolean =>
  inTheatre(place, page) &&
  /^(diplomatic mission|airport|field|infrastructure)$/.test(page.lexicon.places.get(place)?.kind ?? '');

const inTheatre = (place: string, page: Page): boolean =>
  page.lexicon.theatre.countries.has(page.lexicon.places.country(place)) ||
  page.lexicon.places.get(place)?.kind === 'sea';
