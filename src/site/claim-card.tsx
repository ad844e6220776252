import type { ComponentChildren } from 'preact';
import type { ClaimView } from '../operations/outputs.ts';
import { ClaimChain } from './claim-chain.tsx';
import { ClaimFacts } from './claim-facts.tsx';
import { KIND_WORDS, REVIEW_WORDS, SOURCE_KIND_WORDS, STANCE_WORDS, wordsOf } from './code-words.ts';
import { At, Fill } from './fill.tsx';
import { Named } from './named.tsx';
import { claimNumber, claimPath, incidentPath, link, reportPath, say, type Page } from './page.ts';
import { ClaimWords, Title } from './words.tsx';

interface Card {
  page: Page;
  claim: ClaimView;
  /** Level of the card's heading. */
  level: 2 | 3;
  /** On the report's own page the card has the anchor and leaves the report out; in lists the particulars are left out. */
  at: 'report' | 'incident' | 'list';
  /** The report's text stands on the page, with the words marked. */
  inText?: boolean;
  children?: ComponentChildren;
}

/** A claim: who says what, in which words, through whom, and whether a person has reviewed it. */
export function ClaimCard({ page, claim, level, at, inText, children }: Card) {
  const Heading = `h${level}` as 'h3';
  const number = claimNumber(claim.name);
  return (
    <article class={`claim claim-${claim.review}`} id={at === 'report' ? `claim-${number}` : undefined}>
      <Heading class="claim-head">
        {claim.chain.length ? (
          <Fill page={page} text="per" with={{ voice: <Named page={page} name={claim.voice.name} /> }} />
        ) : (
          <>
            <Named page={page} name={claim.source.name} /> <span class="quiet">({say(page, 'ownVoice')})</span>
          </>
        )}
        <span class="hidden">, {say(page, 'claim', { n: claim.name })}</span>
      </Heading>
      <Badges page={page} claim={claim} />
      <ClaimWords page={page} claim={claim} />
      {at !== 'report' && <Where page={page} claim={claim} />}
      {at !== 'list' && <ClaimChain page={page} claim={claim} />}
      {at !== 'list' && <ClaimFacts page={page} view={claim} />}
      <Foot page={page} claim={claim} at={at} inText={inText} />
      {children}
    </article>
  );
}

function Badges({ page, claim }: { page: Page; claim: ClaimView }) {
  const { language } = page;
  return (
    <p class="badges">
      <span class="badge badge-strong">{wordsOf(STANCE_WORDS, claim.claim.stance, language)}</span>
      <span class="badge">{wordsOf(KIND_WORDS, claim.claim.kind, language)}</span>
      {claim.claim.certainty === 'hedged' && <span class="badge">{say(page, 'hedged')}</span>}
      {claim.review !== 'suggested' && <span class="badge">{wordsOf(REVIEW_WORDS, claim.review, language)}</span>}
      {claim.flag && <span class="badge badge-strong">{say(page, 'flagged', { flag: claim.flag })}</span>}
    </p>
  );
}

function Where({ page, claim }: { page: Page; claim: ClaimView }) {
  return (
    <p class="claim-where">
      <a href={link(page, reportPath(claim.report))}>
        <Title of={{ title: claim.title, language: claim.language, id: claim.report }} />
      </a>
      <span class="quiet">
        {' '}
        <Named page={page} name={claim.source.name} /> ({wordsOf(SOURCE_KIND_WORDS, claim.source.kind, page.language)}),{' '}
        <At page={page} instant={claim.published} />
      </span>
    </p>
  );
}

function Foot({ page, claim, at, inText }: Pick<Card, 'page' | 'claim' | 'at' | 'inText'>) {
  return (
    <p class="quiet claim-foot">
      {inText && <a href={`#words-${claimNumber(claim.name)}`}>{say(page, 'inTheText')}</a>}
      {at !== 'report' && <a href={link(page, claimPath(claim.name))}>{say(page, 'claimInReport')}</a>}
      <bdi class="code" dir="ltr">
        {claim.name}
      </bdi>
      {at !== 'list' && (
        <span>
          <Fill page={page} text="engine" with={{ engine: <bdi dir="ltr">{claim.engine}</bdi> }} />
        </span>
      )}
      {at === 'report' && claim.incidents.length > 0 && (
        <span>
          {say(page, 'linkedTo')}{' '}
          {claim.incidents.map((code) => (
            <>
              <a href={link(page, incidentPath(code))}>
                <bdi class="code" dir="ltr">
                  {code}
                </bdi>
              </a>{' '}
            </>
          ))}
        </span>
      )}
    </p>
  );
}
