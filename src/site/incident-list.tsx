import type { AnswerView, CountedView, IncidentLine } from '../operations/outputs.ts';
import { KNOWLEDGE_WORDS, wordsOf } from './code-words.ts';
import { Fill, Notes } from './fill.tsx';
import { interval, number } from './format.ts';
import { GradeBadge } from './grade-badge.tsx';
import { Named, NameList } from './named.tsx';
import { incidentPath, link, say, type Page } from './page.ts';

type Line = IncidentLine & Partial<Pick<CountedView, 'set' | 'why'>>;

/** Incidents, each with where and when, its grade, who speaks of it, and how much of it a person reviewed. */
export function IncidentList({
  page,
  incidents,
  query = '',
}: {
  page: Page;
  incidents: readonly Line[];
  query?: string;
}) {
  return (
    <ul class="incidents">
      {incidents.map((i) => (
        <li class="incident">
          <p class="incident-head">
            <a href={link(page, incidentPath(i.code)) + query}>
              <Place page={page} incident={i} />
            </a>{' '}
            <GradeBadge page={page} grade={i.grade} contested={i.contested} />
          </p>
          <p class="incident-when">
            <When page={page} incident={i} />
          </p>
          <Standing page={page} incident={i} />
          {i.why && i.why.length > 0 && (
            <p class="why">
              <Fill page={page} text="whyNot" with={{ why: <Notes page={page} texts={i.why} /> }} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

export const Place = ({ page, incident }: { page: Page; incident: Pick<IncidentLine, 'site'> }) =>
  incident.site ? <Named page={page} name={incident.site.name} /> : <>{say(page, 'placeUnknown')}</>;

export const When = ({ page, incident }: { page: Page; incident: Pick<IncidentLine, 'from' | 'to'> }) =>
  incident.from ? (
    <time dateTime={incident.from}>{interval(page, incident.from, incident.to)}</time>
  ) : (
    <>{interval(page, incident.from, incident.to)}</>
  );

function Standing({ page, incident: i }: { page: Page; incident: Line }) {
  return (
    <p class="quiet incident-standing">
      <span>{wordsOf(KNOWLEDGE_WORDS, i.knowledge, page.language)}</span>
      <span>
        {i.parties.length ? (
          <Fill
            page={page}
            text="perParties"
            with={{ parties: <NameList page={page} names={i.parties.map((p) => p.name)} /> }}
          />
        ) : (
          say(page, 'noParty')
        )}
      </span>
      <span>{say(page, 'claimsReviewed', { n: number(page, i.reviewed), of: number(page, i.claims) })}</span>
      {i.parts > 1 && <span>{say(page, 'countsAs', { n: number(page, i.parts) })}</span>}
      <bdi class="code" dir="ltr">
        {i.code}
      </bdi>
    </p>
  );
}

const SETS = [
  ['low', 'setLow'],
  ['best', 'setBest'],
  ['high', 'setHigh'],
] as const;

/** The incidents of an answer by the innermost set that each belongs to, then what was left out and why. */
export function AnswerIncidents({ page, answer, query }: { page: Page; answer: AnswerView; query: string }) {
  return (
    <>
      {SETS.map(([set, title]) => {
        const incidents = answer.incidents.filter((i) => i.set === set);
        return (
          incidents.length > 0 && (
            <>
              <h3>
                {say(page, title)} <span class="tally-count">{number(page, incidents.length)}</span>
              </h3>
              <IncidentList page={page} incidents={incidents} query={query} />
            </>
          )
        );
      })}
      <h3>
        {say(page, 'incidentsOut')} <span class="tally-count">{number(page, answer.out.length)}</span>
      </h3>
      {answer.out.length === 0 && <p class="quiet">{say(page, 'incidentsOutNone')}</p>}
      <ul class="out">
        {answer.out.map((o) => (
          <li>
            <a href={link(page, incidentPath(o.code)) + query}>
              <bdi class="code" dir="ltr">
                {o.code}
              </bdi>
            </a>{' '}
            <Fill page={page} text="outBecause" with={{ why: <Notes page={page} texts={o.why} /> }} />
          </li>
        ))}
      </ul>
    </>
  );
}
