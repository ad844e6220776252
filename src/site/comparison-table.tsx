import type { ComparisonView } from '../operations/comparison-view.ts';
import { GAP_WORDS, STANDS_WORDS, wordsOf } from './code-words.ts';
import { ComparisonBar, topOf } from './comparison-bar.tsx';
import { Fill } from './fill.tsx';
import { bound, dayRange, number, SEMICOLON } from './format.ts';
import { Named } from './named.tsx';
import { claimPath, incidentPath, link, say, type Page } from './page.ts';

interface Compared {
  page: Page;
  comparisons: readonly ComparisonView[];
  /** Cutoff and record point, kept on the way to incidents. */
  query: string;
}

/** Totals and steps of others beside ours for the same days, voice by voice, with what explains a difference. */
export function ComparisonTable({ page, comparisons, query }: Compared) {
  if (!comparisons.length) return <p class="quiet">{say(page, 'besideNone')}</p>;
  const voices = new Map<string, ComparisonView[]>();
  for (const c of comparisons) voices.set(c.voice.id, [...(voices.get(c.voice.id) ?? []), c]);
  return (
    <table class="beside">
      <caption class="hidden">{say(page, 'besideCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say(page, 'besideTheirs')}</th>
          <th scope="col">{say(page, 'besideOur')}</th>
          <th scope="col">{say(page, 'besideVerdict')}</th>
        </tr>
      </thead>
      {[...voices.values()].map((list) => (
        <tbody>
          <tr class="voice">
            <th scope="rowgroup" colSpan={3}>
              <Fill page={page} text="per" with={{ voice: <Named page={page} name={list[0]!.voice.name} /> }} />
            </th>
          </tr>
          {list.map((c) => (
            <Rows page={page} comparison={c} top={topOf(list)} query={query} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Drawn before the words, so that verdicts can be told at a glance; the words say the same. */
const SIGNS: Readonly<Record<ComparisonView['stands'], string>> = {
  inside: 'M-4 0 a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0 Z',
  below: 'M0 5 L5 -4 H-5 Z',
  above: 'M0 -5 L5 4 H-5 Z',
};

const Sign = ({ stands }: { stands: ComparisonView['stands'] }) => (
  <svg class="sign" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
    <path d={SIGNS[stands]} />
  </svg>
);

interface Row {
  page: Page;
  comparison: ComparisonView;
  /** End of the scale that the rows of one voice share. */
  top: number;
  query: string;
}

function Rows({ page, comparison: c, top, query }: Row) {
  const theirs = bound(page, c.theirs);
  const { low, best, high } = c.ours;
  return (
    <>
      <tr class="tally">
        <td>{c.kind === 'step' ? say(page, 'besideStep', { value: theirs }) : theirs}</td>
        <td>
          <strong>{number(page, best)}</strong>{' '}
          <span class="quiet">
            (
            {high === null
              ? bound(page, { low, high })
              : say(page, 'besideBounds', { low: number(page, low), high: number(page, high) })}
            )
          </span>
        </td>
        <td class={`stands stands-${c.stands}`}>
          <Sign stands={c.stands} /> {wordsOf(STANDS_WORDS, c.stands, page.language)}
        </td>
      </tr>
      <tr class="tally-words">
        <td colSpan={3}>
          <ComparisonBar page={page} comparison={c} top={top} />
          <p class="quiet particulars">
            <span>{dayRange(page, c.from, c.to)}</span>
            <ClaimLinks page={page} claims={c.claims} />
          </p>
          {c.stands !== 'inside' && <Gaps page={page} gaps={c.gaps} query={query} />}
        </td>
      </tr>
    </>
  );
}

const ClaimLinks = ({ page, claims }: { page: Page; claims: readonly string[] }) => (
  <span class="claim-links">
    {claims.map((c) => (
      <a href={link(page, claimPath(c))}>
        <bdi dir="ltr">{c}</bdi>
      </a>
    ))}
  </span>
);

/** Which incidents of ours explain the difference, each under its reason. */
function Gaps({ page, gaps, query }: { page: Page; gaps: ComparisonView['gaps']; query: string }) {
  if (!gaps.length) return <p class="quiet">{say(page, 'besideUnexplained')}</p>;
  return (
    <details>
      <summary>
        {say(page, 'besideExplained')}{' '}
        {gaps
          .map((g) => `${wordsOf(GAP_WORDS, g.why, page.language)} (${number(page, g.incidents.length)})`)
          .join(SEMICOLON[page.language])}
      </summary>
      {gaps.map((g) => (
        <div class="gap">
          <p class="label">{wordsOf(GAP_WORDS, g.why, page.language)}</p>
          <p class="claim-links">
            {g.incidents.map((code) => (
              <a href={link(page, incidentPath(code)) + query}>
                <bdi dir="ltr">{code}</bdi>
              </a>
            ))}
          </p>
        </div>
      ))}
    </details>
  );
}
