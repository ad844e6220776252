import { countOf, type Counted } from '../adapters/document-counts.ts';
import { Documents, groupsOf, type Document } from '../adapters/documents.ts';
import { counted, Likeness } from '../adapters/likeness.ts';
import { Union } from '../../src/resolve/union.ts';
import { wordsOf } from '../../src/resolve/shingles.ts';
import { readLines, shared } from '../labelled.ts';
import { share, type Measured, type Part, type Row } from '../row.ts';
import { documentsOf } from './documents.ts';

/** A filter over place, time and kind of event, as the documents that it selects; how many incidents these tell of. */
interface Question {
  docs: readonly string[];
  count: number;
}

/** The best that likeness alone does on these documents: 0.18 within 30 days. */
const ALIKE = { cosine: 0.18, days: 30 };
/** What is said of the number when nothing is known of its error. */
const AROUND = { low: 0.8, high: 1.25 };
/** A missed truth costs so much, a bound as far off as the truth is large one. */
const MISS = 40;

const bands: readonly (readonly [string, number, number])[] = [
  ['truth inside, 2–3', 2, 3],
  ['truth inside, 4–9', 4, 9],
  ['truth inside, 10 and more', 10, Infinity],
];

/** Counts over documents of a filter whose answer is above one: bounds against the truth, beside those around tf-idf's count. */
export async function questions(): Promise<Measured> {
  const documents = documentsOf('longtail');
  const asked = readLines<Question>(shared('data', 'incidents', 'longtail.dev.questions.jsonl')).filter(
    (q) => q.count > 1,
  );
  const at = new Map(documents.map((d, i) => [d.id, i]));
  const bits = new Documents(documents).bits();
  const [ours, theirs] = [groupsOf(bits), alike(documents)];
  const answers = asked.map((q) => {
    const selected = new Set(q.docs.map((id) => at.get(id)!));
    const within = (groups: readonly number[][]): number[][] =>
      groups.map((g) => g.filter((i) => selected.has(i))).filter((g) => g.length > 0);
    const n = within(theirs).length;
    return {
      truth: q.count,
      ours: countOf(within(ours), bits),
      theirs: { low: AROUND.low * n, high: AROUND.high * n },
    };
  });
  return { set: 'questions', units: asked.map((_, i) => String(i)), rows: rowsOf(answers) };
}

interface Answered {
  truth: number;
  ours: Counted;
  theirs: Pick<Counted, 'low' | 'high'>;
}

function rowsOf(answers: readonly Answered[]): Row[] {
  const row = (metric: string, of: (a: Answered) => Part, more: Omit<Row, 'metric' | 'n' | 'parts'>): Row => {
    const parts = answers.map(of);
    return { metric, n: parts.filter((p) => p.length > 0).length, parts, ...more };
  };
  const inside = ({ truth, ours }: Answered): Part => [ours.low <= truth && truth <= ours.high ? 1 : 0, 1];
  const loss = ({ truth }: Answered, { low, high }: Pick<Counted, 'low' | 'high'>): number =>
    (high - low + MISS * Math.max(0, low - truth, truth - high)) / truth;
  return [
    row('truth inside', inside, { figure: share }),
    ...bands.map(([metric, from, to]) =>
      row(metric, (a) => (from <= a.truth && a.truth <= to ? inside(a) : []), { figure: share }),
    ),
    row('exact', ({ truth, ours }) => [ours.best === truth ? 1 : 0, 1], { figure: share }),
    row('width, 90 % of them', ({ ours }) => [ours.high / Math.max(ours.low, 1)], { figure: ninth, smaller: true }),
    row('interval score, % of tf-idf’s', (a) => [loss(a, a.ours), loss(a, a.theirs)], { figure: share, smaller: true }),
  ];
}

/** The 90th percentile of single numbers. */
function ninth(parts: readonly Part[]): number | null {
  const sorted = parts.map((p) => p[0]!).sort((a, b) => a - b);
  return sorted[Math.ceil(0.9 * sorted.length) - 1] ?? null;
}

/** Groups that any chain of like texts holds together. */
function alike(documents: readonly Document[]): number[][] {
  const days = documents.map((d) => Date.parse(d.dct.slice(0, 10)) / 86_400_000);
  const words = new Likeness(documents.map((d) => counted(wordsOf(`${d.title}\n${d.text}`))));
  const groups = new Union(documents.length);
  documents.forEach((_, i) =>
    words.with(i).forEach((cosine, j) => {
      if (cosine >= ALIKE.cosine && Math.abs(days[i]! - days[j]!) <= ALIKE.days) groups.join(i, j);
    }),
  );
  return groups.sets();
}
