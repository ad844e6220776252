import type { ComponentChildren } from 'preact';
import { MESSAGES, type MessageKey } from './messages.ts';
import { number, utc } from './format.ts';
import type { Page } from './page.ts';
import { wordedIn } from './said.ts';

/** A message whose `{values}` are elements. */
export function Fill({
  page,
  text,
  with: values,
}: {
  page: Page;
  text: MessageKey;
  with: Record<string, ComponentChildren>;
}) {
  return <>{MESSAGES[page.language][text].split(/\{(\w+)\}/).map((part, i) => (i % 2 ? values[part] : part))}</>;
}

/** A count that machines can read too. */
export const Count = ({ page, n }: { page: Page; n: number }) => <data value={String(n)}>{number(page, n)}</data>;

/** An instant in UTC. */
export const At = ({ page, instant }: { page: Page; instant: string }) => (
  <time dateTime={instant}>{utc(page, instant)}</time>
);

/** A note of the count or the linking in the page's language, or in English and marked so. */
export function Note({ page, text }: { page: Page; text: string }) {
  const worded = wordedIn(text, page.language);
  return worded === null ? (
    <bdi lang="en" dir="ltr">
      {text}
    </bdi>
  ) : (
    <>{worded}</>
  );
}

/** Notes one after another. */
export function Notes({ page, texts }: { page: Page; texts: readonly string[] }) {
  return (
    <>
      {texts.map((text, i) => (
        <>
          {i > 0 && (page.language === 'ar' ? '، ' : ', ')}
          <Note page={page} text={text} />
        </>
      ))}
    </>
  );
}
