import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureReads } from '../src/site/fixtures.ts';
import { siteApp } from '../src/site/site.ts';
import { startBrowser, type TestBrowser } from './browser.ts';

/** The site in a real browser: nothing serious for axe on any page, in either language, scheme and width. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATHS = [
  '/',
  '/questions/attacks-on-supply-sites',
  '/questions/attacks-on-supply-sites/changes?from=1100',
  '/questions/attacks-on-supply-sites/tallies',
  '/questions/attacks-on-supply-sites/compare',
  '/questions/attacks-on-supply-sites/compare?with=attacks-that-hit',
  '/incidents/i-2031-03-11-ford-depot-a',
  '/reports/r-1',
  '/reports/r-1q',
  '/reports/r-2',
  '/method',
  '/questions/x?since=banana',
  '/nothing',
];
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
/** By how many pixels a page is wider than its screen. */
const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const inArabic = (path: string): string => (path === '/' ? '/ar' : `/ar${path}`);

let chromium: TestBrowser;
let browser: Browser;
let server: Server;
let base: string;

beforeAll(async () => {
  const app = siteApp(fixtureReads(), { onFault: () => {} });
  const listening = new Promise<void>((done) => {
    server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => done()) as Server;
  });
  [chromium] = await Promise.all([startBrowser(), listening]);
  browser = chromium.browser;
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await chromium?.close();
  server?.close();
});

interface Violation {
  id: string;
  impact: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

/** What axe finds serious or critical, told in one line each. */
async function serious(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations)`,
  )) as Violation[];
  return found
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 120)} ${n.failureSummary ?? ''}`));
}

describe.each(['phone', 'desktop'] as const)('%s', (size) => {
  describe.each(['light', 'dark'] as const)('%s', (scheme) => {
    test.each(['en', 'ar'] as const)(
      'axe finds nothing serious on any page in %s, and no page is wider than the screen',
      async (language) => {
        const context = await browser.newContext({ viewport: SIZES[size], colorScheme: scheme });
        const page = await context.newPage();
        const troubles: string[] = [];
        const asked = new Set<string>();
        page.on('request', (r) => asked.add(new URL(r.url()).origin));
        for (const path of PATHS) {
          await page.goto(base + (language === 'ar' ? inArabic(path) : path));
          for (const found of await serious(page)) troubles.push(`${path} ${found}`);
          const wider = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          );
          if (wider) troubles.push(`${path} is ${wider} pixels wider than the screen`);
        }
        await context.close();
        expect(troubles).toEqual([]);
        expect([...asked]).toEqual([base]);
      },
    );
  });
});

test('planted defects are caught: pale text, an unlabelled field, a page that is too wide', async () => {
  const page = await browser.newPage({ viewport: SIZES.phone });
  await page.goto(`${base}/questions/attacks-on-supply-sites`);
  expect(await serious(page)).toEqual([]);
  await page.evaluate(`
    document.querySelector('.sentence').style.color = '#bbb';
    document.querySelector('label[for=f-at]').remove();
    document.querySelector('#f-at').removeAttribute('aria-describedby');
    document.querySelector('h1').style.width = '500px';`);
  const found = await serious(page);
  expect(found.some((f) => f.startsWith('color-contrast'))).toBe(true);
  expect(found.some((f) => f.startsWith('label'))).toBe(true);
  expect(await page.evaluate(WIDER)).toBeGreaterThan(0);
  await page.close();
});

test('works without scripts, and the policy lets none run', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: SIZES.phone });
  const page = await context.newPage();
  await page.goto(`${base}/ar/questions/attacks-on-supply-sites`);
  await page.getByLabel('كما كان حتى (حد المعلومات)').fill('2031-03-12');
  await page.getByRole('button', { name: 'اسأل' }).click();
  expect(page.url()).toContain('as-of=2031-03-12');
  await page.getByRole('link', { name: 'English' }).click();
  expect(new URL(page.url()).pathname).toBe('/questions/attacks-on-supply-sites');
  expect(page.url()).toContain('as-of=2031-03-12');
  await page.getByRole('link', { name: 'Ford Depot' }).first().click();
  await page.getByRole('link', { name: 'See it in its report' }).first().click();
  expect(page.url()).toMatch(/\/reports\/r-[12]\?*.*#claim-1$/);
  await context.close();
});

test('an inline script is refused by the policy', async () => {
  const page = await browser.newPage();
  const refused: string[] = [];
  page.on('console', (m) => refused.push(m.text()));
  await page.goto(`${base}/method`);
  await page.evaluate(`{
    const s = document.createElement('script');
    s.textContent = 'document.title = "ran"';
    document.body.append(s);
  }`);
  expect(await page.title()).not.toBe('ran');
  expect(refused.join(' ')).toContain('Content Security Policy');
  await page.close();
});

test('the first Tab lands on the skip link, which leads to the content; focus can be seen', async () => {
  const page = await browser.newPage({ viewport: SIZES.phone });
  await page.goto(`${base}/ar`);
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  expect(await skip.getAttribute('href')).toBe('#content');
  expect((await skip.boundingBox())!.y).toBeGreaterThanOrEqual(0);
  expect(await skip.evaluate((e) => getComputedStyle(e).outlineStyle)).toBe('solid');
  await page.keyboard.press('Enter');
  expect(await page.locator(':focus').getAttribute('id')).toBe('content');
  await page.close();
});

test('every link and button outside running text is at least 24 pixels high and wide', async () => {
  const page = await browser.newPage({ viewport: SIZES.phone });
  for (const path of PATHS) {
    await page.goto(base + path);
    const small =
      await page.evaluate(`[...document.querySelectorAll('nav a, button, .button, summary, input, .tag, .claim-links a')]
      .map((e) => [e.outerHTML.slice(0, 60), e.getBoundingClientRect()])
      .filter(([, r]) => r.width > 0 && (r.height < 23.9 || r.width < 23.9)).map(([h, r]) => h + r.height)`);
    expect(small).toEqual([]);
  }
  await page.close();
});

test('Arabic is set in the bundled font', async () => {
  const page = await browser.newPage();
  await page.goto(`${base}/ar`);
  await page.evaluate('document.fonts.ready.then(() => 1)');
  expect(
    await page.evaluate(`[...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family)`),
  ).toContain('Noto Sans Arabic');
  await page.close();
});
