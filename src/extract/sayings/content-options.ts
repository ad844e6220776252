import { following } from '../text/quotations.ts';
import { verbGroup } from './source-options.ts';
import type { Utterance } from '../text/utterance.ts';

/** Words that may be what is said, as offsets, and how they were found. */
export interface ContentOption {
  name: string;
  side: 'right' | 'left' | 'around';
  /** First and one past the last token of the (right or left) part. */
  tokens: readonly [number, number];
  spans: [number, number][];
}

const CLAUSE = /^(that|whether|how|why|if|what|who|where|when|for)$/;

interface Start {
  name: string;
  at: number;
}

/** Where what is said may begin, after the cue word at token `v`. */
function starts(u: Utterance, v: number): Start[] {
  const out: Start[] = [{ name: 'next', at: v + 1 }];
  let k = v + 1;
  while (k < v + 3 && (u.class(k) === 'preposition' || u.class(k) === 'adverb')) k++;
  if (k > v + 1) out.push({ name: 'particle', at: k });
  const p = u.phraseAt(k);
  if (p) out.push({ name: k > v + 1 ? 'adjunct' : 'audience', at: p.to });
  for (let i = v + 1; i < Math.min(u.length, v + 16); i++)
    if (CLAUSE.test(u.key(i))) {
      out.push({ name: u.key(i) === 'that' ? 'that' : 'wh', at: i });
      break;
    }
  for (let i = v + 1; i < Math.min(u.length, v + 25); i++)
    if (u.opens(i)) {
      out.push({ name: 'quote', at: i });
      break;
    }
  for (let i = v + 1; i < Math.min(u.length, v + 20); i++)
    if (u.isMark(i, ':,')) {
      out.push({ name: u.isMark(i, ':') ? 'colon' : 'comma', at: i + 1 });
      break;
    }
  return out;
}

interface End {
  name: string;
  at: number;
}

/** Where what begins at token `a` may end. */
function ends(u: Utterance, a: number): End[] {
  const out: End[] = [{ name: 'end', at: u.length }];
  const find = (name: string, fits: (i: number) => boolean, from: number): void => {
    for (let i = from; i < u.length; i++)
      if (fits(i)) {
        out.push({ name, at: i });
        return;
      }
  };
  find('mark', (i) => u.isMark(i, ',;:—–()'), a + 1);
  find('dash', (i) => u.isMark(i, ';—–('), a + 1);
  find('turn', (i) => u.isMark(i - 1, ',') && TURN.test(u.key(i)), a + 2);
  find('clause', (i) => u.class(i) === 'subordinator', a + 2);
  const p = u.phraseAt(a);
  if (p) {
    out.push({ name: 'phrase', at: p.to });
    let to = p.to;
    for (let i = 0; i < 3; i++) {
      const next = u.class(to) === 'preposition' || u.key(to) === 'and' ? u.phraseAt(to + 1) : null;
      if (!next) break;
      to = next.to;
      if (i === 0) out.push({ name: 'phrase long', at: to });
    }
    if (to > p.to) out.push({ name: 'phrase longest', at: to });
  }
  if (u.quoted[a]) find('quote', (i) => u.quoted[i] !== u.quoted[a], a + 1);
  return out;
}

const TURN = /^(and|but|who|which|while|as|although|though|citing|saying|adding|calling|according)$/;

/** Span of tokens without marks at its ends; a quotation that outlasts the sentence goes on to its end. */
function spanOf(
  u: Utterance,
  v: number,
  from: number,
  to: number,
): { tokens: readonly [number, number]; span: [number, number] } | null {
  let [a, b] = [from, to];
  while (a < b && u.isMark(a)) a++;
  while (b > a && u.isMark(b - 1) && !u.isMark(b - 1, '?!') && !u.closes(b)) b--;
  if (a >= b) return null;
  const [x, y] = u.span(a, b);
  const other = (i: number) => (u.quoted[i] !== u.quoted[v] ? u.quoted[i] : undefined);
  const tail = b >= u.length ? other(b - 1) : undefined;
  const head = a === 0 ? other(0) : undefined;
  return { tokens: [a, b], span: [head ? head.from : x, tail && tail.to > u.range.to ? tail.to : y] };
}

/** What follows the cue. */
function rightward(u: Utterance, v: number): ContentOption[] {
  const out: ContentOption[] = [];
  for (const s of starts(u, v)) {
    if (s.at >= u.length) continue;
    for (const e of ends(u, s.at)) {
      const found = spanOf(u, v, s.at, e.at);
      if (!found || out.some((o) => o.spans[0]![0] === found.span[0] && o.spans[0]![1] === found.span[1])) continue;
      out.push({ name: `${s.name} ${e.name}`, side: 'right', tokens: found.tokens, spans: [found.span] });
    }
  }
  return out;
}

/** Ends of what stands before the cue: the marks before it, the nearest first. */
function leftEnds(u: Utterance, v: number): number[] {
  const out: number[] = [];
  for (let i = v; i > 1 && v - i < 40 && out.length < 3; i--)
    if (u.isMark(i - 1, ',?!—–;') || (u.closes(i) && !u.isMark(i - 1))) out.push(i);
  return out;
}

/** What goes on after an interrupting or trailing cue: the rest of the sentence, and quotations after it. */
function resumed(u: Utterance, v: number, end: number): Record<string, [number, number][]> {
  const rests: Record<string, [number, number][]> = {};
  const quote = u.quoted[end - 1];
  for (let i = v + 1; i < Math.min(u.length, v + 30); i++) {
    if (!u.isMark(i - 1, ',—–;') && !u.opens(i)) continue;
    const found = spanOf(u, v, i, u.length);
    if (found && found.tokens[1] - found.tokens[0] > 1) rests[u.opens(i) && quote ? 'quote' : 'rest'] ??= [found.span];
  }
  const later = following(u.text, u.quotes, u.range.to);
  if (later.length > 0) rests[quote ? 'later' : 'later, unquoted'] = later.map((q) => [q.from, q.to]);
  return rests;
}

function leftward(u: Utterance, v: number): ContentOption[] {
  const out: ContentOption[] = [];
  leftEnds(u, v).forEach((end, k) => {
    const add = (name: string, from: number): void => {
      const found = spanOf(u, v, from, end);
      if (!found || out.some((o) => o.tokens[0] === found.tokens[0] && o.tokens[1] === found.tokens[1])) return;
      const { tokens, span } = found;
      out.push({ name: `${name} ${k}`, side: 'left', tokens, spans: [span] });
      for (const [rest, spans] of Object.entries(resumed(u, v, end)))
        out.push({ name: `${name} ${k} ${rest}`, side: 'around', tokens, spans: [span, ...spans] });
    };
    add('all', 0);
    if (u.quoted[end - 1]) {
      let a = end - 1;
      while (a > 0 && u.quoted[a - 1] === u.quoted[end - 1]) a--;
      add('quote', a);
    }
    for (let a = end - 2; a > 0 && end - a < 50; a--)
      if (u.isMark(a - 1, ',;:—–') || TURN.test(u.key(a - 1))) {
        add('turn', a);
        break;
      }
  });
  return out;
}

/** The subject of a passive verb: "the plan was criticised by". */
function passive(u: Utterance, v: number): ContentOption[] {
  const p = u.phraseBefore(verbGroup(u, v));
  const found = p && spanOf(u, v, p.from, p.to);
  return found ? [{ name: 'subject', side: 'left', tokens: found.tokens, spans: [found.span] }] : [];
}

/** A colon or a cue at the end of the sentence announces the quotations after it. */
function announced(u: Utterance): ContentOption[] {
  const later = following(u.text, u.quotes, u.range.to);
  return later.length
    ? [{ name: 'announced', side: 'right', tokens: [u.length, u.length], spans: later.map((q) => [q.from, q.to]) }]
    : [];
}

/** Every reading of what is said through the cue word at token `v`. */
export const contentOptions = (u: Utterance, v: number): ContentOption[] => [
  ...rightward(u, v),
  ...leftward(u, v),
  ...passive(u, v),
  ...announced(u),
];
