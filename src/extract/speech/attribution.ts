import { voices } from './actors.ts';
import { cues } from './cues.ts';
import type { Cue, Hearing, Scope } from './hearing.ts';
import { labelCue } from './labels.ts';
import type { Link, Said } from './memory.ts';
import { settled } from './lands.ts';
import { gaps, nest, untangle } from './nesting.ts';
import { quotedBy, quotes } from './quoting.ts';
import type { Scene } from '../scene.ts';

/** Content of a cue: from it to the next one, or back to the one before. */
export function content(s: Scene, list: readonly Cue[], i: number): [number, number] {
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

/** Verbs that say all by themselves: "the army denied the charge". */
const WHOLE: ReadonlySet<string> = new Set(['deny', 'unsure', 'retract', 'threaten']);

/** Fewest words of something said that stands apart from the verb. */
const LEAST = 3;

/** Where what is said begins: audience, day of saying and "that" are read over. */
function opening(s: Scene, from: number): number {
  for (let k = from; k < Math.min(s.length - 1, from + 8); k++) {
    const that = s.starts('that', k);
    if (that) return that.to;
    if (['act', 'deed', 'harm', 'weapon', 'say'].some((c) => s.covers(c, k))) break;
  }
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

/** The place spoken of last; "Iraq" behind a base in Iraq tells no new one. */
function placeOf(s: Scene, { memory, lexicon }: Hearing): string | null {
  const last = s.all('place').at(-1)?.value;
  return last && !(memory.place && lexicon.places.inside(memory.place, last)) ? last : memory.place;
}

/** The country of the place named last, or the region that has ministries of its own. */
function landOf(s: Scene, h: Hearing): string | null {
  const place = s.all('place').at(-1);
  if (!place) return null;
  return h.lexicon.places.path(place.value).includes('kurdistan-region')
    ? 'krg'
    : h.lexicon.places.country(place.value);
}

/** In whose turn of a transcript the sentence stands: whoever answers passes on what it says, until the next one speaks. */
function turnOf(list: readonly Cue[], label: Cue | null, line: number, h: Hearing): Link | null {
  const first = list[0]?.chain[0];
  if (first?.speaker === 'reporter-question') return first;
  if (!h.transcript) return null;
  const said = label?.chain[0];
  if (said) h.memory.turn = { link: said, line };
  const carried = h.memory.carried;
  if (carried?.line === line && carried.chain[0]?.speaker === 'reporter-question') return carried.chain[0];
  return said ?? (h.memory.turn?.line === line ? h.memory.turn.link : null);
}

/** Who says which words of the sentence; at least one scope, the last resort being the carried or the own voice. */
export function scopes(s: Scene, line: number, h: Hearing): Scope[] {
  h.memory.place = placeOf(s, h);
  h.memory.land = landOf(s, h) ?? h.memory.land;
  const all = settled(s, voices(s, h.cast), h);
  const label = labelCue(s, all, h);
  // "SPOKESPERSON: She said …" speaks of herself.
  if (label && h.transcript) h.memory.heard(label.chain);
  const list = cues(s, all, h, label);
  const out: Scope[] = [];
  list.forEach((c, i) => {
    const [from, to] = content(s, list, i);
    const brief = to - from < LEAST && WHOLE.has(c.verb);
    if (brief || to > from)
      out.push({
        from: brief ? c.from : from,
        to: brief ? Math.max(to, c.to) : to,
        chain: c.chain,
        verb: c.verb,
        cue: [c.from, c.to],
      });
  });
  nest(out, h);
  const asked = turnOf(list, label, line, h);
  for (const o of out) {
    if (asked && o.chain[0]?.speaker !== asked.speaker) o.chain = [asked, ...o.chain];
    o.chain = clean(o.chain, h);
  }
  // What the source says is said by whoever the sentence names for the same words: "ALERT: …, the ministry confirms".
  for (const o of [...out])
    if (o.chain.length === 0 && out.some((x) => x.chain.length > 0 && x.from <= o.from && x.to >= o.to))
      out.splice(out.indexOf(o), 1);
  untangle(out);
  const quoted = list.length === 0 ? quotedBy(s, h) : null;
  for (const gap of gaps(s, out)) {
    // "…, CENTCOM said; most were shot down": what a semicolon adds is said by the same.
    const same = s.isMark(gap.from, ';؛') ? out.find((o) => o.cue?.[1] === gap.from) : undefined;
    out.push(
      same
        ? { ...gap, chain: same.chain, verb: same.verb, cue: null }
        : { ...gap, ...(quoted ? { ...quoted, chain: clean(quoted.chain, h) } : carry(s, line, h)), cue: null },
    );
  }
  out.sort((a, b) => a.from - b.from);
  remember(s, line, out, h);
  recordQuote(s, out, quoted, h);
  for (const v of all) h.memory.note(v.id);
  for (const o of out) if (o.cue) h.memory.heard(o.chain);
  return out;
}

/** A quotation keeps its speaker into the next sentence. */
function recordQuote(s: Scene, out: readonly Scope[], quoted: Said | null, h: Hearing): void {
  const last = out.findLast((o) => o.cue !== null && o.chain.length > 0);
  const said = last && quotes(s, h) ? { chain: last.chain, verb: last.verb } : quoted;
  h.memory.quoted = said ? { chain: said.chain, verb: said.verb, to: s.range.to } : null;
}

/** Words that place what a sentence tells anew: it does not go on with what was told before. */
const ANEW = ['weekday', 'month', 'dayword', 'impersonal'];

/** Whether a dated sentence begins anew; an office or a body that stood last tells on, unless the sentence looks back or sums up. */
function begins(s: Scene, said: Said, { cast }: Hearing): boolean {
  if (!ANEW.some((cat) => s.has(cat))) return false;
  const origin = said.chain.at(-1)?.speaker ?? '';
  return s.language !== 'en' || !cast.kind(origin) || cast.isOutlet(origin) || s.has('background');
}

function carry(s: Scene, line: number, h: Hearing): Said & { loose?: boolean } {
  const c = h.memory.carried;
  const goes = c && (c.sticky || c.line === line) && (c.led || !begins(s, c, h));
  return goes ? { chain: c.chain, verb: c.verb, loose: !c.led } : { chain: [], verb: 'own' };
}

/** Speech goes on within a paragraph when its speaker stood first, and beyond it in transcripts and updates. */
function remember(s: Scene, line: number, out: readonly Scope[], h: Hearing): void {
  const last = out.findLast((o) => o.cue !== null);
  if (!last) {
    if (h.memory.carried && h.memory.carried.line !== line && !h.memory.carried.sticky) h.memory.carried = null;
    return;
  }
  const led = last.cue![0] <= last.from;
  const sticky = s.has('briefing') || h.transcript;
  h.memory.carried = { chain: last.chain, verb: last.verb, line, sticky, led: led || sticky };
}
