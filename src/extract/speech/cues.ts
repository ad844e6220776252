import { accordCue, accountCue, utteranceCue } from './accounts.ts';
import type { Voice } from './voice.ts';
import { link, through } from './hearing.ts';
import type { Cue, Hearing } from './hearing.ts';
import { creditCue, labelCue } from './labels.ts';
import type { Link } from './memory.ts';
import type { Hit, Scene } from '../scene.ts';
import { rightVoice, speakerOf } from './speakers.ts';
import { arabicStranger } from './strangers.ts';
import { unclaimed } from './unclaimed.ts';

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

/** "نقلت رويترز عن مسؤول": whose words the relay passes on. */
const passedOn = (s: Scene, from: number, all: readonly Voice[], h: Hearing): Voice | null =>
  all.find((v) => v.from === from) ?? arabicStranger(s, from, h);

function verbCue(s: Scene, verb: Hit, all: readonly Voice[], h: Hearing): Cue | null {
  const arabic = h.language === 'ar';
  const who = speakerOf(s, verb, all, h);
  if (!who) return null;
  const from = fronted(s, Math.min(who.from, verb.from));
  const inverted = who.from >= verb.to;
  const to = Math.max(inverted || arabic ? who.to : 0, verb.to);
  const outlets = all.filter((v) => h.cast.isOutlet(v.id));
  const here = [...told(s, verb, who, outlets), ...toldAgain(s, verb, h)].filter((l) => l.speaker !== who.id);
  const outer = here.length > 0 ? here : through(who, h);
  const inner = arabic && s.key(who.to) === 'عن' && h.cast.isRelay(who.id) ? passedOn(s, who.to + 1, all, h) : null;
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
  if (s.isMark(k, ',،') && opened && from > 1) return /^(who|which|whose)$/.test(s.key(k + 1)) ? 'before' : 'around';
  if (opened && from > 4 && s.isMark(k, ';؛')) return 'before';
  // "63 attacks, the committee says: 29 in the capital, …": the parts of what it has said.
  if (opened && from > 4 && s.isMark(k, ':') && s.tokens[k + 1]?.form.kind === 'number') return 'around';
  if (opened && from > 4 && !s.has('that', to, Math.min(s.length, to + 6)) && s.length - to <= 10) return 'before';
  return 'after';
}

/** Passive authorship: "claimed by X", "acknowledged by the Pentagon". */
function byCue(s: Scene, verb: Hit, all: readonly Voice[]): Cue | null {
  const by = s.starts('conditional', verb.from - 1) ? undefined : s.starts('by', verb.to);
  const who = by ? rightVoice(s, all, by.to, 3) : null;
  // "A claim by the group that it fired": a noun, and what it tells stands behind it.
  const told = who && s.starts('that', who.to) ? 'after' : 'before';
  return (
    who && { from: verb.from, to: who.to, verb: verb.value, chain: [link(s, who, [verb.from, who.to])], place: told }
  );
}

/** Categories of words that may open a cue. */
const LEADS = ['accord', 'account', 'utterance', 'say'];

/** A sentence with more cues, or more words of saying tried for one, than these is none: it would cost the square. */
const MOST = 12;
const TRIED = 36;

/** Every cue of the sentence, in order, with its speakers; `label` is who stands before its colon. */
export function cues(s: Scene, all: readonly Voice[], h: Hearing, label = labelCue(s, all, h)): Cue[] {
  const out: Cue[] = [];
  let cited: Cue | null = null;
  const silent = s.has('nobody') ? unclaimed(s) : null;
  if (label) out.push(label);
  const leads = LEADS.flatMap((cat) => s.all(cat)).sort((a, b) => a.from - b.from);
  for (const lead of leads.slice(0, TRIED)) {
    if (out.length >= MOST) break;
    if (out.some((c) => c.from <= lead.from && c.to >= lead.to)) continue;
    // "confirmed the attack, saying …" goes on with the same speaker.
    if (out.length > 0 && s.has('saying', lead.from, lead.to)) continue;
    // "لم تعلن أي جهة": nobody says anything.
    if (s.covers('gist', lead.from)?.value === 'unclaimed') continue;
    // "An officer, who asked not to be named": that is no saying.
    if (s.covers('anonymity', lead.from)) continue;
    if (silent && lead.from >= silent.from && lead.from < silent.to) continue;
    // "حملت" lays the blame only where it is named; else something is carried.
    if (s.starts('charged', lead.from) && !s.has('liability', lead.to, lead.to + 16)) continue;
    if (wants(s, lead) || (out.length > 0 && omits(s, lead, all))) continue;
    const citing = out.at(-1);
    h.memory.within = citing?.chain ?? null;
    const cue = related(s, lead, citing) ?? cueAt(s, lead, all, h) ?? coordinated(s, lead, citing);
    if (cue && lead.value === 'cite' && citing && bare(s, citing.to, lead.from)) {
      // "Reuters reported, citing two officials": one cue, whose origin is whom it cites.
      citing.chain = [...citing.chain, ...cue.chain];
      [citing.to, citing.place] = [cue.to, place(s, citing.from, cue.to)];
      cited = null;
      continue;
    }
    if (cue && citing && citing === cited && lead.cat === 'say' && cites(s, citing, cue)) {
      // "Citing two officials, Reuters reported", "Reuters, citing two officials, reported": the same.
      citing.chain = [...cue.chain, ...citing.chain];
      [citing.from, citing.to, citing.verb] = [Math.min(citing.from, cue.from), cue.to, 'report'];
      citing.place = place(s, citing.from, citing.to);
      continue;
    }
    if (cue && !(lead.cat === 'say' && subordinate(s, cue)))
      out.push(lead.cat === 'say' ? negatable(s, lead, avowed(s, lead, cue)) : cue);
    if (lead.value === 'cite') cited = cue;
  }
  h.memory.within = null;
  const credit = out.length === 0 ? creditCue(s, all, h) : null;
  return credit ? [credit] : out;
}

function cueAt(s: Scene, lead: Hit, all: readonly Voice[], h: Hearing): Cue | null {
  if (lead.cat === 'accord') return accordCue(s, lead, all, h);
  if (lead.cat === 'account') return accountCue(s, lead, all, h);
  if (lead.cat === 'utterance') return utteranceCue(s, lead, all, h);
  return byCue(s, lead, all) ?? verbCue(s, lead, all, h);
}

/** "Reported the strike, then deleted the report": another verb of the same subject. */
function coordinated(s: Scene, lead: Hit, before: Cue | undefined): Cue | null {
  if (
    !before ||
    lead.cat !== 'say' ||
    !ANSWERS.has(lead.value) ||
    !/^(and|then|but|later|ثم)$/.test(s.key(lead.from - 1))
  )
    return null;
  return { from: lead.from, to: lead.to, verb: lead.value, chain: before.chain, place: 'after' };
}

/** "According to the mayor, who said that …", "the ministry, which counted …": whoever was cited right before goes on. */
function related(s: Scene, lead: Hit, before: Cue | undefined): Cue | null {
  const from = lead.from - 1;
  const goesOn =
    before !== undefined && before.to < from && /^(who|which)$/.test(s.key(from)) && bare(s, before.to, from);
  return goesOn && lead.cat === 'say'
    ? { from, to: lead.to, verb: lead.value, chain: before.chain, place: 'after' }
    : null;
}

/** Verbs whose words are no part of what the verb before them said. */
const ANSWERS: ReadonlySet<string> = new Set(['retract', 'deny', 'threaten', 'accuse', 'unsure']);

/** Whether a verb that only speaks of some things ("put the toll", "withdrew the statement") has none of them beside it. */
function wants(s: Scene, lead: Hit): boolean {
  const needs = s.starts('needs', lead.from);
  return needs?.to === lead.to && !s.has('object', lead.from - 5, lead.to + 6, needs.value);
}

/** "… had hit their targets but gave no details", "…، ولم تكشف عن": the same speaker leaves out what is no claim of its own. */
function omits(s: Scene, lead: Hit, all: readonly Voice[]): boolean {
  if (!s.starts('omission', lead.from)) return false;
  const joined =
    s.language === 'ar' ? s.text[s.tokens[lead.from]!.from] === 'و' : /^(and|but)$/.test(s.key(lead.from - 1));
  return joined && !all.some((v) => v.from === lead.to);
}

/** Whether who says `cue` is who cites: the subject stands before what it cites, or right behind it. */
const cites = (s: Scene, citing: Cue, cue: Cue): boolean =>
  cue.from < citing.from ? s.isMark(citing.from - 1, ',') : bare(s, citing.to, cue.from);

/** Whether nothing but marks stands in tokens [from, to). */
function bare(s: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!s.isMark(i)) return false;
  return true;
}

/** "After the army said …" is when; "…, as the army put it" and "as the army said, …" is who. */
const subordinate = (s: Scene, cue: Cue): boolean =>
  s.has('subord', cue.from - 2, cue.from) &&
  !(
    s.key(cue.from - 1) === 'as' &&
    (s.isMark(cue.from - 2) || cue.from === 1) &&
    (s.isMark(cue.to) || cue.to >= s.length)
  );

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
