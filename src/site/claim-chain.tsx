import type { ClaimView } from '../operations/outputs.ts';
import { MEDIUM_WORDS, wordsOf } from './code-words.ts';
import { Named } from './named.tsx';
import { say, type Page } from './page.ts';
import { Cue } from './words.tsx';

/** Who said it, from the origin to this report, each with the channel and the words that attribute it. */
export function ClaimChain({ page, claim }: { page: Page; claim: ClaimView }) {
  return (
    <div class="chain">
      <p class="label">{say(page, 'chainTitle')}</p>
      <ol>
        {claim.chain.toReversed().map((link) => (
          <li>
            <Named page={page} name={link.name} />
            {link.via && (
              <span class="quiet">
                {' '}
                {say(page, 'chainVia', { medium: wordsOf(MEDIUM_WORDS, link.via, page.language) })}
              </span>
            )}{' '}
            <Cue claim={claim} link={link} />
          </li>
        ))}
        <li>
          {say(page, 'chainReport')} (<Named page={page} name={claim.source.name} />)
        </li>
      </ol>
    </div>
  );
}
