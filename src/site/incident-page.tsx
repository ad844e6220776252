import type { IncidentView } from '../operations/outputs.ts';
import { ClaimCard } from './claim-card.tsx';
import { EVENT_WORDS, KNOWLEDGE_WORDS, OUTCOME_WORDS, STAGE_WORDS, WEAPON_WORDS, wordsOf } from './code-words.ts';
import { DisputeTable } from './dispute-table.tsx';
import { Facts } from './facts.tsx';
import { At, Fill } from './fill.tsx';
import { bound, listed, number, startDay } from './format.ts';
import { GradeBadge } from './grade-badge.tsx';
import { When } from './incident-list.tsx';
import { Independence } from './independence.tsx';
import { JudgementTable } from './judgement-table.tsx';
import { Layout } from './layout.tsx';
import { LinkReasons } from './link-reasons.tsx';
import { LocatorMap } from './locator-map.tsx';
import { nameIn } from '../model/names.ts';
import { NameList } from './named.tsx';
import { Notices } from './notices.tsx';
import { link, say, type Page } from './page.ts';

/** An incident: what each side says, the grade and why, where claims disagree, what links them. */
export function IncidentPage({ page, view }: { page: Page; view: IncidentView }) {
  const site = view.site ? nameIn(view.site.name, page.language) : say(page, 'placeUnknown');
  const title = listed(page, [site, startDay(page, view.from, view.to)]);
  return (
    <Layout page={page} title={title} n={view.n}>
      <p class="kicker">
        {say(page, 'incident')}{' '}
        <bdi class="code" dir="ltr">
          {view.code}
        </bdi>
      </p>
      <h1>{title}</h1>
      <Grade page={page} view={view} />
      <Notices page={page} notices={view.notices} />
      <section aria-labelledby="facts">
        <h2 id="facts">{say(page, 'facts')}</h2>
        <Amounts page={page} view={view} />
      </section>
      <section aria-labelledby="independence">
        <h2 id="independence">{say(page, 'independence')}</h2>
        <Independence page={page} view={view} />
      </section>
      <section aria-labelledby="where">
        <h2 id="where">{say(page, 'mapTitle')}</h2>
        <LocatorMap page={page} places={view.places} />
      </section>
      <section aria-labelledby="disputes">
        <h2 id="disputes">{say(page, 'disputes')}</h2>
        <DisputeTable page={page} view={view} />
      </section>
      <section aria-labelledby="claims">
        <h2 id="claims">{say(page, 'claimsAllSides')}</h2>
        {inTime(view).map((l) => (
          <ClaimCard page={page} claim={l.claim} level={3} at="incident">
            <LinkReasons page={page} link={l} />
          </ClaimCard>
        ))}
      </section>
      <section aria-labelledby="judgements">
        <h2 id="judgements">{say(page, 'judgements')}</h2>
        <JudgementTable page={page} judgements={view.judgements} />
      </section>
    </Layout>
  );
}

const inTime = ({ links }: IncidentView): IncidentView['links'] =>
  links.toSorted((a, b) =>
    a.claim.published < b.claim.published ? -1 : a.claim.published > b.claim.published ? 1 : 0,
  );

function Grade({ page, view }: { page: Page; view: IncidentView }) {
  return (
    <div class="grade-block">
      <p>
        <GradeBadge page={page} grade={view.grade} contested={view.contested} />{' '}
        <span>{wordsOf(KNOWLEDGE_WORDS, view.knowledge, page.language)}</span>
      </p>
      <p>
        <strong>{say(page, 'whyGrade')}</strong> {nameIn(view.gradeWhy, page.language)}
      </p>
      {view.override && (
        <p>
          <strong>{say(page, 'overridden')}</strong> <bdi>{view.override.why}</bdi>
        </p>
      )}
      <p class="quiet">
        {say(page, 'claimsReviewed', { n: number(page, view.reviewed), of: number(page, view.claims) })}
        {view.cutoff && (
          <>
            {' · '}
            <Fill page={page} text="cutoffAt" with={{ at: <At page={page} instant={view.cutoff} /> }} />
          </>
        )}
      </p>
      {page.search && (
        <p class="warning">
          {say(page, 'shownAs')} <a href={link(page, page.path)}>{say(page, 'showNow')}</a>
        </p>
      )}
    </div>
  );
}

function Amounts({ page, view }: { page: Page; view: IncidentView }) {
  const { language } = page;
  const names = (things: IncidentView['targets']) =>
    things.length > 0 && <NameList page={page} names={things.map((t) => t.name)} />;
  const weapons = view.weapon.filter((w) => w !== 'unknown').map((w) => wordsOf(WEAPON_WORDS, w, language));
  return (
    <Facts
      page={page}
      facts={[
        ['factEvent', wordsOf(EVENT_WORDS, view.event, language)],
        ['factWhen', <When page={page} incident={view} />],
        ['factWhere', names(view.path)],
        ['factWeapon', listed(page, weapons)],
        ['factMunitions', view.munitions && bound(page, view.munitions)],
        ['factStage', wordsOf(STAGE_WORDS, view.stage, language)],
        ['factOutcome', wordsOf(OUTCOME_WORDS, view.outcome, language)],
        ['factTargets', names(view.targets)],
        ['factPerpetrators', names(view.perpetrators)],
        ['factKilled', view.killed && bound(page, view.killed)],
        ['factInjured', view.injured && bound(page, view.injured)],
        ['factParties', names(view.parties)],
        ['factPrecision', say(page, 'precisionCodes', view.precision)],
      ]}
    />
  );
}
