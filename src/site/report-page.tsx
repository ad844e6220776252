import type { ReportView } from '../operations/outputs.ts';
import { ClaimCard } from './claim-card.tsx';
import { MEDIUM_WORDS, PROVENANCE_WORDS, SOURCE_KIND_WORDS, wordsOf } from './code-words.ts';
import { Facts } from './facts.tsx';
import { At, Fill } from './fill.tsx';
import { Layout } from './layout.tsx';
import { Named } from './named.tsx';
import { link, reportPath, say, type Page } from './page.ts';
import { ReportText, Title } from './words.tsx';

/** A report as far as its rights allow, with its claims, their words, and who said them. */
export function ReportPage({ page, view }: { page: Page; view: ReportView }) {
  return (
    <Layout page={page} title={view.title || view.id} n={view.n}>
      <p class="kicker">
        {say(page, 'report')}{' '}
        <bdi class="code" dir="ltr">
          {view.id}
        </bdi>
      </p>
      <h1>
        <Title of={view} />
      </h1>
      <Standing page={page} view={view} />
      <Origin page={page} view={view} />
      {view.text !== null && (
        <section aria-labelledby="text">
          <h2 id="text">{say(page, 'reportText')}</h2>
          <ReportText page={page} report={view} />
        </section>
      )}
      <section aria-labelledby="claims">
        <h2 id="claims">{say(page, 'reportClaims')}</h2>
        {view.text === null && (
          <p class="quiet">{say(page, view.rights === 'none' ? 'reportNone' : 'reportExcerpts')}</p>
        )}
        {view.claims.length === 0 && <p class="quiet">{say(page, 'reportNoClaims')}</p>}
        {view.claims.map((claim) => (
          <ClaimCard page={page} claim={claim} level={3} at="report" inText={view.text !== null} />
        ))}
      </section>
      {view.rejected.length > 0 && (
        <section aria-labelledby="rejected">
          <h2 id="rejected">{say(page, 'rejectedClaims')}</h2>
          <p class="quiet">{say(page, 'rejectedNote')}</p>
          {view.rejected.map((claim) => (
            <ClaimCard page={page} claim={claim} level={3} at="report" />
          ))}
        </section>
      )}
    </Layout>
  );
}

function Standing({ page, view }: { page: Page; view: ReportView }) {
  return (
    <>
      {view.source.notice && (
        <p class="notice">
          <Named page={page} name={view.source.notice} />
        </p>
      )}
      {view.withdrawn && <p class="warning">{say(page, 'withdrawn')}</p>}
      {page.search && (
        <p class="warning">
          {say(page, 'shownAs')} <a href={link(page, page.path)}>{say(page, 'showNow')}</a>
        </p>
      )}
    </>
  );
}

function Origin({ page, view }: { page: Page; view: ReportView }) {
  const { language } = page;
  const kind = wordsOf(SOURCE_KIND_WORDS, view.source.kind, language);
  return (
    <Facts
      page={page}
      facts={[
        [
          'source',
          <>
            <Named page={page} name={view.source.name} />{' '}
            <span class="quiet">({say(page, 'sourceKind', { kind, reliability: view.source.reliability })})</span>
          </>,
        ],
        ['published', <At page={page} instant={view.published} />],
        ['byline', view.byline && <bdi>{view.byline}</bdi>],
        ['medium', wordsOf(MEDIUM_WORDS, view.medium, language)],
        ['provenance', wordsOf(PROVENANCE_WORDS, view.provenance, language)],
        [
          'review',
          view.engine && <Fill page={page} text="engine" with={{ engine: <bdi dir="ltr">{view.engine}</bdi> }} />,
        ],
        [
          'readAtSource',
          view.url && /^https?:/.test(view.url) && (
            <a href={view.url} rel="noreferrer nofollow" dir="ltr">
              {hostOf(view.url)}
            </a>
          ),
        ],
        [
          'report',
          view.revises && (
            <Fill
              page={page}
              text="revises"
              with={{
                report: (
                  <a href={link(page, reportPath(view.revises))}>
                    <bdi dir="ltr">{view.revises}</bdi>
                  </a>
                ),
              }}
            />
          ),
        ],
      ]}
    />
  );
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
