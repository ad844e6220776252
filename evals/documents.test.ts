import { expect, test } from 'vitest';
import { countOf, quantile } from './adapters/document-counts.ts';
import { Documents, groupsOf, type Document } from './adapters/documents.ts';
import { withoutFurniture } from './adapters/furniture.ts';
import { counted, Likeness } from './adapters/likeness.ts';
import { newton } from './train/newton.ts';

const document = (id: string, dct: string, text: string): Document => ({ id, dct, title: '', text });
const DOCUMENTS = [
  document('1', '2031-03-02', 'The bridge at Oldmoor fell on Sunday, and Mayor Tarrin closed the road to Wendle.'),
  document('2', '2031-03-03', 'In Oldmoor the road to Wendle stays closed after the bridge fell, said Mayor Tarrin.'),
  document('3', '2031-03-03', 'A baker in Hasp won the regional prize for bread, with Lina Corv as runner-up.'),
  document(
    '4',
    '2032-09-20',
    'The mill at Hasp will be a museum; a prize goes to whoever names it best, said Oto Brand.',
  ),
  document('5', '2031-06-01', 'Rain is expected along the coast from Tuesday, the weather service said.'),
];

test('documents of one incident are grouped, a like one of another year is not', () => {
  expect(groupsOf(new Documents(DOCUMENTS).bits())).toEqual([[0, 1], [2], [3], [4]]);
});

test('order and duplicates of documents do not matter to what two of them share', () => {
  const [x, y] = [new Documents(DOCUMENTS), new Documents([...DOCUMENTS].reverse())];
  x.with(0).forEach((f, i) => f.forEach((v, k) => expect(y.with(4)[4 - i]![k]).toBeCloseTo(v)));
});

test('words that stand on a page all year are no part of its stories', () => {
  const page = (day: number, story: string): { day: number; text: string } => ({
    day,
    text: `${story} Sign up to get our best stories every day.`,
  });
  const texts = withoutFurniture([page(1, 'A bridge fell.'), page(40, 'A bank closed.'), page(90, 'A boat sank.')]);
  expect(texts).toEqual(['A bridge fell', 'A bank closed', 'A boat sank']);
  const week = withoutFurniture([page(1, 'A bridge fell.'), page(4, 'A bank closed.'), page(6, 'A boat sank.')]);
  expect(week[0]).toContain('our best stories');
});

test('likeness is one with itself, nought with a text that shares no word', () => {
  const all = new Likeness(['a b b', 'c', 'b d'].map((t) => counted(t.split(' '))));
  expect([...all.with(0)].map((v) => Math.round(100 * v) / 100)).toEqual([1, 0, 0.22]);
});

test.each([
  [[], 0.9, 0],
  [[0.5, 0.5], 0.2, 0],
  [[0.5, 0.5], 0.5, 1],
  [[1, 1, 0], 0.99, 2],
  [[0.1, 0.1, 0.1], 0.95, 1],
])('of chances %j all but the last %f stay under %i', (chances, level, n) => {
  expect(quantile(chances, level)).toBe(n);
});

test('bounds hold the count and widen with doubt', () => {
  const bits = [
    [0, 9, -9],
    [9, 0, -9],
    [-9, -9, 0],
  ].map((r) => Float64Array.from(r));
  const groups = [[0, 1], [2]];
  expect(countOf(groups, bits, { missed: 0, mistaken: 0, tail: 0.05 })).toEqual({ low: 2, best: 2, high: 2 });
  expect(countOf(groups, bits, { missed: 0.2, mistaken: 0.2, tail: 0.05 })).toEqual({ low: 1, best: 2, high: 3 });
});

test('logistic regression finds the odds of what it sees, and keeps to its prior where it sees nothing', () => {
  const examples = Array.from({ length: 400 }, (_, i) => ({ x: [1, 0], is: i % 4 !== 0 }));
  const [seen, unseen] = newton(examples, { mean: [0, 2], variance: [100, 1] });
  expect(seen).toBeCloseTo(Math.log(3), 2);
  expect(unseen).toBe(2);
});
