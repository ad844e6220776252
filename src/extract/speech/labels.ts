import type { Voice } from './voice.ts';
import { link } from './hearing.ts';
import type { Cue, Hearing } from './hearing.ts';
import type { Link } from './memory.ts';
import type { Scene } from '../scene.ts';
import { labelStranger } from './strangers.ts';

/** How far into a sentence the colon of a label may stand. */
const REACH = 18;

/** Words of a label that tell of no speaker: "JUST IN:", "UPDATE:". */
const HEADING = 3;

/** What a label does not tell: an attack, harm, a number. */
const TOLD = ['act', 'deed', 'harm', 'approx'];

/** "Q:", "GEN. RYDER:", "Reuters citing a source:" – whoever stands before an early colon says the rest. */
export function labelCue(s: Scene, all: readonly Voice[], h: Hearing): Cue | null {
  const turn = h.transcript ? office(s, h) : null;
  if (turn) return turn;
  for (let i = 0, from = 0; i < Math.min(s.length, REACH); i++) {
    if (TOLD.some((cat) => s.covers(cat, i)) || (i > 0 && s.tokens[i]!.form.kind === 'number')) return null;
    if (!s.isMark(i, ':')) continue;
    const chain = asked(s, i) ?? named(s, [from, i], all, h);
    if (chain) return { from: 0, to: i + 1, verb: 'report', chain, place: 'after' };
    if (from > 0 || i > HEADING || all.some((v) => v.to <= i)) return null;
    from = i + 1;
  }
  return null;
}

const asked = (s: Scene, colon: number): Link[] | null =>
  colon === 1 && /^(q|س|سوال|question|صحفي|الصحفي|صحافي|الصحافي)$/.test(s.key(0))
    ? [{ speaker: 'reporter-question', via: null, cue: s.span(0, 2) }]
    : null;

/** Longest name of an office before a colon. */
const TITLE = 6;

/** "DEPUTY PRESS SECRETARY:" in the transcript of a body: the office of that body which is called so; initials are none. */
function office(s: Scene, h: Hearing): Cue | null {
  let colon = 0;
  while (colon < Math.min(s.length, TITLE + 1) && !s.isMark(colon, ':')) colon++;
  const words = s.isMark(colon, ':') ? s.tokens.slice(0, colon).map((t) => t.form.key) : [];
  const speaker = words.some((w) => w.length > 3) ? h.cast.officeCalled(h.self, words) : null;
  const chain = speaker ? [{ speaker, via: null, cue: s.span(0, colon) }] : null;
  return chain && { from: 0, to: colon + 1, verb: 'report', chain, place: 'after' };
}

/** Whom tokens [from, colon) name: a speaker, a relay and whom it cites, a source and the outlet that it spoke to. */
function named(s: Scene, [from, colon]: [number, number], all: readonly Voice[], h: Hearing): Link[] | null {
  const links = (who: readonly Voice[]): Link[] => who.map((v) => link(s, v, [v.from, v.to]));
  // "Iraq: two drones …" is where, "Washington: we will answer" is who.
  const before = all.filter(
    (v) =>
      v.from >= from &&
      v.to <= colon &&
      !(h.cast.isState(v.id) && colon - from <= 2 && s.covers('place', v.from) && !s.covers('say', colon + 1)),
  );
  const short = s.length - colon < 5 && !h.transcript;
  if (short || (before.length > 1 && s.covers('say', colon - 1))) return null;
  // "مراسل الميادين:" in its own ticker: the outlet's own voice.
  const own = before.find((v) => h.self.has(v.id));
  if (own && s.all('post', from, colon).some((p) => p.value === 'journalist')) return links([own]);
  // "الناطق:" in a summary whose heading names him.
  const again = before.length === 0 ? s.starts('pronoun', from) : undefined;
  const told = again?.value === 'person' && again.to === colon ? h.memory.person : null;
  if (told) return [{ speaker: told, via: null, cue: s.span(from, colon) }];
  const stranger = before.every((v) => h.cast.isOutlet(v.id)) ? labelStranger(s, from, colon, h) : null;
  if (stranger && before.every((v) => v.from >= stranger.to)) before.unshift(stranger);
  const [first, second] = before;
  if (!first) return null;
  const press = (v: Voice): boolean => h.cast.isOutlet(v.id) && h.cast.kind(v.id) !== 'unnamed source';
  if (second && press(first) && !press(second)) return links([first, second]);
  // "مصدر ميداني للميادين:": the source stands before the outlet that it speaks to.
  if (before.length === 2 && press(second!) && !press(first)) return links([second!, first]);
  return links([before.find((v) => h.cast.isPerson(v.id)) ?? before.at(-1)!]);
}

/** Fewest words that a credit at the end of a sentence gives to somebody. */
const CREDITED = 4;

/** "… - Iraqi security sources", "… (SDF spox)", "\"None hurt\": CENTCOM": a speaker at the end, behind a mark alone. */
export function creditCue(s: Scene, all: readonly Voice[], h: Hearing): Cue | null {
  let end = s.length;
  while (end > 0 && s.isMark(end - 1)) end--;
  const who = all.find((v) => v.to === end && !h.cast.isState(v.id));
  if (!who) return null;
  let first = who.from;
  while (first > CREDITED && who.from - first < 3 && goesBefore(s, first)) first--;
  const from = s.isMark(first - 1) ? first - 1 : first;
  if (from < CREDITED || !credits(s, first) || all.some((v) => v.to === from)) return null;
  return { from, to: s.length, verb: 'report', chain: [link(s, who, [who.from, who.to])], place: 'before' };
}

/** Whether the word before token `i` belongs to the name that starts there: an article, a name, nothing set off. */
const goesBefore = (s: Scene, i: number): boolean =>
  !s.isMark(i - 1) && !dashed(s, i) && (s.tokens[i - 1]!.form.case > 0 || /^(the|an?)$/.test(s.key(i - 1)));

/** Whether a dash between spaces, which is no token, stands before token `i`. */
const dashed = (s: Scene, i: number): boolean => {
  const gap = s.text.slice(s.tokens[i - 1]!.to, s.tokens[i]!.from);
  return gap.length > 2 && /[-–—]/.test(gap);
};

/** Whether what starts at token `i` is credited with what stands before it. */
const credits = (s: Scene, i: number): boolean =>
  dashed(s, i) ||
  s.isMark(i - 1, '–—(') ||
  (s.isMark(i - 1, ':') && /["”»]/.test(s.text[s.tokens[i - 1]!.from - 1] ?? ''));
