/**
 * `npx tsx evals/train/polnear.ts > data/lexicons/sayings.yaml`: learns from the training articles of PolNeAR which
 * words attribute, and what tells who speaks and what is said. Of the articles only single words and numbers are kept.
 */
import { contentFeatures, sourceFeatures } from '../../src/extract/sayings/saying-features.ts';
import { contentOptions } from '../../src/extract/sayings/content-options.ts';
import { readings, type SayingModel } from '../../src/extract/sayings/sayings.ts';
import { sourceOptions } from '../../src/extract/sayings/source-options.ts';
import type { Utterance } from '../../src/extract/text/utterance.ts';
import { utterances, type Attribution, type PolnearDocument } from '../adapters/polnear.ts';
import { house } from '../house.ts';
import { readLines, shared } from '../labelled.ts';
import { alike, cut, labelOf, touched, type Cut, type Label } from './labels.ts';
import { fit, type Fit, type Seen } from './logistic.ts';

interface Article {
  words: Cut;
  labels: Label[];
  utterances: Utterance[];
}

const { lexicon } = await house();
const documents = readLines<PolnearDocument & { attributions: Attribution[] }>(
  shared('data', 'polnear', 'train.jsonl'),
);

/** Words that stand in cues often enough: at least twice, and in one of twelve of their occurrences. */
function cueWords(): Set<string> {
  const CLOSED = new Set([
    'determiner',
    'pronoun',
    'conjunction',
    'auxiliary',
    'modal',
    'adverb',
    'number',
    'preposition',
  ]);
  const counts = new Map<string, { all: number; cue: number }>();
  for (const d of documents) {
    const cued = new Uint8Array(d.text.length);
    for (const a of d.attributions) for (const [from, to] of a.cue) cued.fill(1, from, to);
    for (const u of utterances(d.text, lexicon, new Set()))
      u.tokens.forEach((t, i) => {
        if (t.form.kind !== 'word' || CLOSED.has(u.class(i))) return;
        if (u.class(i) === 'subordinator' && t.form.key !== 'according') return;
        const n = counts.get(t.form.key) ?? { all: 0, cue: 0 };
        counts.set(t.form.key, {
          all: n.all + 1,
          cue: n.cue + (cued[t.from] === 1 && t.form.case === 0 ? 1 : 0),
        });
      });
  }
  return new Set([...counts].filter(([, n]) => n.cue >= 2 && n.cue / n.all >= 0.08).map(([k]) => k));
}

/** Calls back for every cue word of the articles. */
function eachCue(
  of: readonly Article[],
  cues: ReadonlySet<string>,
  visit: (a: Article, u: Utterance, v: number) => void,
) {
  for (const a of of)
    for (const u of a.utterances) for (let v = 0; v < u.length; v++) if (cues.has(u.key(v))) visit(a, u, v);
}

const cued = (a: Article, u: Utterance, v: number): Label[] => {
  const [word] = touched(a.words, [[u.tokens[v]!.from, u.tokens[v]!.to]]);
  return a.labels.filter((l) => l.cue.has(word!));
};

const OPTIONS: Fit = { rounds: 3, rate: 0.05, sparse: 1.5e-5, least: 4 };
const CUES: Fit = { rounds: 3, rate: 0.05, sparse: 5e-5, least: 4 };

/** Weights to two decimals, those near nought left out. */
const learnt = (seen: readonly Seen[], how: Fit): Map<string, number> => {
  const rounded = [
    ...fit(
      seen.map((a) => [a]),
      how,
    ),
  ].map(([f, w]): [string, number] => [f, Math.round(w * 100) / 100]);
  return new Map(rounded.filter(([, w]) => Math.abs(w) >= 0.05));
};

/** Weights of who speaks and what is said, learnt where a cue of the gold stands. */
function options(of: readonly Article[], cues: ReadonlySet<string>): Pick<SayingModel, 'source' | 'content'> {
  const [source, content]: [Seen[], Seen[]] = [[], []];
  eachCue(of, cues, (a, u, v) => {
    const labels = cued(a, u, v);
    if (labels.length === 0) return;
    for (const o of sourceOptions(u, v)) {
      const words = touched(a.words, [u.span(o.from, o.to)]);
      source.push({
        features: sourceFeatures(u, v, o),
        is: labels.some((l) => alike(l.source, words)),
      });
    }
    for (const o of contentOptions(u, v)) {
      const words = touched(a.words, o.spans);
      content.push({
        features: contentFeatures(u, v, o),
        is: labels.some((l) => alike(l.content, words)),
      });
    }
  });
  return { source: learnt(source, OPTIONS), content: learnt(content, OPTIONS) };
}

/** Examples of whole readings, made with weights that never saw the articles: else they would look surer than they are. */
function whole(of: readonly Article[], m: SayingModel): Seen[] {
  const out: Seen[] = [];
  eachCue(of, m.cues, (a, u, v) => {
    const labels = cued(a, u, v);
    for (const r of readings(u, v, m)) {
      const [source, content] = [touched(a.words, [u.span(r.who.from, r.who.to)]), touched(a.words, r.what.spans)];
      const right = labels.some((l) => alike(l.source, source) && alike(l.content, content));
      out.push({ features: r.features, is: right });
    }
  });
  return out;
}

const FOLDS = 3;

function learn(articles: readonly Article[], cues: ReadonlySet<string>): SayingModel {
  const none: SayingModel = {
    cues,
    source: new Map(),
    content: new Map(),
    cue: new Map(),
    least: 0.3,
  };
  const examples = Array.from({ length: FOLDS }, (_, k) => {
    const weights = options(
      articles.filter((_, i) => i % FOLDS !== k),
      cues,
    );
    return whole(
      articles.filter((_, i) => i % FOLDS === k),
      { ...none, ...weights },
    );
  }).flat();
  return { ...none, ...options(articles, cues), cue: learnt(examples, CUES) };
}

const HEAD = `# Words of English that attribute, and weights of what tells who speaks (source), what is said (content) and whether
# anybody says anything at all (cue): logistic regression, one feature and its weight a line (src/extract/sayings/sayings.ts).
# Learnt by evals/train/polnear.ts from the training articles of PolNeAR 1.0 (Newell, Margolin and Ruths, "An Attribution
# Relations Corpus for Political News", LREC 2018); of the articles only single words and numbers are kept.`;

const lines = (weights: ReadonlyMap<string, number>): string =>
  [...weights]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([f, w]) => `  ${f} ${w}\n`)
    .join('');

const cues = cueWords();
const model = learn(
  documents.map((d) => {
    const words = cut(d.text);
    const labels = d.attributions.map((a) => labelOf(words, a));
    return { words, labels, utterances: utterances(d.text, lexicon, cues) };
  }),
  cues,
);
const sorted = [...cues]
  .sort()
  .join(' ')
  .replace(/(.{1,115})(?: |$)/g, '  $1\n');
process.stdout.write(`${HEAD}\nleast: ${model.least}\ncues: >-\n${sorted}`);
for (const part of ['source', 'content', 'cue'] as const) process.stdout.write(`${part}: |\n${lines(model[part])}`);
