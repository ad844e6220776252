import { Hono, type Context } from 'hono';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { LANGUAGES, type Language } from '../model/codes.ts';
import { loadAssets, type Assets } from './assets.ts';
import { ErrorPage } from './error-page.tsx';
import { etagOf, IMMUTABLE, matches, NOT_KEPT, PAGE_CACHE, securityHeaders } from './headers.ts';
import { pageCache, type PageCache } from './page-cache.ts';
import { inLanguage, type Page } from './page.ts';
import { asked, queryOf } from './query.ts';
import type { SiteReads } from './reads.ts';
import { ROUTES, type Route } from './routes.tsx';
import { nowhere, troubleOf, type Trouble } from './trouble.ts';

export type { SiteReads } from './reads.ts';

export interface SiteOptions {
  /** Zone in which days and times of incidents are told. */
  zone?: string;
  /** Told of every fault of the program (status 500 and above) that a reader met. */
  onFault?: (fault: unknown, path: string) => void;
}

interface Site {
  read: SiteReads;
  zone: string;
  onFault: (fault: unknown, path: string) => void;
  assets: Assets;
  cache: PageCache;
}

const CACHED_CHARACTERS = 8_000_000;

/** The readers' face as an app: every page in every language, assets, and error pages that help. */
export function siteApp(read: SiteReads, options: SiteOptions = {}): Hono {
  const site: Site = {
    read,
    zone: options.zone ?? 'Asia/Baghdad',
    onFault: options.onFault ?? ((fault, path) => console.error(`site: ${path}:`, fault)),
    assets: loadAssets(),
    cache: pageCache(CACHED_CHARACTERS),
  };
  const app = new Hono();
  app.use(securityHeaders);
  app.get('/assets/:file', (c) => serveAsset(site, c));
  app.get('/ar/', (c) => c.redirect('/ar', 301));
  for (const language of LANGUAGES)
    for (const route of ROUTES)
      app.get(inLanguage(language, route.path), (c) => servePage(site, c, { language, route }));
  app.all('*', (c) => {
    const page = pageOf(site, c, c.req.path.startsWith('/ar/') ? 'ar' : 'en');
    return serveTrouble(c, page, nowhere(page));
  });
  return app;
}

function serveAsset({ assets }: Site, c: Context): Response {
  const asset = assets.byPath.get(c.req.path);
  if (!asset) return c.text('', 404, { 'Cache-Control': NOT_KEPT });
  return c.body(new Uint8Array(asset.body), 200, { 'Content-Type': asset.type, 'Cache-Control': IMMUTABLE });
}

/** The page that is asked for; its search holds the values as they were understood, in one order. */
function pageOf({ assets, zone }: Site, c: Context, language: Language): Page {
  const prefix = inLanguage(language, '/').replace(/\/$/, '');
  // Two slashes at the start would make links on the page lead to another host.
  const path = new URL(c.req.url).pathname.slice(prefix.length).replace(/^\/*/, '/');
  return { language, path, search: '', zone, style: assets.style, icon: assets.icon };
}

async function servePage(
  site: Site,
  c: Context,
  { language, route }: { language: Language; route: Route },
): Promise<Response> {
  const page = pageOf(site, c, language);
  try {
    page.search = new URL(c.req.url).search;
    const values = asked(new URL(c.req.url).searchParams, route.takes);
    page.search = queryOf(values);
    const n = await site.read.point();
    const etag = etagOf(site.assets.build, language, page.path, page.search, n);
    const headers = { ETag: etag, 'Cache-Control': PAGE_CACHE, 'Content-Language': language };
    if (matches(c.req.header('If-None-Match'), etag)) return c.body(null, 304, headers);
    let body = site.cache.get(etag);
    if (body === undefined) {
      const name = c.req.param('name') ?? '';
      body = html(await route.render({ read: site.read, page, name, asked: values, n }));
      site.cache.set(etag, body);
    }
    return c.html(body, 200, headers);
  } catch (thrown) {
    const trouble = troubleOf(page, thrown);
    if (trouble.status >= 500) site.onFault(thrown, page.path);
    return serveTrouble(c, page, trouble);
  }
}

function serveTrouble(c: Context, page: Page, trouble: Trouble): Response {
  const headers = { 'Cache-Control': NOT_KEPT, 'Content-Language': page.language };
  return c.html(html(ErrorPage({ page, trouble })), trouble.status as 400, headers);
}

const html = (page: VNode): string => `<!doctype html>\n${renderToString(page)}`;
