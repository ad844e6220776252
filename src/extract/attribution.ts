import type { Cast, Voice } from './actors.ts';
import { voices } from './actors.ts';
import type { Link, Memory } from './memory.ts';
import type { Hit, Scene } from './scene.ts';

/** Words of a sentence that somebody says: content tokens [from, to), the chain, and the verb's value. */
export interface Scope {
  from: number;
  to: number;
  chain: Link[];
  /** Value of the verb of saying in the lexicon; 'own' where nobody is named. */
  verb: string;
  /** Tokens of the cue itself, which are no evidence. */
  cue: readonly [number, number] | null;
}

/** What attribution needs besides the sentence. */
export interface Hearing {
  cast: Cast;
  memory: Memory;
  language: string;
  /** The source's own voice: never a link of its own chain. */
  self: ReadonlySet<string>;
  transcript: boolean;
}

interface Cue {
  from: number;
  to: number;
  verb: string;
  chain: Link[];
  /** Whether the words said stand before the cue, after it, or around it. */
  place: 'before' | 'after' | 'around';
}

const reach = 9;

/** A voice or a pronoun that ends right before token `k`, seen from a verb in English. */
function leftVoice(s: Scene, all: readonly Voice[], k: number, h: Hearing): Voice | null {
  for (let i = k; i > Math.max(-1, k - reach); i--) {
    const named = all.findLast((v) => v.to === i);
    if (named) return named;
    const pronoun = s.ends('pronoun', i);
    if (pronoun) {
      const id = whom(pronoun, all, h);
      return id ? { from: pronoun.from, to: pronoun.to, id } : null;
    }
    if (s.isMark(i - 1) || s.covers('say', i - 1) || s.covers('act', i - 1)) return null;
  }
  return null;
}

/** Whom a pronoun means: "the group" is the group last named in the sentence, else what the report told before. */
function whom(pronoun: Hit, all: readonly Voice[], h: Hearing): string | null {
  const near =
    pronoun.value === 'group' ? all.findLast((v) => v.to <= pronoun.from && h.cast.isGroup(v.id))?.id : undefined;
  return near ?? h.memory.resolve(pronoun.value);
}

/** Subject of the verb: what stands before it, read across an inserted phrase between commas. */
function subject(s: Scene, all: readonly Voice[], verb: Hit, h: Hearing): Voice | null {
  let k = verb.from;
  while (k > 0 && (s.covers('aux', k - 1) || s.covers('weekday', k - 1) || s.covers('locative', k - 1))) k--;
  if (!s.isMark(k - 1, ',)،')) return leftVoice(s, all, k, h);
  const near = all.find((v) => v.to === k - 1 && h.cast.isPerson(v.id));
  if (near) return near;
  for (let i = k - 2, n = 0; i > 0 && n < 30; i--, n++) {
    if (!s.isMark(i, ',(،')) continue;
    const found = leftVoice(s, all, i, h);
    if (found) return found;
  }
  return k < 20 ? leftVoice(s, all, k - 1, h) : null;
}

/** Subject after the verb: "said Ryder", "قال مسؤول", "أعلنت المقاومة". */
function rightVoice(s: Scene, all: readonly Voice[], from: number, far: number): Voice | null {
  for (let i = from; i < Math.min(s.length, from + far); i++) {
    const v = all.find((x) => x.from === i);
    if (v) return v;
    if (s.isMark(i, ':;؛') || s.starts('that', i) || s.covers('say', i)) return null;
  }
  return null;
}

const link = (s: Scene, v: Voice, cue: readonly [number, number]): Link => ({
  speaker: v.id,
  via: channel(s, cue),
  cue: s.span(cue[0], cue[1]),
});

/** The channel named in or beside the cue ("in a Facebook post", "عبر تلغرام"). */
function channel(s: Scene, cue: readonly [number, number]): string | null {
  return s.all('channel', Math.max(0, cue[0] - 8), Math.min(s.length, cue[1] + 12))[0]?.value ?? null;
}

/** "told Reuters": the outlet speaks to us and the speaker to the outlet. */
function told(s: Scene, verb: Hit, all: readonly Voice[], h: Hearing): Link[] {
  for (let i = verb.to; i < Math.min(s.length, verb.to + 4); i++) {
    const v = all.find((x) => x.from === i && h.cast.isOutlet(x.id));
    if (v) return s.has('told', verb.from, verb.to) || h.language === 'ar' ? [link(s, v, [verb.from, v.to])] : [];
    if (s.isMark(i)) break;
  }
  return [];
}

function verbCue(s: Scene, verb: Hit, all: readonly Voice[], h: Hearing): Cue | null {
  const arabic = h.language === 'ar';
  const right = rightVoice(s, all, verb.to, arabic ? 8 : 3);
  const left = subject(s, all, verb, h);
  const inverted = !left && right !== null;
  let who = arabic
    ? (right ?? (left && left.to >= verb.from - 3 ? left : null))
    : (left ?? (s.isMark(verb.from - 1) ? right : null));
  if (!who && arabic) {
    const id = impersonal(s, verb) ? null : h.memory.resolve(verb.value === 'claim' ? 'claimant' : 'doc');
    who = id ? { from: verb.from, to: verb.to, id } : null;
  }
  if (!who) return null;
  const from = fronted(s, Math.min(who.from, verb.from));
  const to = Math.max(inverted || arabic ? who.to : 0, verb.to);
  const outer = told(s, verb, all, h).filter((l) => l.speaker !== who.id);
  const end = Math.max(to, ...outer.map((l) => all.find((v) => v.id === l.speaker && v.from >= verb.to)?.to ?? 0));
  const chain = [...outer, link(s, who, [from, to])];
  // "X, their spokesman, condemned the strike": the comma closes an apposition and no quotation.
  const apposed = !arabic && s.isMark(verb.from - 1, ',') && s.length - end >= 3 && !s.isMark(end, ',');
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

/** "It is not known", "يذكر أن": nobody in particular says it. */
const impersonal = (s: Scene, verb: Hit): boolean => s.has('impersonal', Math.max(0, verb.from - 2), verb.to + 1);

/** Where the words said stand, told from what follows the cue. */
function place(s: Scene, from: number, to: number): Cue['place'] {
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
    const id = whom(pronoun, all, h);
    if (id) who = { from: pronoun.from, to: pronoun.to, id };
  }
  if (!who) return null;
  const links = [link(s, who, [lead.from, who.to])];
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

/** "Q:", "GEN. RYDER:", "Reuters citing a source:" – whoever stands before an early colon says the rest. */
function colonCue(s: Scene, all: readonly Voice[], h: Hearing): Cue | null {
  for (let i = 0; i < Math.min(s.length, 18); i++) {
    const tells = s.covers('act', i) ?? s.covers('deed', i) ?? s.covers('harm', i) ?? s.covers('approx', i);
    if (tells || (i > 0 && s.tokens[i]!.form.kind === 'number')) return null;
    if (!s.isMark(i, ':')) continue;
    if (i === 1 && /^(q|س|سؤال|question)$/.test(s.key(0)))
      return {
        from: 0,
        to: 2,
        verb: 'report',
        chain: [{ speaker: 'reporter-question', via: null, cue: s.span(0, 2) }],
        place: 'after',
      };
    const before = all.filter((v) => v.to <= i);
    const [first, second] = before;
    if (!first || (s.length - i < 6 && !h.transcript) || (before.length > 1 && s.covers('say', i - 1))) return null;
    const relayed = second && h.cast.isOutlet(first.id) && !h.cast.isOutlet(second.id);
    const who = relayed ? [first, second] : [before.find((v) => h.cast.isPerson(v.id)) ?? before.at(-1)!];
    return { from: 0, to: i + 1, verb: 'report', chain: who.map((v) => link(s, v, [v.from, v.to])), place: 'after' };
  }
  return null;
}

/** Passive authorship: "claimed by X", "acknowledged by the Pentagon". */
function byCue(s: Scene, verb: Hit, all: readonly Voice[]): Cue | null {
  const by = s.starts('conditional', verb.from - 1) ? undefined : s.starts('by', verb.to);
  const who = by ? rightVoice(s, all, by.to, 3) : null;
  return who
    ? { from: verb.from, to: who.to, verb: verb.value, chain: [link(s, who, [verb.from, who.to])], place: 'before' }
    : null;
}

/** Every cue of the sentence, in order, with its speakers. */
function cues(s: Scene, all: readonly Voice[], h: Hearing): Cue[] {
  const out: Cue[] = [];
  // A sentence with more cues than this is none: reading them all against each other would cost the square.
  const MOST = 12;
  const colon = colonCue(s, all, h);
  if (colon) out.push(colon);
  for (const lead of [...s.all('accord'), ...s.all('say')].sort((a, b) => a.from - b.from)) {
    if (out.length >= MOST) break;
    if (out.some((c) => c.from <= lead.from && c.to >= lead.to)) continue;
    // "confirmed the attack, saying …" goes on with the same speaker.
    if (out.length > 0 && s.has('saying', lead.from, lead.to)) continue;
    const cue = lead.cat === 'accord' ? accordCue(s, lead, all, h) : (byCue(s, lead, all) ?? verbCue(s, lead, all, h));
    if (cue && !(lead.cat === 'say' && s.has('subord', cue.from - 2, cue.from)))
      out.push(lead.cat === 'say' ? negatable(s, lead, cue) : cue);
  }
  return out;
}

/** "had not confirmed" is no confirmation. */
function negatable(s: Scene, verb: Hit, cue: Cue): Cue {
  const negated = s.has('not', Math.max(0, verb.from - 4), verb.to) || s.has('neither', 0, verb.from);
  return negated && (verb.value === 'confirm' || verb.value === 'report') ? { ...cue, verb: 'unsure' } : cue;
}

/** Content of a cue: from it to the next one, or back to the one before. */
function content(s: Scene, list: readonly Cue[], i: number): [number, number] {
  const c = list[i]!;
  const before = list[i - 1];
  const after = list[i + 1];
  if (c.place === 'around') return [before?.to ?? 0, after && after.place !== 'before' ? after.from : s.length];
  if (c.place === 'before')
    return [
      before && before.place === 'after' && !nests(s, list, i) ? before.to : before?.place === 'before' ? before.to : 0,
      c.from,
    ];
  return [opening(s, c.to), after && after.place !== 'around' ? after.from : s.length];
}

/** Where what is said begins: audience, day of saying and "that" are read over. */
function opening(s: Scene, from: number): number {
  let k = from;
  while (
    k < s.length - 1 &&
    k < from + 8 &&
    (['audience', 'weekday', 'dayword', 'that', 'on', 'channel'].some((c) => s.covers(c, k)) || s.isMark(k, ',،:('))
  )
    k++;
  return s.covers('that', k - 1) || s.covers('audience', k - 1) ? k : from;
}

/** A trailing "…, Reuters reported" wraps what an earlier cue said. */
const nests = (_s: Scene, list: readonly Cue[], i: number): boolean => list[i]!.place === 'before' && i > 0;

/** Chains without the source's own voice, and without one speaker twice in a row. */
function clean(chain: readonly Link[], h: Hearing): Link[] {
  const out: Link[] = [];
  for (const l of chain.map((x) => ({ ...x, speaker: h.cast.principal(x.speaker) })))
    if (!h.self.has(l.speaker) && out.at(-1)?.speaker !== l.speaker) out.push(l);
  return out;
}

/** Who says which words of the sentence; at least one scope, the last resort being the carried or the own voice. */
export function scopes(s: Scene, line: number, h: Hearing): Scope[] {
  const all = voices(s, h.cast);
  const list = cues(s, all, h);
  const out: Scope[] = [];
  list.forEach((c, i) => {
    const [from, to] = content(s, list, i);
    if (to > from) out.push({ from, to, chain: c.chain, verb: c.verb, cue: [c.from, c.to] });
  });
  nest(out, h);
  const question =
    h.transcript && h.memory.carried?.chain[0]?.speaker === 'reporter-question' && h.memory.carried.line === line;
  const asked =
    list[0]?.chain[0]?.speaker === 'reporter-question'
      ? list[0].chain[0]
      : question
        ? h.memory.carried!.chain[0]!
        : null;
  for (const o of out) {
    if (asked && o.chain[0]?.speaker !== 'reporter-question') o.chain = [asked, ...o.chain];
    o.chain = clean(o.chain, h);
  }
  untangle(out);
  for (const gap of gaps(s, out)) {
    // "…, CENTCOM said; most were shot down": what a semicolon adds is said by the same.
    const same = s.isMark(gap.from, ';؛') ? out.find((o) => o.cue?.[1] === gap.from) : undefined;
    out.push(
      same ? { ...gap, chain: same.chain, verb: same.verb, cue: null } : { ...gap, ...carry(line, h), cue: null },
    );
  }
  out.sort((a, b) => a.from - b.from);
  remember(s, line, out, h);
  for (const v of all) h.memory.note(v.id);
  for (const o of out) if (o.cue && o.chain.length > 0) h.memory.spoke(o.chain.at(-1)!.speaker);
  return out;
}

/** Stretches of some length that nobody was found to say. */
function gaps(s: Scene, out: readonly Scope[]): { from: number; to: number }[] {
  const held = out.flatMap((o) => [[o.from, o.to] as const, ...(o.cue ? [o.cue] : [])]).sort((a, b) => a[0] - b[0]);
  const list: { from: number; to: number }[] = [];
  let at = 0;
  for (const [from, to] of [...held, [s.length, s.length] as const]) {
    if (from - at >= 4) list.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  return list;
}

/** No words are read twice: of two scopes over the same words the inner one keeps them. */
function untangle(out: Scope[]): void {
  for (const o of [...out])
    for (const inner of out) {
      if (inner === o || !out.includes(o) || inner.from < o.from || inner.to > o.to || !inner.cue) continue;
      const same = o.chain.at(-1)?.speaker === inner.chain.at(-1)?.speaker;
      if (same) {
        // The larger share of the words decides which cue leads; the channel of the other is kept.
        const [keep, drop] =
          (inner.to - inner.from) * 2 > o.to - o.from && inner.from > o.from ? [inner, o] : [o, inner];
        keep.chain = keep.chain.map((l, i) => ({
          ...l,
          via: l.via ?? drop.chain.at(i - keep.chain.length)?.via ?? null,
        }));
        if (drop.verb === 'claim') keep.verb = 'claim';
        out.splice(out.indexOf(drop), 1);
      } else if (o.chain.length > inner.chain.length && o.chain[0]?.speaker === inner.chain[0]?.speaker) {
        // The relay is already the outer link of these words.
        out.splice(out.indexOf(inner), 1);
      } else o.to = Math.max(o.from, Math.min(o.to, inner.from, inner.cue[0]));
    }
}

/** A relay whose words hold another cue is its outer link: Reuters < the security service. */
function nest(out: Scope[], h: Hearing): void {
  for (const o of out)
    for (const inner of out) {
      if (inner === o || !o.cue || !inner.cue) continue;
      const relay =
        h.cast.isRelay(o.chain[0]!.speaker) && !o.chain.some((l) => inner.chain.some((m) => m.speaker === l.speaker));
      if (relay && o.from <= inner.cue[0] && o.to >= inner.cue[1]) inner.chain = [...o.chain, ...inner.chain];
    }
}

function carry(line: number, h: Hearing): { chain: Link[]; verb: string } {
  const c = h.memory.carried;
  const goes = c && (c.sticky || c.line === line);
  return goes ? { chain: c.chain, verb: c.verb } : { chain: [], verb: 'own' };
}

/** Speech goes on within a paragraph when its speaker stood first, and beyond it in transcripts and updates. */
function remember(s: Scene, line: number, out: readonly Scope[], h: Hearing): void {
  const last = out.findLast((o) => o.cue !== null);
  if (!last) {
    if (h.memory.carried && h.memory.carried.line !== line && !h.memory.carried.sticky) h.memory.carried = null;
    return;
  }
  const led = last.cue![0] <= last.from;
  const sticky = s.has('briefing') && !h.transcript;
  h.memory.carried = led || sticky || h.transcript ? { chain: last.chain, verb: last.verb, line, sticky } : null;
}
