import type { Voice } from './voice.ts';
import type { Hearing } from './hearing.ts';
import type { Hit, Scene } from '../scene.ts';
import { owner } from './owners.ts';
import { strangerId } from './stranger-ids.ts';
import { arabicFronted, arabicStranger, strangerBetween, strangerOf, strangerRight } from './strangers.ts';

const reach = 9;

/** A voice or a pronoun that ends right before token `k`, seen from a verb in English. */
function leftVoice(s: Scene, all: readonly Voice[], k: number, h: Hearing): Voice | null {
  for (let i = k; i > Math.max(-1, k - reach); i--) {
    const known = all.findLast((v) => v.to === i);
    if (known) return wholeName(s, known, k, h) ?? head(s, known, all);
    const again = i === k ? definite(s, i, h) : null;
    if (again) return again;
    const pronoun = s.ends('pronoun', i);
    if (pronoun && !named(s, pronoun)) {
      const id = whom(s, pronoun, all, h);
      return id ? { from: pronoun.from, to: pronoun.to, id, recalled: true } : null;
    }
    if (s.isMark(i - 1) || s.covers('say', i - 1) || s.covers('act', i - 1)) return null;
  }
  return null;
}

/** "U.S. Army Central", "Russia's reconciliation centre": who speaks up to the verb where a state's name only begins a longer one. */
function wholeName(s: Scene, v: Voice, to: number, h: Hearing): Voice | null {
  const rest = s.tokens.slice(v.to, to);
  const held = s.tokens[v.to - 1]!.owner || rest.every((t) => t.form.kind === 'word' && t.form.case > 0);
  return h.cast.isState(v.id) && rest.length > 0 && held ? strangerBetween(s, v.from, to, h) : null;
}

/** "The Media Cell of the Iraqi government": who speaks stands before whose it is. */
function head(s: Scene, v: Voice, all: readonly Voice[]): Voice {
  const of = s.key(v.from - 1) === 'the' ? v.from - 2 : v.from - 1;
  const before = s.key(of) === 'of' ? all.find((x) => x.to === of) : undefined;
  return before ?? v;
}

/** "The commander of the brigade" is somebody who is named, where "the commander" alone goes back to one. */
export const named = (s: Scene, pronoun: Hit): boolean => /^(of|for|at)$/.test(s.key(pronoun.to));

/** Longest title of an office. */
const TITLE = 4;

/** "The press secretary" in what a body itself gives out: its own office of that title. */
function officeBefore(s: Scene, i: number, h: Hearing): Voice | null {
  let from = i;
  while (from > 0 && i - from < TITLE && s.covers('title', from - 1)) from--;
  if (from === i || s.key(from - 1) !== 'the') return null;
  const id = h.cast.officeCalled(
    h.self,
    s.tokens.slice(from, i).map((t) => t.form.key),
  );
  return id ? { from: from - 1, to: i, id } : null;
}

/** "The cell", "the union" before token `i`: a body told before that has the word in its name. */
export function definite(s: Scene, i: number, h: Hearing): Voice | null {
  const office = officeBefore(s, i, h);
  if (office) return office;
  if (s.key(i - 2) !== 'the' || s.tokens[i - 1]?.form.case !== 0 || s.covers('pronoun', i - 1)) return null;
  const id = h.memory.called(s.key(i - 1));
  return id ? { from: i - 2, to: i, id, recalled: true } : null;
}

/**
 * Whom a pronoun means: "the group" is the group last named in the sentence, else what the report told before; "the
 * ministry" of which nothing was told is a ministry.
 */
export function whom(s: Scene, pronoun: Hit, all: readonly Voice[], h: Hearing): string | null {
  const near =
    pronoun.value === 'group' ? all.findLast((v) => v.to <= pronoun.from && h.cast.isGroup(v.id))?.id : undefined;
  const id = near ?? h.memory.resolve(pronoun.value);
  const others = all.some((v) => !h.cast.isForce(v.id) && !h.cast.isState(v.id));
  const naming = s.language === 'en' && !others && (pronoun.value === 'body' || pronoun.value === 'person');
  return id ?? (naming && s.has('post', pronoun.from, pronoun.to) ? strangerId(s, pronoun.from, pronoun.to) : null);
}

/** Subject of the verb: what stands before it, read across an inserted phrase between commas. */
export function subject(s: Scene, all: readonly Voice[], verb: Hit, h: Hearing): Voice | null {
  let k = verb.from;
  while (k > 0 && (s.covers('aux', k - 1) || s.covers('weekday', k - 1) || s.covers('locative', k - 1))) k--;
  if (!s.isMark(k - 1, ',)،—–')) return leftVoice(s, all, k, h);
  const near = all.find((v) => v.to === k - 1 && h.cast.isPerson(v.id));
  if (near) return near;
  for (let i = k - 2, n = 0; i > 0 && n < 30; i--, n++) {
    if (!s.isMark(i, ',(،—–')) continue;
    const found = leftVoice(s, all, i, h);
    if (found) return found;
    // "Peace Watch, which follows the war, estimates": whoever stands before that comma is the subject, known or not.
    if (/^(who|which|whose)$/.test(s.key(i + 1)) && s.tokens[i - 1]!.form.case > 0) return null;
  }
  return k < 20 ? leftVoice(s, all, k - 1, h) : null;
}

/** Subject after the verb: "said the secretary", "قال مسؤول", "أعلنت المقاومة". */
export function rightVoice(s: Scene, all: readonly Voice[], from: number, far: number): Voice | null {
  for (let i = from; i < Math.min(s.length, from + far); i++) {
    const v = all.find((x) => x.from === i);
    if (v) return v;
    if (s.isMark(i, ':;؛') || s.starts('that', i) || s.covers('say', i)) return null;
  }
  return null;
}

/** "It is not known", "يذكر أن": nobody in particular says it. */
const impersonal = (s: Scene, verb: Hit): boolean => s.has('impersonal', Math.max(0, verb.from - 2), verb.to + 1);

/** Whether a phrase that ends at token `to` is all that follows the verb: a mark, a day or a place comes next. */
const closed = (s: Scene, to: number): boolean =>
  to >= s.length ||
  s.isMark(to) ||
  ['weekday', 'locative', 'channel', 'audience', 'dayword'].some((c) => s.covers(c, to));

/** "…, said the mayor": what follows the verb and fills the rest of its clause. */
function inverted(s: Scene, all: readonly Voice[], verb: Hit, h: Hearing): Voice | null {
  if (!s.isMark(verb.from - 1) || s.has('told', verb.from, verb.to)) return null;
  const again = s.starts('pronoun', verb.to);
  if (again && !named(s, again) && closed(s, again.to)) return recalled(again, whom(s, again, all, h));
  const known = rightVoice(s, all, verb.to, 3);
  if (known && closed(s, known.to)) return known;
  const stranger = strangerRight(s, verb, h);
  return stranger && closed(s, stranger.to) ? stranger : null;
}

/** Whom a pronoun stands for, as a voice. */
function recalled(at: Hit, id: string | null): Voice | null {
  return id ? { from: at.from, to: at.to, id, recalled: true } : null;
}

function englishSpeaker(s: Scene, verb: Hit, all: readonly Voice[], h: Hearing): Voice | null {
  const after = s.isMark(verb.from - 1);
  // "The ministry's account has it": whose account it is.
  const account = s.ends('account', verb.from);
  const found =
    (account && owner(s, all, account.from, h)) ??
    inverted(s, all, verb, h) ??
    subject(s, all, verb, h) ??
    (after ? rightVoice(s, all, verb.to, 3) : null);
  if (found) return found;
  // "…, said the official": the pronoun after the verb.
  const said = after ? s.starts('pronoun', verb.to) : undefined;
  return (said && recalled(said, whom(s, said, all, h))) ?? (impersonal(s, verb) ? null : strangerOf(s, verb, h));
}

/** Whether the Arabic word at token `i` has its article. */
const definiteAt = (s: Scene, i: number): boolean =>
  /^[وف]?(ال|لل)/.test(s.text.slice(s.tokens[i]?.from, s.tokens[i]?.to));

/** "القيادة" goes back to one told of; "القيادة العسكرية الأميركية" and "متحدث باسم الوزارة" name one themselves. */
function bare(s: Scene, p: Hit | undefined): Hit | undefined {
  if (!p || !definiteAt(s, p.from)) return undefined;
  const adjective = definiteAt(s, p.to);
  if (adjective && (p.value === 'body' || p.value === 'group')) return undefined;
  return s.key(p.to) === 'باسم' || (adjective && s.key(p.to + 1) === 'باسم') ? undefined : p;
}

function arabicSpeaker(s: Scene, verb: Hit, all: readonly Voice[], h: Hearing): Voice | null {
  const before = subject(s, all, verb, h);
  // "الكويت - (كونا) -- أعلن المتحدث": the dateline names the outlet itself.
  const dated =
    before && s.isMark(verb.from - 1) && (h.self.has(before.id) || s.starts('place', before.from)?.to === before.to);
  const left = dated ? null : before;
  // "أحصى 130 هجوماً على قواعد التحالف": what was counted stands behind the verb, and no subject.
  const object = s.tokens[verb.to]?.form.kind === 'number' || s.starts('number', verb.to) !== undefined;
  const right = object ? null : rightVoice(s, all, verb.to, 8);
  const known = right ?? (left && left.to >= verb.from - 3 ? left : null);
  // "وقال المصدر لوكالة …", "وذكرت الخلية": who was told of before, unless the words name somebody themselves.
  const said = bare(s, s.starts('pronoun', verb.to));
  // "للناطق باسم القائد العام اللواء …": the name behind the title is who speaks.
  const named = said && known && (known.from <= said.from || h.cast.isPerson(known.id));
  if (said && !named) {
    const again = recalled(said, whom(s, said, all, h));
    if (again) return again;
  }
  // "قال مصدر أمني لوكالة …": the post stands before the outlet that it speaks to.
  const told = known !== null && known.from > verb.to && h.cast.isOutlet(known.id);
  const stranger = !known || told ? arabicStranger(s, verb.to, h) : null;
  if (stranger && (!known || stranger.to <= known.from)) return stranger;
  if (known || impersonal(s, verb)) return known;
  return (
    arabicFronted(s, verb.from, h) ?? recalled(verb, h.memory.resolve(verb.value === 'claim' ? 'claimant' : 'doc'))
  );
}

/** Who says what the verb introduces: somebody known, whom a pronoun recalls, or a stranger. */
export const speakerOf = (s: Scene, verb: Hit, all: readonly Voice[], h: Hearing): Voice | null =>
  (h.language === 'ar' ? arabicSpeaker : englishSpeaker)(s, verb, all, h);
