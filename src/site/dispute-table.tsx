import { nameIn, type Name } from '../model/names.ts';
import type { IncidentView } from '../operations/outputs.ts';
import { FIELD_WORDS, wordsOf } from './code-words.ts';
import { claimPath, link, say, type Page } from './page.ts';
import { disputedValue } from './said.ts';

/** Fields on which the claims of an incident disagree, and which claims say what. */
export function DisputeTable({ page, view }: { page: Page; view: IncidentView }) {
  if (!view.disputes.length) return <p class="quiet">{say(page, 'disputesNone')}</p>;
  const names: Record<string, Name> = Object.assign({}, ...view.links.map((l) => l.claim.names));
  const nameOf = (id: string): string | null => (names[id] ? nameIn(names[id], page.language) : null);
  return (
    <table class="disputes">
      <caption>{say(page, 'disputesCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say(page, 'disputeField')}</th>
          <th scope="col">{say(page, 'disputeValue')}</th>
          <th scope="col">{say(page, 'disputeClaims')}</th>
        </tr>
      </thead>
      {view.disputes.map((d) => (
        <tbody>
          {d.values.map((v, i) => (
            <tr>
              {i === 0 && (
                <th scope="rowgroup" rowSpan={d.values.length}>
                  {wordsOf(FIELD_WORDS, d.field, page.language)}
                </th>
              )}
              <td>{disputedValue(d.field, v.value, { language: page.language, nameOf })}</td>
              <td class="claim-links">
                {v.claims.map((c) => (
                  <a href={link(page, claimPath(c))}>
                    <bdi dir="ltr">{c}</bdi>
                  </a>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
