import type { ClaimView } from '../operations/outputs.ts';
import type { FigureClaim, IncidentClaim } from '../model/claim.ts';
import type * as z from 'zod';
import {
  AUXILIARY_WORDS,
  EVENT_WORDS,
  OUTCOME_WORDS,
  RESPONSIBILITY_WORDS,
  STAGE_WORDS,
  UNIT_WORDS,
  WEAPON_WORDS,
  wordsOf,
} from './code-words.ts';
import { Facts, type Fact } from './facts.tsx';
import { bound, dayRange, listed, wallRange } from './format.ts';
import { Named, NameList } from './named.tsx';
import { say, type Page } from './page.ts';
import { AsSaid } from './words.tsx';

/** What the claim says, field by field, as read from its words. */
export function ClaimFacts({ page, view }: { page: Page; view: ClaimView }) {
  const { claim } = view;
  if (claim.kind === 'statement') return <Facts page={page} facts={[['gist', claim.gist], ...auxiliary(page, view)]} />;
  const facts = claim.kind === 'incident' ? incidentFacts(page, view, claim) : figureFacts(page, view, claim);
  return <Facts page={page} facts={[...facts, ...auxiliary(page, view)]} />;
}

const auxiliary = (page: Page, { claim }: ClaimView): Fact[] =>
  claim.auxiliary
    ? [['review', say(page, 'auxiliary', { auxiliary: wordsOf(AUXILIARY_WORDS, claim.auxiliary, page.language) })]]
    : [];

const namesOf = (view: ClaimView, ids: readonly string[]) => ids.map((id) => view.names[id] ?? { en: id });

function incidentFacts(page: Page, view: ClaimView, c: z.infer<typeof IncidentClaim>): Fact[] {
  const { language } = page;
  const weapons = c.weapon.filter((w) => w !== 'unknown').map((w) => wordsOf(WEAPON_WORDS, w, language));
  return [
    ['factEvent', wordsOf(EVENT_WORDS, c.event, language)],
    ['factWhen', <ClaimTime page={page} view={view} time={c.time} />],
    ['factWhere', c.place && <ClaimPlace page={page} view={view} place={c.place} />],
    ['factWeapon', listed(page, weapons)],
    ['factMunitions', c.munitions && bound(page, c.munitions)],
    ['factStage', wordsOf(STAGE_WORDS, c.stage, language)],
    ['factOutcome', c.outcome !== 'unknown' && wordsOf(OUTCOME_WORDS, c.outcome, language)],
    ['factTargets', c.target.length > 0 && <NameList page={page} names={namesOf(view, c.target)} />],
    ['factPerpetrators', c.perpetrator.length > 0 && <Perpetrators page={page} view={view} claim={c} />],
    ['factKilled', c.killed && bound(page, c.killed)],
    ['factInjured', c.injured && bound(page, c.injured)],
    [
      'incident',
      c.count && !(c.count.low === 1 && c.count.high === 1) && say(page, 'countOf', { count: bound(page, c.count) }),
    ],
  ];
}

type Time = z.infer<typeof IncidentClaim>['time'];
function ClaimTime({ page, view, time }: { page: Page; view: ClaimView; time: Time }) {
  return (
    <>
      {wallRange(page, time.from, time.to) ?? say(page, 'unsaid')}
      {time.text && (
        <>
          {' '}
          <span class="quiet">{say(page, 'saidTime')}</span> <AsSaid claim={view}>{time.text}</AsSaid>
        </>
      )}
    </>
  );
}

type Place = NonNullable<z.infer<typeof IncidentClaim>['place']>;
function ClaimPlace({ page, view, place }: { page: Page; view: ClaimView; place: Place }) {
  if (place.id) return <Named page={page} name={namesOf(view, [place.id])[0]!} />;
  return (
    <>
      {say(page, 'unsaid')}
      {place.text && (
        <>
          {' '}
          <span class="quiet">{say(page, 'saidPlace')}</span> <AsSaid claim={view}>{place.text}</AsSaid>
        </>
      )}
    </>
  );
}

function Perpetrators({ page, view, claim }: { page: Page; view: ClaimView; claim: z.infer<typeof IncidentClaim> }) {
  return (
    <>
      {claim.perpetrator.map((p, i) => (
        <>
          {i > 0 && (page.language === 'ar' ? '، ' : ', ')}
          <Named page={page} name={namesOf(view, [p.actor])[0]!} />{' '}
          <span class="quiet">({wordsOf(RESPONSIBILITY_WORDS, p.status, page.language)})</span>
        </>
      ))}
    </>
  );
}

function figureFacts(page: Page, view: ClaimView, { tally }: FigureClaim): Fact[] {
  const parts = tally.parts.map((p) => {
    const value = bound(page, p);
    const place = p.place ? (view.names[p.place]?.[page.language] ?? view.names[p.place]?.en ?? p.place) : null;
    const of = p.weapon ? ` ${wordsOf(WEAPON_WORDS, p.weapon, page.language)}` : '';
    return place ? say(page, 'part', { value: value + of, place }) : value + of;
  });
  return [
    ['tallyValue', `${bound(page, tally)} ${wordsOf(UNIT_WORDS, tally.unit, page.language)}`],
    ['tallyWindow', dayRange(page, tally.from, tally.to)],
    ['factWhere', tally.place.length > 0 && <NameList page={page} names={namesOf(view, tally.place)} />],
    ['factTargets', tally.target && <NameList page={page} names={namesOf(view, [tally.target])} />],
    ['factPerpetrators', tally.perpetrator && <NameList page={page} names={namesOf(view, [tally.perpetrator])} />],
    ['parts', listed(page, parts)],
    ['tallyScope', tally.excludes && say(page, 'excludes', { what: tally.excludes })],
  ];
}
