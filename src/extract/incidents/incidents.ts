import type { Scope } from '../speech/hearing.ts';
import { auxiliaryOf } from './auxiliary.ts';
import type { Clause } from './clauses.ts';
import type { IncidentDraft, Range } from '../draft.ts';
import { answered, answers, goesOn, mergeAll, mergeInto, ofAll, otherVoice, retold } from './effects.ts';
import { frame } from './frame.ts';
import type { Frame } from './frame.ts';
import { outcomeOf } from './outcome.ts';
import type { Page, Reading } from '../page.ts';
import { authorsOf, isAnswer } from './authors.ts';
import { struckBy, targetsIn } from './targets.ts';
import { dropAnnounced, listItem } from './lists.ts';
import type { Site } from './site.ts';
import type { Scene } from '../scene.ts';
import { referred } from './references.ts';
import { aimOf, countOf, namedBefore, ofThem, onceMore, samesWeapons, shareOf, widened } from './several.ts';
import { incidentStance } from '../speech/stance.ts';
import { backgroundStrikes } from './strikes.ts';
import { listed, tells } from './telling.ts';
import { eventOf, munitionsIn, weaponsIn } from './weapons.ts';
import { settle } from './whose.ts';
import { redate, timeOf } from '../times/when.ts';

/** Whether a group tells what it did itself: it claims, it posts, or goes on with "it", "its fighters", "we". */
function speaksOfItself(f: Frame): boolean {
  const { scope, page, r } = f;
  const speaker = scope.chain.at(-1)?.speaker;
  if (scope.cue === null || scope.verb !== 'report' || !speaker || page.cast.isClaimant(speaker)) return true;
  for (let i = Math.max(0, scope.cue[1] - 1); i < Math.min(f.to, scope.cue[1] + 6); i++)
    if (r.scene.covers('self', i)) return true;
  if (r.scene.has('own', f.from, f.to) || doesItself(f, speaker)) return true;
  return r.scene.has('refer', f.from, f.to);
}

/** Whether the one who acts in the clause is the speaker, under whatever name. */
const doesItself = (f: Frame, speaker: string): boolean =>
  f.r.scene
    .all('actor', f.from, f.to)
    .some(
      (a) =>
        f.page.cast.principal(a.value) === f.page.cast.groupOf(speaker) &&
        f.r.scene.has('act', Math.max(0, a.from - 3), a.to + 3),
    );

/** Whether a group that is attacked itself tells what somebody else did; of those who attack, only what their enemies did. */
function ofOthers(f: Frame, x: { verb: string; origin: string; own: boolean; hedged: boolean }): boolean {
  const { cast } = f.page;
  const group = cast.groupOf(x.origin);
  if (!group || (x.verb !== 'report' && x.verb !== 'own')) return false;
  const others = authorsOf(f, { ...x, self: false }).filter(
    (p) => p.status !== 'CLAIMED OR ADMITTED' && p.actor !== group,
  );
  return others.some((p) => !cast.isClaimant(group) || cast.isTargetSide(p.actor) || cast.isState(p.actor));
}

/** "… had been shot down, and declined to say by whom": what is left open behind an act is no doubt about that act. */
const aside = (s: Scene, f: Frame, i: number): boolean =>
  (s.starts('and', i - 1) !== undefined || s.isMark(i - 1, ',،')) && s.has('act', f.from, i);

/** How far before "any part in", "was behind" the word that negates it may stand. */
const NEGATED = 4;

/** "had no part in it", "لا علاقة لنا", "was not behind": a deed that is disowned. */
const disowns = (s: Scene, f: Frame): boolean =>
  s
    .all('disown', f.from, f.to)
    .some(
      (d) =>
        d.value === 'd' && (s.language === 'ar' || s.has('not', d.from - NEGATED, d.to) || s.key(d.from) === 'nothing'),
    );

/** "officials believe the group was behind the attack": somebody else is named as the one who did it. */
function blames(f: Frame): boolean {
  const { r, page, scope } = f;
  const origin = scope.chain.at(-1)?.speaker;
  return (
    origin !== undefined &&
    page.cast.groupOf(origin) === null &&
    r.scene.all('culprit', f.from, f.to).some((c) => !r.scene.has('not', c.from - NEGATED, c.to))
  );
}

/** The verb under which it is told: what is called untrue is denied, what nobody could verify is left open. */
function verbOf(f: Frame): string {
  const { scope, r } = f;
  const s = r.scene;
  if (scope.verb === 'claim') return scope.verb;
  if (s.has('untrue') || disowns(s, f)) return 'deny';
  if (scope.verb !== 'deny' && blames(f)) return 'accuse';
  return s.all('gist', f.from, f.to).some((g) => g.value === 'verify' && !aside(s, f, g.from)) ? 'unsure' : scope.verb;
}

/** Who tells it, as whose deed, how surely; read once for all fields of a claim. */
interface Voice {
  origin: string;
  own: boolean;
  hedged: boolean;
  verb: string;
  self: boolean;
  perpetrators: IncidentDraft['perpetrators'];
  /** Whether the side that is attacked did it. */
  ours: boolean;
  /** Whether those who did it say so. */
  admitted: boolean;
}

function voiceOf(f: Frame): Voice {
  const { r, page, scope } = f;
  const s = r.scene;
  const origin = scope.chain.at(-1)?.speaker ?? page.voice;
  const own = scope.chain.length === 0;
  const hedged = s.has('hedge', f.from, f.to) || (scope.cue !== null && s.has('hedge', scope.cue[0], scope.cue[1]));
  const verb = verbOf(f);
  const self = speaksOfItself(f) && !ofOthers(f, { verb, origin, own, hedged });
  const perpetrators = authorsOf(f, { verb, origin, own, hedged, self });
  const ours = perpetrators.some((p) => page.cast.isTargetSide(p.actor));
  const admitted = perpetrators.some((p) => p.status === 'CLAIMED OR ADMITTED');
  return { origin, own, hedged, verb, self, perpetrators, ours, admitted };
}

/** With what, and how many of it: as the clause says, else as what it points back at was told. */
function meansOf(f: Frame, site: Site | null, ours: boolean): Pick<IncidentDraft, 'event' | 'weapons' | 'munitions'> {
  const s = f.r.scene;
  const part = shareOf(f, site);
  const named = weaponsIn(s, part.from, ours ? aimOf(s, part) : part.to);
  const found = widened(f, named) ? ['drone' as const] : named;
  const anaphor = found.length === 0 ? samesWeapons(f) : undefined;
  const weapons = found.length > 0 ? found : (anaphor ?? ['unknown' as const]);
  const shared = f.sites.length > 1 && part.from === f.from && part.to === f.to;
  return {
    event: eventOf(weapons, s, f.from, f.to),
    weapons: [...weapons],
    munitions: shared ? null : (munitionsIn(s, part.from, part.to, f.r.quantities) ?? (anaphor ? ofThem(f) : null)),
  };
}

function whenOf(f: Frame, site: Site | null, { origin, own, ours, verb }: Voice): IncidentDraft['time'] {
  const { r, page } = f;
  return timeOf(r, page, {
    from: f.from,
    to: f.to,
    place: site?.id ?? null,
    at: site && f.sites.length > 1 ? site.from : null,
    group: page.cast.isGroup(origin),
    ours: ours && ((own && !page.cast.isGroup(origin)) || page.cast.isTargetSide(origin)),
    own,
    apart: verb === 'deny' || r.scene.has('apart', Math.max(0, f.from - 4), f.to),
    answer: isAnswer(f),
  });
}

function draft(f: Frame, site: Site | null): IncidentDraft {
  const { r, page, scope } = f;
  const s = r.scene;
  const voice = voiceOf(f);
  const { origin, own, verb, perpetrators, ours, admitted } = voice;
  const signs = (ours || admitted) && f.signs.stopped ? { ...f.signs, stopped: false, hit: true } : f.signs;
  const said = incidentStance({ verb, origin, own, self: voice.self }, page.cast);
  const time = whenOf(f, site, voice);
  const auxiliary = auxiliaryOf(s, f, time, page.now.wall);
  const stated = said === 'reports' && admitted ? 'confirms' : said;
  const stance = auxiliary === 'negated' && said !== 'does not confirm' ? 'denies' : stated;
  const open = stance === 'does not confirm' || stance === 'denies';
  const authors = perpetrators.map((p) => p.actor);
  return {
    kind: 'incident',
    evidence: [...(listed(f) ? [page.head!.span] : []), s.span(f.from, f.to) as Range],
    chain: scope.chain,
    stance,
    hedged: voice.hedged && verb !== 'deny',
    auxiliary,
    line: r.line,
    count: countOf(f, site),
    ...meansOf(f, site, ours),
    ...(open ? { stage: 'ACCOMPLISHED' as const, outcome: 'unknown' as const } : outcomeOf(signs)),
    time,
    place: site ? { id: site.id, text: (site.id === null && site.told) || s.words(site.from, site.to) } : null,
    perpetrators,
    targets: ours ? struckBy(s, f, page, origin) : targetsIn(f, site, authors),
    killed: f.toll.killed,
    injured: f.toll.injured,
  };
}

/** "…, police said, without casualties": effects told behind the words that say who says so. */
function trailing(r: Reading, scope: Scope): Clause | null {
  if (!scope.cue || scope.cue[0] < scope.to) return null;
  const { scene: s } = r;
  const from = scope.cue[1];
  const to = Math.min(
    s.length,
    ...r.scopes.filter((x) => x.from >= from).map((x) => Math.min(x.from, x.cue?.[0] ?? x.from)),
  );
  return to > from && (s.has('none', from, to) || s.has('undamaged', from, to) || s.has('harm', from, to))
    ? { from, to }
    : null;
}

/** What a clause tells before a figure in it begins ("… killed five, among them two policemen"); null where the figure is all. */
function untaken({ scene: s }: Reading, c: Clause, taken: readonly Clause[]): Clause | null {
  const to = Math.min(...taken.filter((t) => t.from < c.to && t.to > c.from).map((t) => t.from), c.to);
  if (to === c.to) return c;
  return to > c.from && s.has('act', c.from, to) && s.has('harm', c.from, to) ? { from: c.from, to } : null;
}

/** Incident claims of one scope, read clause by clause; `taken` are tokens that already make a figure. */
export function incidents(r: Reading, page: Page, scope: Scope, taken: readonly Clause[]): IncidentDraft[] {
  const out: IncidentDraft[] = [];
  const tell = (f: Frame): void => {
    for (const site of f.sites.length > 0 ? f.sites : [null]) {
      const d = draft(f, site);
      settle(d, page.cast);
      out.push(d);
      page.told.push({ draft: d, signs: f.signs, at: r.index });
    }
  };
  for (const whole of r.clauses(scope)) {
    const c = untaken(r, whole, taken);
    if (!c) continue;
    const f = frame(r, page, scope, c);
    if (ofAll(f)) {
      mergeAll(f);
      continue;
    }
    if (answers(f)) {
      out.push(answered(f));
      continue;
    }
    if (goesOn(f)) {
      if (otherVoice(f)) out.push(retold(f));
      else mergeInto(f);
      continue;
    }
    f.sites = referred(f);
    if (f.sites.length === 0) f.sites = onceMore(f);
    if (f.sites.length === 0) f.sites = namedBefore(f);
    if (tells(f)) tell(f);
    else redate(r, page, c);
  }
  if (out.some((d) => d.place !== null) && listItem(r, page)) dropAnnounced(page);
  const tail = out.length > 0 ? trailing(r, scope) : null;
  if (tail) mergeInto(frame(r, page, scope, tail));
  if (out.length === 0)
    for (const c of backgroundStrikes(r, page, scope)) tell(frame(r, page, { ...scope, chain: [], verb: 'own' }, c));
  return out;
}
