import type { IncidentView } from '../operations/outputs.ts';
import { VERDICT_WORDS, wordsOf } from './code-words.ts';
import { number } from './format.ts';
import { say, type Page } from './page.ts';

/** What people judged about pairs of mentions, each with who and why. */
export function JudgementTable({ page, judgements }: { page: Page; judgements: IncidentView['judgements'] }) {
  if (!judgements.length) return <p class="quiet">{say(page, 'judgementsNone')}</p>;
  return (
    <table class="judgements">
      <caption>{say(page, 'judgementsCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say(page, 'judgementPair')}</th>
          <th scope="col">{say(page, 'judgementVerdict')}</th>
          <th scope="col">{say(page, 'judgementBy')}</th>
          <th scope="col">{say(page, 'judgementEntry')}</th>
        </tr>
      </thead>
      <tbody>
        {judgements.map((j) => (
          <tr>
            <td>
              <bdi dir="ltr">{j.a}</bdi> · <bdi dir="ltr">{j.b}</bdi>
            </td>
            <td>{wordsOf(VERDICT_WORDS, j.verdict, page.language)}</td>
            <td>
              <bdi>{j.by}</bdi>: <bdi>{j.why}</bdi>
            </td>
            <td>{number(page, j.entry)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
