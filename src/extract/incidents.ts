import { auxiliaryOf } from './auxiliary.ts';
import { clauses, type Clause } from './clauses.ts';
import type { Scope } from './attribution.ts';
import type { IncidentDraft, Range } from './draft.ts';
import { tollIn, type Toll } from './harm.ts';
import { join, outcomeOf, signsIn, type Signs } from './outcome.ts';
import type { Page, Reading } from './page.ts';
import { perpetratorsIn, struckBy, targetsIn } from './parties.ts';
import { within, type Site } from './places.ts';
import { backgroundStrikes } from './strikes.ts';
import { incidentStance } from './stance.ts';
import { eventOf, munitionsIn, weaponsIn } from './weapons.ts';
import { timeOf } from './when.ts';

/** A clause on the way to becoming incident claims. */
interface Frame {
  r: Reading;
  page: Page;
  scope: Scope;
  from: number;
  to: number;
  sites: Site[];
  toll: Toll;
  signs: Signs;
}

const STRONG: ReadonlySet<string> = new Set(['suffer', 'attack', 'struck', 'launch', 'stop', 'engage', 'fail', 'hit']);

/** Whether the clause tells of something that happened, and not of attacks in general. */
function tells(f: Frame): boolean {
  const { scene: s } = f.r;
  if (
    s
      .all('gist')
      .some(
        (g) =>
          g.value === 'overview' || g.value === 'death' || (g.value === 'series' && g.from >= f.from && g.to <= f.to),
      )
  )
    return false;
  const acts = s.all('act', f.from, f.to);
  const strong = acts.some((a) => STRONG.has(a.value) || (a.value === 'do' && s.has('deed', f.from, f.to)));
  const spot = f.sites.some((p) => p.spot);
  const weapon = s.has('weapon', f.from, f.to);
  const dated = f.r.times.some((t) => t.kind !== 'since' && !f.r.said.has(t) && t.from >= f.from && t.to <= f.to);
  if (s.has('conditional', f.from, f.to) && !(spot && acts.some((a) => a.value === 'stop' || a.value === 'struck')))
    return false;
  if (s.has('generic', f.from, f.to) && !spot) return false;
  const deeds = s.all('deed', f.from, f.to);
  const single = deeds.some((d) => !d.value.endsWith('+'));
  const strikes = deeds.some((d) => d.value === 'strike+');
  const counted = weapon && munitionsIn(s, f.from, f.to, f.r.quantities) !== null;
  const force = s.has('force', f.from, f.to) || s.has('foe', f.from, f.to);
  if (
    spot &&
    (strong ||
      deeds.length > 0 ||
      s.has('blast', f.from, f.to) ||
      acts.length > 0 ||
      (weapon && f.scope.verb !== 'own'))
  )
    return true;
  if (strong && weapon && (f.sites.length > 0 || counted) && !plainPlural(f)) return true;
  if (strong && force && dated) return true;
  if (strong && f.sites.length > 0 && (s.has('anew', f.from, f.to) || s.has('further', f.from, f.to))) return true;
  if (weapon && f.sites.length > 0 && s.has('harm', f.from, f.to)) return true;
  if (listed(f) && spot) return true;
  if (single && (f.sites.length > 0 || (weapon && dated))) return true;
  if (strikes && (f.sites.length > 0 || dated) && (force || strong)) return true;
  return strong && f.sites.length > 0 && (dated || s.has('site', f.from, f.to)) && !plainPlural(f);
}

/** "drones and rockets have gone on flying at bases": a bare plural over a whole country is no incident. */
function plainPlural(f: Frame): boolean {
  const { scene: s } = f.r;
  const number =
    f.r.quantities.some((q) => q.core[0] >= f.from && q.core[1] <= f.to) ||
    s.has('dual', f.from, f.to) ||
    s.has('singular', f.from, f.to);
  return !number && s.has('plural', f.from, f.to) && !f.sites.some((p) => p.spot);
}

/** Whether the clause goes on about what was told last: its effects, its outcome, the same drones. */
function goesOn(f: Frame): boolean {
  const { scene: s } = f.r;
  const last = f.page.told.at(-1);
  if (!last || f.r.index - last.at > 1 || Math.abs(last.draft.line - f.r.line) > 1) return false;
  if (f.sites.length > 0 || s.has('anew', f.from, Math.min(f.to, f.from + 3))) return false;
  if (f.r.times.some((t) => t.from >= f.from && t.to <= f.to && !f.r.said.has(t) && t.kind !== 'since')) return false;
  const effect =
    s.has('act', f.from, f.to) ||
    s.has('none', f.from, f.to) ||
    s.has('harm', f.from, f.to) ||
    s.has('undamaged', f.from, f.to);
  const led =
    s.all('follow', f.from, Math.min(f.to, f.from + 7)).length > 0 ||
    s.has('none', f.from, f.to) ||
    last.at === f.r.index;
  const fresh = munitionsIn(s, f.from, f.to, f.r.quantities);
  const more =
    fresh !== null && fresh.low !== null && s.has('act', f.from, f.to) && fresh.low > (last.draft.munitions?.low ?? 99);
  return effect && led && !more;
}

function mergeInto(f: Frame): void {
  const { page, r } = f;
  const last = page.told.at(-1)!;
  for (const t of page.told.filter((x) => x.at === last.at)) {
    t.signs = join(t.signs, f.signs);
    Object.assign(t.draft, outcomeOf(t.signs));
    t.draft.hedged ||= r.scene.has('hedge', f.from, f.to);
    t.draft.injured ??= f.toll.injured;
    t.draft.killed ??= f.toll.killed;
    t.draft.evidence.push(r.scene.span(f.from, f.to) as Range);
    const weapons = weaponsIn(r.scene, f.from, f.to);
    if (t.draft.weapons[0] === 'unknown' && weapons.length > 0)
      Object.assign(t.draft, { weapons, event: eventOf(weapons, false) });
  }
  for (const t of page.told) if (t.at === last.at) t.at = r.index;
}

/** "no casualties in any of the weekend attacks": said of everything that this speaker told. */
const ofAll = (f: Frame): boolean =>
  f.sites.length === 0 && f.page.told.length > 0 && f.r.scene.has('ofall') && f.r.scene.has('none', f.from, f.to);

function mergeAll(f: Frame): void {
  const origin = f.scope.chain.at(-1)?.speaker;
  for (const t of f.page.told) {
    if (t.draft.chain.at(-1)?.speaker !== origin) continue;
    t.draft.evidence.push(f.r.scene.span(f.from, f.to) as Range);
    t.draft.injured ??= f.toll.injured;
    t.draft.killed ??= f.toll.killed;
  }
}

/** Whether somebody else speaks of what was told last: a claim of their own, no effect of the first. */
function otherVoice(f: Frame): boolean {
  const last = f.page.told.at(-1)!;
  const speaker = f.scope.chain.at(-1)?.speaker;
  return (
    f.scope.cue !== null &&
    last.at !== f.r.index &&
    speaker !== undefined &&
    speaker !== last.draft.chain.at(-1)?.speaker &&
    f.page.cast.isTargetSide(speaker)
  );
}

function retold(f: Frame): IncidentDraft {
  const last = f.page.told.at(-1)!.draft;
  const origin = f.scope.chain.at(-1)!.speaker;
  const stance = incidentStance({ verb: f.scope.verb, origin, own: false }, f.page.cast);
  const end = outcomeOf(f.signs);
  return {
    ...last,
    evidence: [f.r.scene.span(f.from, f.to) as Range],
    chain: f.scope.chain,
    stance,
    hedged: false,
    line: f.r.line,
    munitions: null,
    ...end,
    perpetrators: [],
    killed: f.toll.killed,
    injured: f.toll.injured,
  };
}

/** "two sites in Syria", "two separate attacks", "on three occasions": how many incidents one claim speaks of. */
function countOf(f: Frame, site: Site | null): number | null {
  const { scene: s, quantities } = f.r;
  for (const q of quantities) {
    if (q.core[0] < f.from || q.core[1] > f.to || q.bound.low === null || q.bound.low > 9 || q.bound.low < 2) continue;
    const next = [
      ...s.all('deed', q.core[1], Math.min(s.length, q.core[1] + 3)),
      ...s.all('times', q.core[1], Math.min(s.length, q.core[1] + 2)),
    ][0];
    const places = s.all('sites', q.core[1], Math.min(s.length, q.core[1] + 3))[0];
    if (
      next &&
      (!site || site.spot) &&
      (f.sites.length === 1 || (site && site.from >= next.to && site.from - next.to <= 3))
    )
      return q.bound.low;
    if (places && site && !site.spot && site.from - q.core[1] <= 8 && site.from > q.core[0]) return q.bound.low;
  }
  return s.all('dual', f.from, f.to).some((d) => d.value === 'attack' || d.value === 'times') && f.sites.length <= 1
    ? 2
    : null;
}

/** "another was shot down", "two of them", items of a list: the weapon told before. */
function samesWeapons(f: Frame): IncidentDraft['weapons'] | undefined {
  const { scene: s } = f.r;
  if (!s.has('anew', f.from, f.to) && !s.has('further', f.from, f.to)) return undefined;
  const last = f.page.drafts.at(-1);
  if (last?.kind === 'tally' && (last.unit === 'drone' || last.unit === 'rocket')) return [last.unit];
  return f.page.told.at(-1)?.draft.weapons;
}

/** Whether a group tells what it did itself: it claims, it posts, or goes on with "it", "its fighters", "we". */
function speaksOfItself(f: Frame): boolean {
  const { scope, page, r } = f;
  const speaker = scope.chain.at(-1)?.speaker;
  if (scope.cue === null || scope.verb !== 'report' || !speaker || page.cast.isClaimant(speaker)) return true;
  for (let i = Math.max(0, scope.cue[1] - 1); i < Math.min(f.to, scope.cue[1] + 6); i++)
    if (/^(it|its|they|their|we|our)$/.test(r.scene.key(i))) return true;
  return r.scene.has('refer', f.from, f.to);
}

/** An item of a list whose opening line told the act ("استهدف مجاهدونا اليوم: ١. قاعدة …"). */
const listed = (f: Frame): boolean =>
  f.page.head !== null &&
  f.page.head.line < f.r.line &&
  f.r.scene.tokens[0]?.form.kind === 'number' &&
  f.r.scene.tokens[0].form.value < 30;

/** Number of "two of them" where the noun was told before. */
const ofThem = (f: Frame): { low: number | null; high: number | null } | null => {
  const q = f.r.quantities.find(
    (x) => x.core[0] >= f.from && x.core[1] <= f.to && f.r.scene.starts('further', x.core[1]),
  );
  return q ? { low: q.bound.low, high: q.bound.high } : { low: 1, high: 1 };
};

function draft(f: Frame, site: Site | null): IncidentDraft {
  const { r, page, scope } = f;
  const s = r.scene;
  const origin = scope.chain.at(-1)?.speaker ?? page.voice;
  const own = scope.chain.length === 0;
  const hedged = s.has('hedge', f.from, f.to) || (scope.cue !== null && s.has('hedge', scope.cue[0], scope.cue[1]));
  const self = speaksOfItself(f);
  const perpetrators = perpetratorsIn(s, f, page, { verb: scope.verb, origin, own, hedged, self });
  const found = weaponsIn(s, f.from, f.to);
  const anaphor = found.length === 0 ? samesWeapons(f) : undefined;
  const weapons = found.length > 0 ? found : (anaphor ?? ['unknown' as const]);
  const ours = perpetrators.some((p) => page.cast.isTargetSide(p.actor));
  const signs = ours && f.signs.stopped ? { ...f.signs, stopped: false, hit: true } : f.signs;
  const said = incidentStance({ verb: scope.verb, origin, own, self }, page.cast);
  const time = timeOf(r, page, {
    from: f.from,
    to: f.to,
    place: site?.id ?? null,
    group: page.cast.isGroup(origin),
    ours,
  });
  const auxiliary = auxiliaryOf(s, f, time, page.now.wall);
  const stance = auxiliary === 'negated' && said !== 'does not confirm' ? 'denies' : said;
  const open = stance === 'does not confirm' || stance === 'denies';
  return {
    kind: 'incident',
    evidence: [...(listed(f) ? [page.head!.span] : []), s.span(f.from, f.to) as Range],
    chain: scope.chain,
    stance,
    hedged,
    auxiliary,
    line: r.line,
    count: countOf(f, site),
    event: eventOf(weapons, s.has('blast', f.from, f.to)),
    weapons: [...weapons],
    munitions: f.sites.length > 1 ? null : (munitionsIn(s, f.from, f.to, r.quantities) ?? (anaphor ? ofThem(f) : null)),
    ...(open ? { stage: 'ACCOMPLISHED' as const, outcome: 'unknown' as const } : outcomeOf(signs)),
    time,
    place: site ? { id: site.id, text: s.words(site.from, site.to) } : null,
    perpetrators,
    targets: ours ? struckBy(s, f, page) : targetsIn(s, f, page, site),
    killed: f.toll.killed,
    injured: f.toll.injured,
  };
}

/** "the base", "القاعدة" alone: the place told of last in this report. */
function referred(f: Frame): Site[] {
  const { scene: s } = f.r;
  if (f.sites.length > 0 || !s.has('site', f.from, f.to)) return f.sites;
  const last = f.page.told.findLast((t) => t.draft.place?.id && f.r.index - t.at <= 2)?.draft.place;
  const hit = s.all('site', f.from, f.to)[0]!;
  return last ? [{ from: hit.from, to: hit.to, id: last.id, spot: true }] : [];
}

function frame(r: Reading, page: Page, scope: Scope, c: Clause): Frame {
  const toll = tollIn(r.scene, c.from, c.to, r.quantities);
  return {
    r,
    page,
    scope,
    ...c,
    sites: within(r.scene, r.sites, c, page.lexicon.places),
    toll,
    signs: signsIn(r.scene, c.from, c.to, toll),
  };
}

/** Incident claims of one scope, read clause by clause; `taken` are tokens that already make a figure. */
export function incidents(r: Reading, page: Page, scope: Scope, taken: readonly Clause[]): IncidentDraft[] {
  const out: IncidentDraft[] = [];
  const tell = (f: Frame): void => {
    for (const site of f.sites.length > 0 ? f.sites : [null]) {
      const d = draft(f, site);
      out.push(d);
      page.told.push({ draft: d, signs: f.signs, at: r.index });
    }
  };
  for (const c of clauses(r.scene, scope, r.sites)) {
    if (taken.some((t) => t.from < c.to && t.to > c.from)) continue;
    const f = frame(r, page, scope, c);
    if (ofAll(f)) {
      mergeAll(f);
      continue;
    }
    if (goesOn(f)) {
      if (otherVoice(f)) out.push(retold(f));
      else mergeInto(f);
      continue;
    }
    f.sites = referred(f);
    if (tells(f)) tell(f);
  }
  if (out.length === 0)
    for (const c of backgroundStrikes(r, page, scope)) tell(frame(r, page, { ...scope, chain: [], verb: 'own' }, c));
  return out;
}
