import { expect, test } from 'vitest';
import { splitFrontMatter } from './front-matter.ts';

test.each([
  ['words', {}, 'words'],
  [
    '---\nid: a\npublished: 2023-10-18\ntitle: 12\n---\nwords',
    { id: 'a', published: '2023-10-18', title: '12' },
    'words',
  ],
  ['---\r\nid: a\r\n---\r\nwords', { id: 'a' }, 'words'],
  ['---\nid: a\n...\nwords', { id: 'a' }, 'words'],
  ['---\nsource: {id: x, name: X, kind: monitor}\n---\nw', { source: { id: 'x', name: 'X', kind: 'monitor' } }, 'w'],
  ['---\nid: a\nclaims: [1]\ntext: no\nother: 1\n---\nwords', { id: 'a' }, 'words'],
  ['---\nBetween two rules\n---\nwords', {}, '---\nBetween two rules\n---\nwords'],
  ['---\nid: a\nwords without an end', {}, '---\nid: a\nwords without an end'],
  [' ---\nid: a\n---\nwords', {}, ' ---\nid: a\n---\nwords'],
])('%j', (text, fields, body) => {
  expect(splitFrontMatter(text)).toEqual({ fields, body });
});

const bomb = 'a: &a [x, x]\nb: &b [*a, *a]\nid: [*b, *b]';
test.each([
  ['aliases', bomb],
  ['a key given twice', 'id: a\nid: b'],
  ['a list that does not end', 'id: [a'],
  ['nesting', `id: ${'['.repeat(8000)}`],
])('front matter with %s is refused', (_, yaml) => {
  const started = performance.now();
  expect(() => splitFrontMatter(`---\n${yaml}\n---\nwords`)).toThrow(
    expect.objectContaining({ code: 'report-invalid' }),
  );
  expect(performance.now() - started).toBeLessThan(2000);
});
