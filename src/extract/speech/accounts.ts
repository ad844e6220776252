import type { Voice } from './voice.ts';
import { link, through } from './hearing.ts';
import type { Cue, Hearing } from './hearing.ts';
import type { Hit, Scene } from '../scene.ts';
import { LEADS, owner } from './owners.ts';
import { definite, named, rightVoice, whom } from './speakers.ts';
import { arabicStranger, strangerAfter, strangerBetween } from './strangers.ts';

/** Words that join an account to whose it is: "the reckoning of", "a count kept by". */
const OWNED = /^(of|by|from)$/;

/** The preposition that leads to token `k`, articles read over; -1 where none does. */
function leadTo(s: Scene, k: number): number {
  let i = k - 1;
  while (i > 0 && /^(the|a|an)$/.test(s.key(i))) i--;
  return i >= 0 && LEADS.test(s.key(i)) ? i : -1;
}

/** "By the ministry's reckoning", "in the telling of the army": an account that says whose it is, without any verb. */
export function accountCue(s: Scene, noun: Hit, all: readonly Voice[], h: Hearing): Cue | null {
  const before = owner(s, all, noun.from, h);
  const joined = !before && OWNED.test(s.key(noun.to));
  const who = before ?? (joined ? (rightVoice(s, all, noun.to + 1, 4) ?? strangerEnd(s, noun.to + 1, h)) : null);
  if (!who) return null;
  const from = leadTo(s, before ? before.from : noun.from);
  const to = Math.max(noun.to, who.to);
  if (from < 0 || h.self.has(who.id)) return null;
  return {
    from,
    to,
    verb: 'report',
    chain: [...through(who, h), link(s, who, [from, to])],
    place: setOff(s, from, to),
  };
}

/** "A statement by the group that it had fired": a noun of saying, whose it is, and what it tells. */
export function utteranceCue(s: Scene, noun: Hit, all: readonly Voice[], h: Hearing): Cue | null {
  const who = OWNED.test(s.key(noun.to)) ? rightVoice(s, all, noun.to + 1, 3) : null;
  const that = who && s.starts('that', who.to);
  if (!who || !that || h.self.has(who.id)) return null;
  return { from: noun.from, to: that.to, verb: noun.value, chain: [link(s, who, [noun.from, who.to])], place: 'after' };
}

/** Somebody unknown from token `from` up to the next mark. */
function strangerEnd(s: Scene, from: number, h: Hearing): Voice | null {
  let to = from;
  while (to < s.length && to - from < 9 && !s.isMark(to)) to++;
  return strangerBetween(s, from, to, h);
}

/** Where the words said stand beside a phrase that only says whose they are: behind it, before it, or around it between commas. */
export function setOff(s: Scene, from: number, to: number): Cue['place'] {
  if (from <= 1) return 'after';
  const between = s.isMark(from - 1, ',،(—–') && s.isMark(to, ',،)—–') && s.length - to > 3;
  return between && !/^(who|which|whose|where|speaking|adding)$/.test(s.key(to + 1)) ? 'around' : 'before';
}

/** Whether a comma stands in tokens [from, to). */
function crosses(s: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (s.isMark(i, ',')) return true;
  return false;
}

/** End of "the cell" where that starts at token `i`. */
const endOf = (s: Scene, i: number): number => (s.key(i) === 'the' ? i + 2 : i);

/** "According to the army": a phrase that names who says so. */
export function accordCue(s: Scene, lead: Hit, all: readonly Voice[], h: Hearing): Cue | null {
  let who = rightVoice(s, all, lead.to, 8);
  // "Citing a local official, Reuters reported": whoever stands behind the comma is not cited.
  if (who && h.language === 'en' && crosses(s, lead.to, who.from)) who = strangerAfter(s, lead, h) ?? who;
  const pronoun = s.all('pronoun', lead.to, Math.min(s.length, lead.to + 5))[0];
  if (pronoun && !named(s, pronoun) && (!who || (pronoun.from <= who.from && who.from - pronoun.to > 2))) {
    const id = whom(s, pronoun, all, h);
    if (id) who = { from: pronoun.from, to: pronoun.to, id, recalled: true };
  }
  who ??= h.language === 'ar' ? null : definite(s, endOf(s, lead.to), h);
  who ??= h.language === 'ar' ? arabicStranger(s, lead.to, h) : strangerAfter(s, lead, h);
  if (!who) return null;
  const links = [...through(who, h), link(s, who, [lead.from, who.to])];
  const inner = lead.value === 'relay' ? rightVoice(s, all, who.to, 3) : null;
  if (inner) links.push(link(s, inner, [inner.from, inner.to]));
  return {
    from: lead.from,
    to: inner?.to ?? who.to,
    verb: 'report',
    chain: links,
    place: setOff(s, lead.from, inner?.to ?? who.to),
  };
}
