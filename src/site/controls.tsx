import type { ComponentChildren } from 'preact';
import type { MessageKey } from './messages.ts';
import { link, questionPath, say, type Page } from './page.ts';
import type { Asked, ValueName } from './query.ts';

interface Field {
  page: Page;
  name: ValueName;
  label: MessageKey;
  hint?: MessageKey;
  value: string | undefined;
  type?: 'date' | 'text';
}

/** A labelled field; days get the browser's own calendar, what may also be an instant or a number is typed. */
export function Field({ page, name, label, hint, value, type = 'text' }: Field) {
  const id = `f-${name}`;
  const describedBy = hint && `${id}-hint`;
  const input = { id, name, value, dir: 'ltr', autoComplete: 'off', 'aria-describedby': describedBy } as const;
  return (
    <div class="field">
      <label for={id}>{say(page, label)}</label>
      {type === 'date' ? <input type="date" {...input} /> : <input type="text" {...input} />}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {say(page, hint)}
        </p>
      )}
    </div>
  );
}

/** A plain GET form: the address that it makes can be kept and passed on. */
export function AskForm({
  page,
  action,
  submit,
  children,
}: {
  page: Page;
  action: string;
  submit: MessageKey;
  children: ComponentChildren;
}) {
  return (
    <form class="controls" method="get" action={action}>
      <div class="fields">{children}</div>
      <button type="submit">{say(page, submit)}</button>
    </form>
  );
}

/** Window, cutoff, record point and reviewed claims only. */
export function QuestionControls({
  page,
  rule,
  asked,
}: {
  page: Page;
  rule: string;
  asked: Asked & { window: { since: string | null; until: string | null } };
}) {
  const action = link(page, questionPath(rule));
  return (
    <section aria-labelledby="controls">
      <h2 id="controls">{say(page, 'controls')}</h2>
      <AskForm page={page} action={action} submit="controlAsk">
        <Field
          page={page}
          name="since"
          label="controlSince"
          type="date"
          value={asked.since ?? asked.window.since ?? ''}
        />
        <Field
          page={page}
          name="until"
          label="controlUntil"
          type="date"
          value={asked.until ?? asked.window.until ?? ''}
        />
        <Field page={page} name="as-of" label="controlAsOf" hint="controlAsOfHint" value={asked.asOf ?? ''} />
        <Field page={page} name="at" label="controlAt" hint="controlAtHint" value={asked.at ?? ''} />
        <div class="field field-check">
          <input id="f-reviewed" name="reviewed" type="checkbox" value="1" checked={asked.reviewed} />
          <label for="f-reviewed">{say(page, 'controlReviewed')}</label>
        </div>
      </AskForm>
      {page.search && (
        <p>
          <a href={action}>{say(page, 'controlReset')}</a>
        </p>
      )}
    </section>
  );
}
