import { Layout } from './layout.tsx';
import { link, say, type Page } from './page.ts';
import type { Trouble } from './trouble.ts';

/** What went wrong, and what to do now. */
export function ErrorPage({ page, trouble }: { page: Page; trouble: Trouble }) {
  const title = say(page, trouble.title);
  const lang = trouble.english ? 'en' : undefined;
  const dir = trouble.english ? 'ltr' : undefined;
  return (
    <Layout page={page} title={title} n={null}>
      <div class="prose">
        <h1>{title}</h1>
        <p class="sentence">
          <bdi lang={lang} dir={dir}>
            {trouble.sentence}
          </bdi>
        </p>
        <h2>{say(page, 'errorHelp')}</h2>
        <ul>
          <li>
            <bdi lang={lang} dir={dir}>
              {trouble.help}
            </bdi>
          </li>
          {page.search && trouble.status < 500 && (
            <li>
              <a href={link(page, page.path)}>{say(page, 'errorWithout')}</a>
            </li>
          )}
          <li>
            <a href={link(page, '/')}>{say(page, 'errorFront')}</a>
          </li>
          <li>
            <a href={link(page, '/method')}>{say(page, 'errorMethod')}</a>
          </li>
        </ul>
        {trouble.code && (
          <p class="quiet">
            {say(page, 'errorCode', { code: '' })}
            <code dir="ltr">{trouble.code}</code>
          </p>
        )}
      </div>
    </Layout>
  );
}
