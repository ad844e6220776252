import { mentions, singular, type Mention } from './mentions.ts';
import type { Parse } from '../text/relations.ts';
import type { Words } from '../text/words.ts';

/** Parts that somebody or something plays in an incident (MUC-4 slots 9, 10, 12, 18 and 6). */
export const ROLES = ['perpetrator', 'organisation', 'target', 'victim', 'weapon'] as const;
export type Role = (typeof ROLES)[number];

/** All mentions of one text that share their last word; what is said of any of them is said of all. */
export interface Entity {
  head: string;
  modifier: boolean;
  mentions: Mention[];
  features: string[];
}

/** Words of a whole text: of all its sentences, of the first two apart, and of those that tell of an incident. */
export function documentFeatures(sentences: readonly string[][], telling: readonly number[]): string[] {
  const out = new Set<string>();
  sentences.forEach((features, i) => {
    for (const f of features) {
      out.add(f);
      if (i < 2 && f.startsWith('w=')) out.add(`F${f}`);
      if (telling[i]! > -0.5 && f.startsWith('w=')) out.add(`E${f}`);
    }
  });
  return [...out];
}

/** Features of a sentence with the words of the one before it. */
export function inContext(sentences: readonly string[][], i: number): string[] {
  const before = sentences[i - 1]?.filter((f) => f.startsWith('w=')).map((f) => `P${f}`) ?? ['first'];
  return [...sentences[i]!, ...before, `si=${Math.min(8, i)}`];
}

const bucket = (z: number): number => Math.max(-4, Math.min(4, Math.round(z)));

/** A sentence that tells of no incident by less than this gives no filler. */
export const SILENT = -3;

const OPEN: ReadonlySet<string> = new Set(['(', '[']);
const CLOSE: ReadonlySet<string> = new Set([')', ']']);
const SHORT = 7;

/** Short names by the head of the full name that they follow in brackets: "Red Dawn Front (RDF)". */
function shortNames(parses: readonly Parse[], words: Words): Map<string, string> {
  const out = new Map<string, string>();
  for (const { tokens, phrases } of parses)
    phrases.forEach((p, n) => {
      const before = phrases[n - 1];
      if (!before || before.to !== p.from - 1 || p.to - p.from !== 1) return;
      if (!OPEN.has(tokens[p.from - 1]!.form.key) || !CLOSE.has(tokens[p.to]?.form.key ?? '')) return;
      const short = tokens[p.from]!.form.key;
      if (short.length <= SHORT && !words.of(short).common)
        out.set(singular(short), singular(tokens[before.head]!.form.key));
    });
  return out;
}

/** Who and what a text speaks of, with all that tells of their roles; `relevance` and `telling` are log odds. */
export function entities(
  parses: readonly Parse[],
  sentences: readonly string[][],
  scores: { relevance: number; telling: readonly number[] },
  words: Words,
): Entity[] {
  const { relevance, telling } = scores;
  const found = parses.flatMap((s, i) => (telling[i]! < SILENT ? [] : mentions(s, i, words)));
  const short = shortNames(parses, words);
  for (const m of found) m.head = short.get(m.head) ?? m.head;
  const counts = new Map<string, number>();
  for (const m of found) if (!m.modifier) counts.set(m.head, (counts.get(m.head) ?? 0) + 1);
  const by = new Map<string, Entity>();
  for (const m of found) {
    const key = `${m.modifier ? 'M ' : ''}${m.head}`;
    let e = by.get(key);
    if (!e) by.set(key, (e = { head: m.head, modifier: m.modifier, mentions: [], features: [] }));
    const mark = m.modifier ? 'M' : '';
    const tells = telling[m.sentence]!;
    m.features.push(`ds=${bucket(relevance)}`, `ss=${bucket(tells)}`);
    m.features.push(`dss=${bucket(relevance / 2)}_${bucket(tells / 2)}`, `n=${Math.min(4, counts.get(m.head) ?? 0)}`);
    for (const f of sentences[m.sentence]!) if (f.startsWith('w=')) m.features.push(mark + f);
    e.mentions.push(m);
  }
  for (const e of by.values()) e.features = [...new Set(e.mentions.flatMap((m) => m.features))];
  return [...by.values()];
}

/** What stands before a head names a body or a weapon, never a victim: "army patrol", "dynamite charge". */
export const mayFill = (e: Entity, role: Role): boolean => !e.modifier || role === 'organisation' || role === 'weapon';

/**
 * What tells how responsibility is put: relations and words around, where an incident is told, not what the words themselves
 * are; `scopes` has for every sentence how it puts responsibility.
 */
export function statusFeatures(e: Entity, telling: readonly number[], scopes: readonly string[][]): string[] {
  const best = e.mentions.reduce((z, m) => Math.max(z, telling[m.sentence]!), -Infinity);
  const said = e.mentions.filter((m) => telling[m.sentence]! >= Math.min(0, best));
  const around = said.flatMap((m) =>
    m.features.filter((f) => !/^(?:hf|suf|h|m|hm|l2|r2|n|ds|dss|ss|si|c|d|M|names)=|^nm&|&d=/.test(f)),
  );
  const put = said.flatMap((m) => pairs(scopes[m.sentence]!, 'is:'));
  const near = e.mentions.flatMap((m) => scopes[m.sentence]!.map((x) => `near:${x}`));
  const text = scopes.flat().map((x) => `text:${x}`);
  return [...new Set([...around, ...put, ...near, ...text])];
}

/** Each of the names, and every two of them. */
const pairs = (names: readonly string[], mark: string): string[] => [
  ...(names.length > 0 ? [] : [`${mark}plain`]),
  ...names.flatMap((a, i) => [`${mark}${a}`, ...names.slice(i + 1).map((b) => `${mark}${[a, b].sort().join('&')}`)]),
];
