import { describe, expect, test } from 'vitest';
import { DaybookError } from '../model/errors.ts';
import { CONTENT_SECURITY_POLICY } from './headers.ts';
import { EMPTY, FRONT, fixtureReads, QUOTED, REPORT } from './fixtures.ts';
import { siteApp, type SiteReads } from './site.ts';

const app = (over: Partial<SiteReads> = {}) => siteApp(fixtureReads(over), { onFault: () => {} });
const get = async (path: string, over: Partial<SiteReads> = {}) => {
  const response = await app(over).request(path);
  return { response, status: response.status, text: await response.text() };
};

export const PATHS = [
  '/',
  '/questions/attacks-on-supply-sites',
  '/questions/attacks-on-supply-sites?since=2031-03-03&as-of=2031-03-12&reviewed=1',
  '/questions/attacks-on-supply-sites/changes?from=1100&to-as-of=2031-03-12',
  '/questions/attacks-on-supply-sites/tallies',
  '/questions/attacks-on-supply-sites/tallies?as-of=2031-03-12',
  '/questions/attacks-on-supply-sites/compare',
  '/questions/attacks-on-supply-sites/compare?with=attacks-that-hit',
  '/incidents/i-2031-03-11-ford-depot-a',
  '/incidents/i-2031-03-11-ford-depot-a?as-of=2031-03-12',
  '/reports/r-1',
  '/reports/r-1q',
  '/reports/r-2',
  '/method',
];
const arabic = (path: string): string => (path === '/' ? '/ar' : `/ar${path}`);

describe.each(PATHS)('%s', (path) => {
  test.each([
    ['en', 'ltr', path],
    ['ar', 'rtl', arabic(path)],
  ])('stands in %s', async (lang, dir, at) => {
    const { response, status, text } = await get(at);
    expect(status).toBe(200);
    expect(text).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${lang}" dir="${dir}">`));
    expect(response.headers.get('content-language')).toBe(lang);
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text).toContain('hreflang="en"');
    expect(text).toContain('hreflang="ar"');
    expect(text).not.toMatch(/undefined|\[object|NaN|Invalid Date|\{[a-zA-Z]+\}/);
  });
  test.each([path, arabic(path)])('%s has no script, no style in attributes and nothing from elsewhere', async (at) => {
    const { response, text } = await get(at);
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    expect(text).not.toMatch(/<script|\sstyle="|\son[a-z]+="|javascript:/i);
    expect(text).not.toMatch(/(src|action)="(https?:)?\/\//);
    expect(text).not.toMatch(/<link[^>]+href="(https?:)?\/\//);
  });
});

describe('what may be kept', () => {
  test('a page that has not changed is not rendered again, and a changed record gives another tag', async () => {
    let n = 7;
    let reads = 0;
    const site = app({ point: async () => n, front: async () => (reads++, FRONT) });
    const first = await site.request('/');
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=0, s-maxage=\d+/);
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const again = await site.request('/', { headers: { 'If-None-Match': tag } });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect(reads).toBe(1);
    n = 8;
    const later = await site.request('/', { headers: { 'If-None-Match': etag } });
    expect(later.status).toBe(200);
    expect(later.headers.get('etag')).not.toBe(etag);
    expect(reads).toBe(2);
  });
  test('a page that was rendered at this point is given again without asking', async () => {
    let reads = 0;
    const site = app({ report: async () => (reads++, REPORT) });
    const [a, b] = [await site.request('/reports/r-1'), await site.request('/reports/r-1?utm_source=x')];
    expect(await a.text()).toBe(await b.text());
    expect(reads).toBe(1);
  });
  test('tags differ by path, by language and by what is asked', async () => {
    const site = app();
    const paths = ['/', '/ar', '/method', '/reports/r-1', '/reports/r-2', '/reports/r-1?at=3', '/reports/r-1?at=4'];
    const tags = await Promise.all(paths.map(async (p) => (await site.request(p)).headers.get('etag')));
    expect(new Set(tags).size).toBe(paths.length);
  });
  test('a page is read at the point that its tag names', async () => {
    const seen: unknown[] = [];
    const site = app({ point: async () => 42, report: async (i) => (seen.push(i.at), REPORT) });
    await site.request('/reports/r-1');
    await site.request('/reports/r-1?at=17');
    await site.request('/reports/r-1?at=2031-03-09');
    expect(seen).toEqual([42, 17, '2031-03-09']);
  });
  test('assets are named by their bytes and kept for ever', async () => {
    const { text } = await get('/');
    const style = /href="(\/assets\/style-[0-9a-f]{16}\.css)"/.exec(text)![1]!;
    const css = await get(style);
    expect(css.response.headers.get('cache-control')).toContain('immutable');
    expect(css.response.headers.get('content-type')).toContain('text/css');
    const fonts = [...css.text.matchAll(/url\('([^']+)'\)/g)].map((m) => m[1]!);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) {
      const got = await app().request(font);
      expect([got.status, got.headers.get('content-type')]).toEqual([200, 'font/woff2']);
      expect(
        Buffer.from(await got.arrayBuffer())
          .subarray(0, 4)
          .toString(),
      ).toBe('wOF2');
    }
    expect((await get('/assets/style-0000000000000000.css')).status).toBe(404);
    expect((await get('/assets/..%2fsite.ts')).status).toBe(404);
  });
});

describe('errors are pages that help', () => {
  test.each([
    ['/questions/x?since=banana', 'banana'],
    ['/questions/x?since=2031-02-30', '2031-02-30'],
    ['/questions/x?until=9999-01-01', '9999-01-01'],
    ['/questions/x?as-of=soon', 'soon'],
    ['/questions/x?at=-1', '-1'],
    ['/questions/x?at=1.5', '1.5'],
    ['/questions/x?reviewed=yes', 'yes'],
    ['/questions/x?at=1&at=2', 'more than once'],
    ['/?as-of=2031-03-01', 'as-of'],
    ['/reports/r-1?as-of=2031-03-01', 'as-of'],
    ['/questions/x/changes?from=x', 'from'],
  ])('%s is refused and says what to do', async (path, said) => {
    const { response, status, text } = await get(path);
    expect(status).toBe(400);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
    if (!path.includes('from=x')) expect(text).toContain(said);
    expect(text).toContain('What you can do');
    expect((await get(`/ar${path === '/?as-of=2031-03-01' ? '?as-of=2031-03-01' : path}`)).text).toContain(
      'ما الذي يمكنك فعله',
    );
  });
  test('blank fields of a form and names that are not ours are left alone', async () => {
    expect((await get('/questions/x?since=&until=&as-of=&at=+&utm_source=mail')).status).toBe(200);
  });
  test('an error of the catalogue keeps its status, sentence and remedy', async () => {
    const incident = async () => {
      throw new DaybookError('incident-unknown', { incident: 'i-no' });
    };
    const { status, text } = await get('/incidents/i-no', { incident });
    expect(status).toBe(404);
    expect(text).toContain('There is no incident “i-no”.');
    expect(text).toContain('Codes look like');
    expect((await get('/ar/incidents/i-no', { incident })).text).toContain('لا توجد حادثة بهذا الرمز');
  });
  test('a fault tells readers nothing of the inside, and is told to the house', async () => {
    const faults: unknown[] = [];
    const broken = async () => {
      throw new Error('password=secret at /srv/db');
    };
    const site = siteApp(fixtureReads({ front: broken }), { onFault: (f) => faults.push(f) });
    const response = await site.request('/');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/secret|srv/);
    expect(faults).toHaveLength(1);
    const closed = async () => {
      throw new DaybookError('database-unreachable', { detail: 'host db-7' });
    };
    const down = await get('/', { point: closed });
    expect([down.status, down.text.includes('db-7')]).toEqual([503, false]);
  });
  test.each(['/nothing', '/ar/nothing', '/questions', '/questions/', '//evil.example/x', '/reports/a/b'])(
    '%s is nowhere, in the language of its address',
    async (path) => {
      const { status, text } = await get(path);
      expect(status).toBe(404);
      expect(text).toContain(path.startsWith('/ar') ? 'lang="ar"' : 'lang="en"');
      expect(text).not.toMatch(/href="\/\//);
    },
  );
  test('names in addresses may hold any character', async () => {
    const seen: string[] = [];
    const site = app({ report: async ({ report }) => (seen.push(report), REPORT) });
    for (const id of ['a/b', 'é ü', '100%', 'x#y?z']) await site.request(`/reports/${encodeURIComponent(id)}`);
    expect(seen).toEqual(['a/b', 'é ü', '100%', 'x#y?z']);
  });
});

describe('what strangers write stays text', () => {
  const PAYLOADS = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '" onmouseover="x',
    '</title><svg onload=x>',
  ];
  test.each(PAYLOADS)('%s', async (evil) => {
    const claims = REPORT.claims.map((c) => ({
      ...c,
      title: evil,
      flag: evil,
      excerpts: [{ before: evil, words: evil, after: evil }],
      voice: { id: 'x', name: { en: evil } },
    }));
    const report = async () => ({
      ...REPORT,
      title: evil,
      byline: evil,
      text: evil.repeat(9),
      claims,
      url: 'https://x.example/"><b>',
    });
    const { status, text } = await get('/reports/r-1', { report });
    expect(status).toBe(200);
    expect(text).not.toContain(evil);
    expect(text.match(/<(script|img|svg)\b/g)).toBeNull();
    const query = await get(`/questions/x?since=${encodeURIComponent(evil)}`);
    expect(query.text).not.toContain(evil);
    const path = await get(`/${encodeURIComponent(evil)}`);
    expect(path.text).not.toContain(evil);
  });
  test('an address of a report that is no web address is not made a link', async () => {
    const { text } = await get('/reports/r-1', { report: async () => ({ ...REPORT, url: 'javascript:alert(1)' }) });
    expect(text).not.toContain('javascript:');
  });
  test('a title that turns the direction of text is isolated, and plain in the tab', async () => {
    const title = 'evil \u202Etxt.exe';
    const { text } = await get('/reports/r-1', { report: async () => ({ ...REPORT, title }) });
    expect(text).toContain(`<bdi lang="en" dir="ltr">${title}</bdi>`);
    expect(text).toMatch(/<title>evil txt\.exe/);
  });
});

describe('what pages hold', () => {
  test('an empty record says so on the front page and answers without error', async () => {
    const front = async () => ({ ...FRONT, n: 0, questions: [], latestClaims: [], latestIncidents: [] });
    expect((await get('/', { front })).text).toContain('The record is empty so far');
    const empty = await get('/questions/x', { count: async () => EMPTY });
    expect(empty.text).toContain('holds no incident that answers this question');
    expect(empty.text).toContain('nothing to draw yet');
  });
  test('the answer is there in words, in numbers and as a picture with its text', async () => {
    const { text } = await get('/questions/x');
    expect(text).toContain('our record holds 11 (at least 7, at most 16)');
    for (const n of ['7', '11', '16']) expect(text).toContain(`<data value="${n}">${n}</data>`);
    expect(text).toContain('aria-label="Low 7, best 11, high 16, on a scale from 0 to 20."');
    expect(text).toContain('aria-label="Of 11: both sides 4, acknowledged only 3, claimed only 3, reported only 1."');
    expect(text).toContain('6 of 31 claims reviewed');
    expect(text).toContain('Not further in because: place unsaid, grade Contested');
    expect(text).toContain('Left out: place outside, time outside');
  });
  test('the claims of a report have their anchors, their words are marked, and rejected ones stand apart', async () => {
    const { text } = await get('/reports/r-1');
    for (const n of [1, 2, 3, 4]) expect(text).toContain(`id="claim-${n}"`);
    for (const n of [1, 2, 3]) expect(text).toContain(`id="words-${n}"`);
    expect(text.indexOf('id="claim-4"')).toBeGreaterThan(text.indexOf('id="rejected"'));
    const quoted = await get('/reports/r-1q', { report: async () => QUOTED });
    expect(quoted.text).not.toContain('class="words report-text"');
    expect(quoted.text).toContain('This report has been withdrawn');
  });
  test('the cutoff and the record point follow from a question to its incidents', async () => {
    const { text } = await get('/questions/x?as-of=2031-03-12&at=900');
    expect(text).toContain('/incidents/i-2031-03-11-ford-depot-a?as-of=2031-03-12&amp;at=900');
    expect(text).toContain('href="/ar/questions/x?as-of=2031-03-12&amp;at=900"');
  });
});
