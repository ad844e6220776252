import type { Scene } from '../scene.ts';
import type { Voice } from './voice.ts';

/** "An Iran-backed Shiite militia": the category, put together from the backer and the band. */
export function proxies(s: Scene): Voice[] {
  return s.all('proxy').flatMap((h) => {
    const after = s.all('band', h.to, Math.min(s.length, h.to + 4))[0];
    const before = s.all('band', Math.max(0, h.from - 3), h.from).at(-1);
    const band = after ?? before;
    // "Iran-backed Houthi militants" are the Houthis.
    const named = band && s.all('actor', Math.min(h.to, band.to), Math.max(h.from, band.to)).length > 0;
    return band && !named ? [{ from: Math.min(h.from, band.from), to: Math.max(h.to, band.to), id: h.value }] : [];
  });
}
