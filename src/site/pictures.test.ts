import { describe, expect, test } from 'vitest';
import { CHECKED, COMPARED, INCIDENT, RULES, fixtureReads } from './fixtures.ts';
import { siteApp, type SiteReads } from './site.ts';

const get = async (path: string, over: Partial<SiteReads> = {}): Promise<string> =>
  (await siteApp(fixtureReads(over), { onFault: () => {} }).request(path)).text();
const QUESTION = '/questions/attacks-on-supply-sites';
/** Text of a page, its elements taken out. */
const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('what others count, checked', () => {
  test('says how many lie inside, gives each its verdict in words, and leads to claims and incidents', async () => {
    const html = await get(`${QUESTION}/tallies?as-of=2031-03-12`);
    const text = words(html);
    expect(text).toContain('2 findings among 4 totals. Of 3 comparisons with ours, 1 lie inside our bounds.');
    for (const verdict of ['inside our bounds', 'below our bounds', 'above our bounds'])
      expect(text).toContain(verdict);
    expect(text).toContain('1 more');
    expect(html.match(/class="comparison"/g)).toHaveLength(3);
    expect(text).toContain('claimed only, acknowledged by nobody (1); became known only after it was said (2)');
    expect(text).toContain('No incident of ours explains it.');
    expect(html).toContain('href="/reports/r-1#claim-9"');
    expect(html).toContain('href="/incidents/i-2031-03-11-ford-depot-a?as-of=2031-03-12"');
  });
  test('says so where nothing contradicts and nothing can be compared', async () => {
    const tallies = async () => ({ ...CHECKED, findings: [], comparisons: [] });
    const text = words(await get(`${QUESTION}/tallies`, { tallies }));
    expect(text).toContain('Nothing among these totals contradicts anything else.');
    expect(text).toContain('No stated total can be set beside ours.');
  });
  test('is asked for the window, cutoff and point of its address', async () => {
    const seen: unknown[] = [];
    const tallies: SiteReads['tallies'] = async (input) => (seen.push(input), CHECKED);
    await get('/questions/x/tallies?since=2031-03-03&as-of=2031-03-12&at=900', { tallies });
    expect(seen).toEqual([{ rule: 'x', since: '2031-03-03', asOf: '2031-03-12', at: 900 }]);
    expect(await get(QUESTION)).toContain(`href="${QUESTION}/tallies"`);
  });
});

describe('who is independent', () => {
  test('is drawn and listed: copies hang on what they copy, a denial is crossed, what does not confirm ends early', async () => {
    const html = await get('/incidents/x');
    const text = words(html);
    expect(html).toContain(
      'aria-label="5 tellings lead to 2 parties that say it happened; grade Confirmed, credibility 3."',
    );
    expect(html.match(/class="node node-copy"/g)).toHaveLength(1);
    expect(html.match(/class="wire wire-copy"/g)).toHaveLength(1);
    expect(html.match(/class="wire wire-denies"/g)).toHaveLength(2);
    expect(text).toContain('repeats the words of 1 and counts with it');
    expect(text).toContain('reliability D: not usually reliable');
    expect(text).toContain('Credibility 3: told by several parties, denied by one in a position to know');
  });
  test('denied, not confirmed and not asked are three things', async () => {
    const text = words(await get('/incidents/x'));
    for (const said of ['denies it', 'does not confirm it', 'not asked: no word of theirs'])
      expect(text).toContain(said);
    const arabic = words(await get('/ar/incidents/x'));
    for (const said of ['ينفيها', 'لا يؤكدها', 'لم يُسأل: لا قول له']) expect(arabic).toContain(said);
  });
  test('is bounded: a million copies of one post draw no more than a page can hold, and the page says so', async () => {
    const [first] = INCIDENT.independence.tellings;
    const copies = Array.from({ length: 400 }, (_, i) => ({ ...first!, mention: `c-${i}.1`, copies: 'r-2.1' }));
    const independence = { ...INCIDENT.independence, tellings: [first!, ...copies] };
    const html = await get('/incidents/x', { incident: async () => ({ ...INCIDENT, independence }) });
    expect(html.match(/class="node-number"/g)).toHaveLength(24);
    expect(html).toContain('Drawn are the first 24; the list holds all.');
  });
});

describe('where it was', () => {
  test('is drawn from the gazetteer and listed, rounded to 0.1 degrees', async () => {
    const html = await get(QUESTION);
    expect(html).toContain('aria-label="Map of Ford Depot, Long Pier, Qaraba; the list below says the same."');
    expect(html.match(/class="map-mark"/g)).toHaveLength(2);
    expect(html.match(/class="map-mark map-wide"/g)).toHaveLength(1);
    const text = words(html);
    expect(text).toContain('incidents: 2, in the high count only: 1 (34.3° N, 41.8° E)');
    expect(text).toContain('an area, not a point');
    expect(text).toMatch(/\d+ km/);
    expect(html).not.toMatch(/<image|tile/);
  });
  test('where no place is known the page says so', async () => {
    expect(await get('/incidents/x', { incident: async () => ({ ...INCIDENT, places: [] }) })).toContain(
      'No place is known well enough to be drawn.',
    );
  });
});

test('the chart has a band from low to high for each day, and its table says the same', async () => {
  const html = await get(QUESTION);
  expect(html.match(/<rect class="band" x=/g)).toHaveLength(4);
  expect(words(html)).toContain('11 March 2031 7 11 16');
});

test('the data behind an answer can be taken at the very point that is shown', async () => {
  const html = await get(`${QUESTION}?since=2031-03-03&reviewed=1`);
  expect(html).toContain(
    'href="/api/v1/export?what=incidents&amp;rule=attacks-on-supply-sites%402&amp;since=2031-03-03&amp;reviewed=true&amp;at=1204&amp;format=csv&amp;shape=acled"',
  );
});

describe('two rules side by side', () => {
  test('list what one counts and the other does not, with the reason', async () => {
    const seen: unknown[] = [];
    const compare: SiteReads['compare'] = async (input) => (seen.push(input), COMPARED);
    const html = await get(`${QUESTION}/compare?with=attacks-that-hit&as-of=2031-03-12`, { compare });
    expect(seen).toEqual([
      { first: 'attacks-on-supply-sites', second: 'attacks-that-hit', asOf: '2031-03-12', at: 1204 },
    ]);
    const text = words(html);
    expect(text).toContain('Both count 1 incidents alike; the best counts differ by −9.');
    expect(text).toContain('The other leaves it out: outcome intercepted');
    expect(text).toContain('The other leaves it out: beyond the places and days asked about');
    expect(words(await get(`/ar${QUESTION}/compare?with=x`))).toContain('خارج الأماكن والأيام المسؤول عنها');
  });
  test('are chosen from all others and from earlier versions', async () => {
    const html = await get(`${QUESTION}/compare?as-of=2031-03-12`);
    expect(html).toContain(`href="${QUESTION}/compare?as-of=2031-03-12&amp;with=attacks-that-hit"`);
    expect(html).toContain('with=attacks-on-supply-sites%401');
    expect(html).not.toContain('with=attacks-on-supply-sites"');
    const alone = { rules: async () => ({ ...RULES, rules: [] }) };
    expect(await get(`${QUESTION}/compare`, alone)).toContain('There is no other rule to compare with.');
  });
  test('a name that no rule can have is refused', async () => {
    const response = await siteApp(fixtureReads()).request(`${QUESTION}/compare?with=${encodeURIComponent('a b')}`);
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('is not the name of a rule'),
    ]);
  });
});

test('the method page lists every rule in force as it is written', async () => {
  const text = words(await get('/method'));
  for (const said of [
    'Attacks on supply sites in Qaraba',
    'Rule attacks-that-hit',
    'Lantern Brigade , under its own name alone',
  ])
    expect(text).toContain(said);
  expect(text).toContain('Grades in low Confirmed, Fair');
  expect(text).toContain('told by independent parties');
  expect(await get('/method', { rules: async () => ({ n: 0, rules: [] }) })).toContain('No rule has been loaded yet.');
});
