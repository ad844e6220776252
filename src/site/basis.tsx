import type { AnswerView } from '../operations/outputs.ts';
import { At, Fill } from './fill.tsx';
import { number } from './format.ts';
import { say, type Page } from './page.ts';

/** On which rule, cutoff and record point figures rest. */
export function Basis({
  page,
  view,
}: {
  page: Page;
  view: Pick<AnswerView, 'cutoff' | 'n'> & { rule?: AnswerView['rule'] };
}) {
  return (
    <ul class="plain quiet">
      {view.rule && (
        <li>
          <Fill
            page={page}
            text="ruleLine"
            with={{ id: <bdi dir="ltr">{view.rule.id}</bdi>, version: number(page, view.rule.version) }}
          />
        </li>
      )}
      <li>
        {view.cutoff ? (
          <Fill page={page} text="cutoffAt" with={{ at: <At page={page} instant={view.cutoff} /> }} />
        ) : (
          say(page, 'cutoffNone')
        )}
      </li>
      <li>{say(page, 'pointAt', { n: number(page, view.n) })}</li>
    </ul>
  );
}
