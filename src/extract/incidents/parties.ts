import { voices } from '../speech/actors.ts';
import type { IncidentDraft } from '../draft.ts';
import { fielded } from './fielded.ts';
import { by } from './harm.ts';
import { onGround } from './outcome.ts';
import type { Page } from '../page.ts';
import type { Hit, Scene } from '../scene.ts';
import { responsibility, type Saying } from '../speech/stance.ts';

interface Range {
  from: number;
  to: number;
}

const ACTS: ReadonlySet<string> = new Set(['attack', 'struck', 'launch', 'occur', 'do', 'answer']);

/** Who did it: the speaker of a claim, the subject of the act, or whom "by" names. */
export function perpetratorsIn(
  s: Scene,
  f: Range,
  page: Page,
  x: Saying & { hedged: boolean },
): IncidentDraft['perpetrators'] {
  if (x.verb === 'unsure' || x.verb === 'deny') return [];
  const { cast } = page;
  const group = cast.groupOf(x.origin);
  if (group && x.self !== false && x.verb !== 'accuse') return [{ actor: group, status: 'CLAIMED OR ADMITTED' }];
  if (x.verb === 'accuse') return accused(s, f, page, x);
  if (!x.own && owned(s, f, x) && !cast.isRelay(x.origin))
    return [{ actor: cast.groupOf(x.origin) ?? x.origin, status: 'CLAIMED OR ADMITTED' }];
  const able = voices(s, cast).filter(
    (v) => v.from >= f.from && v.to <= f.to && (cast.isGroup(v.id) || cast.isForce(v.id) || cast.isState(v.id)),
  );
  const who = able.filter((v) => !whereabouts(s, v) && acts(s, v, f, page)).map((v) => headOf(s, v, able));
  who.push(
    ...nationals(s, f, cast).filter(
      (n, i, all) =>
        all.findIndex((o) => o.id === n.id) === i &&
        !who.some((v) => v.id === n.id || cast.bodies(v.id).includes(n.id)),
    ),
  );
  if (
    who.length === 0 &&
    !x.own &&
    itself(s, f) &&
    cast.bodies(x.origin).some((b) => cast.isForce(b) || cast.isState(b))
  )
    who.push({ from: 0, to: 0, id: x.origin });
  const more = s.all('act', f.from, f.to).some((a) => a.value === 'occur') && !s.has('blast', f.from, f.to);
  if (who.length === 0 && more && !s.has('weapon', f.from, f.to)) who.push(...carriedOver(page));
  const narrow = who.filter((v) => !who.some((w) => w.id !== v.id && narrower(cast, w.id, v.id)));
  const named = [...new Set(narrow.map((v) => fielded(v.id)))];
  return named.slice(0, 3).map((actor) => ({ actor, status: responsibility(actor, x, cast) }));
}

/** A body of the other, or a group by its name beside the category that it is counted to. */
const narrower = (cast: Page['cast'], a: string, b: string): boolean =>
  cast.bodies(a).includes(b) ||
  (cast.kind(b) === 'actor category' && cast.isGroup(a) && cast.kind(a) !== 'actor category');

/** "acknowledged carrying out the strike", "أقرّت بتنفيذ الضربة": what is admitted is the speaker's own doing. */
const owned = (s: Scene, f: Range, x: Saying): boolean =>
  (x.verb === 'confirm' || x.verb === 'claim') &&
  [f.from, f.from + 1].some((i) => i < f.to && s.starts('doing', i) !== undefined);

/** "denied any part in it", "لا علاقة لنا": whoever denies is named as the one who did not do it. */
export function disowned(s: Scene, page: Page, origin: string): IncidentDraft['perpetrators'] {
  const { cast } = page;
  const who = cast.groupOf(origin) ?? cast.bodies(origin).find((b) => cast.isForce(b) || cast.isState(b));
  return who && s.has('disown') ? [{ actor: who, status: 'DENIED' }] : [];
}

/** "in Iraq and Syria used by …": a country told beside another place is a place. */
const whereabouts = (s: Scene, v: Range): boolean =>
  s.covers('place', v.from) !== undefined &&
  (s.starts('and', v.from - 1) !== undefined || s.isMark(v.from - 1, ',')) &&
  s.covers('place', v.from - 2) !== undefined;

/** "Israeli warplanes struck", "طائرات أميركية": whose aircraft or strikes they are. */
const nationals = (s: Scene, f: Range, cast: Page['cast']): { from: number; to: number; id: string }[] =>
  s.all('national', f.from, f.to).flatMap((n) => {
    const [weapon, deed] =
      s.language === 'ar'
        ? [
            s.covers('weapon', n.from) ?? s.ends('weapon', s.ends('belong', n.from)?.from ?? n.from),
            s.ends('deed', n.from),
          ]
        : [s.starts('weapon', n.to), s.starts('deed', n.to)];
    const flown =
      weapon?.value === 'aircraft' ||
      (weapon?.value === 'drone' && n.value !== 'iran-state') ||
      fights(s, n) !== undefined;
    const done =
      deed !== undefined && !s.has('locative', deed.to, deed.to + 1) ? true : deed?.value.startsWith('strike');
    const id = n.value === 'usa' && flown ? 'us-military' : n.value;
    // "Iranian missiles crashed into …", also where they were stopped.
    const shot = weapon?.value === 'missile' && cast.isState(n.value) && !cast.isTargetSide(n.value);
    return shot || ((flown || done) && active(s, n, f)) ? [{ from: n.from, to: n.to, id }] : [];
  });

/** "Turkish artillery", "coalition gunners", "مدفعية تركية": the arm of a nation that did it, where an act follows. */
const fights = (s: Scene, n: Hit): Hit | undefined =>
  s.language === 'ar'
    ? s.ends('arm', n.from)
    : s
        .all('arm', n.to, n.to + 2)
        .find((u) => s.all('act', u.to, u.to + 4).some((a) => ACTS.has(a.value) && !passive(s, a.from)));

/** "the Revolutionary Guard of the Islamic Republic of Iran": whose body it is only tells which one. */
const headOf = (
  s: Scene,
  v: Range & { id: string },
  all: readonly (Range & { id: string })[],
): Range & { id: string } => all.find((h) => h.to < v.from && v.from - h.to <= 2 && s.key(h.to) === 'of') ?? v;

/** Whether the act stopped a weapon, which is no attack of whoever did it. */
const stops = (s: Scene, act: Hit | undefined): boolean =>
  act?.value === 'stop' || (act?.value === 'destroy' && !onGround(s, act));

/** Whether the first thing told behind the words is done, and not stopped ("coalition aircraft shot down …"). */
const active = (s: Scene, n: Range, f: Range): boolean => {
  const all = s.all('act', f.from, f.to);
  const act = all.find((a) => a.from >= n.to) ?? all.at(-1);
  return act === undefined || !stops(s, act);
};

/** Whom an accusation names: the first who could have done it, and no place that they are from. */
function accused(s: Scene, f: Range, page: Page, x: Saying & { hedged: boolean }): IncidentDraft['perpetrators'] {
  const { cast } = page;
  const who = voices(s, cast).find(
    (v) =>
      v.from >= f.from &&
      v.to <= f.to &&
      !cast.bodies(x.origin).includes(v.id) &&
      (cast.isGroup(v.id) || cast.isForce(v.id) || cast.isState(v.id) || cast.bodies(v.id).some(cast.isState)) &&
      !s.has('backing', v.from - 3, v.from),
  );
  return who ? [{ actor: who.id, status: responsibility(who.id, x, cast) }] : [];
}

/** How far before the act "its drones have …" may begin. */
const SUBJECT = 4;

/** "it struck", "its drones had struck": the speaker, or what is the speaker's, stands right before the act. */
function subject(s: Scene, act: Hit): boolean {
  for (let i = act.from - 1; i >= Math.max(0, act.from - SUBJECT); i--) {
    if (s.covers('self', i)) return true;
    const between =
      s.covers('perfect', i) ??
      s.covers('arm', i) ??
      s.covers('weapon', i) ??
      s.covers('people', i) ??
      s.covers('band', i);
    if (!between) return false;
  }
  return false;
}

/** "it had struck", "أنها نفذت": the speaker tells what it did itself. */
const itself = (s: Scene, f: Range): boolean =>
  s
    .all('act', f.from, f.to)
    .some(
      (a) =>
        (ACTS.has(a.value) || (a.value === 'destroy' && onGround(s, a))) &&
        a.value !== 'occur' &&
        (subject(s, a) || s.ends('troops', a.from) !== undefined || s.starts('troops', a.to) !== undefined),
    );

/** "Two more took place…": whoever did the attacks told before. */
function carriedOver(page: Page): { from: number; to: number; id: string }[] {
  const last = page.drafts.at(-1);
  const id = last?.kind === 'tally' ? last.perpetrator : last?.kind === 'incident' ? last.perpetrators[0]?.actor : null;
  const earlier = page.drafts.findLast((d) => d.kind === 'tally' && d.perpetrator !== null);
  const actor = id ?? (earlier?.kind === 'tally' ? earlier.perpetrator : null);
  return actor && page.cast.isGroup(actor) ? [{ from: 0, to: 0, id: actor }] : [];
}

/** Whether the actor stands where those who act stand: before an active act, after "by", or owning the strikes. */
function acts(s: Scene, v: { from: number; to: number; id: string }, f: Range, page: Page): boolean {
  if (authored(s, v.from - 1) || authored(s, v.from - 2)) return true;
  // "مسيّرة تابعة للميليشيات": whose weapon it was.
  const { from } = s.ends('belong', v.from) ?? v;
  if (from < v.from && s.covers('weapon', from - 1)) return true;
  // "rockets of Iran-backed militias fell in the field"
  if (s.key(v.from - 1) === 'of' && s.covers('weapon', v.from - 2) && page.cast.isGroup(v.id)) return true;
  if (s.tokens[v.to]?.glue === '-' || counted(s, v)) return false;
  if (s.has('backing', v.from - 3, v.from)) return false;
  if (s.language === 'ar' && led(s, v, page)) return true;
  const group = page.cast.isGroup(v.id);
  const deed = s.starts('deed', v.to) ?? (group ? s.all('weapon', v.to, v.to + 3) : s.all('weapon', v.to, v.to + 1))[0];
  // "استشهد ثلاثة من الحشد بضربة": by what they were hit.
  if (deed && !by(s, deed.from) && (group ? !s.has('locative', v.to, deed.from) : page.cast.isState(v.id))) return true;
  if (harms(s, v, f)) return true;
  const first = aside(s, v.to);
  if (s.starts('culprit', v.to)) return true;
  for (let i = first; i < Math.min(f.to, first + 5); i++) {
    if (i > first && s.starts('deed', i) && s.language === 'ar') return led(s, v, page);
    const act = s.covers('act', i);
    if (act)
      return (
        !by(s, act.from) &&
        (ACTS.has(act.value) || (act.value === 'stop' && group) || (act.value === 'destroy' && onGround(s, act))) &&
        !passive(s, act.from) &&
        !s.starts('locative', v.from - 1)
      );
    // "في صفوف القوات جراء استهداف …": what follows a word of cause is not what they did.
    if (s.isMark(i) || s.starts('cause', i) || s.starts('none', i)) return false;
  }
  return led(s, v, page);
}

/** "left three Americans dead": so many people of a side, to whom something was done. */
const counted = (s: Scene, { from, to }: Range): boolean =>
  from > 0 &&
  (s.ends('number', from) !== undefined || s.tokens[from - 1]!.form.kind === 'number') &&
  !s.starts('weapon', to) &&
  !s.starts('deed', to);

/** "forces killed an ISIS leader", "troops captured two": a verb of harm or of arrest that has an object behind it. */
function harms(s: Scene, v: Range, f: Range): boolean {
  if (s.language === 'ar') return false;
  const act = [...s.all('harm', v.to, v.to + 5), ...s.all('seize', v.to, v.to + 5)][0];
  if (!act || act.to >= f.to || s.has('passive', v.to, act.from) || s.has('act', v.to, act.from)) return false;
  for (let i = v.to; i < act.from; i++) if (s.isMark(i) || s.covers('people', i)) return false;
  return !s.covers('locative', act.to) && !s.covers('subord', act.to) && !s.covers('by', act.to) && !s.isMark(act.to);
}

/** Verb first, as in Arabic: "أطلقت إيران"; "استهدفت القوات" of those attacked may be passive, "شنت القوات" may not. */
function led(s: Scene, v: { from: number; id: string }, page: Page): boolean {
  if (page.cast.isGroup(v.id) && s.ends('deed', v.from) && s.text[s.tokens[v.from]!.from] === 'ل') return true;
  if (s.ends('venture', v.from)) return true;
  const act = s.ends('act', v.from);
  if (!act || !ACTS.has(act.value)) return false;
  if (page.cast.isGroup(v.id)) return true;
  return s.language === 'ar' && (!page.cast.isTargetSide(v.id) || s.starts('carry', act.from) !== undefined);
}

/** The comma that closes a phrase put in at the comma `i` ("forces, acting in self-defense, destroyed"), else `i`. */
function inserted(s: Scene, i: number): number {
  for (let k = i + 2; k < i + 8; k++) if (s.isMark(k, ',')) return s.starts('act', k + 1) ? k : i;
  return i;
}

/** After an acronym in brackets the sentence goes on: "Central Command (CENTCOM) forces conducted". */
function aside(s: Scene, i: number): number {
  const comma = [i, i + 1].find((k) => s.isMark(k, ','));
  if (comma !== undefined && inserted(s, comma) > comma) return inserted(s, comma) + 1;
  if (!s.isMark(i, '(')) return i;
  for (let k = i + 1; k < i + 5; k++) if (s.isMark(k, ')')) return k + 1;
  return i;
}

/** "attacked by", "attacks by", "launched by"; not "used by" or "backed by". */
const authored = (s: Scene, i: number): boolean =>
  s.starts('by', i) !== undefined &&
  (s.covers('act', i - 1) ?? s.covers('deed', i - 1) ?? s.covers('weapon', i - 1)) !== undefined &&
  !stops(s, s.covers('act', i - 1)) &&
  !s.covers('mere', i - 1);

const passive = (s: Scene, i: number): boolean =>
  s.covers('passive', i - 1) !== undefined || s.covers('passive', i - 2) !== undefined;
