import type { Name } from '../model/names.ts';
import { number } from './format.ts';
import { Named } from './named.tsx';
import { say, type Page } from './page.ts';

/** At most so many notices stand open; further ones open on request and are printed. */
const OPEN = 3;

/** What must be said beside figures, e.g. that samples are paraphrases. */
export function Notices({ page, notices }: { page: Page; notices: readonly Name[] }) {
  if (!notices.length) return null;
  const shown = notices.length <= OPEN ? notices : notices.slice(0, 1);
  const rest = notices.slice(shown.length);
  return (
    <aside class="notices" aria-label={say(page, 'noticesTitle')}>
      <p class="label">{say(page, 'noticesTitle')}</p>
      <NoticeItems page={page} notices={shown} />
      {rest.length > 0 && (
        <details>
          <summary>{say(page, 'noticesMore', { n: number(page, rest.length) })}</summary>
          <NoticeItems page={page} notices={rest} />
        </details>
      )}
    </aside>
  );
}

const NoticeItems = ({ page, notices }: { page: Page; notices: readonly Name[] }) => (
  <ul>
    {notices.map((n) => (
      <li>
        <Named page={page} name={n} />
      </li>
    ))}
  </ul>
);
