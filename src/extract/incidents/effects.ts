import { isAnswer } from './authors.ts';
import type { IncidentDraft, Range } from '../draft.ts';
import type { Frame } from './frame.ts';
import { join, outcomeOf } from './outcome.ts';
import { perpetratorsIn } from './parties.ts';
import { incidentStance } from '../speech/stance.ts';
import { eventOf, munitionsIn, weaponsIn } from './weapons.ts';
import { settle } from './whose.ts';
import { redate } from '../times/when.ts';

/** Whether the clause goes on about what was told last: its effects, its outcome, the same drones. */
export function goesOn(f: Frame): boolean {
  const { scene: s } = f.r;
  const last = f.page.told.at(-1);
  const reach = effectsOf(f) && hurts(f) ? FAR : pointing(f) ? 2 : 1;
  if (!last || f.r.index - last.at > reach || Math.abs(last.draft.line - f.r.line) > reach) return false;
  if (bound(f) || recounts(f, last.draft) || parts(f, last.draft)) return true;
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
    sameWeapon(f, last.draft) ||
    onlyEffects(f);
  const fresh = munitionsIn(s, f.from, f.to, f.r.quantities);
  const more =
    fresh !== null && fresh.low !== null && s.has('act', f.from, f.to) && fresh.low > (last.draft.munitions?.low ?? 99);
  return effect && led && !more;
}

/** How near to what it points back at the act of such a sentence stands. */
const NEAR = 4;

/** "The incident occurred at a quarter past two": how, or when more closely, what was told last happened. */
function recounts(f: Frame, last: IncidentDraft): boolean {
  const { scene: s, times, said } = f.r;
  const subject = s.all('refer', f.from, f.from + NEAR)[0];
  if (!subject || f.sites.some((p) => p.spot) || s.has('weapon', f.from, f.to)) return false;
  const { from, to } = last.time.span;
  const here = times.filter((t) => t.from >= f.from && t.to <= f.to && !said.has(t) && t.kind !== 'since');
  const inside = here.every((t) => t.span.from! >= (from ?? -Infinity) && (t.span.to ?? Infinity) <= (to ?? Infinity));
  return inside && s.all('act', subject.to, subject.to + NEAR).some((a) => a.value === 'occur');
}

/** "The first hit a hangar", "أحد الصاروخين سقط": one of the weapons counted in what was told last. */
function parts(f: Frame, last: IncidentDraft): boolean {
  const { scene: s } = f.r;
  const many = (last.munitions?.high ?? last.munitions?.low ?? 0) > 1;
  const part = s.all('partitive', f.from, f.from + 2)[0];
  return (
    many &&
    part !== undefined &&
    s.key(part.from) !== 'a' &&
    !f.sites.some((p) => p.spot) &&
    !s.has('deed', f.from, f.to)
  );
}

/** How many sentences later people hurt, and nothing else, are still those of the incident told last. */
const FAR = 4;

/** Whether the clause tells of people hurt, or that nobody was, and of no attack. */
const effectsOf = (f: Frame): boolean =>
  (f.toll.killed !== null || f.toll.injured !== null) && knownWeapon(f) && !f.r.scene.has('deed', f.from, f.to);

/** No weapon, or one of those told before where it is not counted anew ("hurt by the rocket's fragments"). */
function knownWeapon(f: Frame): boolean {
  const { scene: s, quantities } = f.r;
  const before = f.page.told.at(-1)?.draft.weapons ?? [];
  const acts = s.all('act', f.from, f.to);
  const found = weaponsIn(s, f.from, f.to);
  const counted = found.length > 0 && (munitionsIn(s, f.from, f.to, quantities)?.high ?? 2) > 1;
  return found.every((w) => before.includes(w)) && !counted && (found.length === 0 || acts.length === 0);
}

/** "Two rockets came down inside", after a rocket attack whose rockets nobody had counted: how that one went. */
const sameWeapon = (f: Frame, last: IncidentDraft): boolean => {
  const weapons = weaponsIn(f.r.scene, f.from, f.to);
  const went = f.r.scene.all('act', f.from, f.to).some((a) => WENT.has(a.value));
  return last.munitions === null && went && weapons.length > 0 && weapons.every((w) => last.weapons.includes(w));
};

const WENT: ReadonlySet<string> = new Set(['hit', 'fail', 'fall', 'stop', 'struck']);

/** "it had been heading for the base at …": where what was told before was bound. */
const bound = (f: Frame): boolean =>
  f.r.scene.starts('self', f.from) !== undefined && f.r.scene.has('bound', f.from, Math.min(f.to, f.from + 6));

const hurts = ({ toll }: Frame): boolean => (toll.killed?.low ?? 0) > 0 || (toll.injured?.low ?? 0) > 1;

/** "three were shot down": an act on what was told before, which is not named again. */
const pointing = (f: Frame): boolean =>
  f.r.scene.has('act', f.from, f.to) && !f.r.scene.has('weapon', f.from, f.to) && !f.r.scene.has('deed', f.from, f.to);

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
    t.draft.munitions ??= munitionsIn(r.scene, f.from, f.to, r.quantities);
    t.draft.hedged ||= r.scene.has('hedge', f.from, f.to);
    t.draft.injured ??= f.toll.injured;
    t.draft.killed ??= f.toll.killed;
    settle(t.draft, page.cast);
    t.draft.evidence.push(r.scene.span(f.from, f.to) as Range);
    const weapons = weaponsIn(r.scene, f.from, f.to);
    if (t.draft.weapons[0] === 'unknown' && weapons.length > 0)
      Object.assign(t.draft, { weapons, event: eventOf(weapons, r.scene, f.from, f.to) });
  }
  redate(r, page, f);
  for (const t of page.told) if (t.at === last.at) t.at = r.index;
}

/** "no casualties in any of the weekend attacks": said of everything that this speaker told. */
export const ofAll = (f: Frame): boolean =>
  f.sites.length === 0 && f.page.told.length > 0 && f.r.scene.has('ofall') && f.r.scene.has('none', f.from, f.to);

export function mergeAll(f: Frame): void {
  const origin = f.scope.chain.at(-1)?.speaker;
  for (const t of f.page.told) {
    if (t.draft.chain.length > 0 && t.draft.chain.at(-1)?.speaker !== origin) continue;
    t.draft.evidence.push(f.r.scene.span(f.from, f.to) as Range);
    t.draft.injured ??= f.toll.injured;
    t.draft.killed ??= f.toll.killed;
    settle(t.draft, f.page.cast);
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
    (f.page.cast.isTargetSide(speaker) || f.page.cast.groupOf(speaker) !== null || effectsOf(f) || owns(f, speaker))
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
  const out = {
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
  settle(out, f.page.cast);
  return out;
}
