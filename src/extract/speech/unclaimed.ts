import type { Hit, Scene } from '../scene.ts';

/** Most words between nobody and what nobody did: "Nobody, by Thursday noon, had owned up". */
const REACH = 10;

/** "Nobody has owned up", "no faction had put its name to it": nobody, and behind it a word of claiming. */
export function unclaimed(s: Scene): Hit | null {
  for (const nobody of s.all('nobody')) {
    const avow = s.all('avow', nobody.to, nobody.to + REACH)[0];
    if (avow) return { cat: 'gist', value: 'unclaimed', from: nobody.from, to: avow.to };
    const by = s.key(nobody.from - 1) === 'by' ? s.ends('avow', nobody.from - 1) : undefined;
    if (by) return { cat: 'gist', value: 'unclaimed', from: by.from, to: nobody.to };
  }
  return null;
}

/** What the words of tokens [from, to) say of the conflict: phrases of the lexicon, else that nobody has claimed something. */
export function gists(s: Scene, from: number, to: number): readonly Hit[] {
  const known = s.all('gist', from, to);
  if (!s.has('nobody', from, to) || known.some((g) => g.value === 'unclaimed')) return known;
  const open = unclaimed(s);
  return open && open.from >= from && open.to <= to ? [open, ...known] : known;
}
