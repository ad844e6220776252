import type { Voice } from './voice.ts';
import { link } from './hearing.ts';
import type { Cue, Hearing } from './hearing.ts';
import { creditCue, labelCue } from './labels.ts';
import type { Link } from './memory.ts';
import type { Hit, Scene } from '../scene.ts';
import { rightVoice, speakerOf, whom } from './speakers.ts';
import { arabicStranger, strangerAfter } from './strangers.ts';

/** "told Reuters": the outlet speaks to us and the speaker to the outlet; in Arabic it stands after the speaker. */
function told(s: Scene, verb: Hit, who: Voice, outlets: readonly Voice[]): Link[] {
  const arabic = s.language === 'ar';
  if (!arabic && !s.has('told', verb.from, verb.to)) return [];
  for (let i = verb.to; i < Math.min(s.length, Math.max(verb.to, arabic ? who.to : 0) + 4); i++) {
    const v = outlets.find((x) => x.from === i);
    if (v) return [link(s, v, [verb.from, v.to])];
    // "نفت الخلية ما تداولته مواقع التواصل": those are not told, they told.
    if (s.isMark(i) || s.key(i) === 'ما') break;
  }
  return [];
}

/** "told the news agency": the outlet named before. */
function toldAgain(s: Scene, verb: Hit, h: Hearing): Link[] {
  const again = s.has('told', verb.from, verb.to) ? s.starts('pronoun', verb.to) : undefined;
  const outlet = again?.value === 'outlet' ? h.memory.resolve('outlet') : null;
  return again && outlet ? [{ speaker: outlet, via: null, cue: s.span(verb.from, again.to) }] : [];
}

/** Who passed on what a speaker known from before had said: "the official said" goes on from "an official told CNN". */
const recalled = (who: Voice, h: Hearing): readonly Link[] => (who.recalled ? h.memory.through(who.id) : []);

/** "نقلت رويترز عن مسؤول": whose words the relay passes on. */
const passedOn = (s: Scene, from: number, all: readonly Voice[]): Voice | null =>
  all.find((v) => v.from === from) ?? arabicStranger(s, from);

function verbCue(s: Scene, verb: Hit, all: readonly Voice[], h: Hearing): Cue | null {
  const arabic = h.language === 'ar';
  const who = speakerOf(s, verb, all, h);
  if (!who) return null;
  const from = fronted(s, Math.min(who.from, verb.from));
  const inverted = who.from >= verb.to;
  const to = Math.max(inverted || arabic ? who.to : 0, verb.to);
  const outlets = all.filter((v) => h.cast.isOutlet(v.id));
  const here = [...told(s, verb, who, outlets), ...toldAgain(s, verb, h)].filter((l) => l.speaker !== who.id);
  const outer = here.length > 0 ? here : recalled(who, h);
  const inner = arabic && s.key(who.to) === 'عن' && h.cast.isRelay(who.id) ? passedOn(s, who.to + 1, all) : null;
  const end = Math.max(
    inner?.to ?? to,
    ...outer.map((l) => all.find((v) => v.id === l.speaker && v.from >= verb.to)?.to ?? 0),
  );
  const chain = [...outer, link(s, who, [from, to]), ...(inner ? [link(s, inner, [inner.from, inner.to])] : [])];
  // "X, their spokesman, condemned the strike": the comma closes an apposition and no quotation.
  const apposed = !arabic && !inverted && s.isMark(verb.from - 1, ',') && s.length - end >= 3 && !s.isMark(end, ',');
  return { from, to: end, verb: verb.value, chain, place: apposed ? 'after' : place(s, from, end) };
}

/** A cue begins with the article and titles that stand before the speaker. */
function fronted(s: Scene, from: number): number {
  let k = from;
  while (
    k > 0 &&
    from - k < 6 &&
    !s.isMark(k - 1) &&
    (/^(a|an|the|one|two)$/.test(s.key(k - 1)) ||
      s.tokens[k - 1]!.form.case > 0 ||
      s.covers('role', k - 1) ||
      s.covers('senior', k - 1) ||
      s.covers('title', k - 1) ||
      s.covers('actor', k - 1)) &&
    !s.covers('weekday', k - 1) &&
    !s.covers('place', k - 1)
  )
    k--;
  return k;
}

/** Where the words said stand, told from what follows the cue. */
export function place(s: Scene, from: number, to: number): Cue['place'] {
  let k = to;
  while (
    k < s.length &&
    (s.covers('weekday', k) ||
      s.covers('locative', k) ||
      s.covers('aux', k) ||
      s.covers('channel', k) ||
      s.covers('dayword', k))
  )
    k++;
  if (k >= s.length) return from > 2 ? 'before' : 'after';
  const opened = s.isMark(from - 1, ',،');
  if (s.isMark(k, ',،') && opened && from > 1) return 'around';
  if (opened && from > 4 && s.isMark(k, ';؛')) return 'before';
  if (opened && from > 4 && !s.has('that', to, Math.min(s.length, to + 6)) && s.length - to <= 10) return 'before';
  return 'after';
}

function accordCue(s: Scene, lead: Hit, all: readonly Voice[], h: Hearing): Cue | null {
  let who = rightVoice(s, all, lead.to, 8);
  const pronoun = s.all('pronoun', lead.to, Math.min(s.length, lead.to + 5))[0];
  if (pronoun && (!who || (pronoun.from <= who.from && who.from - pronoun.to > 2))) {
    const id = whom(s, pronoun, all, h);
    if (id) who = { from: pronoun.from, to: pronoun.to, id, recalled: true };
  }
  who ??= h.language === 'ar' ? arabicStranger(s, lead.to) : strangerAfter(s, lead, h);
  if (!who) return null;
  const links = [...recalled(who, h), link(s, who, [lead.from, who.to])];
  const inner = lead.value === 'relay' ? rightVoice(s, all, who.to, 3) : null;
  if (inner) links.push(link(s, inner, [inner.from, inner.to]));
  return {
    from: lead.from,
    to: inner?.to ?? who.to,
    verb: 'report',
    chain: links,
    place: lead.from <= 1 ? 'after' : 'before',
  };
}

/** Passive authorship: "claimed by X", "acknowledged by the Pentagon". */
function byCue(s: Scene, verb: Hit, all: readonly Voice[]): Cue | null {
  const by = s.starts('conditional', verb.from - 1) ? undefined : s.starts('by', verb.to);
  const who = by ? rightVoice(s, all, by.to, 3) : null;
  return who
    ? { from: verb.from, to: who.to, verb: verb.value, chain: [link(s, who, [verb.from, who.to])], place: 'before' }
    : null;
}

/** A sentence with more cues, or more words of saying tried for one, than these is none: it would cost the square. */
const MOST = 12;
const TRIED = 36;

/** Every cue of the sentence, in order, with its speakers; `label` is who stands before its colon. */
export function cues(s: Scene, all: readonly Voice[], h: Hearing, label = labelCue(s, all, h)): Cue[] {
  const out: Cue[] = [];
  if (label) out.push(label);
  const leads = [...s.all('accord'), ...s.all('say')].sort((a, b) => a.from - b.from);
  for (const lead of leads.slice(0, TRIED)) {
    if (out.length >= MOST) break;
    if (out.some((c) => c.from <= lead.from && c.to >= lead.to)) continue;
    // "confirmed the attack, saying …" goes on with the same speaker.
    if (out.length > 0 && s.has('saying', lead.from, lead.to)) continue;
    // "لم تعلن أي جهة": nobody says anything.
    if (s.covers('gist', lead.from)?.value === 'unclaimed') continue;
    // "حملت" lays the blame only where it is named; else something is carried.
    if (s.starts('charged', lead.from) && !s.has('liability', lead.to, lead.to + 16)) continue;
    const cue = lead.cat === 'accord' ? accordCue(s, lead, all, h) : (byCue(s, lead, all) ?? verbCue(s, lead, all, h));
    const citing = out.at(-1);
    if (cue && lead.value === 'cite' && citing && bare(s, citing.to, lead.from)) {
      // "Reuters reported, citing two officials": one cue, whose origin is whom it cites.
      citing.chain = [...citing.chain, ...cue.chain];
      [citing.to, citing.place] = [cue.to, place(s, citing.from, cue.to)];
      continue;
    }
    if (cue && !(lead.cat === 'say' && s.has('subord', cue.from - 2, cue.from)))
      out.push(lead.cat === 'say' ? negatable(s, lead, avowed(s, lead, cue)) : cue);
  }
  const credit = out.length === 0 ? creditCue(s, all, h) : null;
  return credit ? [credit] : out;
}

/** Whether nothing but marks stands in tokens [from, to). */
function bare(s: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!s.isMark(i)) return false;
  return true;
}

/** "أعلنت الكتائب مسؤوليتها عن …": the verb claims where what it names is their own responsibility. */
function avowed(s: Scene, verb: Hit, cue: Cue): Cue {
  return cue.verb === 'report' && s.has('avowal', verb.to, verb.to + 10) ? { ...cue, verb: 'claim' } : cue;
}

/** Start of what may negate a verb: four words back at most, and no mark between ("an official, who was not named, told …"). */
function clause(s: Scene, verb: number): number {
  let k = verb;
  while (k > 0 && verb - k < 4 && !s.isMark(k - 1)) k--;
  return k;
}

/** "had not confirmed" is no confirmation. */
function negatable(s: Scene, verb: Hit, cue: Cue): Cue {
  // "Nobody was wounded, an official said": that negation is of what is said.
  const negates = (cat: string, from: number, to: number): boolean =>
    s.all(cat, from, to).some((n) => !s.covers('none', n.from));
  const negated =
    negates('not', clause(s, verb.from), verb.to) || (cue.place !== 'before' && negates('neither', 0, verb.from));
  return negated && (verb.value === 'confirm' || verb.value === 'report') ? { ...cue, verb: 'unsure' } : cue;
}
