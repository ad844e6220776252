import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** A real Chromium out of node_modules: no apt, no root needed, nothing of it left behind. */
export interface TestBrowser {
  browser: Browser;
  close(): Promise<void>;
}

/** What the package reads or changes; put back afterwards, or a server started later would load the browser's libraries. */
const TOUCHED = ['AWS_LAMBDA_JS_RUNTIME', 'TMPDIR', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME'] as const;

/** Unpacks the browser into a folder of its own and starts it from there. */
export async function startBrowser(): Promise<TestBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-browser-'));
  const executablePath = await unpack(folder);
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    TMPDIR: folder,
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    FONTCONFIG_FILE: await ownFonts(folder),
  };
  const browser = await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox'], env });
  const close = async (): Promise<void> => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { browser, close };
}

/** The package's own list of font folders names /tmp/fonts; a browser that finds no font at all crashes at form fields. */
async function ownFonts(folder: string): Promise<string> {
  const file = join(folder, 'fonts.conf');
  const folders = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir>`;
  await writeFile(file, `<?xml version="1.0"?><fontconfig>${folders}</fontconfig>`);
  return file;
}

/** The package decides at import which system libraries it brings, from AWS_LAMBDA_JS_RUNTIME, and unpacks into TMPDIR. */
async function unpack(folder: string): Promise<string> {
  const before = TOUCHED.map((name) => [name, process.env[name]] as const);
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  process.env.TMPDIR = folder;
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    return await packed.executablePath();
  } finally {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
}
