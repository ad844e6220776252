import type { Utterance } from '../text/utterance.ts';

/** Words of the sentence that may name who speaks, tokens [from, to), and how they were found. */
export interface SourceOption {
  name: string;
  from: number;
  to: number;
}

const SUBJECTS = 4;

/** Start of the verb group that ends at token `v`: auxiliaries, modals and adverbs before it. */
export function verbGroup(u: Utterance, v: number): number {
  let k = v;
  while (k > 0 && (u.class(k - 1) === 'auxiliary' || u.class(k - 1) === 'modal' || u.class(k - 1) === 'adverb')) k--;
  return k;
}

/** Where a phrase starts when what it is attached to counts too: "two people in the office of the mayor". */
function attached(u: Utterance, from: number): number {
  let k = from;
  for (let i = 0; i < 6; i++) {
    const joint = u.class(k - 1) === 'preposition' || (u.class(k - 1) === 'conjunction' && u.key(k - 1) !== 'but');
    const before = joint ? u.phraseBefore(k - 1) : null;
    if (!before || u.class(before.from) === 'pronoun') break;
    k = before.from;
  }
  return k;
}

/** Start of the words that hang together before token `to`: up to a mark, a conjunction of clauses, a quotation. */
function segment(u: Utterance, to: number): number {
  let k = to;
  while (k > 0 && to - k < 25 && !u.isMark(k - 1) && u.class(k - 1) !== 'subordinator' && !u.opens(k) && !u.closes(k)) {
    if (u.key(k - 1) === 'but' || (u.key(k - 1) === 'that' && k < to)) break;
    k--;
  }
  while (k < to && (u.class(k) === 'conjunction' || u.class(k) === 'adverb')) k++;
  return k;
}

/** Starts of verb groups before token `g` that something stands before, nearest first; `g` itself is the first. */
function groups(u: Utterance, g: number): number[] {
  const out = [g];
  for (let i = g - 1; i > 0 && g - i < 60 && out.length < SUBJECTS; i--) {
    if (!u.isVerbal(i)) continue;
    i = verbGroup(u, i);
    if (u.phraseBefore(i) || u.isMark(i - 1, ',)')) out.push(i);
  }
  return out;
}

/** "Ann Reed, a lawyer, said": the whole of it, and the name alone. */
function apposed(u: Utterance, g: number, nth: number): SourceOption[] {
  if (!u.isMark(g - 1, ',)—–')) return [];
  const out: SourceOption[] = [];
  for (let i = g - 2; i > 0 && g - i < 40 && out.length < 4; i--) {
    const p = u.isMark(i, ',(—–') ? u.phraseBefore(i) : null;
    if (!p) continue;
    const from = attached(u, p.from);
    const far = out.length > 0 ? ' far' : '';
    out.push({ name: `apposed${far} ${nth}`, from, to: g - 1 }, { name: `name of apposed${far} ${nth}`, from, to: i });
  }
  return out;
}

/** Phrases after token `from` that may speak: "said the mayor", "by the mayor of the town". */
function after(u: Utterance, name: string, from: number): SourceOption[] {
  const p = u.phraseAt(from);
  if (!p) return [];
  const out: SourceOption[] = [{ name: `${name} base`, ...p }];
  let to = p.to;
  for (let i = 0; i < 4; i++) {
    const next =
      u.class(to) === 'preposition' || u.class(to) === 'conjunction' || u.isMark(to, ',') ? u.phraseAt(to + 1) : null;
    if (!next || u.class(next.from) === 'pronoun') break;
    to = next.to;
    if (i === 0) out.push({ name: `${name} long`, from, to });
  }
  if (to > p.to) out.push({ name: `${name} longest`, from, to });
  if (u.isMark(to, ',')) {
    let end = to + 1;
    while (end < u.length && end - to < 20 && !u.isMark(end) && !u.opens(end)) end++;
    out.push({ name: `${name} apposed`, from, to: end });
  }
  let end = p.to;
  while (end < u.length && !u.isMark(end) && !u.opens(end) && end - from < 25) end++;
  out.push({ name: `${name} mark`, from, to: end });
  return out;
}

/** Every reading of who speaks through the cue word at token `v`. */
export function sourceOptions(u: Utterance, v: number): SourceOption[] {
  const out: SourceOption[] = [];
  let g = verbGroup(u, v);
  if (u.key(g) === 'to' && g > 0) g = verbGroup(u, g);
  groups(u, g).forEach((k, i) => {
    const p = u.phraseBefore(k);
    if (!p) return out.push(...apposed(u, k, i));
    out.push({ name: `subject ${i}`, ...p });
    const from = attached(u, p.from);
    if (from < p.from) out.push({ name: `subject ${i} long`, from, to: p.to });
  });
  const from = segment(u, g);
  if (from < g) out.push({ name: 'segment', from, to: g });
  const opening = u.phraseAt(0) ?? u.phraseAt(1);
  if (opening && opening.to <= g) out.push({ name: 'opening', ...opening });
  const owner = u.phraseBefore(v + 1);
  if (owner && owner.from < v) {
    let to = v;
    while (to > owner.from && !u.tokens[to - 1]!.owner && !OWNING.test(u.key(to - 1))) to--;
    if (to > owner.from) out.push({ name: 'owner', from: owner.from, to });
  }
  out.push(...after(u, 'right', v + 1));
  for (let i = v + 1; i < Math.min(u.length, v + 8); i++)
    if (PASSIVE.test(u.key(i))) {
      out.push(...after(u, u.key(i), i + 1));
      break;
    }
  return out.filter((o, i) => !out.some((p, k) => k < i && p.from === o.from && p.to === o.to));
}

const OWNING = /^(his|her|their|its|my|our|your)$/;
const PASSIVE = /^(by|to|of|from|among)$/;
