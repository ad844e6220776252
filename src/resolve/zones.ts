import type { Source } from '../model/source.ts';
import { voiceOf } from '../model/source.ts';
import type { Actors } from './actors.ts';

/** In which zone an actor speaks: that of a source which speaks for it, else of the nearest body above it that has one. */
export function zonesOf(sources: Iterable<Source>, actors: Actors): (actor: string) => string | undefined {
  const own = new Map<string, string>();
  for (const s of sources) if (s.zone && !own.has(voiceOf(s))) own.set(voiceOf(s), s.zone);
  const found = new Map<string, string | undefined>();
  return (id) => {
    if (found.has(id)) return found.get(id);
    const above = new Set([id]);
    let zone: string | undefined;
    for (const at of above) {
      zone = own.get(at);
      if (zone) break;
      for (const r of actors.get(at)?.relations ?? []) if (r.type !== 'side') above.add(r.to);
    }
    found.set(id, zone);
    return zone;
  };
}
