import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fixtureReads, FRONT, NOTICE, WORDS } from './fixtures.ts';
import { siteApp } from './site.ts';

/** Blocks of words in a page that stand without the notice of their source: none may. */
export function wordsWithoutNotice(html: string, notice: string): string[] {
  const bare: string[] = [];
  for (const words of WORDS)
    for (const { index } of html.matchAll(new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'))) {
      const block = html.lastIndexOf('<div class="words', index);
      const end = html.indexOf('</div>', html.indexOf('</blockquote>', index));
      const text = html.lastIndexOf('report-text', index);
      const [from, to] = text > block - 40 && text > 0 ? [text, html.length] : [block, end];
      if (block < 0 || !html.slice(from, to).includes(notice)) bare.push(words);
    }
  return bare;
}

const PAGES = ['/', '/questions/x', '/incidents/i-x', '/reports/r-1', '/reports/r-1q'];

describe('the notice of a source stands wherever its words do', () => {
  test.each(PAGES)('%s', async (path) => {
    const site = siteApp(fixtureReads());
    const english = await (await site.request(path)).text();
    expect(WORDS.some((w) => english.includes(w))).toBe(true);
    expect(wordsWithoutNotice(english, NOTICE.en)).toEqual([]);
    const arabic = await (await site.request(path === '/' ? '/ar' : `/ar${path}`)).text();
    expect(wordsWithoutNotice(arabic, NOTICE.ar)).toEqual([]);
  });
  test('a page that prints words without it is caught', async () => {
    const front = async () => ({
      ...FRONT,
      latestClaims: FRONT.latestClaims.map((c) => ({ ...c, source: { ...c.source, notice: null } })),
    });
    const html = await (await siteApp(fixtureReads({ front })).request('/')).text();
    expect(wordsWithoutNotice(html, NOTICE.en)).not.toEqual([]);
    expect(wordsWithoutNotice(`<p>${WORDS[0]}</p>`, NOTICE.en)).toEqual([WORDS[0]]);
  });
  test('an answer says its notices beside its sentence', async () => {
    const html = await (await siteApp(fixtureReads()).request('/questions/x')).text();
    const block = html.slice(html.indexOf('class="sentence"'), html.indexOf('class="answer"'));
    expect(block).toContain(NOTICE.en);
  });
});

describe('words leave through one file only', () => {
  const PRINTS = /\.(excerpts|words|cue)\b|\b(e|excerpt)\.(before|after)\b|report\.text\b/;
  const folder = new URL('.', import.meta.url).pathname;
  const files = readdirSync(folder).filter((f) => f.endsWith('.tsx'));
  test.each(files.filter((f) => f !== 'words.tsx'))('%s prints none itself', (file) => {
    expect(readFileSync(folder + file, 'utf8')).not.toMatch(PRINTS);
  });
  test('the pattern finds them where they are printed', () => {
    expect(readFileSync(`${folder}words.tsx`, 'utf8')).toMatch(PRINTS);
  });
});

describe('a claim that no person has reviewed says so', () => {
  test.each(PAGES)('%s', async (path) => {
    const html = await (await siteApp(fixtureReads()).request(path)).text();
    expect(html).toContain('Read by machine, not yet reviewed');
  });
  test('an accepted one does not', async () => {
    const accepted = FRONT.latestClaims.filter((c) => !c.unreviewed);
    const site = siteApp(fixtureReads({ front: async () => ({ ...FRONT, latestClaims: accepted }) }));
    expect(accepted).not.toHaveLength(0);
    expect(await (await site.request('/')).text()).not.toContain('Read by machine');
  });
});
