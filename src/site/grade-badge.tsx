import type { Grade } from '../model/codes.ts';
import { GRADE_WORDS, wordsOf } from './code-words.ts';
import { say, type Page } from './page.ts';

/** The grade in words; its frame differs too, never its colour alone. */
export const GradeBadge = ({ page, grade, contested }: { page: Page; grade: Grade; contested?: boolean }) => (
  <span class={`grade grade-${grade.toLowerCase()}`}>
    {wordsOf(GRADE_WORDS, grade, page.language)}
    {contested && grade !== 'Contested' && <> · {say(page, 'contested')}</>}
  </span>
);
