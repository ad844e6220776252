import { nameIn } from '../model/names.ts';
import type { AnswerView } from '../operations/outputs.ts';
import { AnswerBlock, questionTitle } from './answer-block.tsx';
import { QuestionControls } from './controls.tsx';
import { Basis } from './basis.tsx';
import { DataLinks } from './data-links.tsx';
import { FindingList } from './finding-list.tsx';
import { number } from './format.ts';
import { LocatorMap } from './locator-map.tsx';
import { AnswerIncidents } from './incident-list.tsx';
import { Layout } from './layout.tsx';
import { link, questionPath, say, type Page } from './page.ts';
import { queryOf, type Asked } from './query.ts';
import { SeriesChart } from './series-chart.tsx';
import { TallyTable } from './tally-table.tsx';

/** A counting question, answered, with everything that the answer rests on. */
export function QuestionPage({ page, view, asked }: { page: Page; view: AnswerView; asked: Asked }) {
  const title = questionTitle(page, view);
  const path = link(page, questionPath(view.rule.id));
  const { reviewed: _reviewed, ...point } = asked;
  return (
    <Layout page={page} title={title} n={view.n}>
      <h1>{title}</h1>
      <AnswerBlock page={page} answer={view} id="main" />
      <Definition page={page} view={view} asked={asked} />
      <QuestionControls page={page} rule={view.rule.id} asked={{ ...asked, window: view.window }} />
      <section aria-labelledby="over-time">
        <h2 id="over-time">{say(page, 'overTime')}</h2>
        <SeriesChart page={page} answer={view} />
      </section>
      <section aria-labelledby="tallies">
        <h2 id="tallies">{say(page, 'tallies')}</h2>
        <p class="quiet">{say(page, 'talliesNote')}</p>
        <TallyTable page={page} tallies={view.tallies} />
        {view.findings.length > 0 && <h3>{say(page, 'findings')}</h3>}
        <FindingList page={page} findings={view.findings} />
        <p>
          <a href={`${path}/tallies${queryOf(point)}`}>{say(page, 'checkLink')}</a>
        </p>
      </section>
      <section aria-labelledby="incidents">
        <h2 id="incidents">{say(page, 'incidentsIn')}</h2>
        <p class="quiet">{say(page, 'incidentsInNote')}</p>
        <AnswerIncidents page={page} answer={view} query={queryOf({ asOf: asked.asOf, at: asked.at })} />
      </section>
      <section aria-labelledby="where">
        <h2 id="where">{say(page, 'mapTitle')}</h2>
        <LocatorMap page={page} places={view.places} />
      </section>
      <section aria-labelledby="data">
        <h2 id="data">{say(page, 'takeData')}</h2>
        <DataLinks page={page} answer={view} asked={asked} />
      </section>
    </Layout>
  );
}

/** On which rule, point and cutoff the answer rests, and what changed since. */
function Definition({ page, view, asked }: { page: Page; view: AnswerView; asked: Asked }) {
  const { reviewed: _reviewed, ...asking } = asked;
  return (
    <section class="basis" aria-labelledby="basis">
      <h2 id="basis">{say(page, 'ruleDefined')}</h2>
      <p>{nameIn(view.rule.description, page.language)}</p>
      {view.rule.note && <p>{nameIn(view.rule.note, page.language)}</p>}
      <Basis page={page} view={view} />
      {view.reviewedOnly && <p class="quiet">{say(page, 'reviewedOnlyNote')}</p>}
      <p>
        <WhatChanged page={page} view={view} asked={asked} />
        {' · '}
        <a href={`${link(page, questionPath(view.rule.id))}/compare${queryOf(asking)}`}>{say(page, 'compareLink')}</a>
      </p>
    </section>
  );
}

/** From an earlier point or cutoff: what changed since. From now: what led here. */
function WhatChanged({ page, view, asked }: { page: Page; view: AnswerView; asked: Asked }) {
  const path = link(page, `${questionPath(view.rule.id)}/changes`);
  const window = { since: asked.since, until: asked.until };
  if (asked.at !== undefined)
    return (
      <a href={path + queryOf({ ...window, from: String(view.n) })}>
        {say(page, 'whatChangedSince', { n: number(page, view.n) })}
      </a>
    );
  if (asked.asOf !== undefined)
    return <a href={path + queryOf({ ...window, fromAsOf: asked.asOf })}>{say(page, 'whatChangedCutoff')}</a>;
  return <a href={path + queryOf({ ...window, from: '0', to: String(view.n) })}>{say(page, 'whatChanged')}</a>;
}
