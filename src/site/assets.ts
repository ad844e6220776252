import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A file that pages refer to: its name holds the hash of its bytes, so it may be kept for ever. */
export interface Asset {
  path: string;
  type: string;
  body: Uint8Array;
}

export interface Assets {
  style: string;
  icon: string;
  byPath: ReadonlyMap<string, Asset>;
  /** Hash of the program's sources: part of every ETag, so that a changed program never answers "not modified". */
  build: string;
}

const FONT_WEIGHTS = [400, 700];
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const digest = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
};

/** Reads stylesheet, icon and the Arabic subset of the bundled font; addresses in the stylesheet become hashed ones. */
export function loadAssets(): Assets {
  const fonts = FONT_WEIGHTS.map(fontOf);
  const icon = asset('icon', 'svg', { type: 'image/svg+xml', body: readFileSync(here('icon.svg')) });
  let css = readFileSync(here('style.css'), 'utf8');
  for (const [i, weight] of FONT_WEIGHTS.entries())
    css = css.replaceAll(`/assets/noto-sans-arabic-${weight}.woff2`, fonts[i]!.path);
  const style = asset('style', 'css', { type: 'text/css; charset=utf-8', body: Buffer.from(css) });
  const all = [style, icon, ...fonts];
  return {
    style: style.path,
    icon: icon.path,
    byPath: new Map(all.map((a) => [a.path, a])),
    build: digest(...sources(here('..'))),
  };
}

function asset(name: string, ending: string, { type, body }: Pick<Asset, 'type' | 'body'>): Asset {
  return { path: `/assets/${name}-${digest(body)}.${ending}`, type, body };
}

function fontOf(weight: number): Asset {
  const file = createRequire(import.meta.url).resolve(
    `@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-${weight}-normal.woff2`,
  );
  return asset(`noto-sans-arabic-${weight}`, 'woff2', { type: 'font/woff2', body: readFileSync(file) });
}

function sources(folder: string): Buffer[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.(ts|tsx|css|svg)$/.test(f) && !/\.test\.tsx?$/.test(f))
    .sort()
    .map((f) => readFileSync(`${folder}/${f}`));
}
