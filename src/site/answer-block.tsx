import type { AnswerView } from '../operations/outputs.ts';
import { nameIn } from '../model/names.ts';
import { AnswerFigure } from './answer-figure.tsx';
import { capital, day, dayRange, number } from './format.ts';
import { Notices } from './notices.tsx';
import { say, type Page } from './page.ts';
import { PartitionBar } from './partition-bar.tsx';

/** The question of an answer in words, for headings. */
export function questionTitle(page: Page, { rule, window }: Pick<AnswerView, 'rule' | 'window'>): string {
  const own = capital(nameIn(rule.label, page.language));
  // An English label on an Arabic page is isolated, or the date beside it would be drawn into it.
  const label = page.language === 'ar' && !rule.label.ar ? `\u2068${own}\u2069` : own;
  const { since, until } = window;
  if (since && until) return say(page, 'between', { label, window: dayRange(page, since, until)! });
  if (since) return say(page, 'since', { label, since: day(page, since) });
  return until ? say(page, 'until', { label, until: day(page, until) }) : label;
}

/** An answer: its sentence with the notices that belong to it, low, best and high, and who knows of it. */
export function AnswerBlock({ page, answer, id }: { page: Page; answer: AnswerView; id: string }) {
  return (
    <div class="answer-block">
      <p class="sentence">{answer.sentence[page.language]}</p>
      <Notices page={page} notices={answer.notices} />
      {answer.incidents.length === 0 && <p class="empty">{say(page, 'emptyAnswer')}</p>}
      <AnswerFigure page={page} answer={answer} />
      <PartitionBar page={page} answer={answer} id={id} />
      <Reviewed page={page} answer={answer} />
    </div>
  );
}

function Reviewed({ page, answer }: { page: Page; answer: AnswerView }) {
  const { n, of } = answer.reviewed;
  return (
    <p class="reviewed">
      <strong>{say(page, 'reviewedOf', { n: number(page, n), of: number(page, of) })}</strong>{' '}
      <span class="quiet">{say(page, 'reviewedMeaning')}</span>
    </p>
  );
}
