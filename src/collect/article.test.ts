import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { articleOf } from './article.ts';
import type { Article } from './article.ts';

const page = (name: string): Article =>
  articleOf(readFileSync(new URL(`./fixtures/${name}.html`, import.meta.url), 'utf8')) as Article;

test('an English page: headline, byline, date, address and words, without banner, menus, caption and related links', () => {
  expect(page('news-en-menus-related-cookie-banner')).toEqual({
    title: 'Drones shot down near base',
    byline: 'The desk',
    published: '2023-10-19T12:20:00+0300',
    language: 'en-GB',
    url: 'https://www.example-wire.test/2023/10/19/drones',
    text: [
      'ERBIL - Two drones were shot down on Thursday near a base that hosts coalition troops, a security source said. Nobody was hurt in the attack.',
      'Three places were named:',
      'a base near the town\nan airfield in the west',
      'The command said that it was assessing the reports.',
      'It gave no number.',
    ].join('\n\n'),
  });
});

test('an Arabic page: date out of JSON-LD, share buttons and further topics dropped', () => {
  expect(page('news-ar-share-buttons-and-more-topics')).toEqual({
    title: 'إسقاط مسيّرتين قرب قاعدة',
    byline: 'قسم الأخبار',
    published: '2023-10-19T15:05:00+03:00',
    language: 'ar',
    url: 'https://example-agency.test/ar/7',
    text: [
      'قال مصدر أمني، الخميس، إن دفاعات القاعدة أسقطت طائرتين مسيّرتين كانتا تحلقان قربها، من دون وقوع إصابات.',
      'وأضاف المصدر أن حطام إحدى الطائرتين سقط في منطقة خالية، وأن التحقيق مستمر لمعرفة مكان الإطلاق.',
    ].join('\n\n'),
  });
});

test('lists and tables keep their lines', () => {
  const { text, published } = page('statement-with-list-and-table');
  expect(published).toBe('2023-11-06');
  expect(text).toContain('near the airfield;\ntwo rockets fell');
  expect(text).toContain('Day | Events\nFriday | 2');
});

test('two sentences are an article', () => {
  expect(page('brief-of-two-sentences').text).toMatch(/^Two rockets fell .* a security source said\.$/);
});

test.each(['menus-only', 'subscribe-page-en', 'subscribe-page-ar', 'section-front-of-teasers'])(
  '%s is a page without article',
  (name) => {
    expect(page(name)).toMatchObject({ code: 'page-without-article' });
  },
);

test('negative control: the same subscribe page with a report in it is an article', () => {
  const html = readFileSync(new URL('./fixtures/subscribe-page-en.html', import.meta.url), 'utf8');
  const report = '<p>Two drones were shot down near the base on Tuesday, a spokesperson said. Nobody was hurt.</p>';
  const found = articleOf(html.replace('<main>', `<main>${report.repeat(5)}`)) as Article;
  expect(found.text).toContain('Two drones were shot down');
  expect(found.text).not.toContain('free articles');
});

test.each([
  [
    'a fragment without html or body',
    '<p>Two drones were shot down near the base on Tuesday, a spokesperson said. Nobody was hurt in it.</p>',
  ],
  [
    'elements that do not end',
    '<html><body><article><p>Two drones were shot down near the base on Tuesday, <b>a spokesperson said. Nobody was hurt in it.',
  ],
])('%s', (_, html) => {
  expect((articleOf(html) as Article).text).toContain('Nobody was hurt in it.');
});

test('words that look like markup stay words', () => {
  const html =
    '<p>The text said &lt;script&gt;alert(1)&lt;/script&gt; and went on for some time, so that it is long enough to be read.</p>';
  expect((articleOf(html) as Article).text).toContain('<script>alert(1)</script>');
});

test.each([
  [
    'a modification date is no publication date',
    '<meta property="article:modified_time" content="2023-10-20T00:00:00Z">',
    undefined,
  ],
  [
    'a date that can be read before one that cannot',
    '<meta name="pubdate" content="yesterday"><meta name="date" content="2023-10-20">',
    '2023-10-20',
  ],
  ['a date that cannot be read, for the error to name', '<meta name="pubdate" content="yesterday">', 'yesterday'],
  ['JSON-LD that does not parse', '<script type="application/ld+json">{"@type":</script>', undefined],
])('%s', (_, head, published) => {
  const html = `<html><head>${head}</head><body><p>Two drones were shot down near the base on Tuesday, a spokesperson said. Nobody was hurt in it.</p></body></html>`;
  expect((articleOf(html) as Article).published).toBe(published);
});

test('a box inside the article is dropped by its name, unless it holds most of the words', () => {
  const told = '<p>Two drones were shot down near the base on Tuesday, a spokesperson said. Nobody was hurt in it.</p>';
  const box =
    '<div class="newsletter-box"><p>Every morning ten stories, chosen by hand, for readers in sixty countries.</p></div>';
  expect((articleOf(`<article>${told}${box}${told}</article>`) as Article).text).not.toContain('sixty');
  const named = `<div class="story has-sidebar"><div class="ad-free-text">${told}${told}</div></div>`;
  expect((articleOf(named) as Article).text).toContain('Two drones');
});

test('a page nested deeper than people write is stopped', () => {
  expect(articleOf(`${'<div>'.repeat(3000)}words`)).toMatchObject({ code: 'parse-limit' });
});
