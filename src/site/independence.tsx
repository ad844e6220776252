import type { IncidentView } from '../operations/outputs.ts';
import { Fill } from './fill.tsx';
import { IndependenceGraph } from './independence-graph.tsx';
import { Named } from './named.tsx';
import { claimPath, link, say, type Page } from './page.ts';
import { CREDIBILITY_WORDS, RELIABILITY_WORDS, SIDE_WORDS, WORD_WORDS } from './standing-words.ts';
import { wordsOf } from './code-words.ts';
import { number, SEMICOLON } from './format.ts';

/** Who speaks of an incident, drawn and listed: which tellings are copies, which parties are independent, what each side says. */
export function Independence({ page, view }: { page: Page; view: IncidentView }) {
  const { credibility } = view.independence;
  return (
    <>
      <p class="quiet">{say(page, 'independenceNote')}</p>
      <IndependenceGraph page={page} view={view} />
      <p>
        <strong>
          {say(page, 'credibility', {
            n: number(page, credibility),
            meaning: wordsOf(CREDIBILITY_WORDS, String(credibility), page.language),
          })}
        </strong>{' '}
        <span class="quiet">{say(page, 'credibilityNote')}</span>
      </p>
      <Tellings page={page} view={view} />
      <Sides page={page} view={view} />
    </>
  );
}

/** The graph as a list: what is drawn, and what the drawing leaves out. */
function Tellings({ page, view }: { page: Page; view: IncidentView }) {
  const { tellings, parties } = view.independence;
  const numberOf = (mention: string): string => number(page, tellings.findIndex((t) => t.mention === mention) + 1);
  const partyOf = (id: string) => parties.find((p) => p.id === id)!.name;
  return (
    <details>
      <summary>{say(page, 'tellings')}</summary>
      <ol class="tellings">
        {tellings.map((t) => (
          <li>
            <a href={link(page, claimPath(t.claim))}>
              <Named page={page} name={t.source.name} />
            </a>{' '}
            {wordsOf(WORD_WORDS, t.word, page.language)}
            {SEMICOLON[page.language]}
            <Fill page={page} text="tellingParty" with={{ party: <Named page={page} name={partyOf(t.party)} /> }} />
            {t.copies && SEMICOLON[page.language] + say(page, 'tellingCopy', { n: numberOf(t.copies) })}{' '}
            <span class="quiet">
              (
              {say(page, 'tellingReliability', {
                letter: t.source.reliability,
                meaning: wordsOf(RELIABILITY_WORDS, t.source.reliability, page.language),
              })}
              )
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Denied, not confirmed and not asked, side by side. */
function Sides({ page, view }: { page: Page; view: IncidentView }) {
  const { sides } = view.independence;
  return (
    <>
      <h3>{say(page, 'sides')}</h3>
      <p class="quiet">{say(page, sides.length ? 'sidesNote' : 'sidesNone')}</p>
      {sides.length > 0 && (
        <table class="standing">
          <caption class="hidden">{say(page, 'sidesCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{say(page, 'sideWho')}</th>
              <th scope="col">{say(page, 'sideSays')}</th>
              <th scope="col">{say(page, 'sideClaims')}</th>
            </tr>
          </thead>
          <tbody>
            {sides.map((s) => (
              <tr>
                <th scope="row">
                  <Named page={page} name={s.name} />{' '}
                  <span class="quiet">{wordsOf(SIDE_WORDS, s.side, page.language)}</span>
                </th>
                <td>{wordsOf(WORD_WORDS, s.word, page.language)}</td>
                <td class="claim-links">
                  {s.claims.length
                    ? s.claims.map((c) => (
                        <a href={link(page, claimPath(c))}>
                          <bdi dir="ltr">{c}</bdi>
                        </a>
                      ))
                    : '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
