/** Takes the pictures of the README from a running site: node --import tsx test/take-images.ts http://127.0.0.1:3000 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startBrowser } from './browser.ts';
import { ROOT } from './sources.ts';

const site = process.argv[2] ?? 'http://127.0.0.1:3000';
const folder = join(ROOT, 'docs/images');

/** The front page as it opens; questions down to what others count. */
const PICTURES = [
  { file: 'front.png', path: '/', height: 900 },
  { file: 'question-en.png', path: '/questions/attacks-on-us-forces', height: 2150 },
  { file: 'question-ar.png', path: '/ar/questions/attacks-on-us-forces', height: 2150 },
];

await mkdir(folder, { recursive: true });
const { browser, close } = await startBrowser();
try {
  const page = await browser.newPage();
  for (const { file, path, height } of PICTURES) {
    await page.setViewportSize({ width: 1120, height });
    const answer = await page.goto(`${site}${path}`, { waitUntil: 'networkidle' });
    if (!answer?.ok()) throw new Error(`${path}: ${answer?.status()}`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({ path: join(folder, file) });
    console.log(`${file} ← ${path}`);
  }
} finally {
  await close();
}
