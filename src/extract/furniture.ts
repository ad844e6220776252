import type { Scene } from './scene.ts';

/** Menus and lists of links: short items between bars, dots or slashes. */
const BARS = '|·•';

/** Whether the sentence is page furniture and no part of the article: subscribe boxes, menus, notices, prices. */
export function isFurniture(s: Scene): boolean {
  let bars = 0;
  for (let i = 0; i < s.length; i++) if (s.isMark(i, BARS)) bars++;
  if (bars >= 2 && bars * 6 > s.length && !s.has('act')) return true;
  const furniture = s.all('furniture').length;
  if (furniture === 0) return false;
  return furniture >= 2 || s.length <= 14 || !(s.has('act') || s.has('deed'));
}
