import { Report } from '../model/report.ts';
import { depthOf } from './depth.ts';
import { publishedAt } from './published.ts';

/** What a page says of itself outside its article. */
export interface PageFacts {
  title?: string | undefined;
  byline?: string | undefined;
  published?: string | undefined;
  language?: string | undefined;
  url?: string | undefined;
}

/** Facts from meta elements, JSON-LD and markup; taken before the page is cleared. A date of change is no publication. */
export function factsOf(document: Document): PageFacts {
  const linked = linkedData(document);
  return {
    title: titleOf(document, linked),
    byline: bylineOf(document, linked),
    published: publishedOf(document, linked),
    language: tidy(document.documentElement?.getAttribute('lang')) ?? meta(document, ['og:locale', 'content-language']),
    url: urlOf(document),
  };
}

const tidy = (s: unknown): string | undefined => {
  const text = typeof s === 'string' ? s.replace(/\s+/g, ' ').trim() : '';
  return text === '' ? undefined : text;
};

/** Content of the first meta element of any of these names that has some. */
function meta(document: Document, names: readonly string[]): string | undefined {
  for (const name of names)
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const content = tidy(document.querySelector(`meta[${key}="${name}"]`)?.getAttribute('content'));
      if (content !== undefined) return content;
    }
  return undefined;
}

type Linked = Record<string, unknown>;
const isLinked = (x: unknown): x is Linked => typeof x === 'object' && x !== null;
const ARTICLE = /(?:Article|Posting|Report)$/;

/** The first article that the page describes as JSON-LD; scripts that do not parse are passed over. */
function linkedData(document: Document): Linked {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const json = script.textContent ?? '';
    if (depthOf(json) > 32) continue;
    try {
      const found = articleIn(JSON.parse(json));
      if (found) return found;
    } catch {
      continue;
    }
  }
  return {};
}

function articleIn(value: unknown): Linked | undefined {
  if (!isLinked(value)) return undefined;
  if ([value['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type))) return value;
  for (const inner of Array.isArray(value) ? value : [value['@graph'], value.mainEntity]) {
    const found = articleIn(inner);
    if (found) return found;
  }
  return undefined;
}

/** The only headline of the page if its title agrees with it (some sites mark their logo so), else what it is called. */
function titleOf(document: Document, linked: Linked): string | undefined {
  const named = [tidy(linked.headline), meta(document, ['og:title', 'twitter:title']), tidy(document.title)];
  const headings = [...document.querySelectorAll('h1')].map((h) => tidy(h.textContent));
  const [only] = headings;
  const agrees = named.every((n) => n === undefined) || named.some((n) => only !== undefined && n?.includes(only));
  return headings.length === 1 && only !== undefined && agrees ? only : named.find((n) => n !== undefined);
}

function bylineOf(document: Document, linked: Linked): string | undefined {
  const authors = [linked.author].flat().map((a) => tidy(isLinked(a) ? a.name : a));
  const named = authors.filter((a) => a !== undefined).join(', ');
  const marked = document.querySelector('[rel="author"], [itemprop="author"], .byline, .author');
  const candidates = [tidy(named), meta(document, ['author', 'article:author']), tidy(marked?.textContent)];
  return candidates.find((c) => c !== undefined && !/^https?:/.test(c))?.slice(0, 500);
}

const DATES = [
  'article:published_time',
  'og:published_time',
  'datePublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publish-date',
  'DC.date.issued',
  'dc.date',
  'date',
];

/** The first date given that can be read; if none can, the first given, so that the error names it. */
function publishedOf(document: Document, linked: Linked): string | undefined {
  const timed = ['time[itemprop="datePublished"]', 'time[pubdate]', 'article time[datetime]', 'main time[datetime]'];
  const marked = timed.map((selector) => document.querySelector(selector)?.getAttribute('datetime'));
  const all = [...document.querySelectorAll('time[datetime]')];
  const lone = all.length === 1 ? all[0]!.getAttribute('datetime') : undefined;
  const [first, second, ...others] = DATES.map((name) => meta(document, [name]));
  const given = [first, second, linked.datePublished, ...others, ...marked, lone]
    .map(tidy)
    .filter((date) => date !== undefined);
  return given.find(canBeRead) ?? given[0];
}

function canBeRead(date: string): boolean {
  try {
    return publishedAt(date, 'UTC').instant !== '';
  } catch {
    return false;
  }
}

function urlOf(document: Document): string | undefined {
  const given = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  for (const url of [tidy(given), meta(document, ['og:url', 'twitter:url'])])
    if (url !== undefined && Report.shape.url.safeParse(url).success) return url;
  return undefined;
}
