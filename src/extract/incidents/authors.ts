import type { IncidentDraft } from '../draft.ts';
import type { Frame } from './frame.ts';
import type { Told } from '../page.ts';
import { disowned, perpetratorsIn } from './parties.ts';
import { responsibility, type Saying } from '../speech/stance.ts';

type Authors = IncidentDraft['perpetrators'];

/** What decides who did it: how it is said, by whom first, and how surely. */
export type Said = Saying & { hedged: boolean };

/** Whether the clause tells of an answer to what was told before ("hit back", "returned fire"). */
export const isAnswer = (f: Frame): boolean => f.r.scene.all('act', f.from, f.to).some((a) => a.value === 'answer');

/** Who did what a clause tells: whom it names, else who answered, else who did what it goes on about. */
export function authorsOf(f: Frame, said: Said): Authors {
  const { r, page } = f;
  if (said.verb === 'deny') return disowned(r.scene, page, said.origin);
  const named = perpetratorsIn(r.scene, f, page, said);
  if (named.length > 0 || said.verb === 'unsure') return named;
  const last = page.told.at(-1);
  if (!last || r.index - last.at > 1) return named;
  const who = isAnswer(f) ? last.draft.targets.slice(0, 1) : again(f, last) ? actors(last) : [];
  return who.map((actor) => ({ actor, status: responsibility(actor, said, page.cast) }));
}

const actors = (told: Told): string[] =>
  told.draft.perpetrators.filter((p) => p.status !== 'DENIED').map((p) => p.actor);

/** Whether the clause goes on about the attack told last: it names no place, or only points at the one named there. */
const again = (f: Frame, last: Told): boolean =>
  f.sites.every((p) => f.r.scene.starts('site', p.from) !== undefined && p.id === last.draft.place?.id) &&
  !f.r.scene.has('anew', f.from, f.to);
