import type { AnswerView } from '../operations/outputs.ts';
import { FINDING_WORDS, wordsOf } from './code-words.ts';
import { Fill, Note } from './fill.tsx';
import { Named } from './named.tsx';
import { claimPath, link, say, type Page } from './page.ts';

/** What does not add up among the tallies, each finding with the claims that show it. */
export function FindingList({ page, findings }: { page: Page; findings: AnswerView['findings'] }) {
  if (!findings.length) return null;
  return (
    <ul class="findings">
      {findings.map((f) => (
        <li>
          <strong>{wordsOf(FINDING_WORDS, f.kind, page.language)}</strong>{' '}
          {f.voice.id === 'several' ? (
            say(page, 'findingsVoices')
          ) : (
            <Fill page={page} text="per" with={{ voice: <Named page={page} name={f.voice.name} /> }} />
          )}
          {': '}
          <Note page={page} text={f.note} />{' '}
          <span class="claim-links">
            {f.claims.map((c) => (
              <a href={link(page, claimPath(c))}>
                <bdi dir="ltr">{c}</bdi>
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
