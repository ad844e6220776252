import type { ComponentChildren } from 'preact';
import { LANGUAGES, type Language } from '../model/codes.ts';
import { Fill } from './fill.tsx';
import { number, offset } from './format.ts';
import { direction, inLanguage, link, say, withoutBidi, type Page } from './page.ts';

interface Layout {
  page: Page;
  /** Plain text, for the browser's tab. */
  title: string;
  /** Record point that the page was made from; null where none was read. */
  n: number | null;
  children: ComponentChildren;
}

/** The frame of every page: skip link, landmarks, language switch; no script, no style in attributes. */
export function Layout({ page, title, n, children }: Layout) {
  const name = say(page, 'siteName');
  return (
    <html lang={page.language} dir={direction(page.language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title ? `${withoutBidi(title)} – ${name}` : name}</title>
        <link rel="stylesheet" href={page.style} />
        <link rel="icon" href={page.icon} type="image/svg+xml" />
        {LANGUAGES.map((l) => (
          <link rel="alternate" hreflang={l} href={inLanguage(l, page.path) + page.search} />
        ))}
        <link rel="alternate" hreflang="x-default" href={page.path + page.search} />
      </head>
      <body>
        <a class="skip" href="#content">
          {say(page, 'skip')}
        </a>
        <Masthead page={page} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Footer page={page} n={n} />
      </body>
    </html>
  );
}

const OTHER: Readonly<Record<Language, Language>> = { en: 'ar', ar: 'en' };

function Masthead({ page }: { page: Page }) {
  const other = OTHER[page.language];
  const current = (path: string) => (page.path === path ? 'page' : undefined);
  return (
    <header class="masthead">
      <div class="masthead-in">
        <a class="brand" href={link(page, '/')}>
          {say(page, 'siteName')}
        </a>
        <p class="tagline">{say(page, 'tagline')}</p>
        <nav aria-label={say(page, 'navigation')}>
          <a href={link(page, '/')} aria-current={current('/')}>
            {say(page, 'front')}
          </a>
          <a href={link(page, '/method')} aria-current={current('/method')}>
            {say(page, 'method')}
          </a>
          <a
            class="language"
            href={inLanguage(other, page.path) + page.search}
            lang={other}
            hreflang={other}
            dir={direction(other)}
          >
            {say(page, 'otherLanguage')}
          </a>
        </nav>
      </div>
    </header>
  );
}

function Footer({ page, n }: { page: Page; n: number | null }) {
  return (
    <footer class="footer">
      <div class="footer-in">
        {n !== null && <p>{say(page, 'recordPoint', { n: number(page, n) })}</p>}
        <p>
          <Fill
            page={page}
            text="footerZone"
            with={{ zone: <bdi dir="ltr">{page.zone}</bdi>, offset: <bdi dir="ltr">{offset(page.zone, null)}</bdi> }}
          />
        </p>
        <p>{say(page, 'footerTrust')}</p>
      </div>
    </footer>
  );
}
