import type { AnswerView, FrontView } from '../operations/outputs.ts';
import { AnswerBlock, questionTitle } from './answer-block.tsx';
import { AnswerFigure } from './answer-figure.tsx';
import { ClaimCard } from './claim-card.tsx';
import { Count, Fill } from './fill.tsx';
import { IncidentList } from './incident-list.tsx';
import { Layout } from './layout.tsx';
import { link, questionPath, say, type Page } from './page.ts';

/** The front page: the standing question and its answer, then what came in last. */
export function FrontPage({ page, view }: { page: Page; view: FrontView }) {
  const [main, ...others] = view.questions;
  return (
    <Layout page={page} title={main ? questionTitle(page, main) : ''} n={view.n}>
      {main ? <Standing page={page} answer={main} /> : <Empty page={page} />}
      <Holdings page={page} view={view} />
      {others.length > 0 && <Others page={page} answers={others} />}
      <div class="columns">
        <section aria-labelledby="incidents">
          <h2 id="incidents">{say(page, 'latestIncidents')}</h2>
          {view.latestIncidents.length === 0 && <p class="quiet">{say(page, 'noIncidents')}</p>}
          <IncidentList page={page} incidents={view.latestIncidents} />
        </section>
        <section aria-labelledby="claims">
          <h2 id="claims">{say(page, 'latestClaims')}</h2>
          {view.latestClaims.length === 0 && <p class="quiet">{say(page, 'noClaims')}</p>}
          {view.latestClaims.map((claim) => (
            <ClaimCard page={page} claim={claim} level={3} at="list" />
          ))}
        </section>
      </div>
    </Layout>
  );
}

function Standing({ page, answer }: { page: Page; answer: AnswerView }) {
  return (
    <section class="standing">
      <p class="kicker">{say(page, 'standing')}</p>
      <h1>{questionTitle(page, answer)}</h1>
      <AnswerBlock page={page} answer={answer} id="main" />
      <p>
        <a class="button" href={link(page, questionPath(answer.rule.id))}>
          {say(page, 'openQuestion')}
        </a>
      </p>
    </section>
  );
}

const Empty = ({ page }: { page: Page }) => (
  <section class="standing">
    <h1>{say(page, 'siteName')}</h1>
    <p class="sentence">{say(page, 'emptyRecord')}</p>
    <p>{say(page, 'emptyRecordHelp')}</p>
  </section>
);

function Holdings({ page, view }: { page: Page; view: FrontView }) {
  return (
    <p class="holdings">
      <Fill
        page={page}
        text="holdings"
        with={{
          reports: <Count page={page} n={view.reports} />,
          claims: <Count page={page} n={view.claims} />,
          incidents: <Count page={page} n={view.incidents} />,
        }}
      />
    </p>
  );
}

function Others({ page, answers }: { page: Page; answers: readonly AnswerView[] }) {
  return (
    <section aria-labelledby="others">
      <h2 id="others">{say(page, 'otherQuestions')}</h2>
      <div class="others">
        {answers.map((a) => (
          <article class="other">
            <h3>
              <a href={link(page, questionPath(a.rule.id))}>{questionTitle(page, a)}</a>
            </h3>
            <AnswerFigure page={page} answer={a} />
          </article>
        ))}
      </div>
    </section>
  );
}
