import type { AnswerView } from '../operations/outputs.ts';
import { say, type Page } from './page.ts';
import type { Asked } from './query.ts';

/** Tables to take, as people ask for them: what stands in them, and in which columns and format. */
const FILES = [
  ['incidents', 'csv', 'daybook'],
  ['incidents', 'json', 'daybook'],
  ['incidents', 'geojson', 'daybook'],
  ['incidents', 'csv', 'acled'],
  ['incidents', 'csv', 'ucdp'],
  ['claims', 'csv', 'daybook'],
  ['claims', 'json', 'daybook'],
  ['tallies', 'csv', 'daybook'],
  ['tallies', 'json', 'daybook'],
] as const;

/** The incidents, claims and tallies behind an answer, at the very point that it stands at. */
export function DataLinks({ page, answer, asked }: { page: Page; answer: AnswerView; asked: Asked }) {
  const { rule, n } = answer;
  const question = {
    rule: `${rule.id}@${rule.version}`,
    ...(asked.since && { since: asked.since }),
    ...(asked.until && { until: asked.until }),
    ...(asked.asOf && { 'as-of': asked.asOf }),
    ...(asked.reviewed && { reviewed: 'true' }),
    at: String(n),
  };
  return (
    <>
      <p class="quiet">{say(page, 'takeNote')}</p>
      <ul class="files">
        {FILES.map(([what, format, shape]) => (
          <li>
            <a href={`/api/v1/export?${new URLSearchParams({ what, ...question, format, shape })}`} download>
              <bdi dir="ltr" lang="en">
                {what}.{format}
                {shape !== 'daybook' && ` (${shape.toUpperCase()})`}
              </bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
