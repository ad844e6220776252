import { afterAll, expect, test } from 'vitest';
import { LIMITS } from './limits.ts';
import { openParser } from './parser.ts';

const parser = openParser({ ...LIMITS, parseMs: 1000, parseMiB: 48 });
afterAll(() => parser.close());

const PAGE = `<article><p>${'Two drones were shot down near the base on Tuesday, a spokesperson said. '.repeat(3)}</p></article>`;
const reads = async (): Promise<void> =>
  expect(await parser.html(PAGE)).toMatchObject({ text: expect.stringContaining('Two drones') as string });

test('a page is read in the worker, and another in the same one', async () => {
  await reads();
  await reads();
});

test.each([
  ['300,000 line breaks', () => parser.html(`<div>${'x<br>'.repeat(300_000)}</div>`), /more than (?:1 s|the memory)/],
  [
    '300,000 attributes',
    () => parser.html(`<p ${Array.from({ length: 300_000 }, (_, i) => `a${i}="x"`).join(' ')}>`),
    /more than/,
  ],
  ['three million empty lists', () => parser.json(`[${'[],'.repeat(3_000_000)}[]]`), /more than/],
])('%s meet a limit, and the next page is read', async (_, parse, message) => {
  await expect(parse()).rejects.toMatchObject({
    code: 'parse-limit',
    message: expect.stringMatching(message) as string,
  });
  await reads();
});

test.each([
  ['nested elements', `${'<div>'.repeat(5000)}words`],
  ['nested inline elements that do not end', '<p><b><i>'.repeat(2000)],
])('%s are stopped by depth', async (_, html) => {
  expect(await parser.html(html)).toMatchObject({ code: 'parse-limit' });
});

test('entities that would multiply in XML stay as they are', async () => {
  const doctype = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  const found = (await parser.html(`${doctype}<html><body>${PAGE}<p>${'&b;'.repeat(100)}</p></body></html>`)) as {
    text: string;
  };
  expect(found.text.length).toBeLessThan(1000);
});

test('a closed parser starts again when it is needed, and can be closed twice', async () => {
  await parser.close();
  await reads();
  await parser.close();
  await parser.close();
});
