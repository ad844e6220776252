/**
 * `npx tsx evals/train/documents.ts`: learns from the training documents of the Gun Violence Corpus what tells two documents
 * of one incident from others. Prints the weights in bits, and what groups they make of a fold that they have not seen.
 */
import { Documents, groupsOf, type Document, type Features } from '../adapters/documents.ts';
import { readLines, shared } from '../labelled.ts';
import { scorer, type ClusterScorer } from '../scorers.ts';
import { newton, type Example } from './newton.ts';

type Labelled = Document & { incident: string };

const { scoreClusters } = await scorer<ClusterScorer>('cluster');
const FOLDS = 5;
/** Doubt about a weight before anything is seen: none of them is far from nought, but the last, which has no scale. */
const PRIOR = { mean: [0, 0, 0, 0], variance: [1, 1, 1, 100] };

function pairsOf(documents: readonly Labelled[]): Example[] {
  const all = new Documents(documents);
  return documents.flatMap((d, i) =>
    all
      .with(i)
      .slice(0, i)
      .map((x, j) => ({ x, is: d.incident === documents[j]!.incident })),
  );
}

const learnt = (documents: readonly Labelled[]): Features =>
  newton(pairsOf(documents), PRIOR).map((w) => Math.round((10 * w) / Math.LN2) / 10) as unknown as Features;

function figures(documents: readonly Labelled[], weights: Features): string {
  const groups = groupsOf(new Documents(documents).bits(weights));
  const ours = new Map(groups.flatMap((g, k) => g.map((i): [string, number] => [String(i), k])));
  const names = [...new Set(documents.map((d) => d.incident))];
  const gold = new Map(documents.map((d, i): [string, number] => [String(i), names.indexOf(d.incident)]));
  const { conll, pairwise, ari } = scoreClusters(gold, ours);
  const show = (x: number): string => (100 * x).toFixed(1);
  return `CoNLL ${show(conll)} · pairwise ${show(pairwise.p)}/${show(pairwise.r)} · ARI ${ari.toFixed(2)}`;
}

const documents = readLines<Labelled>(shared('data', 'incidents', 'gvc.train.jsonl'));
const incidents = [...new Set(documents.map((d) => d.incident))];
for (let k = 0; k < FOLDS; k++) {
  const held = (d: Labelled): boolean => incidents.indexOf(d.incident) % FOLDS === k;
  const weights = learnt(documents.filter((d) => !held(d)));
  console.log(`fold ${k + 1}: ${weights.join(' ')} · unseen: ${figures(documents.filter(held), weights)}`);
}
const weights = learnt(documents);
console.log(`words names days one: ${weights.join(' ')} · seen: ${figures(documents, weights)}`);
