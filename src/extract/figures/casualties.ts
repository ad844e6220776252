import type { Clause } from '../incidents/clauses.ts';
import { atSpot, dayTold, end, figure, fromDay, LONG, nearby, oneAttack, type Figure } from './figure.ts';
import type { Quantity } from './numbers.ts';
import type { Page, Reading } from '../page.ts';
import type { Hit, Scene } from '../scene.ts';

/** "21 US personnel had minor injuries", "25 of the 46 have been diagnosed", "a contractor died". */
export function harmFigure(r: Reading, page: Page, x: { c: Clause; near: Clause }, q: Quantity): Figure | null {
  const s = r.scene;
  const { c, near: piece } = x;
  const near = end(r, q.core[1] + 4);
  const people = s.all('people', q.core[1], near)[0];
  const contract = s.all('contract', q.core[1], near)[0];
  const harm = nearest(s, [...s.all('harm', c.from, c.to), ...lethal(r, q)], q);
  // "All three were injured": those told before, and no count.
  if (!harm || s.starts('deed', q.core[1]) || s.starts('ship', q.core[1]) || /^(all|both)$/.test(s.key(q.from - 1)))
    return null;
  // "killed 11, and another 27 were captured"
  const captured = s.all('captured', Math.min(harm.to, q.from), near);
  if (captured.some((h) => s.starts('and', h.from - 1) === undefined || h.to <= q.from)) return null;
  const after = harm.from >= q.core[1] && (people !== undefined || straight(r, q.core[1], harm.from));
  const before = harm.to <= q.core[0] && (people !== undefined || q.from - harm.to <= 1);
  const whose = people ?? contract ?? s.all('band', q.core[1], near)[0] ?? s.all('foe', q.core[1], near)[0];
  // "killing 18 fighters and wounding 36": those hurt are of those named before.
  const also = before && harm.to === q.from && s.starts('and', harm.from - 1) !== undefined;
  if ((!after && !before) || (!whose && !after && !also)) return null;
  // Those hurt by strikes of the side that is attacked are not that side's.
  const last = page.told.at(-1);
  const theirs =
    last !== undefined &&
    r.index - last.at <= 2 &&
    last.draft.perpetrators.some((p) => page.cast.isTargetSide(p.actor));
  if (theirs && (people?.value === 'any' || people?.value === 'civil')) return null;
  if ((people && goesOn(r, page, c)) || inSentence(r, c)) return null;
  if (
    ofIncident(r, page, {
      c,
      q,
      us: people?.value === 'us',
      others: whose !== undefined && whose !== contract && people?.value !== 'us',
      subject: people === undefined && after && harm.from > q.core[1] && !besides(r, c, q),
    })
  )
    return null;
  const there =
    !counted(r) && [c, piece, { from: q.from, to: c.to }].some((x) => atSpot(r, page, x) || onDay(r, page, x));
  if (there || oneAttack(r, c) || loose(r, q)) return null;
  const unit = harm.value === 'killed' ? 'killed' : 'injured';
  return { ...figure(q, unit, (people ?? contract)?.to), contractor: contract !== undefined && unit === 'killed' };
}

/** Times over which those hurt are counted, where they hold more than one event. */
const OVER: ReadonlySet<string> = new Set(['since', 'window', 'range']);

const counted = (r: Reading): boolean =>
  r.times.some(
    ({ kind, span, from, to }) =>
      OVER.has(kind) &&
      !fromDay(r, { from, to }) &&
      (kind === 'since' || span.from === null || span.to === null || span.to - span.from >= LONG),
  );

interface Hurt {
  c: Clause;
  q: Quantity;
  /** Whether they are said to be the Americans whose hurt is counted over the whole series. */
  us: boolean;
  /** Whether they are said to be of any other side. */
  others: boolean;
  /** Whether the number alone is the subject ("two were evacuated"): so many of those told before. */
  subject: boolean;
}

/** Numbers of an incident told just before, without a word of over how long was counted, are that incident's. */
function ofIncident(r: Reading, page: Page, { c, q, us, others, subject }: Hurt): boolean {
  if (counted(r) || r.scene.all('deed', c.from, c.to).some((x) => x.value.endsWith('+'))) return false;
  if (others && !page.drafts.some((d) => d.kind === 'tally' && nearby(r, d))) return true;
  if (!us && r.scene.has('weapon', c.from, c.to) && r.scene.has('act', c.from, c.to)) return true;
  const dated = r.times.some((t) => t.day !== null && !r.said.has(t));
  const last = page.told.at(-1);
  const near = last !== undefined && r.index - last.at <= 2;
  return (dated && !subject) || (near && !subject && (!us || q.bound.high === 1));
}

/** "… hit a mine at Y on Wednesday; two soldiers died": behind an attack told in the same sentence, those hurt were hurt in it. */
function inSentence(r: Reading, c: Clause): boolean {
  const { scene: s, sites } = r;
  const told = s.isMark(c.from - 1, ';؛') && s.has('act', 0, c.from);
  return told && !counted(r) && sites.some((p) => p.spot && p.to <= c.from);
}

/** "Four civilians died and six were wounded": the others were hurt where the first were. */
const besides = ({ scene: s, quantities }: Reading, c: Clause, q: Quantity): boolean =>
  s.starts('and', q.from - 1) !== undefined &&
  quantities.some(
    (o) => o.from >= c.from && o.to < q.from && s.has('people', o.core[1], q.from) && s.has('harm', o.from, q.from),
  );

/** "29 killed in Deir Ezzor in Friday's strikes", "in the same strikes": one area, one day. */
function onDay(r: Reading, page: Page, c: Clause): boolean {
  const ids = new Set(r.sites.filter((p) => p.from >= c.from && p.to <= c.to).map((p) => p.id));
  const [id] = ids;
  const area = ids.size === 1 && id != null && page.lexicon.places.country(id) !== id;
  const deeds = r.scene.all('deed', c.from, c.to);
  const same = deeds.some((d) => r.scene.key(d.from - 1) === 'same');
  return area && deeds.length > 0 && (same || dayTold(r, deeds));
}

/** Right after one attack was told, and before anything was counted, those hurt were hurt in it. */
function goesOn(r: Reading, page: Page, c: Clause): boolean {
  const last = page.told.at(-1);
  const counted = page.drafts.some((d) => d.kind === 'tally');
  const here = page.told.filter((t) => t.at === last?.at).length;
  return last?.at === r.index - 1 && here === 1 && !counted && !r.scene.has('since', c.from, c.to);
}

/** "neutralized 42 terrorists": said of people, it means killed. */
const lethal = (r: Reading, q: Quantity): readonly Hit[] =>
  r.scene.all('people', q.core[1], end(r, q.core[1] + 3)).length > 0
    ? r.scene.all('lethal', Math.max(0, q.from - 3), end(r, q.core[1] + 6)).map((h) => ({ ...h, value: 'killed' }))
    : [];

/** The harm that the number counts: what a conjunction parts from it is another's ("one died and 17 were wounded"). */
const nearest = (s: Scene, hits: readonly Hit[], q: Quantity): Hit | undefined => {
  const joined = s.starts('and', q.from - 1) !== undefined;
  const parted = (h: Hit): boolean => h.to <= q.from && (joined || broken(s, h.to, q.from));
  const far = (h: Hit): number => gap(h, [q.from, q.core[1]]) + (parted(h) ? JOINED : 0);
  let best: { h: Hit; at: number } | undefined;
  for (const h of hits) {
    const at = far(h);
    if (!best || at < best.at || (at === best.at && h.from > best.h.from)) best = { h, at };
  }
  return best?.h;
};

const broken = (s: Scene, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (s.isMark(i, ',،')) return true;
  return false;
};

/** So much farther, in tokens, is what stands before a conjunction. */
const JOINED = 4;

const gap = (h: Hit, at: readonly [number, number]): number =>
  h.from >= at[1] ? h.from - at[1] : Math.max(0, at[0] - h.to);

/** "several personnel" counts nobody; "dozens" does. */
const loose = (r: Reading, q: Quantity): boolean =>
  r.scene.covers('vague', q.core[0]) !== undefined && q.bound.low !== 24;

/** Nothing stands between a number and the harm that it counts but small words. */
function straight(r: Reading, from: number, to: number): boolean {
  const s = r.scene;
  if (to - from > 9) return false;
  for (let i = from; i < to; i++)
    if (s.isMark(i) || s.covers('act', i) || s.covers('weapon', i) || s.covers('deed', i) || s.covers('place', i))
      return false;
  return true;
}
