import type { Frame } from './frame.ts';
import { isAnswer } from './authors.ts';
import { negated } from './auxiliary.ts';
import type { Page, Reading } from '../page.ts';
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

/** Whether the clause tells of something that happened, and not of attacks in general. */
export function tells(f: Frame): boolean {
  const { scene: s } = f.r;
  if (
    s
      .all('gist')
      .some(
        (g) =>
          g.value === 'overview' ||
          g.value === 'death' ||
          ((g.value === 'series' || (g.value === 'define' && !f.r.sites.some((p) => p.spot))) &&
            g.from >= f.from &&
            g.to <= f.to),
      )
  )
    return false;
  if (asks(f)) return false;
  const acts = s.all('act', f.from, f.to);
  const strong = acts.some((a) => STRONG.has(a.value) || (a.value === 'do' && s.has('deed', f.from, f.to)));
  const spot = f.sites.some((p) => p.spot);
  if (isAnswer(f) && (s.has('force') || f.page.told.length > 0)) return true;
  if (threatened(f)) return false;
  const weapon = s.has('weapon', f.from, f.to);
  const dated = f.r.times.some((t) => t.kind !== 'since' && !f.r.said.has(t) && t.from >= f.from && t.to <= f.to);
  if (unreal(f) || conditioned(f, acts.some((a) => a.value === 'stop' || a.value === 'struck') && spot)) return false;
  // "has not come under attack since March" denies no attack that was told.
  const since = f.r.times.some((t) => t.kind === 'since' && t.from >= f.from && t.to <= f.to);
  if ((!spot || since) && negated(s, f.from, f.to)) return false;
  if ((s.has('generic', f.from, f.to) || s.has('disown', f.from, f.to, 'd') || s.has('untrue')) && !spot) return false;
  const deeds = s.all('deed', f.from, f.to);
  const single = deeds.some((d) => !d.value.endsWith('+'));
  const strikes = deeds.some((d) => d.value === 'strike+');
  const counted = weapon && munitionsIn(s, f.from, f.to, f.r.quantities) !== null;
  const force = s.has('force', f.from, f.to) || s.has('foe', f.from, f.to);
  // "18 drones have come down in three provinces since March" counts a series.
  if (since && counted && (!spot || f.sites.length > 1)) return false;
  if (since && acts.length === 0 && !counted) return false;
  const lasting = f.r.times.some((t) => t.kind === 'since' || t.kind === 'window' || t.kind === 'range');
  if (lasting && s.has('lethal', f.from, f.to)) return false;
  // "strikes since then have left 57 dead" counts them all.
  if (s.has('since', f.from, f.to) && deeds.length > 0 && !single && !weapon && s.has('harm', f.from, f.to))
    return false;
  if (
    spot &&
    (strong ||
      deeds.length > 0 ||
      s.has('blast', f.from, f.to) ||
      acts.some((a) => a.value !== 'do' || s.has('weapon', a.to, f.to)) ||
      (weapon && f.scope.verb !== 'own'))
  )
    return true;
  if (spot && s.has('harm', f.from, f.to) && spared(f)) return true;
  if (spot && f.page.told.length > 0 && (counts(f.toll.killed) || counts(f.toll.injured))) return true;
  if (strong && weapon && (f.sites.length > 0 || counted) && !plainPlural(f)) return true;
  if (strong && force && dated) return true;
  if (strong && s.has('ship', f.from, f.to) && (weapon || dated)) return true;
  if (strong && weapon && dated && !plainPlural(f)) return true;
  if (strong && weapon && dated && f.page.cast.groupOf(f.scope.chain.at(-1)?.speaker ?? f.page.voice)) return true;
  if (strong && f.sites.length > 0 && (s.has('anew', f.from, f.to) || s.has('further', f.from, f.to))) return true;
  if (weapon && f.sites.length > 0 && s.has('harm', f.from, f.to)) return true;
  const hurt = counts(f.toll.killed) || counts(f.toll.injured);
  if (hurt && dated && (force || weapon)) return true;
  if (hurt && weapon && s.has('site', f.from, f.to)) return true;
  if (hurt && spot && (deeds.length > 0 || s.has('band', f.from, f.to))) return true;
  if (listed(f) && spot) return true;
  if (s.has('seize', f.from, f.to) && f.sites.length > 0 && dated && (force || named(f))) return true;
  if (single && (f.sites.length > 0 || (weapon && dated))) return true;
  if (strikes && (f.sites.length > 0 || dated) && (force || strong)) return true;
  return strong && f.sites.length > 0 && (dated || s.has('site', f.from, f.to)) && !plainPlural(f);
}

/** Whether the clause names an armed group. */
const named = ({ r, page, from, to }: Frame): boolean =>
  r.scene.all('actor', from, to).some((a) => page.cast.isGroup(a.value));

/** Whether what is told hangs on a condition, or on a word of mere possibility that stands with it. */
function conditioned(f: Frame, firm: boolean): boolean {
  const { scene: s } = f.r;
  if (firm) return false;
  return s.all('conditional', f.from, f.to).some((c) => c.value !== 'modal' || governs(s, c.to, f.to));
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

/** An item of a list whose opening line told the act ("استهدف مجاهدونا اليوم: ١. قاعدة …"). */
export const listItem = (r: Reading, page: Page): boolean =>
  page.head !== null &&
  page.head.line < r.line &&
  r.scene.tokens[0]?.form.kind === 'number' &&
  r.scene.tokens[0].form.value < 30;

export const listed = (f: Frame): boolean => listItem(f.r, f.page);
