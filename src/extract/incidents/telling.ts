import { gists } from '../speech/unclaimed.ts';
import type { Frame } from './frame.ts';
import { isAnswer } from './authors.ts';
import { listItem } from './lists.ts';
import { negated } from './auxiliary.ts';
import type { Hit } from '../scene.ts';
import { munitionsIn } from './weapons.ts';

const STRONG: ReadonlySet<string> = new Set([
  'suffer',
  'attack',
  'struck',
  'launch',
  'stop',
  'destroy',
  'engage',
  'fail',
  'fall',
  'hit',
  'answer',
]);

/** What a clause has of the things that make an incident. */
interface Clues {
  /** An act of attack, or of its end. */
  strong: boolean;
  spot: boolean;
  placed: boolean;
  weapon: boolean;
  /** A number of weapons. */
  counted: boolean;
  /** A time that is no "since" and no day of saying. */
  dated: boolean;
  since: boolean;
  /** Forces of either side. */
  force: boolean;
  deeds: readonly Hit[];
  /** A word of attack in the singular. */
  single: boolean;
  /** People hurt, in numbers. */
  hurt: boolean;
  /** Weapons, or attacks, in a bare plural away from any spot. */
  bare: boolean;
}

function cluesIn(f: Frame): Clues {
  const { scene: s, times, said } = f.r;
  const acts = s.all('act', f.from, f.to);
  const deeds = s.all('deed', f.from, f.to);
  const here = times.filter((t) => t.from >= f.from && t.to <= f.to);
  const weapon = s.has('weapon', f.from, f.to);
  return {
    strong: acts.some((a) => STRONG.has(a.value) || (a.value === 'do' && deeds.length > 0)),
    spot: f.sites.some((p) => p.spot),
    placed: f.sites.length > 0,
    weapon,
    counted: weapon && munitionsIn(s, f.from, f.to, f.r.quantities) !== null,
    dated: here.some((t) => t.kind !== 'since' && !said.has(t)),
    since: here.some((t) => t.kind === 'since'),
    force: s.has('force', f.from, f.to) || s.has('foe', f.from, f.to),
    deeds,
    single: deeds.some((d) => !d.value.endsWith('+')),
    hurt: counts(f.toll.killed) || counts(f.toll.injured),
    bare: plainPlural(f),
  };
}

/** Whether the clause tells of something that happened, and not of attacks in general. */
export function tells(f: Frame): boolean {
  if (general(f) || asks(f)) return false;
  if (isAnswer(f) && (f.r.scene.has('force') || f.page.told.length > 0)) return true;
  if (threatened(f) || unreal(f)) return false;
  const c = cluesIn(f);
  if (refuted(f, c) || ofSeries(f, c)) return false;
  return atSpot(f, c) || withMeans(f, c) || withHarm(f, c) || withDeed(f, c);
}

/** Sentences about the whole series, deaths without an attack, and that nobody has claimed one. */
const general = (f: Frame): boolean =>
  gists(f.r.scene, 0, f.r.scene.length).some(
    (g) =>
      g.value === 'overview' ||
      g.value === 'death' ||
      ((g.value === 'series' ||
        (g.value === 'unclaimed' && !f.r.scene.has('act', f.from, g.from)) ||
        (g.value === 'define' && !f.r.sites.some((p) => p.spot))) &&
        g.from >= f.from &&
        g.to <= f.to),
  );

/** What is only possible, or said not to have been. */
function refuted(f: Frame, c: Clues): boolean {
  const { scene: s } = f.r;
  const done = s.all('act', f.from, f.to).some((a) => a.value === 'stop' || a.value === 'struck');
  if (conditioned(f, done && c.spot)) return true;
  // "has not come under attack since March" denies no attack that was told.
  if ((!c.spot || c.since) && negated(s, f.from, f.to)) return true;
  return !c.spot && (s.has('generic', f.from, f.to) || s.has('disown', f.from, f.to, 'd') || s.has('untrue'));
}

/** Figures over a time, which no one incident made. */
function ofSeries(f: Frame, c: Clues): boolean {
  const { scene: s, times } = f.r;
  // "18 drones have come down in three provinces since March"
  if (c.since && c.counted && (!c.spot || f.sites.length > 1)) return true;
  if (c.since && !c.counted && !s.has('act', f.from, f.to)) return true;
  const lasting = times.some((t) => t.kind === 'since' || t.kind === 'window' || t.kind === 'range');
  if (lasting && s.has('lethal', f.from, f.to)) return true;
  // "strikes since then have left 57 dead" counts them all.
  const several = c.deeds.length > 0 && !c.single;
  return several && !c.weapon && s.has('since', f.from, f.to) && s.has('harm', f.from, f.to);
}

/** Anything told of a base, a town, a building. */
function atSpot(f: Frame, c: Clues): boolean {
  const { scene: s } = f.r;
  const acts = s.all('act', f.from, f.to);
  if (!c.spot || (worn(f, c) && acts.every((a) => a.value === 'hit'))) return false;
  if (c.strong || c.deeds.length > 0 || s.has('blast', f.from, f.to) || listed(f)) return true;
  if (acts.some((a) => a.value !== 'do' || s.has('weapon', a.to, f.to))) return true;
  if (c.weapon && f.scope.verb !== 'own') return true;
  return (
    (s.has('harm', f.from, f.to) && spared(f)) || (c.hurt && (f.page.told.length > 0 || s.has('band', f.from, f.to)))
  );
}

/** "the refinery, which was damaged in the fighting": a state that nothing in the report has brought about. */
const worn = (f: Frame, c: Clues): boolean =>
  f.page.told.length === 0 &&
  !c.weapon &&
  !c.dated &&
  !c.hurt &&
  c.deeds.length === 0 &&
  !f.r.scene.has('blast', f.from, f.to);

/** An act with its weapon, its forces or its ship, and where or when. */
function withMeans(f: Frame, c: Clues): boolean {
  if (!c.strong) return false;
  const { scene: s } = f.r;
  const group = f.page.cast.groupOf(f.scope.chain.at(-1)?.speaker ?? f.page.voice) !== null;
  if (c.weapon && (c.placed || c.counted) && !c.bare) return true;
  if (c.weapon && c.dated && (!c.bare || group)) return true;
  if (c.force && c.dated) return true;
  if (s.has('ship', f.from, f.to) && (c.weapon || c.dated)) return true;
  if (c.placed && (s.has('anew', f.from, f.to) || s.has('further', f.from, f.to))) return true;
  return c.placed && (c.dated || s.has('site', f.from, f.to)) && !c.bare;
}

/** People hurt by a weapon, or of the forces, somewhere or on some day. */
function withHarm(f: Frame, c: Clues): boolean {
  const { scene: s } = f.r;
  if (c.weapon && c.placed && s.has('harm', f.from, f.to)) return true;
  return c.hurt && ((c.dated && (c.force || c.weapon)) || (c.weapon && s.has('site', f.from, f.to)));
}

/** An attack, or men taken, told by a noun, somewhere or on some day. */
function withDeed(f: Frame, c: Clues): boolean {
  const { scene: s } = f.r;
  if (s.has('seize', f.from, f.to) && c.placed && c.dated && (c.force || named(f))) return true;
  if (c.single && (c.placed || (c.weapon && c.dated))) return true;
  return c.deeds.some((d) => d.value === 'strike+') && (c.placed || c.dated) && (c.force || c.strong);
}

/** Whether the clause names an armed group. */
const named = ({ r, page, from, to }: Frame): boolean =>
  r.scene.all('actor', from, to).some((a) => page.cast.isGroup(a.value));

/** Whether what is told hangs on a condition, or on a word of mere possibility that stands with it. */
function conditioned(f: Frame, firm: boolean): boolean {
  const { scene: s } = f.r;
  if (firm) return false;
  return s.all('conditional', f.from, f.to).some((c) => c.value !== 'modal' || governs(s, c.to, f.to) || any(f, c));
}

/** "a drone attack on a base could draw Washington in": an attack of no day, of which something may come. */
function any({ r: { scene: s, times }, from, to }: Frame, modal: Hit): boolean {
  const deed = s.all('deed', from, modal.from)[0];
  return (
    deed !== undefined &&
    /^(an?|any|another|further)$/.test(s.key(deed.from - 1)) &&
    !s.has('act', deed.to, modal.from) &&
    !times.some((t) => t.from >= from && t.to <= to)
  );
}

/** How far behind a modal the act that it governs begins. */
const GOVERNED = 7;

const governs = (s: Frame['r']['scene'], from: number, to: number): boolean => {
  for (let i = from; i < Math.min(to, from + GOVERNED) && !s.isMark(i, ',،;؛:'); i++)
    if (s.covers('act', i) || s.covers('deed', i)) return true;
  return false;
};

/** "Will you let us know before you hit back?": what is asked for is not told. */
const asks = ({ r: { scene: s }, from }: Frame): boolean =>
  s.isMark(s.length - 1, '?؟') && s.has('question', Math.max(0, from - 3), from + 5);

/** Exercises, and anniversaries up to the comma behind them: what they tell did not happen, or not now. */
function unreal(f: Frame): boolean {
  const { scene: s } = f.r;
  return s.all('unreal', f.from, f.to).some((u) => u.value === 'drill' || governs(s, u.to, f.to));
}

/** "it would hit the base if …": what somebody may do is no attack. */
function threatened(f: Frame): boolean {
  const { scene: s } = f.r;
  const act = s.all('act', f.from, f.to)[0];
  return act !== undefined && s.has('intent', act.from - 2, act.from);
}

/** "No American died at the base": nobody hurt at a spot is told of an attack there. */
const spared = (f: Frame): boolean => f.toll.killed?.high === 0 || f.toll.injured?.high === 0;

/** Whether a toll gives a number and not only "some". */
const counts = (harm: Frame['toll']['killed']): boolean => harm !== null && harm.high !== null && harm.low !== 0;

/** "drones and rockets have gone on flying at bases": a bare plural over a whole country is no incident. */
function plainPlural(f: Frame): boolean {
  const { scene: s } = f.r;
  const number =
    f.r.quantities.some((q) => q.core[0] >= f.from && q.core[1] <= f.to) ||
    s.has('dual', f.from, f.to) ||
    s.has('singular', f.from, f.to);
  return !number && s.has('plural', f.from, f.to) && !f.sites.some((p) => p.spot);
}

/** Whether the clause is an item of a list of attacks; bullets also open other lists, so that such an item names its weapon. */
export const listed = (f: Frame): boolean =>
  listItem(f.r, f.page) && (numbered(f) || f.r.scene.has('weapon', f.from, f.to));

const numbered = ({ r }: Frame): boolean => r.scene.tokens[0]?.form.kind === 'number';
