import type { Page } from '../page.ts';
import type { Scene } from '../scene.ts';

const WARLIKE: readonly string[] = ['force', 'foe', 'proxy', 'ship'];

/** Whether a sentence names those who fight here: forces, armed groups, bases that house them. Sport, strikes of workers and fires do not. */
export function onTopic(s: Scene, page: Page): boolean {
  const { cast, lexicon } = page;
  return (
    WARLIKE.some((cat) => s.has(cat)) ||
    s
      .all('actor')
      .some((h) => cast.isGroup(h.value) || cast.bodies(h.value).some((b) => cast.isForce(b) || b === 'pentagon')) ||
    s
      .all('place')
      .some((h) => lexicon.places.get(h.value)?.hosts !== undefined || lexicon.places.get(h.value)?.kind === 'base') ||
    ((s.has('weapon') || s.has('gunnery')) &&
      (s.has('act') || s.has('deed')) &&
      s.all('place').some((h) => inTheatre(h.value, page))) ||
    (s.has('harm') && s.has('deed') && s.all('place').some((h) => installation(h.value, page)))
  );
}

/** A mission, an airport or a plant in the theatre: who is hurt in an attack there is hurt in the conflict. */
const installation = (place: string, page: Page): boolean =>
  inTheatre(place, page) &&
  /^(diplomatic mission|airport|field|infrastructure)$/.test(page.lexicon.places.get(place)?.kind ?? '');

const inTheatre = (place: string, page: Page): boolean =>
  page.lexicon.theatre.countries.has(page.lexicon.places.country(place)) ||
  page.lexicon.places.get(place)?.kind === 'sea';
