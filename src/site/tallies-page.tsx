import { nameIn } from '../model/names.ts';
import type { TalliesView } from '../operations/comparison-view.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { AskForm, Field } from './controls.tsx';
import { Basis } from './basis.tsx';
import { FindingList } from './finding-list.tsx';
import { number } from './format.ts';
import { Layout } from './layout.tsx';
import { link, questionPath, say, type Page } from './page.ts';
import { queryOf, type Asked } from './query.ts';
import { TallyTable } from './tally-table.tsx';

/** What others count: against each other, against what we hold for the same days, and each with its words. */
export function TalliesPage({ page, view, asked }: { page: Page; view: TalliesView; asked: Asked }) {
  const title = say(page, 'checkTitle', { label: nameIn(view.rule.label, page.language) });
  const inside = view.comparisons.filter((c) => c.stands === 'inside').length;
  return (
    <Layout page={page} title={title} n={view.n}>
      <h1>{title}</h1>
      <p class="sentence">
        {say(page, 'checkLead', {
          findings: number(page, view.findings.length),
          tallies: number(page, view.tallies.length),
          compared: number(page, view.comparisons.length),
          inside: number(page, inside),
        })}
      </p>
      <Basis page={page} view={view} />
      <section aria-labelledby="findings">
        <h2 id="findings">{say(page, 'findings')}</h2>
        <FindingList page={page} findings={view.findings} />
        {view.findings.length === 0 && <p class="quiet">{say(page, 'checkNone')}</p>}
      </section>
      <section aria-labelledby="beside">
        <h2 id="beside">{say(page, 'besideOurs')}</h2>
        <p class="quiet">{say(page, 'besideNote')}</p>
        <ComparisonTable
          page={page}
          comparisons={view.comparisons}
          query={queryOf({ asOf: asked.asOf, at: asked.at })}
        />
      </section>
      <section aria-labelledby="tallies">
        <h2 id="tallies">{say(page, 'tallies')}</h2>
        <p class="quiet">{say(page, 'talliesNote')}</p>
        <TallyTable page={page} tallies={view.tallies} />
      </section>
      <Controls page={page} rule={view.rule.id} asked={asked} />
      <p>
        <a href={link(page, questionPath(view.rule.id)) + queryOf(asked)}>{say(page, 'checkBack')}</a>
      </p>
    </Layout>
  );
}

function Controls({ page, rule, asked }: { page: Page; rule: string; asked: Asked }) {
  return (
    <section aria-labelledby="controls">
      <h2 id="controls">{say(page, 'controls')}</h2>
      <AskForm page={page} action={link(page, `${questionPath(rule)}/tallies`)} submit="controlAsk">
        <Field page={page} name="since" label="controlSince" type="date" value={asked.since ?? ''} />
        <Field page={page} name="until" label="controlUntil" type="date" value={asked.until ?? ''} />
        <Field page={page} name="as-of" label="controlAsOf" hint="controlAsOfHint" value={asked.asOf ?? ''} />
        <Field page={page} name="at" label="controlAt" hint="controlAtHint" value={asked.at ?? ''} />
      </AskForm>
    </section>
  );
}
