import type { Voice } from './voice.ts';
import type { Scene } from '../scene.ts';

/** Words that may stand between whose it is and what it is: "Houthi-run", "Kuwait's", "وزارة الدفاع في". */
const JOINTS = /^(s|run|of|in|the|في|ب)$/;

/** Whose ministry it is where that ends before token `i`: a country by its name or adjective, or a government. */
function ownerBefore(s: Scene, i: number): { from: number; id: string } | null {
  let k = i;
  while (k > 0 && i - k < 3 && (JOINTS.test(s.key(k - 1)) || s.isMark(k - 1, "-'’"))) k--;
  const hit = s.ends('demonym', k) ?? s.ends('actor', k) ?? s.ends('place', k);
  return hit ? { from: hit.from, id: owner(hit.value) } : null;
}

/** Whose ministry it is where that is told from token `i` on: "of the Kurdistan Region", "الكويتية". */
function ownerAfter(s: Scene, i: number): { to: number; id: string } | null {
  let k = i;
  while (k < s.length && k - i < 3 && JOINTS.test(s.key(k))) k++;
  const hit = s.starts('demonym', k) ?? s.starts('actor', k) ?? s.starts('place', k);
  return hit && (k > i || s.language === 'ar') ? { to: hit.to, id: owner(hit.value) } : null;
}

/** Places and states as the ids of their ministries begin; "the Region" that has ministries is Kurdistan. */
const OWNERS: Readonly<Record<string, string>> = {
  'kurdistan-region': 'krg',
  'middle-east': 'krg',
  'saudi-arabia': 'saudi',
  'united-arab-emirates': 'uae',
};

/** The country or body as ids of its ministries begin. */
function owner(id: string): string {
  const land = id.replace(/-(state|government)$/, '');
  return OWNERS[land] ?? land;
}

/** Ministries put together from whose they are and what they are for ("kuwait-defence-ministry"), tables or not. */
export function ministries(s: Scene): Voice[] {
  const short = s.language === 'ar' ? shorthand(s) : [];
  const full = s.all('post').flatMap((post) => {
    if (post.value !== 'ministry') return [];
    const before = s.ends('portfolio', post.from);
    const of = s.key(post.to) === 'of' ? post.to + 1 : post.to;
    const after = before ? undefined : s.starts('portfolio', of);
    const what = before ?? after;
    if (!what) return [];
    const [from, to] = [Math.min(post.from, what.from), Math.max(post.to, what.to)];
    const left = s.language === 'en' ? ownerBefore(s, from) : null;
    const right = left ? null : ownerAfter(s, to);
    const whose = left ?? right;
    if (!whose) return [];
    const id = `${whose.id}-${what.value}-ministry`;
    return [{ from: left?.from ?? from, to: right?.to ?? to, id }];
  });
  return [...full, ...short];
}

/** "الدفاع الكويتية", "الداخلية البحرينية": the adjective of a ministry, which is not said. */
const shorthand = (s: Scene): Voice[] =>
  s.all('portfolio').flatMap((what) => {
    const land = s.starts('demonym', what.to);
    const last = land && s.tokens[land.to - 1]!;
    const its = last && s.text[last.to - 1] === 'ة' && !s.covers('post', what.from - 1);
    return its ? [{ from: what.from, to: land.to, id: `${owner(land.value)}-${what.value}-ministry` }] : [];
  });
