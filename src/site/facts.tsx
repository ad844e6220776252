import type { ComponentChildren } from 'preact';
import { say, type Page } from './page.ts';
import type { MessageKey } from './messages.ts';

/** A label and what is said under it; null or false = nothing, and the row is left out. */
export type Fact = readonly [label: MessageKey, value: ComponentChildren];

/** Particulars as a list of label and value. */
export function Facts({ page, facts }: { page: Page; facts: readonly Fact[] }) {
  const shown = facts.filter(([, value]) => value !== null && value !== false && value !== undefined && value !== '');
  return shown.length === 0 ? null : (
    <dl class="facts">
      {shown.map(([label, value]) => (
        <div>
          <dt>{say(page, label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
