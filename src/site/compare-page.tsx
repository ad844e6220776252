import { nameIn } from '../model/names.ts';
import type { RuleComparison } from '../operations/compare.ts';
import type { RulesView } from '../operations/rules.ts';
import { Basis } from './basis.tsx';
import { Count, Fill, Notes } from './fill.tsx';
import { capital, dayRange, number, signed } from './format.ts';
import { GradeBadge } from './grade-badge.tsx';
import { Place, When } from './incident-list.tsx';
import { Layout } from './layout.tsx';
import { Named } from './named.tsx';
import { incidentPath, link, questionPath, say, type Page } from './page.ts';
import { queryOf, type Asked } from './query.ts';

/** The rules that one may be set beside: every other one, and its own earlier versions. */
export function ComparePage({ page, view, name, asked }: { page: Page; view: RulesView; name: string; asked: Asked }) {
  const id = name.split('@')[0]!;
  const own = view.rules.find((r) => r.id === id);
  const title = say(page, 'compareChoose', { label: own ? nameIn(own.label, page.language) : name });
  const others = view.rules.flatMap((r) =>
    r.versions.flatMap((v, i) =>
      (r.id === id ? i > 0 : i === 0) ? [{ ...r, name: i ? `${r.id}@${v}` : r.id, v }] : [],
    ),
  );
  return (
    <Layout page={page} title={title} n={view.n}>
      <h1>{title}</h1>
      <p>{say(page, others.length ? 'compareChooseNote' : 'compareNoOther')}</p>
      <ul>
        {others.map((r) => (
          <li>
            <a href={link(page, `${questionPath(name)}/compare`) + queryOf({ ...asked, with: r.name })}>
              <Named page={page} name={r.label} />
            </a>{' '}
            <span class="quiet">{say(page, 'compareVersion', { n: number(page, r.v) })}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={link(page, questionPath(name))}>{say(page, 'checkBack')}</a>
      </p>
    </Layout>
  );
}

/** Two rules side by side: the incidents that one counts and the other does not, and why. */
export function ComparedPage({ page, view, asked }: { page: Page; view: RuleComparison; asked: Asked }) {
  const [first, second] = [view.first, view.second].map((s) => nameIn(s.rule.label, page.language)) as [string, string];
  const title = say(page, 'compareTitle', { first, second });
  const query = queryOf({ asOf: asked.asOf, at: asked.at });
  return (
    <Layout page={page} title={title} n={view.n}>
      <h1>{title}</h1>
      <p class="sentence">
        {view.differences.length
          ? say(page, 'compareLead', { both: number(page, view.both), n: signed(page, view.difference) })
          : say(page, 'compareSame')}
      </p>
      <Sides page={page} view={view} />
      <Basis page={page} view={{ n: view.n, cutoff: view.cutoff }} />
      {(['first', 'second', 'both'] as const).map((who) => (
        <Differences page={page} view={view} who={who} query={query} />
      ))}
      <p>
        <a href={link(page, questionPath(view.first.rule.id))}>{say(page, 'checkBack')}</a>
      </p>
    </Layout>
  );
}

function Sides({ page, view: { first, second } }: { page: Page; view: RuleComparison }) {
  const sides = [first, second];
  return (
    <table class="sides">
      <caption>{say(page, 'compareCaption')}</caption>
      <thead>
        <tr>
          <td />
          {sides.map((s) => (
            <th scope="col">
              <a href={link(page, questionPath(`${s.rule.id}@${s.rule.version}`))}>
                <Named page={page} name={s.rule.label} />
              </a>{' '}
              ({say(page, 'compareVersion', { n: number(page, s.rule.version) })})
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(['best', 'low', 'high'] as const).map((key) => (
          <tr>
            <th scope="row">{say(page, key)}</th>
            {sides.map((s) => (
              <td>
                <Count page={page} n={s[key] ?? s.best} />
                {s[key] === null && ` ${say(page, 'orMore')}`}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{say(page, 'ruleWindow')}</th>
          {sides.map((s) => (
            <td>{dayRange(page, s.window.since, s.window.until) ?? say(page, 'ruleWindowOpen')}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

type Who = RuleComparison['differences'][number]['counted'];
interface Listed {
  page: Page;
  view: RuleComparison;
  who: Who;
  query: string;
}

function Differences({ page, view, who, query }: Listed) {
  const list = view.differences.filter((d) => d.counted === who);
  if (who === 'both' && !list.length) return null;
  const title =
    who === 'both'
      ? say(page, 'compareBoth')
      : say(page, 'compareOnly', { label: capital(nameIn(view[who].rule.label, page.language)) });
  return (
    <section aria-labelledby={`counted-${who}`}>
      <h2 id={`counted-${who}`}>
        {title} <span class="tally-count">{number(page, list.length)}</span>
      </h2>
      {list.length === 0 && <p class="quiet">{say(page, 'compareNone')}</p>}
      <ul class="incidents">
        {list.map((d) => (
          <li class="incident">
            <p class="incident-head">
              <bdi class="by" dir="ltr">
                {signed(page, d.by)}
              </bdi>{' '}
              <a href={link(page, incidentPath(d.incident.code)) + query}>
                <Place page={page} incident={d.incident} />
              </a>{' '}
              <GradeBadge page={page} grade={d.incident.grade} contested={d.incident.contested} />
            </p>
            <p class="incident-when">
              <When page={page} incident={d.incident} />
            </p>
            <p class="why">
              {who === 'both' ? (
                <Notes page={page} texts={d.why} />
              ) : (
                <Fill page={page} text="compareWhy" with={{ why: <Notes page={page} texts={d.why} /> }} />
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
