import type { IncidentView } from '../operations/outputs.ts';
import { Note } from './fill.tsx';
import { say, type Page } from './page.ts';

/** Why a mention is linked to its incident: each reason with its weight. */
export function LinkReasons({ page, link }: { page: Page; link: IncidentView['links'][number] }) {
  if (!link.reasons.length) return <p class="quiet">{say(page, 'linkFounding')}</p>;
  return (
    <details class="reasons">
      <summary>{say(page, 'linkTitle', { score: link.score.toFixed(1) })}</summary>
      <table>
        <caption class="hidden">{say(page, 'linkCaption', { mention: link.mention })}</caption>
        <thead>
          <tr>
            <th scope="col">{say(page, 'linkReason')}</th>
            <th scope="col">{say(page, 'linkWeight')}</th>
          </tr>
        </thead>
        <tbody>
          {link.reasons.map((r) => (
            <tr>
              <td>
                <Note page={page} text={r.name} />
                {r.note && (
                  <span class="quiet">
                    {' '}
                    <bdi>{r.note}</bdi>
                  </span>
                )}
              </td>
              <td>
                <bdi dir="ltr">{weight(r.weight)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const weight = (w: number): string => `${w > 0 ? '+' : w < 0 ? '−' : ''}${Math.abs(w).toFixed(1)}`;
