import { isAnswer } from './authors.ts';
import type { IncidentDraft, Range } from '../draft.ts';
import type { Frame } from './frame.ts';
import { join, outcomeOf } from './outcome.ts';
import { perpetratorsIn } from './parties.ts';
import { incidentStance } from '../speech/stance.ts';
import { eventOf, munitionsIn, weaponsIn } from './weapons.ts';

/** Whether the clause goes on about what was told last: its effects, its outcome, the same drones. */
export function goesOn(f: Frame): boolean {
  const { scene: s } = f.r;
  const last = f.page.told.at(-1);
  if (!last || f.r.index - last.at > 1 || Math.abs(last.draft.line - f.r.line) > 1) return false;
  if (f.sites.length > 0 || isAnswer(f) || s.has('anew', f.from, Math.min(f.to, f.from + 3))) return false;
  if (f.r.times.some((t) => t.from >= f.from && t.to <= f.to && !f.r.said.has(t) && t.kind !== 'since')) return false;
  const effect =
    s.has('act', f.from, f.to) ||
    s.has('none', f.from, f.to) ||
    s.has('harm', f.from, f.to) ||
    s.has('undamaged', f.from, f.to);
  const led =
    s.all('follow', f.from, Math.min(f.to, f.from + 7)).length > 0 ||
    s.has('none', f.from, f.to) ||
    last.at === f.r.index ||
    onlyEffects(f);
  const fresh = munitionsIn(s, f.from, f.to, f.r.quantities);
  const more =
    fresh !== null && fresh.low !== null && s.has('act', f.from, f.to) && fresh.low > (last.draft.munitions?.low ?? 99);
  return effect && led && !more;
}

const EFFECTS: ReadonlySet<string> = new Set(['hit', 'fail', 'fall']);

/** "Two storage tanks were damaged": effects alone, of what was told just before. */
const onlyEffects = (f: Frame): boolean => {
  const { scene: s } = f.r;
  const acts = s.all('act', f.from, f.to);
  return acts.every((a) => EFFECTS.has(a.value)) && !s.has('weapon', f.from, f.to) && !s.has('deed', f.from, f.to);
};

export function mergeInto(f: Frame): void {
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
export const ofAll = (f: Frame): boolean =>
  f.sites.length === 0 && f.page.told.length > 0 && f.r.scene.has('ofall') && f.r.scene.has('none', f.from, f.to);

export function mergeAll(f: Frame): void {
  const origin = f.scope.chain.at(-1)?.speaker;
  for (const t of f.page.told) {
    if (t.draft.chain.at(-1)?.speaker !== origin) continue;
    t.draft.evidence.push(f.r.scene.span(f.from, f.to) as Range);
    t.draft.injured ??= f.toll.injured;
    t.draft.killed ??= f.toll.killed;
  }
}

/** Whether a speaker tells what it did itself ("says it has struck the base"). */
const owns = (f: Frame, origin: string): boolean =>
  perpetratorsIn(f.r.scene, f, f.page, { verb: f.scope.verb, origin, own: false, hedged: false }).some(
    (p) => p.status === 'CLAIMED OR ADMITTED',
  );

/** Whether somebody else speaks of what was told last: a claim of their own, no effect of the first. */
export function otherVoice(f: Frame): boolean {
  const last = f.page.told.at(-1)!;
  const speaker = f.scope.chain.at(-1)?.speaker;
  return (
    f.scope.cue !== null &&
    last.at !== f.r.index &&
    speaker !== undefined &&
    speaker !== last.draft.chain.at(-1)?.speaker &&
    (f.page.cast.isTargetSide(speaker) || f.page.cast.groupOf(speaker) !== null || owns(f, speaker))
  );
}

export /** "The group took responsibility for the attack", "the minister blamed …": somebody else's word on what was told last. */
function answers(f: Frame): boolean {
  const last = f.page.told.at(-1);
  const { scope, r } = f;
  const speaker = scope.chain.at(-1)?.speaker;
  return (
    last !== undefined &&
    (scope.verb === 'claim' || scope.verb === 'accuse') &&
    speaker !== undefined &&
    speaker !== last.draft.chain.at(-1)?.speaker &&
    !f.sites.some((p) => p.spot) &&
    !r.scene.has('weapon', f.from, f.to) &&
    !r.scene.has('series') &&
    r.scene.has('refer', scope.cue ? Math.min(scope.cue[0], f.from) : f.from, f.to)
  );
}

/** That word as a claim of its own, on the incident told last. */
export function answered(f: Frame): IncidentDraft {
  const d = retold(f);
  const { scope, page, r } = f;
  const s = r.scene;
  const origin = scope.chain.at(-1)!.speaker;
  const hedged = s.has('hedge', f.from, f.to);
  const perpetrators = perpetratorsIn(s, f, page, { verb: scope.verb, origin, own: false, hedged });
  const from = Math.min(scope.cue?.[0] ?? f.from, f.from);
  return {
    ...d,
    evidence: [s.span(from, Math.max(f.to, scope.cue?.[1] ?? 0)) as Range],
    stage: page.told.at(-1)!.draft.stage,
    outcome: page.told.at(-1)!.draft.outcome,
    perpetrators,
    hedged,
  };
}

export function retold(f: Frame): IncidentDraft {
  const last = f.page.told.at(-1)!.draft;
  const origin = f.scope.chain.at(-1)!.speaker;
  const said = { verb: f.scope.verb, origin, own: false };
  const stance = incidentStance(said, f.page.cast);
  const perpetrators = perpetratorsIn(f.r.scene, f, f.page, { ...said, hedged: false });
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
    perpetrators,
    killed: f.toll.killed,
    injured: f.toll.injured,
  };
}
